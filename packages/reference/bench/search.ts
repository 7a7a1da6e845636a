/**
 * Times the searches over some hundred queries as people type them: whole names, half-typed and misspelt ones, in
 * three languages. Run from the project's top level: `node packages/reference/bench/search.ts`.
 */
import {
  resolveOccupation,
  resolvePlace,
  searchFields,
  searchOccupations,
  searchPlaces,
} from '../src/index.ts';
import { readWords, splitList } from '../src/table.ts';

const before = process.memoryUsage().heapUsed;
const first = time(() => searchOccupations('läkare'));
globalThis.gc?.();
console.log(`first search, index built: ${first.toFixed(0)} ms`);
console.log(`memory taken: ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB`);

const queries = readWords('occupations.tsv')
  .flatMap((row) => splitList(row('words')))
  .filter((_, index) => index % 3 === 0)
  .flatMap((word) => [word, word.slice(0, Math.ceil(word.length / 2)), misspell(word)]);
report('searchOccupations', queries, (query) => searchOccupations(query));
report('resolveOccupation', queries, (query) => resolveOccupation(query));
report('searchFields', queries, (query) => searchFields(query));
const places = [
  'Djursholm',
  'djur',
  'Glommerstrask',
  '182 36',
  'Jakobsberg',
  'Malå',
  'göteb',
  'Upplands väsby',
  'Sundbyberk',
];
report('searchPlaces', places, (query) => searchPlaces(query));
report('resolvePlace', places, (text) => resolvePlace({ text }));

/** Two neighbours swapped in the middle. */
function misspell(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
}

function report(name: string, queries: readonly string[], search: (query: string) => unknown): void {
  for (const query of queries.slice(0, 60)) search(query);
  const taken = queries.map((query) => time(() => search(query))).sort((a, b) => a - b);
  const at = (share: number): string => (taken[Math.floor((taken.length - 1) * share)] ?? 0).toFixed(2);
  console.log(
    `${name.padEnd(18)} ${String(queries.length).padStart(4)} queries  median ${at(0.5)} ms  p99 ${at(0.99)} ms  most ${at(1)} ms`,
  );
}

function time(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
