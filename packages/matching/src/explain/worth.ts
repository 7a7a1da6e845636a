import type { Market } from '../aims/market.ts';

/** What pairs and people earn in a round's network: a pair's value so many times, a person's rank so many for the first place. */
export interface Earnings {
  readonly pair: number;
  readonly rank: number;
}

/** By position: what one place more would be worth there. */
export interface Worth {
  readonly newcomers: Float64Array;
  readonly mentors: Float64Array;
}

/** A best answer, as positions of the pairs beside the pinned ones. */
export type OpenAnswer = readonly { readonly newcomer: number; readonly mentor: number }[];

/**
 * What a best answer would gain if one more pair were laid upon a person, the pair itself not counted: she has a place
 * left, or gives up another pair, whose other half stays without or takes another in turn, and so on along the best
 * way of exchanges; never more than such a way, since gains are concave. −Infinity where nothing can be laid.
 *
 * So one who is left out, and whose own pairs alone change, is in every best answer if the best of
 * (rank + pair + worth of the partner) is above 0, in none if it is below, and a matter of ties if it is 0
 * (Ahuja, Magnanti & Orlin, *Network Flows*, 1993, § 9.3: the residual network has no way that gains).
 */
export function worthOfPlaces(market: Market, answer: OpenAnswer, earnings: Earnings): Worth {
  const { rowStart, column, value, rowCapacity, columnCapacity, rowRank, columnRank } = market;
  const pairs = answer.map(({ newcomer, mentor }) => [newcomer, mentor] as const);
  const rows = sideOf(
    rowCapacity,
    rowRank,
    pairs.map(([i, j]) => [i, j]),
    earnings,
  );
  const columns = sideOf(
    columnCapacity,
    columnRank,
    pairs.map(([i, j]) => [j, i]),
    earnings,
  );
  const byRow = { start: rowStart, other: column, value };
  return {
    newcomers: worthOf(rows, columns, turn(byRow, columnCapacity.length), earnings.pair),
    mentors: worthOf(columns, rows, byRow, earnings.pair),
  };
}

interface Lists {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly value: Int32Array;
}

interface NetworkSide {
  readonly partners: readonly ReadonlySet<number>[];
  /** What another pair brings by its place alone; −Infinity when no place is left. */
  readonly arrival: Float64Array;
  /** What is lost when one pair goes and none comes: the rank of one who has no other. */
  readonly departure: Float64Array;
}

function sideOf(
  capacity: Int32Array,
  rank: Float64Array,
  pairs: readonly (readonly [own: number, other: number])[],
  earnings: Earnings,
): NetworkSide {
  const partners = Array.from(capacity, () => new Set<number>());
  for (const [own, other] of pairs) partners[own]?.add(other);
  const bonus = (at: number): number => (rank[at] ?? 0) * earnings.rank;
  return {
    partners,
    arrival: Float64Array.from(capacity, (places, at) => {
      const used = partners[at]?.size ?? 0;
      if (used >= places) return -Infinity;
      return used === 0 ? bonus(at) : 0;
    }),
    departure: Float64Array.from(capacity, (_, at) => (partners[at]?.size === 1 ? bonus(at) : 0)),
  };
}

/* Ways from `own` people to the nearest end: over a partner on the `other` side who is given up, and whom she takes instead. */
function worthOf(own: NetworkSide, other: NetworkSide, lists: Lists, times: number): Float64Array {
  const worth = own.arrival.slice();
  const inUse = [...other.partners.entries()].filter(([, partners]) => partners.size > 0);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const [i, partners] of inUse) {
      const instead = Math.max(-(other.departure[i] ?? 0), bestInstead(i, partners, worth, { lists, times }));
      for (let e = lists.start[i] ?? 0; e < (lists.start[i + 1] ?? 0); e++) {
        const j = lists.other[e] ?? 0;
        const way = instead - (lists.value[e] ?? 0) * times;
        if (!partners.has(j) || way <= (worth[j] ?? 0)) continue;
        worth[j] = way;
        isChanged = true;
      }
    }
  }
  return worth;
}

function bestInstead(
  i: number,
  partners: ReadonlySet<number>,
  worth: Float64Array,
  { lists, times }: { readonly lists: Lists; readonly times: number },
): number {
  let best = -Infinity;
  for (let e = lists.start[i] ?? 0; e < (lists.start[i + 1] ?? 0); e++) {
    const j = lists.other[e] ?? 0;
    const gain = (lists.value[e] ?? 0) * times + (worth[j] ?? 0);
    if (gain > best && !partners.has(j)) best = gain;
  }
  return best;
}

/* The same pairs by the other side. */
function turn({ start, other, value }: Lists, others: number): Lists {
  const turned = new Int32Array(others + 1);
  for (const j of other) turned[j + 1] = (turned[j + 1] ?? 0) + 1;
  for (let j = 0; j < others; j++) turned[j + 1] = (turned[j + 1] ?? 0) + (turned[j] ?? 0);
  const next = turned.slice();
  const lists = { start: turned, other: new Int32Array(other.length), value: new Int32Array(other.length) };
  for (let i = 0; i + 1 < start.length; i++) {
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      const j = other[e] ?? 0;
      const at = next[j] ?? 0;
      lists.other[at] = i;
      lists.value[at] = value[e] ?? 0;
      next[j] = at + 1;
    }
  }
  return lists;
}
