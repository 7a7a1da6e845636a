import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instance } from '../instance.ts';

/** Another solver, found on this machine. */
export interface Peer {
  readonly name: string;
  readonly command: (header: string) => readonly [string, ...string[]];
  readonly takes: (instance: Pick<Instance, 'kind' | 'rows' | 'columns'>) => boolean;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DENSE_LEMON = 1_100_000;

/** The solver under test. */
export const OURS: Peer = {
  name: 'parvis',
  command: (header) => [process.execPath, join(HERE, '../peer.ts'), header],
  takes: () => true,
};

/** The peers this machine has: SciPy by `python3`, LEMON by `g++`, munkres from the package registry into `folder`. */
export function findPeers(folder: string): readonly Peer[] {
  return [findScipy(), buildLemon(folder), installMunkres(folder)].filter((peer) => peer !== null);
}

function findScipy(): Peer | null {
  const python = process.env['PYTHON'] ?? 'python3';
  if (!succeeds(python, ['-c', 'import scipy.sparse.csgraph'])) return null;
  return {
    name: 'scipy',
    command: (header) => [python, join(HERE, 'scipy_peer.py'), header],
    takes: () => true,
  };
}

function buildLemon(folder: string): Peer | null {
  const program = join(folder, 'lemon_peer');
  const flags = ['-std=c++17', '-O3', '-march=native', '-DNDEBUG'];
  const built =
    existsSync(program) ||
    succeeds('g++', [...flags, '-o', program, join(HERE, 'lemon_peer.cpp'), '-llemon']);
  if (!built) return null;
  return {
    name: 'lemon',
    command: (header) => [program, header],
    takes: ({ kind, rows, columns }) => kind === 'sparse' || rows * columns < DENSE_LEMON,
  };
}

function installMunkres(folder: string): Peer | null {
  const found = join(folder, 'node_modules/munkres');
  if (!existsSync(found)) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    succeeds('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', 'munkres@2.0.4']);
  }
  if (!existsSync(found)) return null;
  const entry = createRequire(join(folder, 'package.json')).resolve('munkres');
  return {
    name: 'munkres',
    command: (header) => [process.execPath, join(HERE, 'munkres_peer.ts'), header, entry],
    takes: ({ kind, rows }) => kind === 'dense' && rows <= 2_000,
  };
}

function succeeds(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds of processor time. */
export interface Measured {
  readonly objective: number;
  readonly matched: number;
  readonly valid: boolean;
  readonly first: number;
  /** Median of the later half of the runs. */
  readonly warm: number;
  readonly megabytes: number;
}

/** Lets a peer solve the instance file in a process of its own; null when it fails or takes longer than `seconds`. */
export async function measure(peer: Peer, header: string, seconds: number): Promise<Measured | null> {
  const [program, ...words] = peer.command(header);
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'], timeout: seconds * 1000 });
  let text = '';
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => {
      resolve(null);
    });
    child.on('close', resolve);
  });
  return code === 0 ? readEvents(text) : null;
}

interface Event {
  readonly ev: string;
  readonly cpu_ms?: number;
  readonly objective?: number;
  readonly matched?: number;
  readonly valid?: boolean;
  readonly rss_mb?: number;
}

function readEvents(text: string): Measured | null {
  const events = text
    .trim()
    .split('\n')
    .map((line): Event => JSON.parse(line));
  const runs = events.filter(({ ev }) => ev === 'run');
  const times = runs.map(({ cpu_ms: spent }) => spent ?? 0);
  const [first] = runs;
  if (first === undefined) return null;
  const later = times.slice(Math.floor(times.length / 2)).sort((a, b) => a - b);
  return {
    objective: first.objective ?? Number.NaN,
    matched: first.matched ?? 0,
    valid: first.valid ?? false,
    first: times[0] ?? 0,
    warm: later[Math.floor(later.length / 2)] ?? 0,
    megabytes: events.find(({ ev }) => ev === 'end')?.rss_mb ?? 0,
  };
}
