import { MatchingError } from './errors.ts';
import { makeHeap } from './heap.ts';

/**
 * A bipartite network. The edges of row `i` stand from `rowStart[i]` up to `rowStart[i + 1]`, columns strictly
 * ascending. An edge is used at most once, a row or column at most its capacity; the first use of a row or
 * column earns its bonus. All numbers are integers; bonuses and capacities are not negative.
 */
export interface Network {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly score: ArrayLike<number>;
  readonly rowCapacity: Int32Array;
  readonly columnCapacity: Int32Array;
  readonly rowBonus: Float64Array;
  readonly columnBonus: Float64Array;
}

/** `flow[e]`: 1 when edge `e` is used. Prices are integers of either sign; see `dualValue` in certify for what they prove. */
export interface Flow {
  readonly flow: Uint8Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/**
 * The use of edges that earns the highest sum of scores and bonuses, and the dual prices that prove it.
 *
 * Successive shortest augmenting paths (Ahuja, Magnanti & Orlin, *Network Flows*, 1993, § 9.7), with Dijkstra on
 * reduced costs and the one-sided, row by row course of Jonker & Volgenant (*Computing* 38, 1987). The bonus of
 * a first use makes the gain of a row or column concave in its flow (ibid. ch. 14), so each unit finds the next
 * arc of the convex-cost network ready.
 *
 * Letters: u, v row and column prices; d distances; μ the length of the shortest path. With T the node where
 * every unit begins and ends, at price 0, optimality reads
 *   unused edge   u + v − score ≥ 0       used edge   u + v − score ≤ 0
 *   next use of a row   bonus or 0, plus u ≤ 0       last use   bonus or 0, plus u ≥ 0       (columns alike, with v).
 * Row prices only fall and column prices only rise, so a unit that once stayed at home never wants to return.
 *
 * Throws `bad-network` for malformed rows, `too-large` when a sum could pass 2^53.
 */
export function solveNetwork(network: Network): Flow {
  checkNetwork(network);
  const { rowStart, column, score, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const rows = rowCapacity.length;
  const columns = columnCapacity.length;
  const flow = new Uint8Array(column.length);
  const u = new Float64Array(rows);
  const v = startingColumnPrices(network);
  const rowDegree = new Int32Array(rows);
  const columnDegree = new Int32Array(columns);
  /* The used edges of column j stand from slotStart[j], columnDegree[j] of them. */
  const slotStart = slotStarts(network);
  const slotEdge = new Int32Array(slotStart[columns] ?? 0);
  const slotRow = new Int32Array(slotEdge.length);

  /* Rows are the nodes 0 … rows − 1, column j is the node rows + j. */
  const nodes = rows + columns;
  const d = new Float64Array(nodes);
  const heap = makeHeap(nodes, d);
  const seenIn = new Int32Array(nodes);
  const doneIn = new Int32Array(nodes);
  const touched = new Int32Array(nodes);
  /* How a node was reached: a column by an edge from a row, a row by a slot of a column. */
  const reachedBy = new Int32Array(nodes);
  const reachedFrom = new Int32Array(nodes);
  let search = 0;

  for (let i = 0; i < rows; i++) {
    const units = rowCapacity[i] ?? 0;
    u[i] = units === 0 ? priceOfClosed(network) : dearestEdge(i);
    for (let unit = 0; unit < units; unit++) if (!augment(i)) break;
  }
  return { flow, rowPrice: u, columnPrice: v };

  /* The lowest price at which row i wants none of its edges, but not so low that it would rather stay at home. */
  function dearestEdge(i: number): number {
    const last = rowStart[i + 1] ?? 0;
    let dearest = -(rowBonus[i] ?? 0);
    for (let e = rowStart[i] ?? 0; e < last; e++) {
      dearest = Math.max(dearest, (score[e] ?? 0) - (v[column[e] ?? 0] ?? 0));
    }
    return dearest;
  }

  /* Sends one more unit of row `source` along the shortest path to T; false when it stays at home. */
  function augment(source: number): boolean {
    /* The shortest way to T found so far, and the node it leaves from; at first, to stay at home. */
    let mu = ((rowDegree[source] ?? 0) === 0 ? (rowBonus[source] ?? 0) : 0) + (u[source] ?? 0);
    let end = source;
    if (mu <= 0) return false;
    search++;
    heap.clear();
    let touchedCount = 1;
    touched[0] = source;
    d[source] = 0;
    doneIn[source] = search;
    scanRow(source, 0);
    while (heap.size() > 0) {
      const node = heap.pop();
      const distance = d[node] ?? 0;
      if (distance >= mu) break;
      doneIn[node] = search;
      if (node < rows) scanRow(node, distance);
      else scanColumn(node - rows, distance);
    }
    for (let t = 0; t < touchedCount; t++) {
      const node = touched[t] ?? 0;
      const rise = mu - (d[node] ?? 0);
      if (rise <= 0) continue;
      if (node < rows) u[node] = (u[node] ?? 0) - rise;
      else v[node - rows] = (v[node - rows] ?? 0) + rise;
    }
    if (end === source) return false;
    sendAlong(source, end);
    return true;

    function scanRow(i: number, distance: number): void {
      const base = distance + (u[i] ?? 0);
      const last = rowStart[i + 1] ?? 0;
      for (let e = rowStart[i] ?? 0; e < last; e++) {
        const j = column[e] ?? 0;
        const length = base + (v[j] ?? 0) - (score[e] ?? 0);
        if (length >= mu || flow[e] === 1) continue;
        if (!reach(rows + j, length, e, i)) continue;
        const degree = columnDegree[j] ?? 0;
        if (degree < (columnCapacity[j] ?? 0))
          offerEnd(rows + j, length - (degree === 0 ? (columnBonus[j] ?? 0) : 0) - (v[j] ?? 0));
        /* A column without used edges leads nowhere but to T. */
        if (degree > 0 && length < mu) heap.push(rows + j, length);
      }
    }

    function scanColumn(j: number, distance: number): void {
      const start = slotStart[j] ?? 0;
      const last = start + (columnDegree[j] ?? 0);
      for (let slot = start; slot < last; slot++) {
        const i = slotRow[slot] ?? 0;
        const length = distance + (score[slotEdge[slot] ?? 0] ?? 0) - (u[i] ?? 0) - (v[j] ?? 0);
        if (length >= mu || !reach(i, length, slot, j)) continue;
        offerEnd(i, length + (rowDegree[i] === 1 ? (rowBonus[i] ?? 0) : 0) + (u[i] ?? 0));
        if (length < mu) heap.push(i, length);
      }
    }

    /* Notes a shorter way to a node; false when there is none. */
    function reach(node: number, length: number, by: number, from: number): boolean {
      if (doneIn[node] === search) return false;
      if (seenIn[node] === search) {
        if (length >= (d[node] ?? 0)) return false;
      } else {
        seenIn[node] = search;
        touched[touchedCount++] = node;
      }
      d[node] = length;
      reachedBy[node] = by;
      reachedFrom[node] = from;
      return true;
    }

    function offerEnd(node: number, length: number): void {
      if (length >= mu) return;
      mu = length;
      end = node;
    }
  }

  /* Walks the path backwards from its end, using and giving up edges in turn. */
  function sendAlong(source: number, end: number): void {
    let slot: number;
    let j: number;
    if (end < rows) {
      rowDegree[end] = (rowDegree[end] ?? 0) - 1;
      slot = reachedBy[end] ?? 0;
      j = reachedFrom[end] ?? 0;
      flow[slotEdge[slot] ?? 0] = 0;
    } else {
      j = end - rows;
      slot = (slotStart[j] ?? 0) + (columnDegree[j] ?? 0);
      columnDegree[j] = (columnDegree[j] ?? 0) + 1;
    }
    for (;;) {
      const e = reachedBy[rows + j] ?? 0;
      const i = reachedFrom[rows + j] ?? 0;
      flow[e] = 1;
      slotEdge[slot] = e;
      slotRow[slot] = i;
      if (i === source) break;
      slot = reachedBy[i] ?? 0;
      j = reachedFrom[i] ?? 0;
      flow[slotEdge[slot] ?? 0] = 0;
    }
    rowDegree[source] = (rowDegree[source] ?? 0) + 1;
  }
}

/* A column is at first just dear enough to ask for no use: minus its bonus. A column of capacity 0 is closed. */
function startingColumnPrices(network: Network): Float64Array {
  const closed = priceOfClosed(network);
  return network.columnBonus.map((bonus, j) => (network.columnCapacity[j] === 0 ? closed : -bonus));
}

/* No edge to a row or column of capacity 0 is worth this much. */
function priceOfClosed({ score, rowBonus, columnBonus }: Network): number {
  return 1 + largest(score) + largest(rowBonus) + largest(columnBonus);
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] ?? 0));
  return most;
}

function slotStarts({ column, columnCapacity }: Network): Int32Array {
  const edges = new Int32Array(columnCapacity.length);
  for (let e = 0; e < column.length; e++) {
    const j = column[e] ?? 0;
    edges[j] = (edges[j] ?? 0) + 1;
  }
  const start = new Int32Array(columnCapacity.length + 1);
  for (let j = 0; j < edges.length; j++) {
    start[j + 1] = (start[j] ?? 0) + Math.min(edges[j] ?? 0, columnCapacity[j] ?? 0);
  }
  return start;
}

function checkNetwork(network: Network): void {
  const { rowStart, column, score, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const refuse = (place: string, value: unknown): never => {
    throw new MatchingError('bad-network', place, value);
  };
  const rows = rowCapacity.length;
  if (rowStart.length !== rows + 1) refuse('rowStart.length', rowStart.length);
  if (rowStart[0] !== 0) refuse('rowStart[0]', rowStart[0]);
  if (rowStart[rows] !== column.length) refuse(`rowStart[${String(rows)}]`, rowStart[rows]);
  if (score.length !== column.length) refuse('score.length', score.length);
  if (rowBonus.length !== rows) refuse('rowBonus.length', rowBonus.length);
  if (columnBonus.length !== columnCapacity.length) refuse('columnBonus.length', columnBonus.length);
  for (let i = 0; i < rows; i++) {
    const last = rowStart[i + 1] ?? 0;
    if (last < (rowStart[i] ?? 0) || last > column.length) refuse(`rowStart[${String(i + 1)}]`, last);
    let previous = -1;
    for (let e = rowStart[i] ?? 0; e < last; e++) {
      const j = column[e] ?? -1;
      if (j <= previous || j >= columnCapacity.length) refuse(`column[${String(e)}]`, j);
      if (!Number.isSafeInteger(score[e])) refuse(`score[${String(e)}]`, score[e]);
      previous = j;
    }
  }
  for (const [name, values] of Object.entries({ rowCapacity, columnCapacity, rowBonus, columnBonus })) {
    for (let at = 0; at < values.length; at++) {
      if (!Number.isSafeInteger(values[at]) || (values[at] ?? 0) < 0)
        refuse(`${name}[${String(at)}]`, values[at]);
    }
  }
  const sum = largestSum(network);
  if (sum > Number.MAX_SAFE_INTEGER) throw new MatchingError('too-large', 'network', sum);
}

/*
 * Bounds every sum the solver or a certificate makes: no price or path is longer than the dearest edge and the
 * two largest bonuses, no total larger than all bonuses and, for every use, the dearest edge.
 */
function largestSum({ column, score, rowCapacity, columnCapacity, rowBonus, columnBonus }: Network): number {
  const dearest = 1 + largest(score) + largest(rowBonus) + largest(columnBonus);
  const uses = Math.min(total(rowCapacity), total(columnCapacity), column.length);
  return 8 * dearest + 2 * (total(rowBonus) + total(columnBonus)) + uses * largest(score);
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return sum;
}
