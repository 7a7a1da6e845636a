import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePerson, makeRandom, makeRound, NOW } from '../../bench/people.ts';
import { certify, checkReadiness, ENGINE, explainNoPair, matchRound } from '../index.ts';
import type { MatchedPair, Person, Pin, RoundInput, RoundResult } from '../index.ts';

const OPEN = { requirements: [], preferences: [{ kind: 'education-level', weight: 1 }] } as const;

function roundOf(
  newcomers: readonly Person[],
  mentors: readonly Person[],
  more: Partial<RoundInput> = {},
): RoundInput {
  return { program: OPEN, newcomers, mentors, now: NOW, ...more };
}

function namesOf({ pairs }: RoundResult): readonly string[] {
  return pairs.map(({ newcomer, mentor }) => `${newcomer}-${mentor}`);
}

function schooled(level: number): Partial<Person> {
  return { educations: [{ level, field: null }] };
}

describe('the aims, in their order', () => {
  it('more people paired comes before a higher score', () => {
    const input = roundOf(
      [makePerson('n1', schooled(7)), makePerson('n2', schooled(1))],
      [makePerson('m1', schooled(7)), makePerson('m2', schooled(1))],
      { bans: [{ newcomer: 'n2', mentor: 'm2' }] },
    );
    const result = matchRound(input);
    expect(namesOf(result)).toEqual(['n1-m2', 'n2-m1']);
    expect(result.certificate).toMatchObject({ matched: 2, people: 4, total: 0, optimal: true });
  });

  it('who waited longer comes before who fits better', () => {
    const input = roundOf(
      [
        makePerson('fits', { ...schooled(7), waitingSince: '2026-02-16' }),
        makePerson('waits', { ...schooled(1), waitingSince: '2026-02-09' }),
      ],
      [makePerson('m1', schooled(7))],
    );
    expect(namesOf(matchRound(input))).toEqual(['waits-m1']);
  });

  it('a few days more are no week more: then the better fit is paired', () => {
    const input = roundOf(
      [
        makePerson('fits', { ...schooled(7), waitingSince: '2026-02-16' }),
        makePerson('waits', { ...schooled(1), waitingSince: '2026-02-11' }),
      ],
      [makePerson('m1', schooled(7))],
    );
    expect(namesOf(matchRound(input))).toEqual(['fits-m1']);
  });

  it('one who waited very long never costs two others their place', () => {
    const input = roundOf(
      [makePerson('n1', { waitingSince: '1990-01-01', capacity: 1 }), makePerson('n2'), makePerson('n3')],
      [makePerson('m1'), makePerson('m2')],
      {
        bans: [
          { newcomer: 'n1', mentor: 'm2' },
          { newcomer: 'n3', mentor: 'm1' },
        ],
      },
    );
    const result = matchRound(input);
    expect(result.certificate.people).toBe(4);
    expect(namesOf(result)).toContain('n1-m1');
  });

  it('the highest total comes before the best single pair', () => {
    const fond = (...interests: readonly string[]): Partial<Person> => ({ interests });
    const input = roundOf(
      [makePerson('n1', fond('film', 'chess', 'walks', 'books')), makePerson('n2', fond('film', 'chess'))],
      [makePerson('m1', fond('film', 'chess', 'walks', 'books')), makePerson('m2', fond('walks', 'books'))],
      { program: { requirements: [], preferences: [{ kind: 'interests', weight: 1 }] } },
    );
    expect(namesOf(matchRound(input))).toEqual(['n1-m2', 'n2-m1']);
  });

  it('of equals, each newcomer in order of id takes the first mentor by id', () => {
    const people = (letter: string): readonly Person[] => ['3', '1', '2'].map((n) => makePerson(letter + n));
    expect(namesOf(matchRound(roundOf(people('n'), people('m'))))).toEqual(['n1-m1', 'n2-m2', 'n3-m3']);
  });

  it('with every weight at nothing all pairs score 0 and people are still paired', () => {
    const input = roundOf([makePerson('n1')], [makePerson('m1')], {
      program: { requirements: [], preferences: [{ kind: 'age', weight: 0 }] },
    });
    expect(matchRound(input).pairs).toMatchObject([{ score: 0, reasons: [] }]);
  });
});

describe('places', () => {
  it('a mentor with two places meets two newcomers, never one of them twice', () => {
    const result = matchRound(
      roundOf([makePerson('n1', { capacity: 2 }), makePerson('n2')], [makePerson('m1', { capacity: 3 })]),
    );
    expect(namesOf(result)).toEqual(['n1-m1', 'n2-m1']);
  });

  it('a second newcomer for one mentor never takes the only mentor of another', () => {
    const result = matchRound(
      roundOf([makePerson('n1'), makePerson('n2')], [makePerson('m1', { capacity: 2 }), makePerson('m2')]),
    );
    expect(result.certificate.people).toBe(4);
  });
});

describe('pins', () => {
  const people = {
    newcomers: [makePerson('n1', schooled(1)), makePerson('n2', schooled(7))],
    mentors: [makePerson('m1', schooled(1)), makePerson('m2', schooled(7))],
  };
  const solve = (pins: readonly Pin[], more: Partial<RoundInput> = {}): RoundResult =>
    matchRound(roundOf(people.newcomers, people.mentors, { pins, ...more }));

  it('are kept although another pair would score higher', () => {
    const result = solve([{ newcomer: 'n1', mentor: 'm2', reason: null }]);
    expect(namesOf(result)).toEqual(['n1-m2', 'n2-m1']);
    expect(result.pairs[0]).toMatchObject({ pinned: true, overrides: [], pinReason: null });
    expect(result.certificate.optimal).toBe(true);
  });

  it('are kept although fewer are paired', () => {
    const result = solve([{ newcomer: 'n1', mentor: 'm1', reason: null }], {
      bans: [{ newcomer: 'n2', mentor: 'm2' }],
    });
    expect(namesOf(result)).toEqual(['n1-m1']);
    expect(result.certificate.optimal).toBe(true);
  });

  it('that break a requirement are kept with a written reason, and marked', () => {
    const result = solve([{ newcomer: 'n1', mentor: 'm2', reason: 'Both asked for it.' }], {
      history: [{ newcomer: 'n1', mentor: 'm2' }],
    });
    expect(result.pairs[0]).toMatchObject({
      pinned: true,
      overrides: [{ rule: 'earlier-pair' }],
      pinReason: 'Both asked for it.',
    });
    expect(result.conflicts).toEqual([]);
    expect(result.certificate.optimal).toBe(true);
  });

  it.each<readonly [string, readonly Pin[], Partial<RoundInput>, string]>([
    [
      'that break a requirement without a reason',
      [{ newcomer: 'n1', mentor: 'm2', reason: ' ' }],
      { history: [{ newcomer: 'n1', mentor: 'm2' }] },
      'breaks-requirement',
    ],
    ['of somebody unknown', [{ newcomer: 'n9', mentor: 'm2', reason: 'x' }], {}, 'unknown-person'],
    [
      'of a banned pair',
      [{ newcomer: 'n1', mentor: 'm2', reason: 'x' }],
      { bans: [{ newcomer: 'n1', mentor: 'm2' }] },
      'also-banned',
    ],
    [
      'set twice',
      [
        { newcomer: 'n1', mentor: 'm2', reason: 'x' },
        { newcomer: 'n1', mentor: 'm2', reason: null },
      ],
      {},
      'pinned-twice',
    ],
    [
      'beyond the places of one of the two',
      [
        { newcomer: 'n1', mentor: 'm2', reason: 'x' },
        { newcomer: 'n2', mentor: 'm2', reason: null },
      ],
      {},
      'over-capacity',
    ],
  ])('%s are named as a conflict, and the rest is solved', (_, pins, more, code) => {
    const result = solve(pins, more);
    expect(result.conflicts).toMatchObject([{ code }]);
    expect(result.certificate).toMatchObject({ people: 4, optimal: true });
    expect(certify(roundOf(people.newcomers, people.mentors, { pins, ...more }), result).problems).toEqual(
      [],
    );
  });

  it('a pinned person’s further places still serve others', () => {
    const input = roundOf([makePerson('n1'), makePerson('n2')], [makePerson('m1', { capacity: 2 })], {
      pins: [{ newcomer: 'n2', mentor: 'm1', reason: null }],
    });
    expect(namesOf(matchRound(input))).toEqual(['n1-m1', 'n2-m1']);
  });
});

describe('who is never paired', () => {
  it.each<readonly [string, Partial<RoundInput>, Partial<Person>, Partial<Person>]>([
    ['a banned pair', { bans: [{ newcomer: 'n1', mentor: 'm1' }] }, {}, {}],
    ['an earlier pair', { history: [{ newcomer: 'n1', mentor: 'm1' }] }, {}, {}],
    ['an earlier pair with the sides changed', { history: [{ newcomer: 'm1', mentor: 'n1' }] }, {}, {}],
    ['the newcomer will not meet the mentor', {}, { neverWith: ['m1'] }, {}],
    ['the mentor will not meet the newcomer', {}, {}, { neverWith: ['n1'] }],
    ['one household', {}, { household: 'h' }, { household: 'h' }],
    [
      'a wish that must be met',
      {},
      { wishes: [{ about: 'gender', gender: 'woman', strength: 'must', most: false }] },
      { gender: 'man' },
    ],
  ])('%s stays unpaired, and it is an answer', (_, more, newcomer, mentor) => {
    const result = matchRound(roundOf([makePerson('n1', newcomer)], [makePerson('m1', mentor)], more));
    expect(result.pairs).toEqual([]);
    expect(result.leftOut.map(({ reasons }) => reasons[0]?.code)).toEqual([
      'no-allowed-partner',
      'no-allowed-partner',
    ]);
    expect(result.certificate).toMatchObject({ matched: 0, people: 0, total: 0, optimal: true });
  });
});

describe('empty pools', () => {
  it.each<readonly [string, readonly Person[], readonly Person[]]>([
    ['nobody at all', [], []],
    ['only newcomers', [makePerson('n1')], []],
    ['only mentors', [], [makePerson('m1')]],
  ])('%s is an answer', (_, newcomers, mentors) => {
    const result = matchRound(roundOf(newcomers, mentors));
    expect(result).toMatchObject({ pairs: [], conflicts: [], engine: ENGINE });
    expect(result.leftOut.map(({ reasons }) => reasons)).toEqual(
      [...newcomers, ...mentors].map(() => [{ code: 'nobody-there' }]),
    );
    expect(result.certificate.optimal).toBe(true);
    expect(checkReadiness(roundOf(newcomers, mentors))).toMatchObject({ possiblePairs: 0, peoplePaired: 0 });
  });
});

describe('every round', () => {
  const anyRound = fc
    .record({
      seed: fc.integer(),
      newcomers: fc.integer({ min: 0, max: 14 }),
      mentors: fc.integer({ min: 0, max: 14 }),
    })
    .map(({ seed, newcomers, mentors }) => makeRound(seed, newcomers, mentors));

  it('never gives a person more pairs than places, nor a pair that has an obstacle', () => {
    fc.assert(
      fc.property(anyRound, (input) => {
        const { pairs } = matchRound(input);
        for (const { id, capacity } of [...input.newcomers, ...input.mentors]) {
          expect(
            pairs.filter((pair) => pair.newcomer === id || pair.mentor === id).length,
          ).toBeLessThanOrEqual(capacity);
        }
        for (const { newcomer, mentor } of pairs) expect(explainNoPair(input, newcomer, mentor)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('comes out the same to the last bit in any order of people, pins, bans and earlier pairs', () => {
    fc.assert(
      fc.property(anyRound, fc.integer(), (input, seed) => {
        const random = makeRandom(seed);
        const pairs = input.newcomers.flatMap((a) =>
          input.mentors.map((b) => ({ newcomer: a.id, mentor: b.id, reason: 'x' })),
        );
        const some = (share: number): typeof pairs => pairs.filter(() => random() < share);
        const [pins, bans, history] = [some(0.03), some(0.05), some(0.05)];
        const whole = { ...input, pins, bans, history };
        const mixed = {
          ...whole,
          newcomers: shuffle(input.newcomers, random),
          mentors: shuffle(input.mentors, random),
          pins: shuffle(pins, random),
          bans: shuffle(bans, random),
          history: shuffle(history, random),
        };
        expect(JSON.stringify(matchRound(mixed))).toBe(JSON.stringify(matchRound(whole)));
      }),
      { numRuns: 60 },
    );
  });

  it('pairs no fewer people, and is worth no less, when a ban is lifted or a mentor comes', () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: 0, max: 195 }), (input, at) => {
        const pairs = input.newcomers.flatMap((a) =>
          input.mentors.map((b) => ({ newcomer: a.id, mentor: b.id })),
        );
        const bans = pairs.filter((_, n) => n % 3 === at % 3);
        const before = matchRound({ ...input, bans });
        const lifted = matchRound({ ...input, bans: bans.filter((_, n) => n !== at % bans.length) });
        expect(compareWorth(input, lifted, before)).toBeGreaterThanOrEqual(0);
        const more = { ...input, mentors: [...input.mentors, makePerson('m-new')], bans };
        expect(compareWorth(more, matchRound(more), before)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('gives shares that sum to the score', () => {
    const { pairs, fullScore } = matchRound(makeRound(11, 40, 40));
    expect(fullScore).toBe(2900);
    for (const { score, reasons } of pairs) {
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(reasons.reduce((sum, { of }) => sum + of, 0)).toBe(fullScore);
      expect(reasons.every(({ value }) => value >= 0 && value <= 1)).toBe(true);
    }
  });
});

/* More people, then longer waits, then a higher total. */
function compareWorth(input: RoundInput, a: RoundResult, b: RoundResult): number {
  const people = a.certificate.people - b.certificate.people;
  if (people !== 0) return people;
  const [mine, theirs] = [waitsOf(input, a.pairs), waitsOf(input, b.pairs)];
  const differing = mine.findIndex((day, at) => day !== theirs[at]);
  if (differing !== -1) return (mine[differing] ?? 0) - (theirs[differing] ?? 0);
  return a.certificate.total - b.certificate.total;
}

function waitsOf({ newcomers, mentors, now }: RoundInput, pairs: readonly MatchedPair[]): readonly number[] {
  const paired = new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  return [...newcomers, ...mentors]
    .filter(({ id }) => paired.has(id))
    .map(({ waitingSince }) => Math.floor((Date.parse(now) - Date.parse(waitingSince)) / (7 * 86_400_000)))
    .sort((x, y) => y - x);
}

function shuffle<T>(values: readonly T[], random: () => number): readonly T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
