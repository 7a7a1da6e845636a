import type { Candidates } from '../columns/candidates.ts';
import type { Columns } from '../columns/columns.ts';
import type { Pool } from '../columns/pool.ts';
import { weeksWaiting } from '../judge/calendar.ts';
import type { KeptMentor, MatchedPair, Person, Prices, RoundInput } from '../model.ts';
import { countBy } from './feasible.ts';

/** One side of what is left to decide beside the pinned pairs, by position. */
export interface OpenSide {
  readonly ids: readonly string[];
  readonly places: readonly number[];
  /** 1 + the rank of the weeks waited; 0 for who is in a pinned pair. */
  readonly rank: readonly number[];
}

/** A pair that may be made, or was: positions, its own score, and what it adds to the total. */
export interface OpenPair {
  readonly i: number;
  readonly j: number;
  readonly score: number;
  readonly value: number;
}

/** What is left to decide beside the pinned pairs, and what was decided; worked out anew from the words, for the proofs. */
export interface OpenRound {
  readonly rows: OpenSide;
  readonly columns: OpenSide;
  /** Visits every pair that may be made. */
  readonly each: (visit: (pair: OpenPair) => void) => void;
  readonly made: readonly OpenPair[];
  /** More than two totals can differ by. */
  readonly span: number;
}

/** `kept` as it stands in the result, once it is known to be true. */
export function readOpenRound(
  input: RoundInput,
  pool: Pool,
  candidates: Candidates,
  { pairs, kept }: { readonly pairs: readonly MatchedPair[]; readonly kept: readonly KeptMentor[] },
): OpenRound {
  const pinned = pairs.filter((pair) => pair.pinned);
  const pinsOf = countBy(pinned.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  const rankOf = rankByWaiting(input, kept);
  const sideOf = ({ people }: Columns, others: number): OpenSide => ({
    ids: people.map(({ id }) => id),
    places: people.map(({ id, capacity }) => Math.min(capacity, others) - (pinsOf.get(id) ?? 0)),
    rank: people.map((person) => (pinsOf.has(person.id) ? 0 : rankOf(person))),
  });
  const rows = sideOf(pool.newcomers, pool.mentors.people.length);
  const columns = sideOf(pool.mentors, pool.newcomers.people.length);
  const points = new Map(kept.map((one) => [one.mentor, one.points]));
  const pointsAt = columns.ids.map((id) => points.get(id) ?? 0);
  const closed = closedPairs(rows, columns, pinned);
  const each = (visit: (pair: OpenPair) => void): void => {
    for (let i = 0; i < rows.ids.length; i++) {
      if (rows.places[i] === 0) continue;
      for (let e = candidates.rowStart[i] ?? 0; e < (candidates.rowStart[i + 1] ?? 0); e++) {
        const j = candidates.column[e] ?? 0;
        if (columns.places[j] === 0 || closed.has(i * columns.ids.length + j)) continue;
        const score = candidates.score[e] ?? 0;
        visit({ i, j, score, value: score - (pointsAt[j] ?? 0) });
      }
    }
  };
  const at = positionsOf(rows, columns);
  const made = pairs
    .filter((pair) => !pair.pinned)
    .map((pair) => ({ ...at(pair), score: pair.score }))
    .map((pair) => ({ ...pair, value: pair.score - (pointsAt[pair.j] ?? 0) }));
  return { rows, columns, each, made, span: spanOf(input, candidates.fullScore, kept) };
}

function positionsOf(
  rows: OpenSide,
  columns: OpenSide,
): (pair: Pick<MatchedPair, 'newcomer' | 'mentor'>) => { readonly i: number; readonly j: number } {
  const i = new Map(rows.ids.map((id, at) => [id, at]));
  const j = new Map(columns.ids.map((id, at) => [id, at]));
  return ({ newcomer, mentor }) => ({ i: i.get(newcomer) ?? 0, j: j.get(mentor) ?? 0 });
}

function closedPairs(rows: OpenSide, columns: OpenSide, pinned: readonly MatchedPair[]): ReadonlySet<number> {
  const at = positionsOf(rows, columns);
  return new Set(pinned.map(at).map(({ i, j }) => i * columns.ids.length + j));
}

/* The waiting in words: rank of the weeks waited + 1; who is kept for others came today. */
function rankByWaiting(
  { newcomers, mentors, now }: RoundInput,
  kept: readonly KeptMentor[],
): (person: Person) => number {
  const weeks = new Map(
    [...newcomers, ...mentors].map(({ id, waitingSince }) => [id, weeksWaiting(waitingSince, now)]),
  );
  for (const { mentor } of kept) weeks.set(mentor, 0);
  const rank = new Map([...new Set(weeks.values())].sort((a, b) => a - b).map((week, at) => [week, at]));
  return ({ id }) => 1 + (rank.get(weeks.get(id) ?? 0) ?? 0);
}

function spanOf({ newcomers, mentors }: RoundInput, fullScore: number, kept: readonly KeptMentor[]): number {
  const places = (people: readonly Person[], others: number): number =>
    people.map(({ capacity }) => Math.min(capacity, others)).reduce((a, b) => a + b, 0);
  const pairs = Math.min(places(newcomers, mentors.length), places(mentors, newcomers.length));
  return 1 + (fullScore + Math.max(0, ...kept.map(({ points }) => points))) * pairs;
}

/** What a round earns: so much a pair, and a person's rank so many times for her first place. */
export interface Earning {
  readonly pair: (pair: OpenPair) => number;
  readonly rank: number;
}

/** What the round that was made earns. */
export function earned({ rows, columns, made }: OpenRound, { pair, rank }: Earning): number {
  const inRows = new Set(made.map(({ i }) => i));
  const inColumns = new Set(made.map(({ j }) => j));
  const ranks = (side: OpenSide, positions: ReadonlySet<number>): number =>
    [...positions].reduce((sum, at) => sum + rank * (side.rank[at] ?? 0), 0);
  return made.reduce((sum, one) => sum + pair(one), ranks(rows, inRows) + ranks(columns, inColumns));
}

/**
 * What no round of the pairs that `isOpen` lets through can pass, whatever the prices; weak duality: for every pair what it
 * earns beyond the two prices, for every person what the first place earns by her rank and price, and every further place by
 * its price; nothing that would be negative. Null when a person's price is missing.
 */
export function bound(
  { rows, columns, each }: OpenRound,
  prices: Prices,
  { pair, rank, isOpen }: Earning & { readonly isOpen: (pair: OpenPair) => boolean },
): number | null {
  const u = pricesAt(rows, prices.newcomers);
  const v = pricesAt(columns, prices.mentors);
  if (u === null || v === null) return null;
  let value = placesValue(rows, u, rank) + placesValue(columns, v, rank);
  each((one) => {
    if (isOpen(one)) value += Math.max(0, pair(one) - (u[one.i] ?? 0) - (v[one.j] ?? 0));
  });
  return value;
}

function pricesAt({ ids }: OpenSide, prices: Prices['newcomers']): readonly number[] | null {
  const known = new Map(prices);
  const found = ids.flatMap((id) => known.get(id) ?? []);
  return found.length === ids.length ? found : null;
}

function placesValue({ places, rank }: OpenSide, price: readonly number[], times: number): number {
  return price.reduce((sum, p, at) => {
    const open = places[at] ?? 0;
    return open === 0 ? sum : sum + Math.max(0, times * (rank[at] ?? 0) + p) + (open - 1) * Math.max(0, p);
  }, 0);
}
