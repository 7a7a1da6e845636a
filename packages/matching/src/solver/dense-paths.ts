import type { DenseLists } from './dense-lists.ts';
import { hold, SPARE, UNHELD, type DenseState } from './dense-state.ts';

/** Gives every free row a column, each along the shortest augmenting path; `freeCount` is 0 afterwards. */
export type AugmentFree = () => void;

/* The path came to the column from a spare one. */
const BY_SPARE = -1;

/**
 * Dijkstra's search on reduced costs over the lists. A row whose list ends before the search does stands in the
 * heap with its bound, and is read whole only when the search comes as far. Letters: d distances, μ the shortest
 * distance to a column nobody holds, h a row's distance less its price.
 *
 * Spare columns behave as if held by one row that costs nothing anywhere: it may give up one for any other.
 */
export function makeAugmentFree(state: DenseState, lists: DenseLists): AugmentFree {
  const { rows, columns, columnOf, rowOf, costOf, v, free } = state;
  const { size, length, column, value, bound, renewRow } = lists;
  /* Nodes of the heap: columns, then rows, of which the bound is meant. */
  const nodes = rows + columns;
  const d = new Float64Array(nodes);
  const seenIn = new Int32Array(columns);
  const reachedFrom = new Int32Array(columns);
  const h = new Float64Array(rows);
  const heap = new Int32Array(nodes);
  const place = new Int32Array(nodes);
  const done = new Int32Array(columns);
  const readWhole = new Int32Array(rows);
  const unheld = new Int32Array(columns);
  let heapSize = 0;
  let doneCount = 0;
  let readCount = 0;
  let unheldCount = 0;
  let search = 0;
  let mu = 0;
  let end = 0;
  let spareFrom = -1;

  function augmentFree(): void {
    if (state.freeCount === 0) return;
    unheldCount = 0;
    for (let j = 0; j < columns; j++) if (rowOf[j] === UNHELD) unheld[unheldCount++] = j;
    while (state.freeCount > 0) augment(free[--state.freeCount] ?? 0);
  }

  function augment(source: number): void {
    search++;
    heapSize = 0;
    doneCount = 0;
    readCount = 0;
    spareFrom = -1;
    mu = Infinity;
    openRow(source, 0);
    for (;;) {
      const node = heap[0] ?? 0;
      const x = d[node] ?? 0;
      if (heapSize === 0 || x >= mu) break;
      dropFirst();
      if (node >= columns) readRowWhole(node - columns);
      else openColumn(node, x);
    }
    settlePrices();
    for (let at = 0; at < readCount; at++) renewRow(readWhole[at] ?? 0);
    sendAlong(source);
    forgetEnd();
  }

  function openColumn(j: number, x: number): void {
    done[doneCount++] = j;
    const i = rowOf[j] ?? 0;
    if (i === SPARE) openSpare(j, x);
    else openRow(i, x - (costOf[i] ?? 0) + (v[j] ?? 0));
  }

  /* Distances are whole: the half lets every column as near go before the bound, since reading a row costs more. */
  function openRow(i: number, from: number): void {
    const last = i * size + (length[i] ?? 0);
    for (let e = i * size; e < last; e++) {
      const j = column[e] ?? 0;
      const x = from + (value[e] ?? 0) - (v[j] ?? 0);
      if (x < mu) reach(j, x, i);
    }
    const x = from + (bound[i] ?? 0);
    if (x >= mu) return;
    h[i] = from;
    d[columns + i] = x + 0.5;
    rise(heapSize++, columns + i, x + 0.5);
  }

  /* Unheld columns first: they bring μ down, and what is dearer need not be noted. */
  function readRowWhole(i: number): void {
    const { cost } = state;
    const from = h[i] ?? 0;
    const row = i * columns;
    for (let at = 0; at < unheldCount; at++) {
      const j = unheld[at] ?? 0;
      const x = from + (cost[row + j] ?? 0) - (v[j] ?? 0);
      if (x < mu) reach(j, x, i);
    }
    for (let j = 0; j < columns; j++) {
      const x = from + (cost[row + j] ?? 0) - (v[j] ?? 0);
      if (x < mu) reach(j, x, i);
    }
    readWhole[readCount++] = i;
  }

  /* Once: all spare columns have the same price, the highest, and the first reached is the nearest. */
  function openSpare(from: number, distance: number): void {
    if (spareFrom >= 0) return;
    spareFrom = from;
    const price = v[from] ?? 0;
    for (let j = 0; j < columns; j++) {
      const x = distance + price - (v[j] ?? 0);
      if (x < mu) reach(j, x, BY_SPARE);
    }
  }

  function reach(j: number, x: number, from: number): void {
    const known = seenIn[j] === search;
    if (known && x >= (d[j] ?? 0)) return;
    seenIn[j] = search;
    d[j] = x;
    reachedFrom[j] = from;
    if (rowOf[j] === UNHELD) {
      mu = x;
      end = j;
    } else rise(known ? (place[j] ?? 0) : heapSize++, j, x);
  }

  function settlePrices(): void {
    for (let at = 0; at < doneCount; at++) {
      const j = done[at] ?? 0;
      v[j] = (v[j] ?? 0) - (mu - (d[j] ?? 0));
    }
  }

  function sendAlong(source: number): void {
    let j = end;
    for (;;) {
      const i = reachedFrom[j] ?? 0;
      if (i === BY_SPARE) {
        rowOf[j] = SPARE;
        j = spareFrom;
        continue;
      }
      const next = columnOf[i] ?? 0;
      hold(state, i, j, state.cost[i * columns + j] ?? 0);
      if (i === source) return;
      j = next;
    }
  }

  function forgetEnd(): void {
    for (let at = 0; at < unheldCount; at++) {
      if (unheld[at] !== end) continue;
      unheld[at] = unheld[--unheldCount] ?? 0;
      return;
    }
  }

  /* A binary heap by d (Williams 1964). */
  function rise(from: number, node: number, own: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] ?? 0;
      if ((d[parent] ?? 0) <= own) break;
      heap[at] = parent;
      place[parent] = at;
      at = above;
    }
    heap[at] = node;
    place[node] = at;
  }

  function dropFirst(): void {
    const node = heap[--heapSize] ?? 0;
    const own = d[node] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heapSize) break;
      const right = below + 1;
      if (right < heapSize && (d[heap[right] ?? 0] ?? 0) < (d[heap[below] ?? 0] ?? 0)) below = right;
      const child = heap[below] ?? 0;
      if ((d[child] ?? 0) >= own) break;
      heap[at] = child;
      place[child] = at;
      at = below;
    }
    heap[at] = node;
    place[node] = at;
  }

  return augmentFree;
}
