import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { solveNetwork, type Network } from '../src/solver/network.ts';
import { makeRepair, type Repair } from '../src/solver/repair.ts';
import { readInstance, type Instance, type SparseInstance } from './instance.ts';

/*
 * Replays a script of edits on a solved network, holds every answer against the expected one, and tells what each
 * kind of edit costs in milliseconds, repair and ties together.
 * Run: node packages/matching/bench/delta.ts NAME.delta.json …
 */

interface Edit {
  readonly op: string;
  readonly row?: number;
  readonly col?: number;
  readonly score?: number;
  readonly offset?: number;
}
interface Script {
  readonly ops: readonly Edit[];
  readonly expect?: readonly { readonly matched: number; readonly objective: number }[];
}

/* Each script is replayed so often, and of each edit the quickest counts: other work on the machine is not the edit's. */
const REPLAYS = 3;

function replay(path: string): void {
  const script = JSON.parse(readFileSync(path, 'utf8')) as Script;
  const numbers = readFileSync(path.replace(/json$/, 'bin'));
  const instance = readInstance(path.replace(/\.delta\.json$/, '.json'));
  const network = networkOf(instance);
  const solved = solveNetwork(network);
  const costs = script.ops.map(() => Infinity);
  let wrong = 0;
  for (let n = 0; n < REPLAYS; n++) {
    const player = makePlayer(network, makeRepair(network, solved), numbers);
    for (const [at, edit] of script.ops.entries()) {
      costs[at] = Math.min(costs[at] ?? Infinity, player.play(edit));
      const expected = script.expect?.[at];
      const found = player.answer();
      const objective = instance.kind === 'dense' ? -found.objective : found.objective;
      if (expected === undefined) continue;
      if (found.matched !== expected.matched || objective !== expected.objective) wrong++;
    }
  }
  const verdict = script.expect === undefined ? 'nothing to hold them against' : `${String(wrong)} wrong`;
  console.log(
    `${instance.name}, ${String(network.column.length)} edges: ${String(costs.length)} edits, ${verdict}`,
  );
  const costsOf = (isMeant: (op: string) => boolean): readonly number[] =>
    costs.filter((_, at) => isMeant(script.ops[at]?.op ?? ''));
  for (const op of [...new Set(script.ops.map((edit) => edit.op))].sort())
    report(
      op,
      costsOf((one) => one === op),
    );
  report(
    'all but rescore',
    costsOf((op) => op !== 'rescore'),
  );
}

function report(op: string, costs: readonly number[]): void {
  const sorted = [...costs].sort((a, b) => a - b);
  const part = (share: number): string =>
    show(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  console.log(
    `  ${op.padEnd(16)} ${String(costs.length).padStart(5)} ×  median ${part(0.5)}  p95 ${part(0.95)}  p99 ${part(0.99)}  worst ${part(1)}`,
  );
}

function show(milliseconds: number): string {
  return milliseconds.toFixed(3);
}

/* Most rows first, exactly: a row's bonus is more than any total of scores can make up for. */
function networkOf(instance: Instance): Network {
  if (instance.kind === 'sparse') return sparseNetwork(instance);
  const { rows, columns, cost } = instance;
  const sparse: SparseInstance = {
    kind: 'sparse',
    name: instance.name,
    rows,
    columns,
    rowStart: Int32Array.from({ length: rows + 1 }, (_, i) => i * columns),
    column: Int32Array.from({ length: rows * columns }, (_, e) => e % columns),
    score: cost.map((value) => -value),
    columnCapacity: new Int32Array(columns).fill(1),
  };
  return sparseNetwork(sparse);
}

function sparseNetwork({ rows, columns, rowStart, column, score, columnCapacity }: SparseInstance): Network {
  const dearest = mostOf(score);
  /* An exchange along a path gives up no more than each row's best and gets no less than each one's worst. */
  const bonus = 1 + dearest * Math.min(rows, columns * Math.max(...columnCapacity));
  return {
    rowStart,
    column,
    score,
    rowCapacity: new Int32Array(rows).fill(1),
    columnCapacity,
    rowBonus: new Float64Array(rows).fill(bonus),
    columnBonus: new Float64Array(columns),
  };
}

function mostOf(scores: Float64Array): number {
  return scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
}

interface Player {
  /** Plays an edit; returns its milliseconds. */
  readonly play: (edit: Edit) => number;
  readonly answer: () => { readonly matched: number; readonly objective: number };
}

const NOTHING = new Float64Array(0);

function makePlayer(network: Network, repair: Repair, numbers: Buffer): Player {
  const { rowStart, column, columnCapacity, rowBonus } = network;
  const score = Float64Array.from(network.score);
  const places = columnCapacity.slice();
  const dead = new Set<number>();
  const forbidden = new Set<number>();
  const pins = new Map<number, number>();

  function edgeOf(i: number, j: number): number {
    let [low, high] = [rowStart[i] ?? 0, rowStart[i + 1] ?? 0];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((column[middle] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  const setRow = (i: number, capacity: number): void => repair.setRow(i, capacity, rowBonus[i] ?? 0);
  const setColumn = (j: number): void => repair.setColumn(j, dead.has(j) ? 0 : (places[j] ?? 0), 0);
  const setEdge = (e: number): void => repair.setScore(e, forbidden.has(e) ? -Infinity : (score[e] ?? 0));
  /* A pinned row has its one place taken; only the column's stays to be counted. */
  const pin = (i: number, j: number, by: number): void => {
    places[j] = (places[j] ?? 0) - by;
    setRow(i, by === 1 ? 0 : 1);
    setColumn(j);
  };
  /* The new scores of a row, given as costs, or of all edges. */
  const floats = (first: number, row: number | undefined): Float64Array => {
    const length = row === undefined ? score.length : (rowStart[row + 1] ?? 0) - (rowStart[row] ?? 0);
    const read = new Float64Array(Uint8Array.from(numbers.subarray(first, first + 8 * length)).buffer);
    return row === undefined ? read : read.map((cost) => -cost);
  };

  function change({ op, row = 0, col = 0, score: next = 0 }: Edit, scores: Float64Array): void {
    if (op === 'drop-row') setRow(row, 0);
    else if (op === 'restore-row') setRow(row, 1);
    else if (op === 'drop-col') setColumn((dead.add(col), col));
    else if (op === 'restore-col') setColumn((dead.delete(col), col));
    else if (op === 'pin') pin(row, (pins.set(row, col), col), 1);
    else if (op === 'unpin') {
      pin(row, pins.get(row) ?? 0, -1);
      pins.delete(row);
    } else if (op === 'forbid') setEdge((forbidden.add(edgeOf(row, col)), edgeOf(row, col)));
    else if (op === 'allow') setEdge((forbidden.delete(edgeOf(row, col)), edgeOf(row, col)));
    else if (op === 'score') {
      score[edgeOf(row, col)] = next;
      setEdge(edgeOf(row, col));
    } else if (op === 'rescore') {
      score.set(scores);
      repair.rescore(mostOf(score), (own) => {
        own.set(score);
        for (const e of forbidden) own[e] = -Infinity;
      });
    } else if (op === 'row-costs') {
      score.set(scores, rowStart[row]);
      repair.setRowScores(row, scores);
    } else throw new Error(op);
  }

  return {
    play(edit) {
      const scores = edit.offset === undefined ? NOTHING : floats(edit.offset, edit.row);
      const before = performance.now();
      change(edit, scores);
      repair.solve();
      return performance.now() - before;
    },
    answer() {
      let [matched, objective] = [0, 0];
      const count = (e: number): void => {
        matched++;
        objective += score[e] ?? NaN;
      };
      repair.flow.forEach((used, e) => {
        if (used === 1) count(e);
      });
      for (const [i, j] of pins) count(edgeOf(i, j));
      return { matched, objective };
    },
  };
}

for (const path of process.argv.slice(2)) replay(path);
