import { slackOf, type RepairGraph } from './repair-graph.ts';

/** Keeps the lists of edges that searches use, and knows when they no longer suffice. */
export interface NearEdges {
  /** Call when a score rose. */
  readonly offer: (edge: number) => void;
  /** Call when column prices may have fallen by this much. */
  readonly columnsFell: (by: number) => void;
  /** Rows with an edge in no list that may have become tight are listed anew, and returned. */
  readonly refresh: () => readonly number[];
  /** How far prices may fall at a time, lest every list be read anew. */
  readonly reach: () => number;
  /** Every row is listed anew by `refresh`: all scores have changed. */
  readonly forget: () => void;
}

/** With fewer edges per row than this every edge is listed. */
const FEW = 64;
/** How many edges a row's list should hold about. */
const WANTED = 24;

/**
 * In a dense network nearly all edges cost far too much to be on any path. A row's list holds those whose slack is
 * at most θ when the row is read; every other keeps a slack above 0 as long as the row's price, and the prices of all
 * columns, have together fallen by less. `guard` is that promise: the least `price − fallen` at which the list of a row suffices.
 */
export function makeNear(graph: RepairGraph): NearEdges {
  const { rows, columns, rowStart, columnOf, score } = graph;
  const count = rows.price.length;
  const guard = new Float64Array(count).fill(-Infinity);
  /* 1 for an edge that stands in the lists of both its ends. */
  const listed = new Uint8Array(score.length);
  let theta = score.length <= FEW * count ? Infinity : guessTheta(graph);
  let fallen = 0;

  for (let i = 0; i < count; i++) readRow(i);

  function readRow(i: number): void {
    const near = rows.near[i] ?? [];
    for (const e of near) {
      listed[e] = 0;
      strike(columns.near[columnOf[e] ?? 0] ?? [], e);
    }
    near.length = 0;
    const least = (rows.price[i] ?? 0) - theta;
    const prices = columns.price;
    const last = rowStart[i + 1] ?? 0;
    for (let e = rowStart[i] ?? 0; e < last; e++) {
      if ((score[e] ?? 0) - (prices[columnOf[e] ?? 0] ?? 0) >= least) list(e, i);
    }
    guard[i] = least - fallen;
  }

  /* In the lists of both ends or of neither: an edge that only one side sees loses its slackness unnoticed. */
  function list(e: number, i: number): void {
    if (listed[e] === 1) return;
    listed[e] = 1;
    rows.near[i]?.push(e);
    columns.near[columnOf[e] ?? 0]?.push(e);
  }

  function readAll(): void {
    for (const near of columns.near) near.length = 0;
    fallen = 0;
    for (let i = 0; i < count; i++) readRow(i);
    const found = rows.near.reduce((sum, near) => sum + near.length, 0);
    if (found > 2 * WANTED * count) theta = Math.max(1, Math.floor(theta * 0.7));
    else if (2 * found < WANTED * count) theta = Math.ceil(theta * 1.4) + 1;
  }

  let mustReadAll = false;
  return {
    offer(e) {
      const i = graph.rowOf[e] ?? 0;
      if (slackOf(graph, e) <= (rows.price[i] ?? 0) - fallen - (guard[i] ?? 0)) list(e, i);
    },
    columnsFell(by) {
      fallen += by;
    },
    refresh() {
      if (theta === Infinity) return [];
      const read: number[] = [];
      for (let i = 0; i < count; i++) {
        if (!mustReadAll && (rows.price[i] ?? 0) - fallen >= (guard[i] ?? 0)) continue;
        read.push(i);
        if (!mustReadAll) readRow(i);
      }
      if (mustReadAll) readAll();
      mustReadAll = false;
      return read;
    },
    reach: () => theta,
    forget() {
      mustReadAll = true;
    },
  };
}

function strike(edges: number[], e: number): void {
  const at = edges.indexOf(e);
  if (at === -1) return;
  edges[at] = edges.at(-1) ?? e;
  edges.pop();
}

/* The slack that about so many edges of a row have at most, from a few rows. */
function guessTheta({ rows, columns, rowStart, columnOf, score }: RepairGraph): number {
  const step = Math.max(1, Math.floor(rows.price.length / 20));
  const guesses: number[] = [];
  for (let i = 0; i < rows.price.length; i += step) {
    const slacks: number[] = [];
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++)
      slacks.push((rows.price[i] ?? 0) + (columns.price[columnOf[e] ?? 0] ?? 0) - (score[e] ?? 0));
    slacks.sort((a, b) => a - b);
    const guess = slacks[WANTED] ?? Infinity;
    if (guess < Infinity) guesses.push(guess);
  }
  guesses.sort((a, b) => a - b);
  return Math.max(1, guesses[guesses.length >> 1] ?? 1);
}
