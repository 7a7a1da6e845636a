import { describe, expect, it } from 'vitest';
import { makePerson, makeRandom, makeRound, NOW } from '../../bench/people.ts';
import {
  AIMS,
  certify,
  compareAims,
  matchRound,
  type Aim,
  type Person,
  type RoundInput,
  type RoundResult,
  type Rules,
  type Wish,
} from '../index.ts';

const SCHOOL: Rules = { requirements: [], preferences: [{ kind: 'education-level', weight: 1 }] };

function roundOf(
  aim: Aim,
  newcomers: readonly Person[],
  mentors: readonly Person[],
  more: Partial<RoundInput> = {},
): RoundInput {
  return { newcomers, mentors, now: NOW, ...more, program: { ...(more.program ?? SCHOOL), aim } };
}

function namesOf(input: RoundInput): readonly string[] {
  const result = matchRound(input);
  expect(certify(input, result)).toEqual({ feasible: true, optimal: true, problems: [] });
  return result.pairs.map(({ newcomer, mentor }) => `${newcomer}-${mentor}`);
}

function schooled(level: number): Partial<Person> {
  return { educations: [{ level, field: null }] };
}

/* Two who fit best leave two others without anyone, since those may not meet. */
const fewOrWell = [
  [makePerson('n1', schooled(7)), makePerson('n2', schooled(1))],
  [makePerson('m1', schooled(7)), makePerson('m2', schooled(1))],
  { bans: [{ newcomer: 'n2', mentor: 'm2' }] },
] as const;

describe('best pairs', () => {
  it('prefers one pair that fits to two that do not', () => {
    expect(namesOf(roundOf('most-people', ...fewOrWell))).toEqual(['n1-m2', 'n2-m1']);
    expect(namesOf(roundOf('best-pairs', ...fewOrWell))).toEqual(['n1-m1']);
  });

  it('with equal totals pairs more people, and then who has waited longer', () => {
    const people = [
      makePerson('came', { waitingSince: '2026-02-16' }),
      makePerson('waits', { waitingSince: '2026-01-05' }),
    ];
    expect(namesOf(roundOf('best-pairs', people, [makePerson('m1')]))).toEqual(['waits-m1']);
  });
});

describe('no weak pair', () => {
  /* Together the first way scores more; its weaker pair scores less. */
  const interests: Rules = { requirements: [], preferences: [{ kind: 'interests', weight: 1 }] };
  const fond = (...all: readonly string[]): Partial<Person> => ({ interests: all });
  const uneven = [
    [makePerson('n1', fond('film', 'chess', 'walks')), makePerson('n2', fond('film', 'books'))],
    [makePerson('m1', fond('film', 'chess', 'walks', 'books')), makePerson('m2', fond('walks'))],
  ] as const;

  it('gives up points so that nobody is in a poor pair', () => {
    expect(namesOf(roundOf('most-people', ...uneven, { program: interests }))).toEqual(['n1-m1', 'n2-m2']);
    expect(namesOf(roundOf('no-weak-pair', ...uneven, { program: interests }))).toEqual(['n1-m2', 'n2-m1']);
  });

  it('leaves nobody out for the sake of a score', () => {
    const input = roundOf('no-weak-pair', ...fewOrWell);
    expect(namesOf(input)).toEqual(['n1-m2', 'n2-m1']);
    expect(matchRound(input).certificate.weakest?.atLeast).toBe(0);
  });

  it('counts a pinned pair as decided: it does not hold the others down', () => {
    const pins = [{ newcomer: 'n1', mentor: 'm2', reason: null }];
    const mentors = [...fewOrWell[1], makePerson('m3', schooled(1))];
    const input = roundOf('no-weak-pair', fewOrWell[0], mentors, { pins });
    expect(matchRound(input).certificate.weakest?.atLeast).toBe(100);
    expect(namesOf(input)).toEqual(['n1-m2', 'n2-m3']);
  });

  it('is an answer also when nobody can be paired', () => {
    expect(namesOf(roundOf('no-weak-pair', [], []))).toEqual([]);
    const result = matchRound(roundOf('no-weak-pair', [makePerson('n1')], []));
    expect(result.certificate.weakest?.atLeast).toBeNull();
  });
});

describe('a stable round', () => {
  const wish = (gender: 'woman' | 'man', most: boolean): Wish => ({
    about: 'gender',
    gender,
    strength: 'rather',
    most,
  });
  const woman = { gender: 'woman' } as const;
  const man = { gender: 'man' } as const;

  it('gives two who want each other to each other, whatever the points', () => {
    const input = (aim: Aim): RoundInput =>
      roundOf(
        aim,
        [
          makePerson('n1', { ...woman, ...schooled(7), wishes: [wish('woman', true)] }),
          makePerson('n2', { ...man, ...schooled(1) }),
        ],
        [
          makePerson('m1', { ...woman, ...schooled(1), wishes: [wish('woman', true)] }),
          makePerson('m2', { ...man, ...schooled(7) }),
        ],
      );
    expect(namesOf(input('most-people'))).toEqual(['n1-m2', 'n2-m1']);
    expect(namesOf(input('stable'))).toEqual(['n1-m1', 'n2-m2']);
  });

  it('puts the most important wish before any other', () => {
    const picky = makePerson('n1', {
      wishes: [
        { about: 'municipality', strength: 'rather', most: false },
        { about: 'age', years: 5, strength: 'rather', most: false },
        wish('woman', true),
      ],
      birthYear: 1990,
    });
    const near = makePerson('m1', { ...man, birthYear: 1990 });
    const far = makePerson('m2', { ...woman, municipality: '1441', birthYear: 1960 });
    expect(namesOf(roundOf('stable', [picky], [near, far]))).toEqual(['n1-m2']);
  });

  it('tells those left out that their partners would rather have whom they got, not that others waited', () => {
    const newcomers = [
      makePerson('waits', { ...schooled(1), waitingSince: '2025-06-01' }),
      makePerson('fits', { ...schooled(7), waitingSince: '2026-02-16' }),
    ];
    const reasonsOf = (aim: Aim) =>
      matchRound(roundOf(aim, newcomers, [makePerson('m1', schooled(7))])).leftOut;
    const by = { pinned: 0, longerWaiting: 0, betterTogether: 0 };
    const said = (more: object) => [{ reasons: [{ allowed: 1, by: { ...by, ...more } }] }];
    expect(reasonsOf('stable')).toMatchObject([{ id: 'waits' }]);
    expect(reasonsOf('stable')).toMatchObject(said({ ratherOthers: 1 }));
    expect(reasonsOf('best-pairs')).toMatchObject(said({ betterTogether: 1 }));
    expect(reasonsOf('most-people')).toMatchObject([{ id: 'fits' }]);
    expect(reasonsOf('most-people')).toMatchObject(said({ longerWaiting: 1 }));
  });

  it('of two stable rounds is the one that the newcomers would rather have', () => {
    const likes = (gender: 'woman' | 'man'): Partial<Person> => ({ wishes: [wish(gender, false)] });
    const newcomers = [
      makePerson('n1', { ...woman, ...likes('woman') }),
      makePerson('n2', { ...man, ...likes('man') }),
    ];
    const mentors = [
      makePerson('m1', { ...man, ...likes('woman') }),
      makePerson('m2', { ...woman, ...likes('man') }),
    ];
    expect(namesOf(roundOf('stable', newcomers, mentors))).toEqual(['n1-m2', 'n2-m1']);
  });
});

describe('mentors kept for those who will come', () => {
  const speaks = (language: string): Partial<Person> => ({ languages: [{ language, level: 'B1' }] });
  const common: Rules = {
    requirements: [{ kind: 'language', common: 'A2', swedish: null }],
    preferences: [{ kind: 'education-level', weight: 1 }],
    keepScarce: true,
  };
  const nurse = { occupations: [{ occupation: null, ssyk: '2221', years: 3 }] };
  const both = makePerson('m1', {
    languages: [...(speaks('en').languages ?? []), ...(speaks('ti').languages ?? [])],
    ...nurse,
    waitingSince: '2025-06-01',
  });
  const input: RoundInput = {
    program: common,
    newcomers: [makePerson('n1', speaks('en'))],
    mentors: [both, makePerson('m2', speaks('en'))],
    expected: [
      makePerson('x1', { ...speaks('ti'), ...nurse }),
      makePerson('x2', { ...speaks('ti'), ...nurse }),
      makePerson('x3', speaks('en')),
      makePerson('x4', speaks('fa')),
    ],
    now: NOW,
  };

  it('are not given to someone who can have another, though they waited longer', () => {
    expect(namesOf(input)).toEqual(['n1-m2']);
    expect(namesOf({ ...input, program: { ...common, keepScarce: false } })).toEqual(['n1-m1']);
    expect(namesOf({ ...input, expected: [] })).toEqual(['n1-m1']);
  });

  it('are named with what they are kept for, and for how many', () => {
    expect(matchRound(input).kept).toEqual([
      { mentor: 'm1', only: 2, of: 4, points: 50, languages: ['ti'], occupations: ['22'] },
    ]);
    expect(matchRound({ ...input, program: { ...common, keepScarce: false } }).kept).toBeUndefined();
  });

  it('are given when more people are paired that way', () => {
    expect(namesOf({ ...input, mentors: [both] })).toEqual(['n1-m1']);
  });

  it('count less in the total of the best pairs', () => {
    const aim = 'best-pairs' as const;
    const alike = { ...input, newcomers: [makePerson('n1', { ...speaks('en'), ...schooled(5) })] };
    const mentors = [{ ...both, ...schooled(5) }, makePerson('m2', { ...speaks('en'), ...schooled(4) })];
    expect(namesOf({ ...alike, mentors, program: { ...common, aim } })).toEqual(['n1-m2']);
    expect(namesOf({ ...alike, mentors, program: { ...common, aim, keepScarce: false } })).toEqual(['n1-m1']);
  });

  it('that no pair is worth stay without one, and both are told why', () => {
    const aim = 'best-pairs' as const;
    const { pairs, leftOut } = matchRound({ ...input, mentors: [both], program: { ...common, aim } });
    expect(pairs).toEqual([]);
    expect(leftOut.map(({ id, reasons }) => ({ id, reasons }))).toMatchObject([
      { id: 'n1', reasons: [{ code: 'partners-better-used', by: { kept: 1 } }] },
      { id: 'm1', reasons: [{ code: 'partners-better-used', by: { kept: 1 } }] },
    ]);
  });

  it('are found for people like those who came, not for the very same: an earlier pair is no hindrance', () => {
    const history = [{ newcomer: 'x1', mentor: 'm1' }];
    expect(matchRound({ ...input, history }).kept).toMatchObject([{ mentor: 'm1', only: 2 }]);
  });
});

describe('the aims side by side', () => {
  it('tell for each aim what the round by that aim has', () => {
    for (let seed = 0; seed < 20; seed++) {
      const input = makeRound(seed, 14 + (seed % 5), 12);
      for (const figures of compareAims(input)) {
        const result = matchRound({ ...input, program: { ...input.program, aim: figures.aim } });
        expect(figures).toMatchObject(figuresOf(result));
      }
    }
  });

  it('say who would rather swap: nobody in the stable round, and they in fact would', () => {
    const random = makeRandom(3);
    let swaps = 0;
    for (let n = 0; n < 30; n++) {
      const input = makeRound(Math.floor(random() * 1e6), 15, 15);
      const [people, , , stable] = compareAims(input);
      expect(stable).toMatchObject({ aim: 'stable', swaps: 0, swapPairs: [] });
      swaps += people?.swaps ?? 0;
      for (const pair of people?.swapPairs ?? []) {
        const alone = {
          ...input,
          newcomers: input.newcomers.filter(({ id }) => id === pair.newcomer),
          mentors: input.mentors.filter(({ id }) => id === pair.mentor),
        };
        expect(matchRound(alone).pairs).toHaveLength(1);
      }
    }
    expect(swaps).toBeGreaterThan(30);
  });

  it('tell what each costs in the others: the best of a figure costs nothing', () => {
    const all = compareAims(makeRound(7, 20, 18));
    for (const figure of ['people', 'pairs', 'total', 'mean', 'weakest', 'swaps'] as const) {
      const costs = all.map(({ costs: of }) => of[figure] ?? 0);
      expect(Math.min(...costs)).toBe(0);
    }
    const costOf = (aim: Aim) => all.find((one) => one.aim === aim)?.costs;
    expect(costOf('best-pairs')?.total).toBe(0);
    expect(costOf('most-people')?.people).toBe(0);
    expect(costOf('stable')?.swaps).toBe(0);
  });

  it('name who gains and who loses a place against the aim of the program', () => {
    const [people, pairs] = compareAims(roundOf('most-people', ...fewOrWell));
    expect(people).toMatchObject({ people: 4, gained: [], lost: [] });
    expect(pairs).toMatchObject({ people: 2, gained: [], lost: ['m2', 'n2'], longestWaiting: 'n2' });
    expect(pairs?.costs).toMatchObject({ people: 2, total: 0 });
  });

  it('have no figures where there is nobody', () => {
    const empty = compareAims(roundOf('most-people', [], []));
    expect(empty.map(({ aim }) => aim)).toEqual(AIMS);
    expect(empty[0]).toMatchObject({ people: 0, mean: null, weakest: null, longestWait: null, swaps: 0 });
  });
});

function figuresOf({ pairs, leftOut, certificate }: RoundResult) {
  return {
    people: certificate.people,
    pairs: pairs.length,
    total: certificate.total,
    weakest: pairs.length === 0 ? null : Math.min(...pairs.map(({ score }) => score)),
    longestWait: leftOut.length === 0 ? null : Math.max(...leftOut.map(({ weeksWaiting }) => weeksWaiting)),
  };
}
