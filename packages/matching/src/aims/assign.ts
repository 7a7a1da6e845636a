import { solveNetwork, type Flow, type Network } from '../solver/network.ts';
import { settleTies } from '../solver/ties.ts';
import type { Aim } from '../model.ts';
import { keepPairs, openMarket, sum, type Market, type OpenPairs, type Task } from './market.ts';
import { rankPairs } from './rankings.ts';
import { matchStably } from './stable.ts';

/** Positions of the pool. */
export interface AssignedPair {
  readonly newcomer: number;
  readonly mentor: number;
  readonly pin: Task['pins'][number] | null;
}

/** Prices by position. */
export interface SidePrices {
  readonly newcomers: Float64Array;
  readonly mentors: Float64Array;
}

export interface Assignment {
  /** By newcomer, then mentor; the pinned pairs among them. */
  readonly pairs: readonly AssignedPair[];
  /** Null for `stable`, which has none. */
  readonly prices: SidePrices | null;
  /** Only for `no-weak-pair`; see `WeakestProof`. */
  readonly weakest: {
    readonly atLeast: number | null;
    readonly served: SidePrices;
    readonly above: SidePrices;
  } | null;
}

/**
 * The best assignment that keeps the pins, by one aim.
 *
 * *Several aims in one whole number, exactly.* The sets of people of one side who can be paired at once are the
 * independent sets of a matroid (transversal; Edmonds & Fulkerson 1965), and any such set of newcomers and any such set
 * of mentors can be paired together (Mendelsohn & Dulmage 1958; with capacities, the symmetric supply–demand theorem of
 * Ford & Fulkerson 1962, § II.10). In a matroid a set of greatest weight, all weights positive, is largest, and its
 * members, ranked, are each at least as heavy as those of any other set (Rado 1957, Edmonds 1971, Gale 1968). So it is
 * enough that a person's weight is positive and grows with the waiting, however little: 1 + the rank of the weeks waited
 * among those that occur. No large constant, nothing to round.
 * Where the total comes first the same holds: the rounds of highest total are, by complementary slackness, those of the
 * tight pairs within limits of each person's number of pairs, from above and from below; the theorem has both limits, and
 * the sets that can be paired besides those who must are those of the contracted matroid.
 *
 * A pinned person is paired already: she weighs nothing, and her remaining places only add to the total.
 * Of equal rounds the one whose list of pairs comes first: newcomers in order of id, each taking the first mentors by id.
 * Throws `too-large` when a sum could pass 2^53.
 */
export function assignByAim(task: Task, aim: Aim): Assignment {
  const market = openMarket(task);
  switch (aim) {
    case 'most-people':
      return settle(task, market, peopleFirst(market));
    case 'best-pairs':
      return settle(task, market, totalFirst(market));
    case 'no-weak-pair':
      return liftWeakest(task, market);
    case 'stable': {
      const rankings = rankPairs(task.pool, market, task.candidates.fullScore);
      const places = { rows: market.rowCapacity, columns: market.columnCapacity };
      const pairs = listPairs(task, market, matchStably(market, rankings, places));
      return { pairs, prices: null, weakest: null };
    }
  }
}

/* Most people, then the longest waiting, then the highest total. */
function peopleFirst(market: Market): Network {
  const { rowRank, columnRank, span, value } = market;
  const rowBonus = rowRank.map((rank) => rank * span);
  return { ...market, score: value, rowBonus, columnBonus: columnRank.map((rank) => rank * span) };
}

/* The highest total, then most people, then the longest waiting. */
function totalFirst(market: Market): Network {
  const { rowRank, columnRank, value } = market;
  const step = 1 + sum(rowRank) + sum(columnRank);
  const score = Float64Array.from(value, (points) => points * step);
  return { ...market, score, rowBonus: rowRank, columnBonus: columnRank };
}

/* Most people and the longest waiting, whatever the pairs score. */
function peopleOnly(market: Market): Network {
  const score = new Int32Array(market.column.length);
  return { ...market, score, rowBonus: market.rowRank, columnBonus: market.columnRank };
}

/**
 * As many people, waiting as long, as can be; then the weakest open pair as high as it can be; then the highest total.
 * The more is asked of a pair, the fewer people are served, so the highest score that still serves all is found by
 * halving the list of the scores that occur.
 */
function liftWeakest(task: Task, market: Market): Assignment {
  const levels = [...new Set(market.score)].sort((a, b) => a - b);
  const serve = (level: number): { readonly flow: Flow; readonly rank: number } => {
    const network = peopleOnly(atLeast(market, level));
    const flow = solveNetwork(network);
    return { flow, rank: rankServed(network, flow.flow) };
  };
  const served = serve(-Infinity);
  let low = 0;
  let high = levels.length;
  let above = serve(Infinity);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const tried = serve(levels[middle] ?? 0);
    if (tried.rank === served.rank) low = middle;
    else {
      high = middle;
      above = tried;
    }
  }
  const level = levels[low] ?? null;
  const best = atLeast(market, level ?? 0);
  return {
    ...settle(task, best, peopleFirst(best)),
    weakest: { atLeast: level, served: pricesOf(served.flow), above: pricesOf(above.flow) },
  };
}

function atLeast(market: Market, level: number): Market {
  return keepPairs(market, (e) => (market.score[e] ?? 0) >= level);
}

/* What the people in a pair weigh together. */
function rankServed({ rowStart, column, rowBonus, columnBonus }: Network, flow: Uint8Array): number {
  const isIn = new Uint8Array(columnBonus.length);
  let rank = 0;
  for (let i = 0; i + 1 < rowStart.length; i++) {
    let pairs = 0;
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      if (flow[e] !== 1) continue;
      pairs++;
      isIn[column[e] ?? 0] = 1;
    }
    if (pairs > 0) rank += rowBonus[i] ?? 0;
  }
  return isIn.reduce((all, one, j) => all + one * (columnBonus[j] ?? 0), rank);
}

function settle(task: Task, pairs: OpenPairs, network: Network): Assignment {
  const solved = solveNetwork(network);
  const flow = settleTies(network, solved);
  return { pairs: listPairs(task, pairs, flow), prices: pricesOf(solved), weakest: null };
}

function pricesOf({ rowPrice, columnPrice }: Flow): SidePrices {
  return { newcomers: rowPrice, mentors: columnPrice };
}

function listPairs(
  { pins }: Task,
  { rowStart, column }: OpenPairs,
  flow: Uint8Array,
): readonly AssignedPair[] {
  const pairs: AssignedPair[] = pins.map((pin) => ({ newcomer: pin.newcomer, mentor: pin.mentor, pin }));
  for (let i = 0; i + 1 < rowStart.length; i++) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      if (flow[e] === 1) pairs.push({ newcomer: i, mentor: column[e] ?? 0, pin: null });
    }
  }
  return pairs.sort((a, b) => a.newcomer - b.newcomer || a.mentor - b.mentor);
}
