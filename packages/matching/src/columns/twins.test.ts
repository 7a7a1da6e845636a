import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING_COUNTS, makeRandom, makeRound } from '../../bench/people.ts';
import { emptyTable, everyoneOf, has, put } from './bits.ts';
import { findCandidates, listOpen } from './candidates.ts';
import { compileProgram, ruleBit } from './compiled.ts';
import { countShared, keepAtLeast } from './count.ts';
import { chordLimit, isWithin, tenthsOf } from './distance.ts';
import { hundredthsOf, judge } from '../judge/criteria.ts';
import { kilometresOfChord } from '../judge/sphere.ts';
import { kilometresApart } from '../judge/context.ts';
import type { Gender, Person, Requirement, RoundInput, Wish } from '../model.ts';
import { fillPool, personAt } from './pool.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { sharesOf, totalOf, weigh } from '../judge/score.ts';

describe('the columns and the rules as written', () => {
  it('see the same obstacles and the same score in every pair', () => {
    const random = makeRandom(7);
    let allowed = 0;
    let blocked = 0;
    for (let seed = 0; seed < 60; seed++) {
      const input = makeVaried(seed, random);
      const pool = fillPool(input);
      const compiled = compileProgram(pool, input);
      const rules = listRules(input.program);
      const weights = weigh(input.program.preferences);
      for (const [i, a] of pool.newcomers.people.entries()) {
        for (const [j, b] of pool.mentors.people.entries()) {
          const obstacles = findObstacles(rules, a, b, pool.context);
          const bits = obstacles.reduce((sum, { rule }) => sum | ruleBit(rule), 0);
          expect([a.id, b.id, compiled.broken(i, j), compiled.isAllowed(i, j)]).toEqual([
            a.id,
            b.id,
            bits,
            bits === 0,
          ]);
          expect(compiled.score(i, j)).toBe(totalOf(sharesOf(weights, a, b, pool.context)));
          if (bits === 0) allowed++;
          else blocked++;
        }
      }
    }
    expect(Math.min(allowed, blocked)).toBeGreaterThan(500);
  });

  it('see the same in rows of either side, whether many are asked about or few', () => {
    const random = makeRandom(8);
    let asked = 0;
    for (let seed = 0; seed < 8; seed++) {
      const input = makeVaried(seed, random, [37, 75]);
      const pool = fillPool(input);
      const compiled = compileProgram(pool, input);
      const { rowStart, column, score } = findCandidates(compiled);
      const open = listOpen(compiled);
      expect([[...open.rowStart], [...open.column]]).toEqual([[...rowStart], [...column]]);
      for (const side of ['newcomer', 'mentor'] as const) {
        const rows = compiled.rowsOf(side);
        const [own, others] =
          side === 'newcomer' ? [pool.newcomers, pool.mentors] : [pool.mentors, pool.newcomers];
        for (const [at, a] of own.people.entries()) {
          const [few, many] = [seed % 2 === 0 ? 3 : 5, others.people.length];
          const some = Int32Array.from(
            { length: at % 2 === 0 ? few : many },
            (_, k) => (k * 7) % many,
          ).sort();
          const set = setOf(some, many);
          for (const { kind } of EVERYTHING_COUNTS) {
            const hundredths = new Uint8Array(some.length);
            rows.measure(kind)(at, set, { column: some, from: 0, to: some.length }, hundredths);
            const written = Array.from(some, (j) => {
              const b = personAt(others, j);
              const [newcomer, mentor] = side === 'newcomer' ? [a, b] : [b, a];
              return hundredthsOf(judge(kind, newcomer, mentor, pool.context).value);
            });
            expect([kind, ...hundredths]).toEqual([kind, ...written]);
            asked += written.length;
          }
        }
      }
      for (const [i] of pool.newcomers.people.entries()) {
        const allowed = pool.mentors.people.flatMap((_, j) =>
          compiled.isAllowed(i, j) ? [[j, compiled.score(i, j)]] : [],
        );
        const found = Array.from(column.subarray(rowStart[i], rowStart[i + 1]), (j, k) => [
          j,
          score[(rowStart[i] ?? 0) + k],
        ]);
        expect(found).toEqual(allowed);
      }
    }
    expect(asked).toBeGreaterThan(50_000);
  });

  it('agree to the last tenth of a kilometre', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 4, noNaN: true }), fc.nat(200_500), (chord, tenths) => {
        const exact = (square: number): number => Math.round(kilometresOfChord(Math.sqrt(square), 0, 0) * 10);
        const limit = chordLimit(tenths / 10);
        for (const square of [
          chord,
          chord / 1e6,
          chord / 1e9,
          limit,
          limit * (1 + 1e-15),
          limit * (1 - 1e-15),
        ]) {
          expect(tenthsOf(square)).toBe(exact(square));
          expect(isWithin(square, limit, tenths / 10)).toBe(exact(square) / 10 <= tenths / 10);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('measure and limit distances alike near and far, next to every step of the curve', () => {
    const random = makeRandom(9);
    // From 30 metres to half the earth, and a few at the very step of a tenth of a kilometre.
    const north = (n: number): number =>
      n < 500 ? 0.0003 * 1.028 ** n : (0.05 + 0.1 * (n - 500)) / KILOMETRES;
    const round = makeRound(9, 1, 700, {
      requirements: [{ kind: 'nearness', kilometres: 60, orRemote: false }],
      preferences: [{ kind: 'nearness', weight: 1 }],
    });
    const input: RoundInput = {
      ...round,
      newcomers: round.newcomers.map((one) => ({
        ...one,
        place: { latitude: 0, longitude: 0 },
        maxKilometres: null,
        wishes: [],
      })),
      mentors: round.mentors.map((one, n) => ({
        ...one,
        place: n % 50 === 7 ? null : { latitude: Math.min(90, north(n)), longitude: 0 },
        maxKilometres: random() < 0.5 ? null : 1 + (n % 40),
        wishes: [],
      })),
    };
    const pool = fillPool(input);
    const compiled = compileProgram(pool, input);
    const rules = listRules(input.program);
    const { rowStart, column } = listOpen(compiled);
    const mentors = pool.mentors.people;
    const newcomer = personAt(pool.newcomers, 0);
    const near = mentors.flatMap((b, j) =>
      findObstacles(rules, newcomer, b, pool.context).length === 0 ? [j] : [],
    );
    expect([...column.subarray(rowStart[0], rowStart[1])]).toEqual(near);
    const everyone = everyoneOf(mentors.length);
    const some = { column: Int32Array.from(mentors, (_, j) => j), from: 0, to: mentors.length };
    const hundredths = new Uint8Array(mentors.length);
    compiled.rowsOf('newcomer').measure('nearness')(0, everyone, some, hundredths);
    const written = mentors.map((b) => hundredthsOf(judge('nearness', newcomer, b, pool.context).value));
    expect([...hundredths]).toEqual(written);
    expect(new Set(written).size).toBeGreaterThan(60);
  });

  it('count what is shared as a set of those who share so many', () => {
    const codes = fc.uniqueArray(fc.nat(19), { maxLength: 20 });
    fc.assert(
      fc.property(
        codes,
        fc.array(codes, { minLength: 1, maxLength: 70 }),
        fc.integer({ min: 1, max: 8 }),
        (hers, theirs, least) => {
          const by = emptyTable(20, theirs.length);
          for (const [j, list] of theirs.entries()) for (const code of list) put(by, code, j);
          const lists = { start: Int32Array.of(0, hers.length), code: Int32Array.from(hers) };
          const set = everyoneOf(theirs.length);
          const counts = countShared(lists, by)(0, set);
          keepAtLeast(set, counts, least);
          const shared = theirs.map((list) => list.filter((code) => hers.includes(code)).length);
          expect(theirs.map((_, j) => has(set, j))).toEqual(shared.map((count) => count >= least));
        },
      ),
    );
  });

  it('measure nothing where a place is unknown', () => {
    const { newcomers, mentors } = makeRound(1, 1, 1);
    const [a, b] = [newcomers[0], mentors[0]];
    expect(a && b && kilometresApart({ ...a, place: null }, b)).toBeNull();
  });
});

/* Realistic people with holes in what is known of them, under a program of random rules. */
function makeVaried(
  seed: number,
  random: () => number,
  [newcomers, mentors]: readonly [newcomers: number, mentors: number] = [12, 12],
): RoundInput {
  const input = makeRound(seed, newcomers, mentors);
  const often = (share: number): boolean => random() < share;
  const pokeHoles = (person: Person): Person => ({
    ...person,
    gender: often(0.1) ? null : person.gender,
    birthYear: often(0.1) ? null : person.birthYear,
    place: often(0.1) ? null : person.place,
    educations: person.educations.map((one) => (often(0.2) ? { ...one, field: null } : one)),
    occupations: person.occupations.map((one) => ({
      ...one,
      occupation: often(0.3) ? null : one.occupation,
      ssyk: one.ssyk.slice(0, 1 + Math.floor(random() * 4)),
    })),
    ways: often(0.1) ? [] : person.ways,
    household: often(0.2) ? `h-${String(Math.floor(random() * 4))}` : null,
    wishes: WISHES.filter(() => often(0.12)).map((wish) => ({
      ...wish,
      strength: often(0.3) ? 'must' : 'rather',
    })),
    neverWith: often(0.1)
      ? [`m-000${String(Math.floor(random() * 9))}`, `n-000${String(Math.floor(random() * 9))}`]
      : [],
  });
  const pair = (): { newcomer: string; mentor: string } => ({
    newcomer: `n-000${String(Math.floor(random() * 9))}`,
    mentor: `m-000${String(Math.floor(random() * 9))}`,
  });
  return {
    ...input,
    program: {
      requirements: REQUIREMENTS.filter(() => often(0.25)).map((one) =>
        one.kind === 'common-time' && often(0.3) ? { ...one, halfHours: 10 } : one,
      ),
      preferences: EVERYTHING_COUNTS.map(({ kind }) => ({ kind, weight: Math.floor(random() * 11) })),
    },
    newcomers: input.newcomers.map(pokeHoles),
    mentors: input.mentors.map(pokeHoles),
    bans: [pair(), pair()],
    history: [pair(), { newcomer: 'm-0003', mentor: 'n-0004' }],
  };
}

function setOf(positions: Int32Array, size: number): Int32Array {
  const table = emptyTable(1, size);
  for (const j of positions) put(table, 0, j);
  return table.bits;
}

/** Of one degree of latitude. */
const KILOMETRES = (Math.PI * 6371.0088) / 180;

const WOMEN: readonly Gender[] = ['woman'];
const WISHES: readonly Wish[] = [
  { about: 'gender', gender: 'woman', strength: 'rather', most: false },
  { about: 'age', years: 10, strength: 'rather', most: false },
  { about: 'language', language: 'ar', strength: 'rather', most: false },
  { about: 'language', language: 'xx', strength: 'rather', most: false },
  { about: 'occupation', strength: 'rather', most: true },
  { about: 'municipality', strength: 'rather', most: false },
  { about: 'nearness', kilometres: 15, strength: 'rather', most: false },
  { about: 'way', way: 'video', strength: 'rather', most: false },
];
const REQUIREMENTS: readonly Requirement[] = [
  { kind: 'gender', side: 'newcomer', allowed: ['woman', 'other'] },
  { kind: 'gender', side: 'mentor', allowed: WOMEN },
  { kind: 'minimum-age', side: 'newcomer', years: 25 },
  { kind: 'minimum-age', side: 'mentor', years: 30 },
  { kind: 'age-span', years: 20 },
  { kind: 'language', common: 'B1', swedish: 'A2' },
  { kind: 'common-time', halfHours: 4 },
  { kind: 'nearness', kilometres: 25, orRemote: true },
  {
    kind: 'field',
    anyOf: [
      { by: 'education-field', atLeast: 0.6, postSecondary: true },
      { by: 'occupation', atLeast: 0.5 },
      { by: 'education-level', atLeast: 0.9 },
    ],
  },
  { kind: 'municipality', among: ['0162', '1441', '2417'], across: 'if-remote' },
];
