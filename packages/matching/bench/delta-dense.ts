import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeDenseSolver } from '../src/solver/dense.ts';
import { checkAnswer, readInstance, type DenseInstance } from './instance.ts';

/*
 * Edits of one row at a time, replayed in one solver: what processor time each repair takes, and that each reaches the optimum
 * the file expects. Then every cost moves by up to 3 %, as under a dragged weight, and all is repaired at once.
 * Run: node packages/matching/bench/delta-dense.ts NAME.delta.json
 */

interface Script {
  readonly instance: string;
  readonly ops: readonly { readonly row: number; readonly offset: number }[];
  readonly expect?: readonly { readonly objective: number }[];
}

const DRAGS = 20;
const WARM = 20;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: node packages/matching/bench/delta-dense.ts NAME.delta.json');
const script = JSON.parse(readFileSync(path, 'utf8')) as Script;
const instance = readInstance(join(dirname(path), `${script.instance}.json`));
if (instance.kind !== 'dense') throw new Error(`${script.instance} is not dense`);
replay(instance, script, readFileSync(path.replace(/json$/, 'bin')));

function replay(dense: DenseInstance, { ops, expect }: Script, bytes: Buffer): void {
  const { rows, columns, cost } = dense;
  const solver = makeDenseSolver(rows, columns);
  const fromScratch = Array.from({ length: WARM }, () => time(() => solver.solve(cost)).spent);
  let wrong = 0;
  const repairs = ops.map(({ row, offset }, at) => {
    const from = bytes.byteOffset + offset;
    cost.set(new Float64Array(bytes.buffer.slice(from, from + columns * 8)), row * columns);
    const { value, spent } = time(() => solver.resolveRow(row));
    const { objective, valid } = checkAnswer(dense, value.columnOfRow);
    if (!valid || (expect !== undefined && expect[at]?.objective !== objective)) wrong++;
    return spent;
  });
  console.log(`${dense.name}: ${String(ops.length)} edits, ${String(wrong)} wrong`);
  console.log(`  from scratch, warm   ${show(fromScratch.slice(WARM / 2))}`);
  console.log(`  one row repaired     ${show(repairs)}`);
  console.log(`  every cost moved     ${show(drag(dense, solver))}`);
}

function drag(dense: DenseInstance, solver: ReturnType<typeof makeDenseSolver>): readonly number[] {
  const { rows, columns, cost } = dense;
  return Array.from({ length: DRAGS }, (_, turn) => {
    for (let k = 0; k < cost.length; k++) {
      const shift = (((k * 7_919 + turn * 104_729) % 1_009) / 1_009 - 0.5) * 0.06;
      cost[k] = Math.round((cost[k] ?? 0) * (1 + shift));
    }
    const { value, spent } = time(() => solver.resolve());
    const again = makeDenseSolver(rows, columns).solve(cost);
    const [repaired, scratch] = [value, again].map((each) => checkAnswer(dense, each.columnOfRow).objective);
    if (repaired !== scratch)
      throw new Error(`repaired ${String(repaired)}, from scratch ${String(scratch)}`);
    return spent;
  });
}

/* Processor time of this thread: on a shared machine the clock tells of the others. */
function time<T>(run: () => T): { readonly value: T; readonly spent: number } {
  const before = process.threadCpuUsage();
  const value = run();
  const { user, system } = process.threadCpuUsage(before);
  return { value, spent: (user + system) / 1e3 };
}

function show(spent: readonly number[]): string {
  const sorted = spent.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  return `median ${at(0.5)} ms, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}`;
}
