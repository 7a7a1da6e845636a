import { describe, expect, it } from 'vitest';
import { EVERYTHING_COUNTS, makeRandom, makeRound } from '../../bench/people.ts';
import { compileProgram, ruleBit } from './compiled.ts';
import { kilometresApart } from '../judge/context.ts';
import type { Gender, Person, Requirement, RoundInput, Wish } from '../model.ts';
import { fillPool } from './pool.ts';
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

  it('measure nothing where a place is unknown', () => {
    const { newcomers, mentors } = makeRound(1, 1, 1);
    const [a, b] = [newcomers[0], mentors[0]];
    expect(a && b && kilometresApart({ ...a, place: null }, b)).toBeNull();
  });
});

/* Realistic people with holes in what is known of them, under a program of random rules. */
function makeVaried(seed: number, random: () => number): RoundInput {
  const input = makeRound(seed, 12, 12);
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
      requirements: REQUIREMENTS.filter(() => often(0.25)),
      preferences: EVERYTHING_COUNTS.map(({ kind }) => ({ kind, weight: Math.floor(random() * 11) })),
    },
    newcomers: input.newcomers.map(pokeHoles),
    mentors: input.mentors.map(pokeHoles),
    bans: [pair(), pair()],
    history: [pair(), { newcomer: 'm-0003', mentor: 'n-0004' }],
  };
}

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
