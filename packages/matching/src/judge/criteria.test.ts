import { describe, expect, it } from 'vitest';
import { makePerson, NOW } from '../../bench/people.ts';
import { judge } from './criteria.ts';
import { readContext } from './context.ts';
import type { CriterionFacts, Occupation, Person, Wish } from '../model.ts';
import { fullScoreOf, weigh } from './score.ts';

const context = readContext({
  program: { requirements: [], preferences: [] },
  newcomers: [],
  mentors: [],
  substitutes: [
    { occupation: 'nurse', by: 'midwife', percent: 75 },
    { occupation: 'midwife', by: 'nurse', percent: 25 },
    { occupation: 'judge', by: 'clerk', percent: 25 },
  ],
  now: NOW,
});

function works(occupation: string | null, ssyk: string): Partial<Person> {
  const one: Occupation = { occupation, ssyk, years: 2 };
  return { occupations: [one] };
}
function studied(level: number, field: string | null): Partial<Person> {
  return { educations: [{ level, field }] };
}
const rather = (wish: object): Wish => ({ about: 'municipality', strength: 'rather', most: false, ...wish });

type Case = readonly [
  situation: string,
  newcomer: Partial<Person>,
  mentor: Partial<Person>,
  value: number,
  facts: CriterionFacts,
];
const job = { criterion: 'occupation' } as const;

const CASES: readonly Case[] = [
  [
    'the same occupation',
    works('nurse', '2221'),
    works('nurse', '2221'),
    1,
    { ...job, closeness: 'same', newcomer: 'nurse', mentor: 'nurse', ssyk: '2221' },
  ],
  [
    'a substitute at 75 in one direction',
    works('midwife', '2222'),
    works('nurse', '3221'),
    0.8,
    { ...job, closeness: 'substitute', newcomer: 'midwife', mentor: 'nurse', ssyk: null },
  ],
  [
    'a substitute at 25',
    works('clerk', '4111'),
    works('judge', '2612'),
    0.5,
    { ...job, closeness: 'substitute', newcomer: 'clerk', mentor: 'judge', ssyk: null },
  ],
  [
    'the same unit group',
    works('a', '2221'),
    works('b', '2221'),
    0.85,
    { ...job, closeness: 'ssyk4', newcomer: 'a', mentor: 'b', ssyk: '2221' },
  ],
  [
    'the same minor group',
    works(null, '222'),
    works('b', '2221'),
    0.6,
    { ...job, closeness: 'ssyk3', newcomer: null, mentor: 'b', ssyk: '222' },
  ],
  [
    'the same sub-major group',
    works('a', '2211'),
    works('b', '2221'),
    0.4,
    { ...job, closeness: 'ssyk2', newcomer: 'a', mentor: 'b', ssyk: '22' },
  ],
  [
    'the same major group',
    works('a', '2111'),
    works('b', '2221'),
    0.15,
    { ...job, closeness: 'ssyk1', newcomer: 'a', mentor: 'b', ssyk: '2' },
  ],
  [
    'nothing alike',
    works('a', '9111'),
    works('b', '2221'),
    0,
    { ...job, closeness: 'none', newcomer: null, mentor: null, ssyk: null },
  ],
  [
    'no occupation',
    {},
    works('b', '2221'),
    0,
    { ...job, closeness: 'none', newcomer: null, mentor: null, ssyk: null },
  ],
  [
    'the same field',
    studied(6, '726a'),
    studied(5, '726a'),
    1,
    { criterion: 'education-field', digits: 4, field: '726a' },
  ],
  [
    'three characters',
    studied(6, '726a'),
    studied(5, '726b'),
    0.85,
    { criterion: 'education-field', digits: 3, field: '726' },
  ],
  [
    'two characters',
    studied(6, '726a'),
    studied(5, '72'),
    0.6,
    { criterion: 'education-field', digits: 2, field: '72' },
  ],
  [
    'one character',
    studied(6, '726a'),
    studied(5, '761'),
    0.3,
    { criterion: 'education-field', digits: 1, field: '7' },
  ],
  [
    'no field',
    studied(6, null),
    studied(5, '761'),
    0,
    { criterion: 'education-field', digits: 0, field: null },
  ],
  [
    'three levels apart',
    studied(6, null),
    studied(3, null),
    0.5,
    { criterion: 'education-level', newcomer: 6, mentor: 3 },
  ],
  [
    'the lowest and the highest',
    studied(1, null),
    studied(7, null),
    0,
    { criterion: 'education-level', newcomer: 1, mentor: 7 },
  ],
  ['no education', {}, studied(7, null), 0, { criterion: 'education-level', newcomer: null, mentor: 7 }],
  [
    'a first language in common',
    {
      languages: [
        { language: 'ar', level: 'C2' },
        { language: 'sv', level: 'A1' },
      ],
    },
    {
      languages: [
        { language: 'sv', level: 'C2' },
        { language: 'ar', level: 'C2' },
      ],
    },
    1,
    { criterion: 'language', languages: ['ar'], level: 'C2' },
  ],
  [
    'two languages at the same level',
    {
      languages: [
        { language: 'sv', level: 'B1' },
        { language: 'en', level: 'B1' },
      ],
    },
    {
      languages: [
        { language: 'sv', level: 'C2' },
        { language: 'en', level: 'B2' },
      ],
    },
    0.6,
    { criterion: 'language', languages: ['en', 'sv'], level: 'B1' },
  ],
  [
    'no language in common',
    { languages: [{ language: 'ar', level: 'C2' }] },
    { languages: [{ language: 'sv', level: 'C2' }] },
    0,
    { criterion: 'language', languages: [], level: null },
  ],
  [
    'two hours in common on two days',
    { availability: [34, 35, 82, 83] },
    { availability: [34, 35, 36, 82, 83] },
    0.5,
    { criterion: 'common-time', halfHours: 4, weekdays: [0, 1] },
  ],
  [
    'more time than needed',
    { availability: [0, 1, 2, 3, 4, 5, 6, 7, 8] },
    { availability: [0, 1, 2, 3, 4, 5, 6, 7, 8] },
    1,
    { criterion: 'common-time', halfHours: 9, weekdays: [0] },
  ],
  [
    'the same place',
    { place: { latitude: 60, longitude: 18 } },
    { place: { latitude: 60, longitude: 18 } },
    1,
    { criterion: 'nearness', kilometres: 0 },
  ],
  [
    'an unknown place',
    { place: { latitude: 60, longitude: 18 } },
    {},
    0,
    { criterion: 'nearness', kilometres: null },
  ],
  [
    'one of the fewer two ways',
    { ways: ['video', 'walk'] },
    { ways: ['telephone', 'video', 'in-person'] },
    0.5,
    { criterion: 'ways', ways: ['video'] },
  ],
  ['no way told of', { ways: [] }, {}, 0, { criterion: 'ways', ways: [] }],
  ['fifteen years apart', { birthYear: 1990 }, { birthYear: 1975 }, 0.5, { criterion: 'age', years: 15 }],
  ['forty years apart', { birthYear: 1990 }, { birthYear: 1950 }, 0, { criterion: 'age', years: 40 }],
  ['an unknown age', { birthYear: 1990 }, {}, 0, { criterion: 'age', years: null }],
  [
    'one interest',
    { interests: ['film', 'chess'] },
    { interests: ['chess'] },
    0.33,
    { criterion: 'interests', interests: ['chess'] },
  ],
  [
    'four interests',
    { interests: ['a', 'b', 'c', 'd'] },
    { interests: ['d', 'c', 'b', 'a'] },
    1,
    { criterion: 'interests', interests: ['a', 'b', 'c', 'd'] },
  ],
  ['no wishes', {}, {}, 1, { criterion: 'wishes', met: 0, of: 0 }],
  [
    'one of two wishes met',
    { wishes: [rather({}), rather({ about: 'way', way: 'walk' })] },
    { ways: ['video'] },
    0.5,
    { criterion: 'wishes', met: 1, of: 2 },
  ],
  [
    'the wish that matters most met',
    { wishes: [rather({ most: true })] },
    {},
    1,
    { criterion: 'wish-most', met: 1, of: 1 },
  ],
  [
    'the wish that matters most missed',
    { wishes: [rather({ most: true })] },
    { municipality: '0180' },
    0,
    { criterion: 'wish-most', met: 0, of: 1 },
  ],
];

describe('a criterion', () => {
  it.each(CASES)('%s', (_, newcomer, mentor, value, facts) => {
    const judged = judge(facts.criterion, makePerson('n', newcomer), makePerson('m', mentor), context);
    expect(judged).toEqual({ value, facts });
  });

  it('nearness is a half at five kilometres', () => {
    const { value, facts } = judge('nearness', at(60, 18), at(60.04497, 18), context);
    expect(facts).toEqual({ criterion: 'nearness', kilometres: 5 });
    expect(value).toBe(0.5);
  });
});

function at(latitude: number, longitude: number): Person {
  return makePerson('p', { place: { latitude, longitude } });
}

describe('weights', () => {
  it('give each criterion a hundred points for each unit, in the fixed order', () => {
    const preferences = [
      { kind: 'wishes', weight: 1 },
      { kind: 'age', weight: 10 },
      { kind: 'occupation', weight: 3 },
    ] as const;
    expect(weigh(preferences)).toEqual([
      { criterion: 'occupation', weight: 3, of: 300 },
      { criterion: 'age', weight: 10, of: 1000 },
      { criterion: 'wishes', weight: 1, of: 100 },
    ]);
    expect(fullScoreOf(preferences)).toBe(1400);
  });

  it('of nothing are not counted', () => {
    expect(weigh([{ kind: 'age', weight: 0 }])).toEqual([]);
    expect(fullScoreOf([{ kind: 'age', weight: 0 }])).toBe(0);
  });
});
