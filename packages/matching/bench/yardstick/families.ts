import { makeRandom } from '../people.ts';
import type { DenseInstance, SparseInstance } from '../instance.ts';

/*
 * Families of problems, seeded. What each is there for:
 *   uniform  the textbook case, practically no ties        ties     plateaus: only a hundred different costs
 *   score    what a program's rules make: everybody wants the same mentors
 *   geo      distances between clusters: long augmenting paths
 *   product  cost i·j (Machol & Wien 1976): the worst known for shortest augmenting paths
 *   real     towns, languages, hours; one to three places a mentor    scarce   the same with half as many mentors
 *   unit     one place each, random edges round a hidden perfect matching
 */
export const DENSE_FAMILIES = ['uniform', 'ties', 'score', 'geo', 'product'] as const;
export const SPARSE_FAMILIES = ['real', 'scarce', 'unit'] as const;
export type DenseFamily = (typeof DENSE_FAMILIES)[number];
export type SparseFamily = (typeof SPARSE_FAMILIES)[number];

type Random = () => number;
type Cost = (i: number, j: number) => number;

/** A dense problem; whole costs, least total wanted. */
export function makeDense(family: DenseFamily, rows: number, columns: number, seed: number): DenseInstance {
  const random = makeRandom(seed * 7919 + rows * 31 + columns);
  const costOf = COSTS[family](random, rows, columns);
  const cost = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) cost[i * columns + j] = costOf(i, j);
  }
  const size = rows === columns ? String(rows) : `${String(rows)}x${String(columns)}`;
  return { kind: 'dense', name: `dense-${family}-${size}-s${String(seed)}`, rows, columns, cost };
}

const COSTS: Readonly<Record<DenseFamily, (random: Random, rows: number, columns: number) => Cost>> = {
  uniform: (random) => () => Math.floor(random() * 1e9),
  ties: (random) => () => Math.floor(random() * 101),
  product: () => (i, j) => (i + 1) * (j + 1),
  geo(random, rows, columns) {
    const towns = Array.from({ length: 12 }, () => [random() * 1e6, random() * 1e6] as const);
    const place = (): readonly [number, number] => {
      const [x, y] = towns[Math.floor(random() * towns.length)] ?? [0, 0];
      return [x + 4e4 * bell(random), y + 4e4 * bell(random)];
    };
    const from = Array.from({ length: rows }, place);
    const to = Array.from({ length: columns }, place);
    return (i, j) => Math.round(distance(from[i], to[j]));
  },
  score(random, rows, columns) {
    const hers = Array.from({ length: rows }, () => makeTraits(random));
    const theirs = Array.from({ length: columns }, () => makeTraits(random));
    return (i, j) => 1e6 - Math.round(1e6 * fit(hers[i], theirs[j]));
  },
};

interface Traits {
  readonly hours: Int32Array;
  readonly interests: readonly number[];
  readonly place: readonly [number, number];
  /** How much everybody wants to meet this one. */
  readonly charm: number;
}

function makeTraits(random: Random): Traits {
  return {
    hours: Int32Array.from({ length: 3 }, () => bits(random) & bits(random)),
    interests: Array.from({ length: 5 }, () => bell(random)),
    place: [random(), random()],
    charm: bell(random),
  };
}

function fit(a: Traits | undefined, b: Traits | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let common = 0;
  for (let word = 0; word < a.hours.length; word++)
    common += countBits((a.hours[word] ?? 0) & (b.hours[word] ?? 0));
  const alike = a.interests.reduce((sum, value, at) => sum + value * (b.interests[at] ?? 0), 0);
  return (
    0.3 * Math.min(1, common / 12) +
    0.25 * squash(alike) +
    0.25 * Math.exp(-3 * distance(a.place, b.place)) +
    0.2 * squash(b.charm)
  );
}

/** A sparse problem of `size` rows and some `degree` edges a row; most rows first, then the highest total. */
export function makeSparse(family: SparseFamily, size: number, degree: number, seed: number): SparseInstance {
  const random = makeRandom(seed * 104729 + size * 17 + degree);
  const columns = family === 'scarce' ? Math.max(1, size >> 1) : size;
  const places = (): number => {
    const x = random();
    if (x < 0.5) return 1;
    return x < 0.8 ? 2 : 3;
  };
  const columnCapacity = Int32Array.from({ length: columns }, () => (family === 'unit' ? 1 : places()));
  const edges =
    family === 'unit' ? plantMatching(random, size, degree) : meetPeople(random, { size, columns, degree });
  const rowStart = new Int32Array(size + 1);
  for (const [i, row] of edges.entries()) rowStart[i + 1] = (rowStart[i] ?? 0) + row.size;
  const sorted = edges.map((row) => [...row].sort(([a], [b]) => a - b));
  return {
    kind: 'sparse',
    name: `sparse-${family}-${String(size)}-d${String(degree)}-s${String(seed)}`,
    rows: size,
    columns,
    rowStart,
    column: Int32Array.from(sorted.flatMap((row) => row.map(([j]) => j))),
    score: Float64Array.from(sorted.flatMap((row) => row.map(([, score]) => score))),
    columnCapacity,
  };
}

/* By row: the columns it may have, with their scores. */
type Edges = readonly ReadonlyMap<number, number>[];

function plantMatching(random: Random, size: number, degree: number): Edges {
  const hidden = Int32Array.from({ length: size }, (_, j) => j);
  for (let i = size - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [hidden[i], hidden[other]] = [hidden[other] ?? 0, hidden[i] ?? 0];
  }
  const score = (): number => 1 + Math.floor(random() * 100_000);
  return Array.from(hidden, (j) => {
    const row = new Map([[j, score()]]);
    while (row.size < Math.min(degree, size)) row.set(Math.floor(random() * size), score());
    return row;
  });
}

const LANGUAGES = 24;

interface Resident extends Traits {
  readonly town: number;
  readonly language: number;
  readonly remote: boolean;
}

/* Newcomers speak rarer languages than mentors do, live in towns of falling size, and meet there or, a few, by video. */
function meetPeople(
  random: Random,
  { size, columns, degree }: { readonly size: number; readonly columns: number; readonly degree: number },
): Edges {
  const towns = Math.max(3, Math.round(size / 400));
  const resident = (rarity: number): Resident => ({
    ...makeTraits(random),
    town: falling(random, towns, 1),
    language: falling(random, LANGUAGES, rarity),
    remote: random() < 0.04,
  });
  const mentors = Array.from({ length: columns }, () => resident(1.4));
  const groups = new Map<string, number[]>();
  for (const [j, { town, language, remote }] of mentors.entries()) {
    for (const key of [keyOf(town, language), ...(remote ? [keyOf('anywhere', language)] : [])]) {
      groups.set(key, [...(groups.get(key) ?? []), j]);
    }
  }
  return Array.from({ length: size }, () => {
    const newcomer = resident(0.9);
    const wanted = Math.round(degree * Math.exp(0.5 * bell(random) - 0.125));
    const row = new Map<number, number>();
    for (const where of [newcomer.town, (newcomer.town + 1) % towns, 'anywhere'] as const) {
      const group = groups.get(keyOf(where, newcomer.language)) ?? [];
      const tries = Math.min(4 * wanted, 4 * group.length);
      for (let n = 0; n < tries && row.size < wanted; n++) {
        const j = group[Math.floor(random() * group.length)] ?? 0;
        const score = Math.round(1e5 * fit(newcomer, mentors[j]));
        if (score > 0) row.set(j, score);
      }
    }
    return row;
  });
}

function keyOf(town: number | 'anywhere', language: number): string {
  return `${String(town)}/${String(language)}`;
}

/* 0 most often, then 1, …: chances fall as 1 / (k + 1)^rarity. */
function falling(random: Random, below: number, rarity: number): number {
  const chances = Array.from({ length: below }, (_, k) => (k + 1) ** -rarity);
  let left = random() * chances.reduce((sum, chance) => sum + chance, 0);
  for (const [k, chance] of chances.entries()) {
    left -= chance;
    if (left < 0) return k;
  }
  return below - 1;
}

/* Near enough to the normal distribution: the sum of twelve. */
function bell(random: Random): number {
  let sum = -6;
  for (let n = 0; n < 12; n++) sum += random();
  return sum;
}

function bits(random: Random): number {
  return (random() * 2 ** 32) | 0;
}

function squash(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function distance(
  a: readonly [number, number] | undefined,
  b: readonly [number, number] | undefined,
): number {
  return Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0));
}

function countBits(word: number): number {
  let left = word;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
