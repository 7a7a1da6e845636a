import {
  dropEdge,
  gainOfLast,
  gainOfNext,
  slackOf,
  useEdge,
  type RepairGraph,
  type RepairSide,
} from './repair-graph.ts';
import { settleTies } from './ties.ts';

/** Keeps a flow the one `settleTies` chooses, from what it is told of changes. Nodes are numbered over both sides. */
export interface TieRepair {
  /** The node's price, degree, capacity, bonus or one of its edges changed. */
  readonly touch: (node: number) => void;
  readonly settle: () => void;
}

/**
 * Two best flows differ by cycles of tight edges, each passing home (the T of network.ts) once at most; so
 * what happens in one connected part of the tight edges says nothing to another, and parts without a changed node are
 * as they should be. The others are settled as small networks of their own: tight edges only, what a node uses
 * besides taken from its capacity and, as its first use is made, from its bonus.
 */
export function makeTieRepair(graph: RepairGraph): TieRepair {
  const { rows, columns, score, rowOf, columnOf } = graph;
  const nodes = columns.first + columns.degree.length;
  const touchedIn = new Int32Array(nodes);
  const seenIn = new Int32Array(nodes);
  /* A node's place among the rows or columns of the part it stands in. */
  const placeOf = new Int32Array(nodes);
  let touched: number[] = [];
  let part: number[] = [];
  let round = 1;

  for (let node = 0; node < nodes; node++) touch(node);

  function touch(node: number): void {
    if (touchedIn[node] === round) return;
    touchedIn[node] = round;
    touched.push(node);
  }

  function settle(): void {
    for (const node of touched) if (seenIn[node] !== round && isOpen(node)) settlePart(node);
    touched = [];
    round++;
  }

  /* A closed node joins nothing. */
  function isOpen(node: number): boolean {
    return node < columns.first ? rows.capacity[node] !== 0 : columns.capacity[node - columns.first] !== 0;
  }

  function settlePart(first: number): void {
    part = [];
    visit(first);
    let ends = 0;
    let ways = 0;
    for (let at = 0; at < part.length; at++) {
      const node = part[at] ?? 0;
      ends += readList(node);
      if (mayTurnHome(node)) ways++;
    }
    /* A tree with one way home at most has no cycle, so nothing to choose. */
    if (ends / 2 + Math.max(1, ways) <= part.length) return;
    part.sort((a, b) => a - b);
    let split = 0;
    while ((part[split] ?? nodes) < columns.first) split++;
    settleNodes(part.slice(0, split), part.slice(split));
  }

  function visit(node: number): void {
    if (seenIn[node] === round) return;
    seenIn[node] = round;
    part.push(node);
  }

  /* Visits the nodes that tight edges join to this one, and tells how many such edges there are. */
  function readList(node: number): number {
    const isRow = node < columns.first;
    const own = (isRow ? rows.price[node] : columns.price[node - columns.first]) ?? 0;
    const { price, first, capacity } = isRow ? columns : rows;
    const otherOf = isRow ? columnOf : rowOf;
    let joined = 0;
    for (const e of nearOf(node)) {
      const n = otherOf[e] ?? 0;
      if (own + (price[n] ?? 0) !== score[e] || capacity[n] === 0) continue;
      joined++;
      visit(first + n);
    }
    return joined;
  }

  function nearOf(node: number): readonly number[] {
    return (node < columns.first ? rows.near[node] : columns.near[node - columns.first]) ?? [];
  }

  /* Could the node take one use more, or do with one less, and nothing be lost? */
  function mayTurnHome(node: number): boolean {
    const [side, n] = node < columns.first ? [rows, node] : [columns, node - columns.first];
    const price = side.price[n] ?? 0;
    return gainOfNext(side, n) + price === 0 || gainOfLast(side, n) + price === 0;
  }

  function settleNodes(rowNodes: readonly number[], columnNodes: readonly number[]): void {
    for (const side of [rowNodes, columnNodes]) side.forEach((node, at) => (placeOf[node] = at));
    const rowStart = new Int32Array(rowNodes.length + 1);
    const edges: number[] = [];
    for (const [at, i] of rowNodes.entries()) {
      const isTight = (e: number): boolean =>
        slackOf(graph, e) === 0 && columns.capacity[columnOf[e] ?? 0] !== 0;
      edges.push(
        ...nearOf(i)
          .filter(isTight)
          .sort((a, b) => a - b),
      );
      rowStart[at + 1] = edges.length;
    }
    const column = Int32Array.from(edges, (e) => placeOf[columns.first + (columnOf[e] ?? 0)] ?? 0);
    const flow = Uint8Array.from(edges, (e) => graph.flow[e] ?? 0);
    const row = takePart(rows, rowNodes);
    const col = takePart(columns, columnNodes);
    edges.forEach((e, at) => {
      if (flow[at] !== 1) return;
      subtract(row.besides, placeOf[rowOf[e] ?? 0] ?? 0);
      subtract(col.besides, column[at] ?? 0);
    });
    const settled = settleTies(
      {
        rowStart,
        column,
        score: Float64Array.from(edges, (e) => score[e] ?? 0),
        ...{ rowCapacity: placesLeft(row), columnCapacity: placesLeft(col) },
        ...{ rowBonus: bonusLeft(row), columnBonus: bonusLeft(col) },
      },
      { flow, rowPrice: row.price, columnPrice: col.price },
    );
    edges.forEach((e, at) => {
      if (settled[at] === flow[at]) return;
      if (settled[at] === 1) useEdge(graph, e);
      else dropEdge(graph, e);
    });
  }

  return { touch, settle };
}

interface Part {
  readonly capacity: Int32Array;
  readonly bonus: Float64Array;
  readonly price: Float64Array;
  /** Uses by edges that are not tight. */
  readonly besides: Int32Array;
}

function takePart(side: RepairSide, nodes: readonly number[]): Part {
  const at = nodes.map((node) => node - side.first);
  return {
    capacity: Int32Array.from(at, (n) => side.capacity[n] ?? 0),
    bonus: Float64Array.from(at, (n) => side.bonus[n] ?? 0),
    price: Float64Array.from(at, (n) => side.price[n] ?? 0),
    besides: Int32Array.from(at, (n) => side.degree[n] ?? 0),
  };
}

function subtract(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) - 1;
}

function placesLeft({ capacity, besides }: Part): Int32Array {
  return capacity.map((places, at) => places - (besides[at] ?? 0));
}

function bonusLeft({ bonus, besides }: Part): Float64Array {
  return bonus.map((gain, at) => (besides[at] === 0 ? gain : 0));
}
