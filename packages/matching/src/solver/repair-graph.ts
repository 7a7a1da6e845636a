import type { Flow, Network } from './network.ts';

/** The edges of one side's nodes: those of node `n` stand from `start[n]` up to `start[n + 1]`. */
export interface EdgeList {
  readonly start: Int32Array;
  /** The node of the other side, by place in the list. */
  readonly other: Int32Array;
  /** The number of the edge, by place in the list; null when place and number are the same. */
  readonly edge: Int32Array | null;
}

/** One side of a network under repair; everything in the arrays changes in place. */
export interface RepairSide {
  /** All edges, or for a while the few that matter. */
  list: EdgeList;
  /** Number of this side's first node among all nodes: rows come first. */
  readonly first: number;
  readonly capacity: Int32Array;
  readonly bonus: Float64Array;
  readonly degree: Int32Array;
  readonly price: Float64Array;
  /** The numbers of the edges each node uses, in no order. */
  readonly used: readonly number[][];
}

/** A network that keeps its flow and prices while it changes. An edge that may not be used scores −Infinity. */
export interface RepairGraph {
  readonly rows: RepairSide;
  readonly columns: RepairSide;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly score: Float64Array;
  readonly flow: Uint8Array;
}

/** Copies what changes; the network's lists of edges are shared. */
export function makeGraph(network: Network, { flow, rowPrice, columnPrice }: Flow): RepairGraph {
  const { rowStart, column } = network;
  const rowOf = new Int32Array(column.length);
  for (let i = 0; i + 1 < rowStart.length; i++) rowOf.fill(i, rowStart[i], rowStart[i + 1]);
  const byRow: EdgeList = { start: rowStart, other: column, edge: null };
  const graph: RepairGraph = {
    rows: makeSide(byRow, 0, network.rowCapacity, network.rowBonus, rowPrice),
    columns: makeSide(
      listByColumn(rowOf, column, network.columnCapacity.length),
      network.rowCapacity.length,
      network.columnCapacity,
      network.columnBonus,
      columnPrice,
    ),
    rowOf,
    columnOf: column,
    score: Float64Array.from(network.score),
    flow: new Uint8Array(column.length),
  };
  for (let e = 0; e < flow.length; e++) if (flow[e] === 1) useEdge(graph, e);
  return graph;
}

function makeSide(
  list: EdgeList,
  first: number,
  capacity: Int32Array,
  bonus: Float64Array,
  price: Float64Array,
): RepairSide {
  return {
    list,
    first,
    capacity: capacity.slice(),
    bonus: bonus.slice(),
    degree: new Int32Array(capacity.length),
    price: price.slice(),
    used: Array.from(capacity, () => []),
  };
}

/** The same edges by column, rows ascending. `edges` are those that count, all when it is left out. */
export function listByColumn(
  rowOf: Int32Array,
  columnOf: Int32Array,
  columns: number,
  edges: Int32Array | null = null,
): EdgeList {
  const count = edges === null ? columnOf.length : edges.length;
  const start = new Int32Array(columns + 1);
  const next = new Int32Array(columns);
  const other = new Int32Array(count);
  const edge = new Int32Array(count);
  const numberAt = (at: number): number => (edges === null ? at : (edges[at] ?? 0));
  for (let at = 0; at < count; at++) {
    const j = columnOf[numberAt(at)] ?? 0;
    start[j + 1] = (start[j + 1] ?? 0) + 1;
  }
  for (let j = 0; j < columns; j++) {
    next[j] = start[j] ?? 0;
    start[j + 1] = (start[j + 1] ?? 0) + (start[j] ?? 0);
  }
  for (let at = 0; at < count; at++) {
    const e = numberAt(at);
    const j = columnOf[e] ?? 0;
    const place = next[j] ?? 0;
    other[place] = rowOf[e] ?? 0;
    edge[place] = e;
    next[j] = place + 1;
  }
  return { start, other, edge };
}

/** Uses an edge; degrees follow. */
export function useEdge({ rows, columns, rowOf, columnOf, flow }: RepairGraph, e: number): void {
  const [i, j] = [rowOf[e] ?? 0, columnOf[e] ?? 0];
  flow[e] = 1;
  rows.used[i]?.push(e);
  columns.used[j]?.push(e);
  rows.degree[i] = (rows.degree[i] ?? 0) + 1;
  columns.degree[j] = (columns.degree[j] ?? 0) + 1;
}

/** Gives an edge up; degrees follow. */
export function dropEdge({ rows, columns, rowOf, columnOf, flow }: RepairGraph, e: number): void {
  const [i, j] = [rowOf[e] ?? 0, columnOf[e] ?? 0];
  flow[e] = 0;
  forget(rows.used[i], e);
  forget(columns.used[j], e);
  rows.degree[i] = (rows.degree[i] ?? 0) - 1;
  columns.degree[j] = (columns.degree[j] ?? 0) - 1;
}

function forget(edges: number[] | undefined, e: number): void {
  if (edges === undefined) return;
  const last = edges.pop();
  const at = edges.indexOf(e);
  if (at !== -1 && last !== undefined) edges[at] = last;
}

/** What the next use of a node would earn beside the edge's score; −Infinity when it has no place left. */
export function gainOfNext({ capacity, degree, bonus }: RepairSide, n: number): number {
  const uses = degree[n] ?? 0;
  if (uses >= (capacity[n] ?? 0)) return -Infinity;
  return uses === 0 ? (bonus[n] ?? 0) : 0;
}

/** What the last use of a node earns beside the edge's score; Infinity when it has none, −Infinity when it has too many. */
export function gainOfLast({ capacity, degree, bonus }: RepairSide, n: number): number {
  const uses = degree[n] ?? 0;
  if (uses === 0) return Infinity;
  if (uses > (capacity[n] ?? 0)) return -Infinity;
  return uses === 1 ? (bonus[n] ?? 0) : 0;
}
