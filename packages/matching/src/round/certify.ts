import { weeksWaiting } from '../judge/calendar.ts';
import { findCandidates, type Candidates } from '../columns/candidates.ts';
import { compileProgram } from '../columns/compiled.ts';
import { checkFeasible, countBy, type Problem } from './feasible.ts';
import type { MatchedPair, Person, RoundInput, RoundResult } from '../model.ts';
import type { Columns } from '../columns/columns.ts';
import { fillPool, type Pool } from '../columns/pool.ts';
import { fullScoreOf } from '../judge/score.ts';

/** `feasible`: it may be used. `optimal`: and the prices prove that none is better by the aims in their order. */
export interface Verdict {
  readonly feasible: boolean;
  readonly optimal: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Checks a result against its input, trusting nothing in it and sharing no code with the solver. Each pair is
 * held against the rules as written; optimality is weak duality: whatever the prices, no assignment earns more
 * than `dualValue`, so one that earns as much is best. Throws as `checkInput` does.
 */
export function certify(input: RoundInput, result: RoundResult): Verdict {
  const pool = fillPool(input);
  return inspect(input, pool, findCandidates(compileProgram(pool, input)), result);
}

/** As `certify`, for who has the pool and the candidates at hand. */
export function inspect(input: RoundInput, pool: Pool, candidates: Candidates, result: RoundResult): Verdict {
  const infeasible = checkFeasible(input, pool, result);
  const unproved = infeasible.length > 0 ? [] : checkOptimality(input, pool, candidates, result);
  const problems = [...infeasible, ...unproved];
  return { feasible: infeasible.length === 0, optimal: problems.length === 0, problems };
}

/** One side's part in the proof, by position: what is left for the solver when the pins are taken out. */
interface PricedSide {
  readonly price: readonly number[];
  readonly places: readonly number[];
  readonly weight: readonly number[];
}

function checkOptimality(
  input: RoundInput,
  pool: Pool,
  candidates: Candidates,
  result: RoundResult,
): readonly Problem[] {
  const { newcomers, mentors } = result.certificate.prices;
  const prices = new Map([...newcomers, ...mentors]);
  const missing = [...pool.newcomers.people, ...pool.mentors.people].filter(({ id }) => !prices.has(id));
  if (missing.length > 0) return missing.map(({ id }) => ({ code: 'price-missing', id }));
  const weightOf = weightByWaiting(input);
  const pinned = countBy(
    result.pairs.filter((pair) => pair.pinned).flatMap(({ newcomer, mentor }) => [newcomer, mentor]),
  );
  const sideOf = ({ people }: Columns, others: number): PricedSide => ({
    price: people.map(({ id }) => prices.get(id) ?? 0),
    places: people.map(({ id, capacity }) => Math.min(capacity, others) - (pinned.get(id) ?? 0)),
    weight: people.map((person) => (pinned.has(person.id) ? 0 : weightOf(person))),
  });
  const rows = sideOf(pool.newcomers, pool.mentors.people.length);
  const columns = sideOf(pool.mentors, pool.newcomers.people.length);
  const bound = dualValue(rows, columns, openEdges(candidates, pool, result.pairs));
  const value = primalValue(pool, result.pairs, weightOf, pinned);
  return value === bound ? [] : [{ code: 'not-proved-best', value, bound }];
}

function primalValue(
  { newcomers, mentors }: Pool,
  pairs: readonly MatchedPair[],
  weightOf: (person: Person) => number,
  pinned: ReadonlyMap<string, number>,
): number {
  const paired = new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  const people = [...newcomers.people, ...mentors.people].filter(
    ({ id }) => paired.has(id) && !pinned.has(id),
  );
  const scores = pairs.filter((pair) => !pair.pinned).reduce((sum, { score }) => sum + score, 0);
  return people.reduce((sum, person) => sum + weightOf(person), scores);
}

/**
 * The value of the dual program at these prices: for every edge what it earns beyond the two prices, for every
 * person what the first place earns by its weight and price, and every further place by its price; nothing
 * that would be negative.
 */
function dualValue(rows: PricedSide, columns: PricedSide, edges: Edges): number {
  let value = placesValue(rows) + placesValue(columns);
  for (let i = 0; i < rows.price.length; i++) {
    const price = rows.price[i] ?? 0;
    for (let e = edges.rowStart[i] ?? 0; e < (edges.rowStart[i + 1] ?? 0); e++) {
      const j = edges.column[e] ?? 0;
      const closed = edges.pinned.has(e) || rows.places[i] === 0 || columns.places[j] === 0;
      if (!closed) value += Math.max(0, (edges.score[e] ?? 0) - price - (columns.price[j] ?? 0));
    }
  }
  return value;
}

function placesValue({ price, places, weight }: PricedSide): number {
  return price.reduce((sum, p, at) => {
    const open = places[at] ?? 0;
    return open === 0 ? sum : sum + Math.max(0, (weight[at] ?? 0) + p) + (open - 1) * Math.max(0, p);
  }, 0);
}

interface Edges extends Candidates {
  /** Edges of pinned pairs. */
  readonly pinned: ReadonlySet<number>;
}

function openEdges(candidates: Candidates, pool: Pool, pairs: readonly MatchedPair[]): Edges {
  const rows = new Map(pool.newcomers.people.map(({ id }, at) => [id, at]));
  const columns = new Map(pool.mentors.people.map(({ id }, at) => [id, at]));
  const pinned = new Set<number>();
  for (const pair of pairs) {
    if (!pair.pinned) continue;
    const i = rows.get(pair.newcomer) ?? 0;
    for (let e = candidates.rowStart[i] ?? 0; e < (candidates.rowStart[i + 1] ?? 0); e++) {
      if (candidates.column[e] === columns.get(pair.mentor)) pinned.add(e);
    }
  }
  return { ...candidates, pinned };
}

/* The aims as one number, worked out anew from `assign`'s words: rank of weeks waited + 1, times more than any total. */
function weightByWaiting({ program, newcomers, mentors, now }: RoundInput): (person: Person) => number {
  const weeks = [...newcomers, ...mentors].map(({ waitingSince }) => weeksWaiting(waitingSince, now));
  const classes = [...new Set(weeks)].sort((a, b) => a - b);
  const rank = new Map(classes.map((week, at) => [week, at]));
  const places = (people: readonly Person[], others: number): number =>
    people.map(({ capacity }) => Math.min(capacity, others)).reduce((a, b) => a + b, 0);
  const pairs = Math.min(places(newcomers, mentors.length), places(mentors, newcomers.length));
  const fullScore = fullScoreOf(program.preferences);
  return ({ waitingSince }) =>
    ((rank.get(weeksWaiting(waitingSince, now)) ?? 0) + 1) * (fullScore * pairs + 1);
}
