import { edgesOf, type Network } from './network.ts';
import { fewestFirst, startSlots, turnEdges, type Edges } from './sides.ts';

/** By row and by column: 1 where places are short. */
export interface Short {
  readonly row: Uint8Array;
  readonly column: Uint8Array;
  /** Some place is short. */
  readonly any: boolean;
  /** The edges by column, where they were needed. */
  readonly byColumn: Edges | null;
}

/**
 * Where places are short (Dulmage & Mendelsohn 1958): a set of columns, and of rows that have edges to these
 * columns only, such that whatever uses most rows fills every place of these columns, each by another of these
 * rows, and uses every other row, none of them there.
 *
 * Found from the side with fewer units. If rows are fewer, these are the rows and columns that some row left at
 * home can reach by exchanges; if places are fewer, all but those that reach a place left empty.
 */
export function findShort(network: Network): Short {
  const { rowCapacity, columnCapacity } = network;
  const once = rowCapacity.map((places) => Math.min(1, places));
  const edges = edgesOf(network);
  if (sum(once) <= sum(columnCapacity)) {
    const { from, to, any } = reachInVain(edges, once, columnCapacity);
    return { row: from, column: to, any, byColumn: null };
  }
  const byColumn = turnEdges(edges, columnCapacity.length);
  const { from, to } = reachInVain(byColumn, columnCapacity, once);
  const row = to.map((reached, i) => (reached === 0 && once[i] === 1 ? 1 : 0));
  const column = from.map((reached) => 1 - reached);
  return { row, column, any: column.includes(1) || row.includes(1), byColumn };
}

interface Reached {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly any: boolean;
}

/*
 * Places as many units of `from` as can be, and returns what those left over reach by exchanges. One of the two
 * sides has capacities of at most 1. Units come one by one, breadth first to a node with a place left (Kőnig
 * 1931). What a search in vain has reached reaches no place for good, so nothing there is looked at twice. A
 * pointer per node remembers which of its edges were seen to lead to full nodes (the look-ahead of Duff 1981).
 */
function reachInVain(edges: Edges, fromCapacity: Int32Array, toCapacity: Int32Array): Reached {
  const { start, other } = edges;
  const [froms, tos] = [fromCapacity.length, toCapacity.length];
  const reached = { from: new Uint8Array(froms), to: new Uint8Array(tos), any: false };
  const slotStart = startSlots(edges, toCapacity);
  const slotFrom = new Int32Array(slotStart[tos] ?? 0);
  const slotTo = new Int32Array(slotFrom.length);
  const toDegree = new Int32Array(tos);
  const used = new Uint8Array(other.length);
  const ahead = start.slice();
  const toSeenIn = new Int32Array(tos);
  const fromSeenIn = new Int32Array(froms);
  const reachedFrom = new Int32Array(tos);
  const reachedBy = new Int32Array(tos);
  const slotBy = new Int32Array(froms);
  const queue = new Int32Array(froms);
  const slotEdge = new Int32Array(slotFrom.length);
  const left = new Int32Array(froms);
  let search = 0;
  let any = false;

  for (const i of fewestFirst(start)) {
    let units = fromCapacity[i] ?? 0;
    while (units > 0 && takePlace(i)) units--;
    left[i] = units;
  }
  for (let i = 0; i < froms; i++) {
    for (let units = left[i] ?? 0; units > 0; units--) {
      if (reached.from[i] === 0 && findPlace(i)) continue;
      any = true;
      break;
    }
  }
  return { ...reached, any };

  function takePlace(i: number): boolean {
    const last = start[i + 1] ?? 0;
    for (let e = ahead[i] ?? 0; e < last; e++) {
      const j = other[e] ?? 0;
      const degree = toDegree[j] ?? 0;
      if (degree >= (toCapacity[j] ?? 0) || used[e] === 1) continue;
      ahead[i] = e;
      toDegree[j] = degree + 1;
      hold((slotStart[j] ?? 0) + degree, i, j, e);
      return true;
    }
    ahead[i] = last;
    return false;
  }

  function hold(slot: number, i: number, j: number, e: number): void {
    slotFrom[slot] = i;
    slotTo[slot] = j;
    slotEdge[slot] = e;
    used[e] = 1;
  }

  function findPlace(source: number): boolean {
    search++;
    let size = 0;
    fromSeenIn[source] = search;
    queue[size++] = source;
    for (let at = 0; at < size; at++) {
      const i = queue[at] ?? 0;
      if (takePlace(i)) {
        shift(i, source);
        return true;
      }
      for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
        const j = other[e] ?? 0;
        if (toSeenIn[j] === search || reached.to[j] === 1 || used[e] === 1) continue;
        toSeenIn[j] = search;
        reachedFrom[j] = i;
        reachedBy[j] = e;
        const begin = slotStart[j] ?? 0;
        for (let slot = begin; slot < begin + (toDegree[j] ?? 0); slot++) {
          const holder = slotFrom[slot] ?? 0;
          if (fromSeenIn[holder] === search) continue;
          fromSeenIn[holder] = search;
          slotBy[holder] = slot;
          queue[size++] = holder;
        }
      }
    }
    for (let at = 0; at < size; at++) mark(queue[at] ?? 0);
    return false;
  }

  /* The last on the way has taken another place; each before it takes the place the next has given up. */
  function shift(last: number, source: number): void {
    for (let i = last; i !== source;) {
      const slot = slotBy[i] ?? 0;
      const j = slotTo[slot] ?? 0;
      used[slotEdge[slot] ?? 0] = 0;
      i = reachedFrom[j] ?? 0;
      hold(slot, i, j, reachedBy[j] ?? 0);
    }
  }

  function mark(i: number): void {
    reached.from[i] = 1;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) reached.to[other[e] ?? 0] = 1;
  }
}

export function sum(values: Int32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
