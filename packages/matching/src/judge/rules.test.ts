import { describe, expect, it } from 'vitest';
import { makePerson, NOW } from '../../bench/people.ts';
import { explainNoPair, RULE_ORDER } from '../index.ts';
import type { Obstacle, Person, Requirement, RoundInput, Wish } from '../index.ts';
import { listRules } from './rules.ts';

type Case = readonly [
  situation: string,
  requirement: Requirement,
  newcomer: Partial<Person>,
  mentor: Partial<Person>,
  obstacle: Obstacle | null,
];

const women = { kind: 'gender', side: 'mentor', allowed: ['woman'] } as const;
const adults = { kind: 'minimum-age', side: 'newcomer', years: 18 } as const;
const span = { kind: 'age-span', years: 10 } as const;
const talk = { kind: 'language', common: 'B1', swedish: 'A2' } as const;
const time = { kind: 'common-time', halfHours: 2 } as const;
const near = { kind: 'nearness', kilometres: 20, orRemote: false } as const;
const nearOrRemote = { kind: 'nearness', kilometres: 20, orRemote: true } as const;
const field = {
  kind: 'field',
  anyOf: [
    { by: 'education-field', atLeast: 0.6 },
    { by: 'occupation', atLeast: 0.5 },
  ],
} as const;
const postSecondary = {
  kind: 'field',
  anyOf: [{ by: 'education-field', atLeast: 0.6, postSecondary: true }],
} as const;
const level = { kind: 'field', anyOf: [{ by: 'education-level', atLeast: 0.8 }] } as const;
const here = { kind: 'municipality', among: ['2417', '2418'], across: 'if-remote' } as const;

const danderyd = { latitude: 59.3999, longitude: 18.0289 };
const stockholm = { latitude: 59.3293, longitude: 18.0686 };
const lerum = { latitude: 57.7705, longitude: 12.2692 };
const inPerson = { ways: ['in-person', 'walk'] } as const;

const CASES: readonly Case[] = [
  ['a woman where women are asked for', women, {}, { gender: 'woman' }, null],
  [
    'a man where women are asked for',
    women,
    {},
    { gender: 'man' },
    { rule: 'gender', side: 'mentor', allowed: ['woman'], actual: 'man' },
  ],
  [
    'an unknown gender where women are asked for',
    women,
    {},
    {},
    { rule: 'gender', side: 'mentor', allowed: ['woman'], actual: null },
  ],
  ['eighteen this year', adults, { birthYear: 2008 }, {}, null],
  [
    'seventeen this year',
    adults,
    { birthYear: 2009 },
    {},
    { rule: 'minimum-age', side: 'newcomer', years: 18, actual: 17 },
  ],
  ['an unknown age', adults, {}, {}, { rule: 'minimum-age', side: 'newcomer', years: 18, actual: null }],
  ['ten years apart', span, { birthYear: 1990 }, { birthYear: 1980 }, null],
  [
    'eleven years apart',
    span,
    { birthYear: 1980 },
    { birthYear: 1991 },
    { rule: 'age-span', years: 10, actual: 11 },
  ],
  ['one age unknown', span, { birthYear: 1980 }, {}, { rule: 'age-span', years: 10, actual: null }],
  [
    'a language both speak at B1',
    talk,
    { languages: [{ language: 'ar', level: 'C2' }] },
    { languages: [{ language: 'ar', level: 'B1' }] },
    null,
  ],
  [
    'a language one speaks too little',
    talk,
    { languages: [{ language: 'ar', level: 'C2' }] },
    { languages: [{ language: 'ar', level: 'A2' }] },
    { rule: 'language', common: 'B1', swedish: 'A2' },
  ],
  [
    'Swedish at A2 is enough',
    talk,
    { languages: [{ language: 'sv', level: 'A2' }] },
    { languages: [{ language: 'sv', level: 'C2' }] },
    null,
  ],
  ['no language told of', talk, {}, {}, { rule: 'language', common: 'B1', swedish: 'A2' }],
  ['both ways switched off', { kind: 'language', common: null, swedish: null }, {}, {}, null],
  ['an hour in common', time, { availability: [34, 35, 36] }, { availability: [35, 36, 37] }, null],
  [
    'half an hour in common',
    time,
    { availability: [34, 35] },
    { availability: [35, 36] },
    { rule: 'common-time', halfHours: 2, actual: 1 },
  ],
  ['eight kilometres', near, { place: danderyd }, { place: stockholm }, null],
  [
    'further than the rule says',
    near,
    { place: danderyd },
    { place: lerum },
    { rule: 'nearness', kilometres: 20, actual: 379.6, orRemote: false },
  ],
  [
    'further than one will travel',
    near,
    { place: danderyd, maxKilometres: 5 },
    { place: stockholm },
    { rule: 'nearness', kilometres: 5, actual: 8.2, orRemote: false },
  ],
  [
    'an unknown place',
    near,
    { place: danderyd },
    {},
    { rule: 'nearness', kilometres: 20, actual: null, orRemote: false },
  ],
  ['far apart but both take video', nearOrRemote, { place: danderyd }, { place: lerum }, null],
  [
    'far apart, one takes video and the other the telephone',
    nearOrRemote,
    { place: danderyd, ways: ['video'] },
    { place: lerum, ways: ['telephone'] },
    { rule: 'nearness', kilometres: 20, actual: 379.6, orRemote: true },
  ],
  [
    'a similar field of education',
    field,
    { educations: [{ level: 6, field: '726a' }] },
    { educations: [{ level: 5, field: '723' }] },
    null,
  ],
  [
    'a similar occupation',
    field,
    { occupations: [{ occupation: null, ssyk: '2211', years: 3 }] },
    { occupations: [{ occupation: null, ssyk: '2219', years: 1 }] },
    null,
  ],
  [
    'neither',
    field,
    {
      educations: [{ level: 6, field: '726a' }],
      occupations: [{ occupation: null, ssyk: '2262', years: 3 }],
    },
    { educations: [{ level: 5, field: '7' }] },
    {
      rule: 'field',
      anyOf: [
        { by: 'education-field', atLeast: 0.6, actual: 0.3 },
        { by: 'occupation', atLeast: 0.5, actual: 0 },
      ],
    },
  ],
  [
    'the same field, both beyond upper secondary school, where that is asked for',
    postSecondary,
    { educations: [{ level: 5, field: '726' }] },
    { educations: [{ level: 6, field: '726' }] },
    null,
  ],
  [
    'the same field, one of them from upper secondary school, where more is asked for',
    postSecondary,
    { educations: [{ level: 4, field: '726' }] },
    { educations: [{ level: 6, field: '726' }] },
    {
      rule: 'field',
      anyOf: [{ by: 'education-field', atLeast: 0.6, postSecondary: true, actual: 0 }],
    },
  ],
  [
    'one level apart',
    level,
    {
      educations: [
        { level: 2, field: null },
        { level: 6, field: null },
      ],
    },
    { educations: [{ level: 5, field: null }] },
    null,
  ],
  [
    'no education told of',
    level,
    {},
    { educations: [{ level: 5, field: null }] },
    { rule: 'field', anyOf: [{ by: 'education-level', atLeast: 0.8, actual: 0 }] },
  ],
  ['the same municipality of the program', here, { municipality: '2417' }, { municipality: '2417' }, null],
  [
    'two municipalities of the program, by video',
    here,
    { municipality: '2417' },
    { municipality: '2418' },
    null,
  ],
  [
    'two municipalities of the program, only in person',
    here,
    { municipality: '2417', ...inPerson },
    { municipality: '2418' },
    { rule: 'municipality', newcomer: '2417', mentor: '2418', outside: false },
  ],
  [
    'outside the program’s municipalities',
    here,
    { municipality: '0180' },
    { municipality: '2417' },
    { rule: 'municipality', newcomer: '0180', mentor: '2417', outside: true },
  ],
  [
    'another municipality, where that is never allowed',
    { kind: 'municipality', among: [], across: 'never' },
    { municipality: '0162' },
    { municipality: '0180' },
    { rule: 'municipality', newcomer: '0162', mentor: '0180', outside: false },
  ],
  [
    'another municipality, where that is always allowed',
    { kind: 'municipality', among: [], across: 'always' },
    { municipality: '0162' },
    { municipality: '0180' },
    null,
  ],
];

function roundOf(newcomer: Person, mentor: Person, more: Partial<RoundInput> = {}): RoundInput {
  return {
    program: { requirements: [], preferences: [] },
    newcomers: [newcomer],
    mentors: [mentor],
    now: NOW,
    ...more,
  };
}

describe('a requirement', () => {
  it.each(CASES)('%s', (_, requirement, newcomer, mentor, obstacle) => {
    const input = roundOf(makePerson('n', newcomer), makePerson('m', mentor), {
      program: { requirements: [requirement], preferences: [] },
    });
    expect(explainNoPair(input, 'n', 'm')).toEqual(obstacle === null ? [] : [obstacle]);
  });
});

describe('a wish that must be met', () => {
  const must = { strength: 'must', most: false } as const;
  it.each<readonly [Wish, Partial<Person>, Partial<Person>, boolean]>([
    [{ about: 'gender', gender: 'woman', ...must }, {}, { gender: 'woman' }, true],
    [{ about: 'gender', gender: 'woman', ...must }, {}, {}, false],
    [{ about: 'age', years: 5, ...must }, { birthYear: 1980 }, { birthYear: 1985 }, true],
    [{ about: 'age', years: 5, ...must }, { birthYear: 1980 }, {}, false],
    [
      { about: 'language', language: 'fa', ...must },
      {},
      { languages: [{ language: 'fa', level: 'A2' }] },
      true,
    ],
    [
      { about: 'language', language: 'fa', ...must },
      {},
      { languages: [{ language: 'fa', level: 'A1' }] },
      false,
    ],
    [
      { about: 'occupation', ...must },
      { occupations: [{ occupation: 'a', ssyk: '2221', years: 1 }] },
      { occupations: [{ occupation: 'b', ssyk: '2229', years: 1 }] },
      true,
    ],
    [
      { about: 'occupation', ...must },
      { occupations: [{ occupation: 'a', ssyk: '2221', years: 1 }] },
      {},
      false,
    ],
    [{ about: 'municipality', ...must }, { municipality: '0162' }, { municipality: '0162' }, true],
    [{ about: 'municipality', ...must }, { municipality: '0162' }, { municipality: '0180' }, false],
    [{ about: 'nearness', kilometres: 10, ...must }, { place: danderyd }, { place: stockholm }, true],
    [{ about: 'nearness', kilometres: 5, ...must }, { place: danderyd }, { place: stockholm }, false],
    [{ about: 'way', way: 'walk', ...must }, {}, { ways: ['walk'] }, true],
    [{ about: 'way', way: 'walk', ...must }, {}, { ways: ['video'] }, false],
  ])('%o holds for newcomers and mentors alike', (wish, wisher, other, isMet) => {
    const byNewcomer = roundOf(makePerson('n', { ...wisher, wishes: [wish] }), makePerson('m', other));
    const byMentor = roundOf(makePerson('n', other), makePerson('m', { ...wisher, wishes: [wish] }));
    expect(explainNoPair(byNewcomer, 'n', 'm')).toEqual(
      isMet ? [] : [{ rule: 'wish', side: 'newcomer', wish }],
    );
    expect(explainNoPair(byMentor, 'n', 'm')).toEqual(isMet ? [] : [{ rule: 'wish', side: 'mentor', wish }]);
  });

  it('that is only *rather* forbids nothing', () => {
    const wish: Wish = { about: 'municipality', strength: 'rather', most: true };
    const input = roundOf(
      makePerson('n', { municipality: '0162', wishes: [wish] }),
      makePerson('m', { municipality: '0180' }),
    );
    expect(explainNoPair(input, 'n', 'm')).toEqual([]);
  });
});

describe('why not this pair', () => {
  it('names every obstacle, decisions about the two first', () => {
    const input = roundOf(
      makePerson('n', { household: 'h', neverWith: ['m'] }),
      makePerson('m', { household: 'h', gender: 'man' }),
      {
        program: { requirements: [time, women], preferences: [] },
        bans: [{ newcomer: 'n', mentor: 'm' }],
        history: [{ newcomer: 'n', mentor: 'm' }],
      },
    );
    const rules = explainNoPair(input, 'n', 'm').map(({ rule }) => rule);
    expect(rules).toEqual(['ban', 'never-with', 'earlier-pair', 'household', 'gender', 'common-time']);
  });

  it('every rule stands once in the order of rules', () => {
    const kinds = CASES.map(([, { kind }]) => kind);
    const listed = listRules({ requirements: [], preferences: [] }).map(({ name }) => name);
    expect(new Set(RULE_ORDER)).toEqual(new Set([...kinds, ...listed]));
    expect(RULE_ORDER.length).toBe(new Set(RULE_ORDER).size);
  });
});
