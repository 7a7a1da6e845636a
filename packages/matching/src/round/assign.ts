import { weeksWaiting } from '../judge/calendar.ts';
import type { Candidates } from '../columns/candidates.ts';
import { MatchingError } from '../errors.ts';
import { solveNetwork, type Network } from '../solver/network.ts';
import type { KeptPin } from './pins.ts';
import type { Columns } from '../columns/columns.ts';
import type { Pool } from '../columns/pool.ts';
import { settleTies } from '../solver/ties.ts';

/** Positions of the pool. */
export interface AssignedPair {
  readonly newcomer: number;
  readonly mentor: number;
  readonly pin: KeptPin | null;
}

interface Assignment {
  /** By newcomer, then mentor. */
  readonly pairs: readonly AssignedPair[];
  readonly newcomerPrice: Float64Array;
  readonly mentorPrice: Float64Array;
}

/**
 * The best assignment that keeps the pins: most people paired, then the longest waiting, then the highest total
 * score, then the fixed order of ties.
 *
 * Three aims in one whole number, exactly. The sets of people of one side who can be paired at once are the
 * independent sets of a matroid (transversal; Edmonds & Fulkerson 1965), and any such set of newcomers and any
 * such set of mentors can be paired together (Mendelsohn & Dulmage 1958; with capacities, the symmetric
 * supply–demand theorem of Ford & Fulkerson 1962, § II.10). In a matroid a set of greatest weight, all weights
 * positive, is largest, and its members, ranked, are each at least as heavy as those of any other set (Rado 1957,
 * Edmonds 1971, Gale 1968). So it is enough that a person's weight is positive and grows with the waiting,
 * however little: the weight is 1 + the rank of the weeks waited among those that occur, times more than
 * any total score. No large constant, nothing to round.
 *
 * A pinned person is paired already: she earns no weight, and her remaining places only add score.
 * Throws `too-large` when a sum could pass 2^53.
 */
export function assign(
  pool: Pool,
  candidates: Candidates,
  pins: readonly KeptPin[],
  now: string,
): Assignment {
  const network = buildNetwork(pool, candidates, pins, now);
  const solved = solveNetwork(network);
  const flow = settleTies(network, solved);
  const pairs: AssignedPair[] = pins.map((pin) => ({ newcomer: pin.newcomer, mentor: pin.mentor, pin }));
  for (let i = 0; i < pool.newcomers.people.length; i++) {
    for (let e = network.rowStart[i] ?? 0; e < (network.rowStart[i + 1] ?? 0); e++) {
      if (flow[e] === 1) pairs.push({ newcomer: i, mentor: network.column[e] ?? 0, pin: null });
    }
  }
  pairs.sort((a, b) => a.newcomer - b.newcomer || a.mentor - b.mentor);
  return { pairs, newcomerPrice: solved.rowPrice, mentorPrice: solved.columnPrice };
}

function buildNetwork(pool: Pool, candidates: Candidates, pins: readonly KeptPin[], now: string): Network {
  const { newcomers, mentors } = pool;
  const weight = weighPeople(pool, candidates.fullScore, now);
  const rowCapacity = capacitiesOf(newcomers, mentors.people.length);
  const columnCapacity = capacitiesOf(mentors, newcomers.people.length);
  const rowBonus = Float64Array.from(newcomers.people, ({ waitingSince }) => weight(waitingSince));
  const columnBonus = Float64Array.from(mentors.people, ({ waitingSince }) => weight(waitingSince));
  for (const { newcomer, mentor } of pins) {
    rowCapacity[newcomer] = (rowCapacity[newcomer] ?? 0) - 1;
    columnCapacity[mentor] = (columnCapacity[mentor] ?? 0) - 1;
    rowBonus[newcomer] = 0;
    columnBonus[mentor] = 0;
  }
  return { ...withoutPins(candidates, pins), rowCapacity, columnCapacity, rowBonus, columnBonus };
}

/* A person is in at most one pair with each person of the other side. */
function capacitiesOf({ people }: Columns, others: number): Int32Array {
  return Int32Array.from(people, ({ capacity }) => Math.min(capacity, others));
}

function weighPeople(
  { newcomers, mentors }: Pool,
  fullScore: number,
  now: string,
): (waitingSince: string) => number {
  const everyone = [...newcomers.people, ...mentors.people];
  const weeks = everyone.map(({ waitingSince }) => weeksWaiting(waitingSince, now));
  const rank = new Map([...new Set(weeks)].sort((a, b) => a - b).map((week, at) => [week, at]));
  const places = ({ people }: Columns, others: number): number =>
    people.reduce((sum, { capacity }) => sum + Math.min(capacity, others), 0);
  const mostPairs = Math.min(
    places(newcomers, mentors.people.length),
    places(mentors, newcomers.people.length),
  );
  const step = 1 + fullScore * mostPairs;
  if (step * (rank.size + 1) * (everyone.length + 1) > Number.MAX_SAFE_INTEGER) {
    throw new MatchingError('too-large', 'people', everyone.length);
  }
  return (waitingSince) => (1 + (rank.get(weeksWaiting(waitingSince, now)) ?? 0)) * step;
}

/* A pinned pair is made once and for all; its edge is not there to be used again. */
function withoutPins(candidates: Candidates, pins: readonly KeptPin[]): Candidates {
  if (pins.length === 0) return candidates;
  const width = 1 + pins.reduce((widest, { mentor }) => Math.max(widest, mentor), 0);
  const pinned = new Set(pins.map(({ newcomer, mentor }) => newcomer * width + mentor));
  const rows = candidates.rowStart.length - 1;
  const rowStart = new Int32Array(rows + 1);
  const column = candidates.column.slice();
  const score = candidates.score.slice();
  let kept = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = candidates.rowStart[i] ?? 0; e < (candidates.rowStart[i + 1] ?? 0); e++) {
      const j = candidates.column[e] ?? 0;
      if (j < width && pinned.has(i * width + j)) continue;
      column[kept] = j;
      score[kept] = candidates.score[e] ?? 0;
      kept++;
    }
    rowStart[i + 1] = kept;
  }
  return { ...candidates, rowStart, column: column.slice(0, kept), score: score.slice(0, kept) };
}
