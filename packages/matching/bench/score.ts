import type { PreferenceKind, Requirement, RoundInput } from '../src/index.ts';
import { everyoneOf, listOf } from '../src/columns/bits.ts';
import { findCandidates } from '../src/columns/candidates.ts';
import { compileProgram, type Compiled } from '../src/columns/compiled.ts';
import { fillPool } from '../src/columns/pool.ts';
import { rescore } from '../src/columns/rescore.ts';
import { findObstacles, listRules } from '../src/judge/rules.ts';
import { sharesOf, totalOf, weigh } from '../src/judge/score.ts';
import { makeRound } from './people.ts';

/*
 * What judging costs, in nanoseconds of processor time per pair of 1,000 × 1,000 people, allowed or not, under eight
 * requirements and eight criteria; against the rules as written over objects, in the same run.
 * Run: node packages/matching/bench/score.ts [seed]
 */

const SIZE = 1000;
const PAIRS = SIZE * SIZE;
const SAMPLE_MS = 60;
const WARM_SAMPLES = 8;
const SAMPLES = 15;
/** The rules as written judge one row in so many: they take long. */
const NAIVE_STEP = 20;

const SELECTIVE: readonly Requirement[] = [
  { kind: 'gender', side: 'mentor', allowed: ['woman'] },
  { kind: 'minimum-age', side: 'newcomer', years: 20 },
  { kind: 'age-span', years: 25 },
  { kind: 'municipality', among: [], across: 'if-remote' },
  { kind: 'nearness', kilometres: 30, orRemote: true },
  { kind: 'language', common: 'B1', swedish: 'A2' },
  { kind: 'common-time', halfHours: 4 },
  {
    kind: 'field',
    anyOf: [
      { by: 'education-field', atLeast: 0.6 },
      { by: 'occupation', atLeast: 0.4 },
    ],
  },
];
const PERMISSIVE: readonly Requirement[] = [
  { kind: 'gender', side: 'mentor', allowed: ['woman', 'man', 'other'] },
  { kind: 'minimum-age', side: 'newcomer', years: 18 },
  { kind: 'age-span', years: 60 },
  { kind: 'municipality', among: [], across: 'always' },
  { kind: 'nearness', kilometres: 60, orRemote: true },
  { kind: 'language', common: 'A2', swedish: 'A1' },
  { kind: 'common-time', halfHours: 2 },
  { kind: 'field', anyOf: [{ by: 'education-level', atLeast: 0 }] },
];
const EIGHT: readonly PreferenceKind[] = [
  'occupation',
  'education-field',
  'language',
  'common-time',
  'nearness',
  'ways',
  'age',
  'interests',
];

measureWeight();
const seed = Number(process.argv[2] ?? 7);
for (const [name, requirements] of [
  ['selective', SELECTIVE],
  ['permissive', PERMISSIVE],
] as const) {
  const preferences = EIGHT.map((kind, at) => ({ kind, weight: 1 + (at % 5) }));
  measure(name, makeRound(seed, SIZE, SIZE, { requirements, preferences }));
}

function measure(name: string, input: RoundInput): void {
  const read = spend(() => fillPool(input));
  const ready = spend(() => compileProgram(read.value, input).rowsOf('newcomer').open(0));
  const compiled = compileProgram(read.value, input);
  const every = spend(() => judgeEverything(compiled));
  const blocked = spend(() => findCandidates(compiled));
  const naive = spend(() => judgeNaively(input));
  const allowed = blocked.value.column.length;
  const perPair = (milliseconds: number): string => ((milliseconds * 1e6) / PAIRS).toFixed(2);
  const naively = naive.spent * NAIVE_STEP;
  console.log(
    [
      `${name}, seed ${String(seed)}: ${((100 * allowed) / PAIRS).toFixed(1)} % of ${String(PAIRS)} pairs allowed`,
      `  every rule and criterion on every pair ${perPair(every.spent)} ns, least ${perPair(every.least)}`,
      `  blocked before scored ${perPair(blocked.spent)} ns, least ${perPair(blocked.least)}`,
      `  rules as written ${perPair(naively)} ns, ${(naively / blocked.spent).toFixed(0)} times as much`,
      `  people to columns ${read.spent.toFixed(1)} ms, the program made ready ${ready.spent.toFixed(2)} ms`,
    ].join('\n'),
  );
  if (Math.abs(naive.value * NAIVE_STEP - allowed) > 0.2 * allowed) throw new Error('the two disagree');
}

/* Every verdict as sets, every criterion's hundredths and the score of all pairs. */
function judgeEverything(compiled: Compiled): number {
  const rows = compiled.rowsOf('newcomer');
  const everyone = everyoneOf(rows.size);
  const column = new Int32Array(rows.size);
  listOf(everyone, column, 0);
  const score = new Int32Array(rows.size);
  let sum = 0;
  for (let i = 0; i < SIZE; i++) {
    sum += rows.openBy(i).length;
    rows.score(i, everyone, { column, from: 0, to: rows.size }, score);
    sum += score[i] ?? 0;
  }
  return sum;
}

function judgeNaively(input: RoundInput): number {
  const { context } = fillPool(input);
  const rules = listRules(input.program);
  const weights = weigh(input.program.preferences);
  const scores: number[] = [];
  for (let i = 0; i < SIZE; i += NAIVE_STEP) {
    const newcomer = input.newcomers[i];
    if (newcomer === undefined) continue;
    for (const mentor of input.mentors) {
      if (findObstacles(rules, newcomer, mentor, context).length > 0) continue;
      scores.push(totalOf(sharesOf(weights, newcomer, mentor, context)));
    }
  }
  return scores.length;
}

function measureWeight(): void {
  const score = new Int32Array(PAIRS);
  const hundredths = Uint8Array.from(score, (_, at) => (at * 37) % 101);
  const { spent, least } = spend(() => rescore(score, hundredths, 1));
  console.log(
    `one weight changed over ${String(PAIRS)} pairs: ${spent.toFixed(2)} ms, least ${least.toFixed(2)}`,
  );
}

/*
 * The median of some samples, and the least, which other work on the machine disturbed least. A sample is as many runs as
 * fill a time that the machine's clock of processor time can tell; the first samples warm up.
 */
function spend<T>(run: () => T): { readonly value: T; readonly spent: number; readonly least: number } {
  let value = run();
  const spent: number[] = [];
  for (let sample = 0; sample < WARM_SAMPLES + SAMPLES; sample++) {
    const before = process.cpuUsage();
    let runs = 0;
    let taken = 0;
    while (taken < SAMPLE_MS) {
      value = run();
      runs++;
      const { user, system } = process.cpuUsage(before);
      taken = (user + system) / 1000;
    }
    if (sample >= WARM_SAMPLES) spent.push(taken / runs);
  }
  spent.sort((a, b) => a - b);
  return { value, spent: spent[spent.length >> 1] ?? NaN, least: spent[0] ?? NaN };
}
