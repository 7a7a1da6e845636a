import { MatchingError } from '../errors.ts';
import type { Flow, Network } from './network.ts';
import { dropEdge, gainOfLast, gainOfNext, makeGraph, useEdge, type RepairSide } from './repair-graph.ts';
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
  readonly rowDegree: Int32Array;
  readonly columnDegree: Int32Array;
  /** −Infinity forbids the edge. Throws `bad-network` for any other score that is not whole, `too-large`. */
  readonly setScore: (edge: number, score: number) => void;
  /** Capacity and bonus of a row; 0 takes it out. Throws `bad-network`, `too-large`. */
  readonly setRow: (row: number, capacity: number, bonus: number) => void;
  readonly setColumn: (column: number, capacity: number, bonus: number) => void;
  /** All scores of a row or of a column, in the order of its edges. Throws as `setScore`. */
  readonly setRowScores: (row: number, scores: ArrayLike<number>) => void;
  /** All scores at once: `change` writes the new ones, whole or −Infinity, in place. Does not look for `too-large`. */
  readonly rescore: (change: (score: Float64Array) => void) => void;
  readonly solve: () => void;
}

/**
 * Takes a network with its optimal flow and prices, as `solveNetwork` makes them, and keeps them optimal.
 *
 * Every edge obeys complementary slackness at all times: one that no longer does is used or given up at once,
 * which leaves its two ends with a use too many or too few. A node is mended by shortest augmenting paths until
 * its own slackness holds (see network.ts for what that is): a row or column that would gain by one use
 * more sends a unit forth; one that has a use too many, or loses by its last, sends one back. A place that
 * becomes free and has a price is found by the same search run backwards.
 */
export function makeRepair(network: Network, solved: Flow): Repair {
  const graph = makeGraph(network, solved);
  const { rows, columns, rowOf, columnOf, score, flow } = graph;
  const nodes = columns.first + columns.degree.length;
  const ties = makeTieRepair(graph);
  const memory = makeMemory(nodes);
  const fromRows = makeRepairSearch(graph, [rows, columns], memory, ties);
  const fromColumns = makeRepairSearch(graph, [columns, rows], memory, ties);
  const check = makeCheck(network);
  let waiting: number[] = [];

  ties.settle();

  function setScore(e: number, next: number): void {
    check.score(next, e);
    if (score[e] === next) return;
    score[e] = next;
    const [i, j] = [rowOf[e] ?? 0, columnOf[e] ?? 0];
    touchEnds(i, j);
    const slack = (rows.price[i] ?? 0) + (columns.price[j] ?? 0) - next;
    ties.offer(e);
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

  function touchEnds(i: number, j: number): void {
    waiting.push(i, columns.first + j);
    ties.touch(i);
    ties.touch(columns.first + j);
  }

  function setNode(side: RepairSide, n: number, capacity: number, bonus: number): void {
    if (side.capacity[n] === capacity && side.bonus[n] === bonus) return;
    side.capacity[n] = capacity;
    side.bonus[n] = bonus;
    waiting.push(side.first + n);
    ties.touch(side.first + n);
    if (capacity === 0) closeNode(side, n);
  }

  /* Every edge is given up, and the price rises until none is missed. */
  function closeNode(side: RepairSide, n: number): void {
    for (const e of [...(side.used[n] ?? [])]) {
      const [i, j] = [rowOf[e] ?? 0, columnOf[e] ?? 0];
      const slack = (rows.price[i] ?? 0) + (columns.price[j] ?? 0) - (score[e] ?? 0);
      side.price[n] = Math.max(side.price[n] ?? 0, (side.price[n] ?? 0) - slack);
      dropEdge(graph, e);
      ties.offer(e);
      touchEnds(i, j);
    }
  }

  /*
   * The scores of a row are new: its price becomes the best it is offered by an edge it does not use, and edges that are
   * worth less are given up. A price that still fits stays.
   */
  function fitRow(i: number): void {
    let dearest = -Infinity;
    const last = rows.list.start[i + 1] ?? 0;
    for (let e = rows.list.start[i] ?? 0; e < last; e++) {
      if (flow[e] === 1) continue;
      const worth = (score[e] ?? 0) - (columns.price[columnOf[e] ?? 0] ?? 0);
      if (worth > dearest) dearest = worth;
    }
    let cheapest = Infinity;
    for (const e of [...(rows.used[i] ?? [])]) {
      const worth = (score[e] ?? 0) - (columns.price[columnOf[e] ?? 0] ?? 0);
      if (worth >= dearest) cheapest = Math.min(cheapest, worth);
      else {
        dropEdge(graph, e);
        touchEnds(i, columnOf[e] ?? 0);
      }
    }
    const highest = Math.min(cheapest, -gainOfNext(rows, i));
    const lowest = Math.max(dearest, -gainOfLast(rows, i));
    const price = rows.price[i] ?? 0;
    rows.price[i] = Math.max(dearest, Math.min(cheapest, highest, Math.max(lowest, price)));
    waiting.push(i);
    ties.touchAll(i);
  }

  function mend(node: number): void {
    const [side, n] = node < columns.first ? [rows, node] : [columns, node - columns.first];
    const [send, fetch] = side === rows ? [fromRows, fromColumns] : [fromColumns, fromRows];
    for (;;) {
      const wanted = gainOfNext(side, n) + (side.price[n] ?? 0);
      const unwanted = -gainOfLast(side, n) - (side.price[n] ?? 0);
      if (wanted > 0) send(node, wanted);
      else if (unwanted > 0) fetch(node, unwanted);
      else return;
    }
  }

  return {
    flow,
    rowPrice: rows.price,
    columnPrice: columns.price,
    score,
    rowDegree: rows.degree,
    columnDegree: columns.degree,
    setScore,
    setRow(row, capacity, bonus) {
      check.node('row', row, capacity, bonus);
      setNode(rows, row, capacity, bonus);
    },
    setColumn(column, capacity, bonus) {
      check.node('column', column, capacity, bonus);
      setNode(columns, column, capacity, bonus);
    },
    setRowScores(row, scores) {
      const first = rows.list.start[row] ?? 0;
      for (let at = 0; at < scores.length; at++) {
        check.score(scores[at] ?? NaN, first + at);
        score[first + at] = scores[at] ?? 0;
      }
      fitRow(row);
    },
    rescore(change) {
      change(score);
      for (let i = 0; i < rows.degree.length; i++) fitRow(i);
    },
    solve() {
      const nodesToMend = waiting;
      waiting = [];
      for (const node of nodesToMend) mend(node);
      ties.settle();
    },
  };
}

interface Check {
  readonly score: (score: number, edge: number) => void;
  readonly node: (side: 'row' | 'column', n: number, capacity: number, bonus: number) => void;
}

/* The largest score and bonus there ever were bound every sum; see network.ts. */
function makeCheck(network: Network): Check {
  const { column, score, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const nodes = rowCapacity.length + columnCapacity.length;
  let dearest = 0;
  let bonus = 0;
  const refuseTooLarge = (): void => {
    const sum = 8 * (1 + dearest + 2 * bonus) + 2 * nodes * bonus + column.length * dearest;
    if (sum > Number.MAX_SAFE_INTEGER) throw new MatchingError('too-large', 'network', sum);
  };
  for (let e = 0; e < score.length; e++) dearest = Math.max(dearest, Math.abs(score[e] ?? 0));
  for (const bonuses of [rowBonus, columnBonus]) for (const one of bonuses) bonus = Math.max(bonus, one);
  refuseTooLarge();
  return {
    score(value, edge) {
      if (value === -Infinity) return;
      if (!Number.isSafeInteger(value) || edge < 0 || edge >= column.length)
        throw new MatchingError('bad-network', `score[${String(edge)}]`, value);
      if (Math.abs(value) <= dearest) return;
      dearest = Math.abs(value);
      refuseTooLarge();
    },
    node(side, n, capacity, value) {
      const place = `[${String(n)}]`;
      const count = side === 'row' ? rowCapacity.length : columnCapacity.length;
      if (!Number.isSafeInteger(capacity) || capacity < 0 || n < 0 || n >= count)
        throw new MatchingError('bad-network', `${side}Capacity${place}`, capacity);
      if (!Number.isSafeInteger(value) || value < 0)
        throw new MatchingError('bad-network', `${side}Bonus${place}`, value);
      if (value <= bonus) return;
      bonus = value;
      refuseTooLarge();
    },
  };
}
