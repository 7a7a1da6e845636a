import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instance } from './instance.ts';
import { makeDense, makeSparse } from './yardstick/families.ts';
import { findPeers, measure, OURS, type Measured } from './yardstick/peers.ts';
import { writeInstance } from './yardstick/write.ts';

/*
 * The solver beside others that are found on the machine (SciPy, LEMON, munkres), each in a process of its own, one
 * after the other on the same problem: processor time of the first and of a later run, how many times longer each
 * peer took, growth with size, and whether all agree to the last unit.
 * Run: node packages/matching/bench/yardstick.ts [quick | whole] [seed]
 */

const SECONDS = 120;

interface Problem {
  readonly group: string;
  readonly size: number;
  readonly make: (seed: number) => Instance;
}

const dense = (family: Parameters<typeof makeDense>[0], rows: number, columns = rows): Problem => ({
  group: rows === columns ? `dense ${family}` : `rectangular ${family}`,
  size: rows,
  make: (seed) => makeDense(family, rows, columns, seed),
});
const sparse = (family: Parameters<typeof makeSparse>[0], size: number, degree: number): Problem => ({
  group: `sparse ${family} degree ${String(degree)}`,
  size,
  make: (seed) => makeSparse(family, size, degree, seed),
});

const QUICK: readonly Problem[] = [
  ...[300, 1000].flatMap((n) => [dense('uniform', n), dense('ties', n), dense('score', n), dense('geo', n)]),
  dense('product', 300),
  dense('score', 1000, 3000),
  ...[1000, 5000].flatMap((n) => [sparse('real', n, 20), sparse('scarce', n, 20), sparse('unit', n, 20)]),
];
const WHOLE: readonly Problem[] = [
  ...[300, 1000, 2000, 5000].flatMap((n) => [
    dense('uniform', n),
    dense('ties', n),
    dense('score', n),
    dense('geo', n),
  ]),
  ...[300, 1000].map((n) => dense('product', n)),
  dense('uniform', 1000, 3000),
  dense('score', 1000, 3000),
  ...[1000, 5000, 20_000].flatMap((n) =>
    [20, 100].flatMap((degree) => [
      sparse('real', n, degree),
      sparse('scarce', n, degree),
      sparse('unit', n, degree),
    ]),
  ),
];

const [extent = 'quick', seed = '7'] = process.argv.slice(2);
await compare(extent === 'whole' ? WHOLE : QUICK, Number(seed));

interface Line {
  readonly problem: Problem;
  readonly ours: Measured;
  readonly ratios: ReadonlyMap<string, number>;
}

async function compare(problems: readonly Problem[], seed: number): Promise<void> {
  const tools = join(tmpdir(), 'parvis-yardstick');
  const folder = join(tools, String(process.pid));
  mkdirSync(folder, { recursive: true });
  const peers = findPeers(tools);
  console.log(
    `Beside: ${peers.map(({ name }) => name).join(', ') || 'nobody (no peer found)'}. Seed ${String(seed)}.\n`,
  );
  console.log(`| problem | first ms | warm ms | MB | ${peers.map(({ name }) => `${name} ×`).join(' | ')} |`);
  console.log(`| --- | --- | --- | --- |${' --- |'.repeat(peers.length)}`);
  const lines: Line[] = [];
  for (const problem of problems) {
    const instance = problem.make(seed);
    const header = writeInstance(folder, instance);
    const ours = await measure(OURS, header, SECONDS);
    if (ours?.valid !== true) throw new Error(`${instance.name}: no valid answer`);
    const ratios = new Map<string, number>();
    for (const peer of peers.filter(({ takes }) => takes(instance))) {
      const theirs = await measure(peer, header, SECONDS);
      if (theirs === null) continue;
      checkSame(instance.name, peer.name, ours, theirs);
      ratios.set(peer.name, theirs.warm / ours.warm);
    }
    const cells = peers.map(({ name }) => ratios.get(name)?.toFixed(2) ?? '–');
    console.log(
      `| ${instance.name} | ${ours.first.toFixed(1)} | ${ours.warm.toFixed(2)} | ${String(ours.megabytes)} | ${cells.join(' | ')} |`,
    );
    lines.push({ problem, ours, ratios });
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
  }
  rmSync(folder, { recursive: true });
  summarize(
    lines,
    peers.map(({ name }) => name),
  );
}

function checkSame(problem: string, peer: string, ours: Measured, theirs: Measured): void {
  if (ours.objective === theirs.objective && ours.matched === theirs.matched) return;
  throw new Error(
    `${problem}: ${String(ours.matched)} for ${String(ours.objective)}, ` +
      `${peer} has ${String(theirs.matched)} for ${String(theirs.objective)}`,
  );
}

function summarize(lines: readonly Line[], peers: readonly string[]): void {
  console.log('\nGeometric means of the ratios, dense from 1,000 and sparse:');
  for (const peer of peers) {
    const of = (isCounted: (problem: Problem) => boolean): string => {
      const ratios = lines.flatMap(({ problem, ratios }) =>
        isCounted(problem) ? (ratios.get(peer) ?? []) : [],
      );
      return ratios.length === 0 ? '–' : geometricMean(ratios).toFixed(2);
    };
    console.log(
      `  ${peer}: dense ${of(({ group, size }) => !group.startsWith('sparse') && size >= 1000)}, ` +
        `sparse ${of(({ group }) => group.startsWith('sparse'))}`,
    );
  }
  console.log('\nGrowth: time ~ size^x over the sizes of a family:');
  for (const [group, own] of Map.groupBy(lines, ({ problem }) => problem.group)) {
    if (own.length > 1) console.log(`  ${group}: ${growthOf(own).toFixed(2)}`);
  }
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/* The slope of log time by log size, by least squares. */
function growthOf(lines: readonly Line[]): number {
  const points = lines.map(({ problem, ours }) => [Math.log(problem.size), Math.log(ours.warm)] as const);
  const x = points.reduce((sum, [size]) => sum + size, 0) / points.length;
  const y = points.reduce((sum, [, spent]) => sum + spent, 0) / points.length;
  const both = points.reduce((sum, [size, spent]) => sum + (size - x) * (spent - y), 0);
  return both / points.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
}
