import { fitRow } from './repair-fit.ts';
import type { Flow, Network } from './network.ts';
import { placeByBids } from './repair-bids.ts';
import { makeCheck } from './repair-check.ts';
import {
  dropEdge,
  gainOfLast,
  gainOfNext,
  makeGraph,
  slackOf,
  useEdge,
  type RepairSide,
} from './repair-graph.ts';
import { makeNear } from './repair-near.ts';
import { makeMemory, makeRepairSearch } from './repair-search.ts';
import { makeTieRepair } from './repair-ties.ts';

/**
 * A solved network that changes little by little. Changes are noted by the setters; `solve` makes flow and prices
 * those of the changed network, ties as `settleTies` settles them, and costs only what the changes moved.
 * Between a setter and `solve` the flow means nothing. The arrays are live: they change in place.
 */
export interface Repair extends Flow {
  /** The score of each edge as it is now; −Infinity where the edge may not be used. */
  readonly score: Float64Array;
  /** The edges in use by row, in no order. */
  readonly usedByRow: readonly (readonly number[])[];
  /** −Infinity forbids the edge. Throws `bad-network` for any other score that is not whole, `too-large`. */
  readonly setScore: (edge: number, score: number) => void;
  /** Capacity and bonus of a row; 0 takes it out. Throws `bad-network`, `too-large`. */
  readonly setRow: (row: number, capacity: number, bonus: number) => void;
  readonly setColumn: (column: number, capacity: number, bonus: number) => void;
  /** All scores of a row, in the order of its edges. Throws as `setScore`. */
  readonly setRowScores: (row: number, scores: ArrayLike<number>) => void;
  /**
   * All scores at once: `change` writes the new ones in place. They must be whole or −Infinity, and no larger
   * than `dearest`. Throws `too-large`.
   */
  readonly rescore: (dearest: number, change: (score: Float64Array) => void) => void;
  readonly solve: () => void;
}

/**
 * Takes a network with its optimal flow and prices, as `solveNetwork` makes them, and keeps them optimal.
 *
 * Every edge obeys complementary slackness at all times: one that no longer does is used or given up at once,
 * which leaves its two ends with a use too many or too few. A node is mended by shortest augmenting paths until
 * its own slackness holds (see network.ts for what that is): a row or column that would gain by one use
 * more sends a unit forth; one that has a use too many, or loses by its last, takes one back. A place that
 * becomes free and has a price is found by the same search run backwards.
 *
 * In a dense network searches read the near edges only; rows for which these may no longer suffice are read
 * whole, and mended where an edge was missed, until none is left.
 */
export function makeRepair(network: Network, solved: Flow): Repair {
  const graph = makeGraph(network, solved);
  const { rows, columns, rowStart, rowOf, columnOf, score, flow } = graph;
  const nodes = columns.first + columns.degree.length;
  const near = makeNear(graph);
  const ties = makeTieRepair(graph);
  const memory = makeMemory(nodes);
  const searchFromRow = makeRepairSearch(graph, [rows, columns], memory, ties.touch);
  const searchFromColumn = makeRepairSearch(graph, [columns, rows], memory, ties.touch);
  const check = makeCheck(network);
  let waiting: number[] = [];

  ties.settle();

  function touch(node: number): void {
    waiting.push(node);
    ties.touch(node);
  }

  function touchEnds(e: number): void {
    touch(rowOf[e] ?? 0);
    touch(columns.first + (columnOf[e] ?? 0));
  }

  function setScore(e: number, next: number): void {
    check.score(next, e);
    if (score[e] === next) return;
    const before = slackOf(graph, e);
    score[e] = next;
    const slack = slackOf(graph, e);
    near.offer(e);
    if (flow[e] === 0 && before > 0 && slack > 0) return;
    touchEnds(e);
    if (flow[e] === 1 && slack > 0) dropEdge(graph, e);
    else if (flow[e] === 0 && slack < 0) takeEdge(e, slack);
  }

  /* An edge to a closed node is never used: the price there rises instead. */
  function takeEdge(e: number, slack: number): void {
    const [i, j] = [rowOf[e] ?? 0, columnOf[e] ?? 0];
    if (rows.capacity[i] === 0) rows.price[i] = (rows.price[i] ?? 0) - slack;
    else if (columns.capacity[j] === 0) columns.price[j] = (columns.price[j] ?? 0) - slack;
    else useEdge(graph, e);
  }

  function setNode(side: RepairSide, n: number, capacity: number, bonus: number): void {
    if (side.capacity[n] === capacity && side.bonus[n] === bonus) return;
    side.capacity[n] = capacity;
    side.bonus[n] = bonus;
    touch(side.first + n);
    if (capacity === 0) closeNode(side, n);
  }

  /* Every edge is given up, and the price rises until none is missed. */
  function closeNode(side: RepairSide, n: number): void {
    for (const e of [...(side.used[n] ?? [])]) {
      side.price[n] = Math.max(side.price[n] ?? 0, (side.price[n] ?? 0) - slackOf(graph, e));
      dropEdge(graph, e);
      touchEnds(e);
    }
  }

  function setRow(row: number, capacity: number, bonus: number): void {
    check.node('row', row, capacity, bonus);
    setNode(rows, row, capacity, bonus);
  }

  function setRowScores(row: number, scores: ArrayLike<number>): void {
    const [capacity, bonus] = [rows.capacity[row] ?? 0, rows.bonus[row] ?? 0];
    setRow(row, 0, bonus);
    const first = rowStart[row] ?? 0;
    for (let at = 0; at < scores.length; at++) setScore(first + at, scores[at] ?? NaN);
    setRow(row, capacity, bonus);
  }

  /* Fits the price of each row, and leaves what it gave up to be mended. */
  function fitRows(list: Iterable<number>): void {
    for (const i of list) {
      for (const e of fitRow(graph, i)) {
        dropEdge(graph, e);
        touchEnds(e);
      }
      touch(i);
    }
  }

  function unplaced(side: RepairSide): readonly number[] {
    return [...side.degree.keys()].filter((n) => gainOfNext(side, n) + (side.price[n] ?? 0) > 0);
  }

  /* Where no path is found as far as the near edges reach, the node waits until they have been read again. */
  function mend(node: number, reach: number): void {
    const isRow = node < columns.first;
    const [side, n] = isRow ? [rows, node] : [columns, node - columns.first];
    for (;;) {
      const wanted = gainOfNext(side, n) + (side.price[n] ?? 0);
      const unwanted = -gainOfLast(side, n) - (side.price[n] ?? 0);
      const limit = Math.max(wanted, unwanted);
      if (!(limit > 0)) return;
      const moved = search(isRow === wanted > 0, node, Math.min(limit, reach));
      if (moved >= reach && limit > reach) {
        waiting.push(node);
        return;
      }
    }
  }

  function search(fromRow: boolean, node: number, limit: number): number {
    const moved = fromRow ? searchFromRow(node, limit) : searchFromColumn(node, limit);
    if (!fromRow) near.columnsFell(moved);
    return moved;
  }

  function mendAll(reach: number): void {
    const list = waiting;
    waiting = [];
    for (const node of list) mend(node, reach);
  }

  return {
    flow,
    rowPrice: rows.price,
    columnPrice: columns.price,
    score,
    usedByRow: rows.used,
    setScore,
    setRow,
    setColumn(column, capacity, bonus) {
      check.node('column', column, capacity, bonus);
      setNode(columns, column, capacity, bonus);
    },
    setRowScores,
    rescore(dearest, change) {
      check.score(dearest, 0);
      change(score);
      near.forget();
      fitRows(rows.price.keys());
      const reach = near.reach();
      placeByBids(graph, [rows, columns], { nodes: unplaced(rows), reach }, touch);
      placeByBids(graph, [columns, rows], { nodes: unplaced(columns), reach }, touch);
    },
    solve() {
      let reach = near.reach();
      do {
        mendAll(reach);
        fitRows(near.refresh());
        reach *= 2;
      } while (waiting.length > 0);
      ties.settle();
    },
  };
}
