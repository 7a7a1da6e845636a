import type { Flow, Network } from './network.ts';

/** One side of a network under repair; everything in the arrays changes in place. */
export interface RepairSide {
  /** Number of this side's first node among all nodes: rows come first. */
  readonly first: number;
  readonly capacity: Int32Array;
  readonly bonus: Float64Array;
  readonly degree: Int32Array;
  readonly price: Float64Array;
  /** The numbers of the edges each node uses, in no order. */
  readonly used: readonly number[][];
  /** The numbers of the edges each node is searched by: all, or those that cost least (see repair-near.ts). */
  readonly near: readonly number[][];
}

/** A network that keeps its flow and prices while it changes. An edge that may not be used scores −Infinity. */
export interface RepairGraph {
  readonly rows: RepairSide;
  readonly columns: RepairSide;
  readonly rowStart: Int32Array;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly score: Float64Array;
  readonly flow: Uint8Array;
}

/** Copies what changes; the network's lists of edges are shared. */
export function makeGraph(network: Network, { flow, rowPrice, columnPrice }: Flow): RepairGraph {
  const { rowStart, column, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const rowOf = new Int32Array(column.length);
  for (let i = 0; i + 1 < rowStart.length; i++) rowOf.fill(i, rowStart[i], rowStart[i + 1]);
  const graph: RepairGraph = {
    rows: makeSide(0, rowCapacity, rowBonus, rowPrice),
    columns: makeSide(rowCapacity.length, columnCapacity, columnBonus, columnPrice),
    rowStart,
    rowOf,
    columnOf: column,
    score: Float64Array.from(network.score),
    flow: new Uint8Array(column.length),
  };
  for (let e = 0; e < flow.length; e++) if (flow[e] === 1) useEdge(graph, e);
  return graph;
}

function makeSide(first: number, capacity: Int32Array, bonus: Float64Array, price: Float64Array): RepairSide {
  return {
    first,
    capacity: capacity.slice(),
    bonus: bonus.slice(),
    degree: new Int32Array(capacity.length),
    price: price.slice(),
    used: Array.from(capacity, () => []),
    near: Array.from(capacity, () => []),
  };
}

/** u + v − score: what an edge not in use costs, what one in use earns below 0. */
export function slackOf({ rows, columns, rowOf, columnOf, score }: RepairGraph, e: number): number {
  return (rows.price[rowOf[e] ?? 0] ?? 0) + (columns.price[columnOf[e] ?? 0] ?? 0) - (score[e] ?? 0);
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
