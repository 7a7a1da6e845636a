import { compileCriterion } from './compiled-criteria.ts';
import { compileRequirement } from './compiled-requirements.ts';
import { compileWishes } from './compiled-wishes.ts';
import type { PersonPair, RoundInput, RuleName, Wish } from '../model.ts';
import type { Measure, Pool, Test } from './pool.ts';
import { RULE_ORDER } from '../judge/rules.ts';
import { hundredthsOf } from '../judge/criteria.ts';
import { fullScoreOf, weigh } from '../judge/score.ts';

/** A program made ready for one pool: its rules and criteria as questions about positions. */
export interface Compiled {
  readonly pool: Pool;
  /** The most a pair can score. */
  readonly fullScore: number;
  /** Does the pair break no rule? */
  readonly isAllowed: Test;
  /** The rules the pair breaks: bit `RULE_ORDER.indexOf(rule)`. */
  readonly broken: Measure;
  /** 0..`fullScore` */
  readonly score: Measure;
}

/** The quick twin of rules, criteria and score; a property test holds them equal. */
export function compileProgram(pool: Pool, input: RoundInput): Compiled {
  const tests = compileRules(pool, input);
  const weights = weigh(input.program.preferences).map(({ criterion, weight }) => ({
    weight,
    value: compileCriterion(pool, criterion),
  }));
  return {
    pool,
    fullScore: fullScoreOf(input.program.preferences),
    isAllowed(i, j) {
      for (const { isMet } of tests) if (!isMet(i, j)) return false;
      return true;
    },
    broken(i, j) {
      let bits = 0;
      for (const { bit, isMet } of tests) if (!isMet(i, j)) bits |= bit;
      return bits;
    },
    score(i, j) {
      let points = 0;
      for (const { value, weight } of weights) points += weight * hundredthsOf(value(i, j));
      return points;
    },
  };
}

/** The bit of a rule in `Compiled.broken`. */
export function ruleBit(rule: RuleName): number {
  return 1 << RULE_ORDER.indexOf(rule);
}

function compileRules(
  pool: Pool,
  input: RoundInput,
): readonly { readonly bit: number; readonly isMet: Test }[] {
  const { newcomers, mentors } = pool;
  const tests: { rule: RuleName; isMet: Test }[] = input.program.requirements.map((requirement) => ({
    rule: requirement.kind,
    isMet: compileRequirement(pool, requirement),
  }));
  const neverWith = [...newcomers.people, ...mentors.people].flatMap(({ id, neverWith: others }) =>
    others.map((other) => ({ newcomer: id, mentor: other })),
  );
  tests.push({ rule: 'ban', isMet: noneOf(pool, input.bans ?? []) });
  tests.push({ rule: 'never-with', isMet: noneOf(pool, neverWith) });
  tests.push({ rule: 'earlier-pair', isMet: noneOf(pool, input.history ?? []) });
  tests.push({
    rule: 'household',
    isMet: (i, j) => newcomers.household[i] === 0 || newcomers.household[i] !== mentors.household[j],
  });
  tests.push({ rule: 'wish', isMet: compileMusts(pool) });
  return tests.map(({ rule, isMet }) => ({ bit: ruleBit(rule), isMet })).sort((a, b) => a.bit - b.bit);
}

/* Listed pairs hold in both directions, as in `hasPair`. Few people have any: rows without are answered at once. */
function noneOf(pool: Pool, pairs: readonly PersonPair[]): Test {
  const newcomers = new Map(pool.newcomers.people.map(({ id }, position) => [id, position]));
  const mentors = new Map(pool.mentors.people.map(({ id }, position) => [id, position]));
  const rows: (Set<number> | undefined)[] = pool.newcomers.people.map(() => undefined);
  const add = (a: string, b: string): void => {
    const i = newcomers.get(a);
    const j = mentors.get(b);
    if (i !== undefined && j !== undefined) rows[i] = (rows[i] ?? new Set()).add(j);
  };
  for (const { newcomer, mentor } of pairs) {
    add(newcomer, mentor);
    add(mentor, newcomer);
  }
  return (i, j) => rows[i]?.has(j) !== true;
}

function compileMusts(pool: Pool): Test {
  const isMust = ({ strength }: Wish): boolean => strength === 'must';
  const hers = compileWishes(pool, 'newcomer', isMust);
  const theirs = compileWishes(pool, 'mentor', isMust);
  return (i, j) => {
    for (const isMet of hers[i] ?? []) if (!isMet(i, j)) return false;
    for (const isMet of theirs[j] ?? []) if (!isMet(i, j)) return false;
    return true;
  };
}
