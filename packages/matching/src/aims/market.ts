import type { Candidates } from '../columns/candidates.ts';
import type { Columns } from '../columns/columns.ts';
import type { Pool } from '../columns/pool.ts';
import { MatchingError } from '../errors.ts';
import { weeksWaiting } from '../judge/calendar.ts';
import type { KeptMentor, Person } from '../model.ts';
import type { KeptPin } from '../round/pins.ts';

/** What a round is made of before any aim. */
export interface Task {
  readonly pool: Pool;
  readonly candidates: Candidates;
  readonly pins: readonly KeptPin[];
  readonly kept: readonly KeptMentor[];
  readonly now: string;
}

/** Pairs as compressed rows, newcomers by mentors ascending. */
export interface OpenPairs {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  /** The pair's own score. */
  readonly score: Int32Array;
  /** What the pair adds to the round's total: its score, less the points of a mentor who is kept. */
  readonly value: Int32Array;
}

/**
 * What is left to decide when the pins are made: the pairs still open, the places left, and what a person's first place
 * weighs: 1 + the rank of the weeks waited among those that occur, 0 for who is in a pinned pair already.
 */
export interface Market extends OpenPairs {
  readonly rowCapacity: Int32Array;
  readonly columnCapacity: Int32Array;
  readonly rowRank: Float64Array;
  readonly columnRank: Float64Array;
  /** More than two totals can differ by. */
  readonly span: number;
}

/** Opens the market of a round. Throws `too-large` when a sum could pass 2^53. */
export function openMarket(task: Task): Market {
  const { newcomers, mentors } = task.pool;
  const rank = rankByWaiting(task);
  const rowCapacity = capacitiesOf(newcomers, mentors.people.length);
  const columnCapacity = capacitiesOf(mentors, newcomers.people.length);
  const rowRank = Float64Array.from(newcomers.people, rank);
  const columnRank = Float64Array.from(mentors.people, rank);
  const span = spanOf(task, Math.min(sum(rowCapacity), sum(columnCapacity)));
  checkSums(span, [...rowRank, ...columnRank]);
  for (const { newcomer, mentor } of task.pins) {
    rowCapacity[newcomer] = (rowCapacity[newcomer] ?? 0) - 1;
    columnCapacity[mentor] = (columnCapacity[mentor] ?? 0) - 1;
    rowRank[newcomer] = 0;
    columnRank[mentor] = 0;
  }
  return { ...openPairs(task), rowCapacity, columnCapacity, rowRank, columnRank, span };
}

/** The same market with only those pairs; `isOpen` is asked by place in the list. */
export function keepPairs<M extends OpenPairs>(pairs: M, isOpen: (e: number) => boolean): M {
  const rows = pairs.rowStart.length - 1;
  const rowStart = new Int32Array(rows + 1);
  const places = new Int32Array(pairs.column.length);
  let kept = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = pairs.rowStart[i] ?? 0; e < (pairs.rowStart[i + 1] ?? 0); e++) {
      if (isOpen(e)) places[kept++] = e;
    }
    rowStart[i + 1] = kept;
  }
  const at = places.subarray(0, kept);
  return {
    ...pairs,
    rowStart,
    column: at.map((e) => pairs.column[e] ?? 0),
    score: at.map((e) => pairs.score[e] ?? 0),
    value: at.map((e) => pairs.value[e] ?? 0),
  };
}

/* A pinned pair is made once and for all; it is not open. */
function openPairs({ pool, candidates, pins, kept }: Task): OpenPairs {
  const { rowStart, column, score } = candidates;
  const points = pointsByMentor(pool.mentors, kept);
  const value = kept.length === 0 ? score : score.map((own, e) => own - (points[column[e] ?? 0] ?? 0));
  if (pins.length === 0) return { rowStart, column, score, value };
  const pinned = new Set<number>();
  for (const { newcomer, mentor } of pins) {
    for (let e = rowStart[newcomer] ?? 0; e < (rowStart[newcomer + 1] ?? 0); e++) {
      if (column[e] === mentor) pinned.add(e);
    }
  }
  return keepPairs({ rowStart, column, score, value }, (e) => !pinned.has(e));
}

function pointsByMentor({ people }: Columns, kept: readonly KeptMentor[]): Int32Array {
  const points = new Map(kept.map((one) => [one.mentor, one.points]));
  return Int32Array.from(people, ({ id }) => points.get(id) ?? 0);
}

/* A person is in at most one pair with each person of the other side. */
function capacitiesOf({ people }: Columns, others: number): Int32Array {
  return Int32Array.from(people, ({ capacity }) => Math.min(capacity, others));
}

/* One who is kept for others is taken as if she came today. */
function rankByWaiting({ pool, kept, now }: Task): (person: Person) => number {
  const isKept = new Set(kept.map(({ mentor }) => mentor));
  const weeksOf = ({ id, waitingSince }: Person): number =>
    isKept.has(id) ? 0 : weeksWaiting(waitingSince, now);
  const weeks = [...pool.newcomers.people, ...pool.mentors.people].map(weeksOf);
  const rank = new Map([...new Set(weeks)].sort((a, b) => a - b).map((week, at) => [week, at]));
  return (person) => 1 + (rank.get(weeksOf(person)) ?? 0);
}

function spanOf({ candidates, kept }: Task, mostPairs: number): number {
  const dearest = kept.reduce((most, { points }) => Math.max(most, points), 0);
  return 1 + (candidates.fullScore + dearest) * mostPairs;
}

/* Whichever of the total and the waiting counts first, no sum is larger than this product. */
function checkSums(span: number, ranks: readonly number[]): void {
  const highest = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  if (span * (highest + 1) * (ranks.length + 1) > Number.MAX_SAFE_INTEGER) {
    throw new MatchingError('too-large', 'people', ranks.length);
  }
}

/** The sum of whole numbers. */
export function sum(values: ArrayLike<number>): number {
  let all = 0;
  for (let at = 0; at < values.length; at++) all += values[at] ?? 0;
  return all;
}
