import { openRound, type LiveRound, type LiveSettings, type Rules } from '../src/index.ts';
import { makeRandom, makeRound } from './people.ts';

/*
 * How long the round takes to follow the hand: weights dragged step by step, rules switched, limits moved, people taken out,
 * pins tried. Milliseconds, median and 95th of a hundred; each step is done three times and the quickest counts, since
 * other work on the machine is not the step's. Run: node packages/matching/bench/live.ts [size …]
 */

const REPEATS = 3;
const sizes = process.argv.slice(2).map(Number);

for (const size of sizes.length > 0 ? sizes : [300, 500, 1000]) measure(size);

function measure(size: number): void {
  const input = makeRound(size + 1, size, size);
  const before = performance.now();
  const live = openRound(input);
  const start: LiveSettings = { program: input.program, pins: [], bans: [], away: [] };
  const shown = live.show(start);
  console.log(
    `${String(size)} × ${String(size)}: opened in ${show(performance.now() - before)} ms, ${String(shown.pairs.length)} pairs`,
  );
  report('a weight dragged', follow(live, start, dragWeights(start)));
  report('a limit moved', follow(live, start, moveLimits(start)));
  report('a person taken out', follow(live, start, takeOut(start, input.newcomers)));
  report(
    'a pair banned',
    follow(
      live,
      start,
      shown.pairs.slice(0, 100).map((pair) => ({ ...start, bans: [pair] })),
    ),
  );
  report('a pin tried', tryPins(live, start, size));
}

/* Every slider in turn, one step up and one down again. */
function dragWeights(start: LiveSettings): readonly LiveSettings[] {
  const { program } = start;
  return Array.from({ length: 100 }, (_, n) => {
    const at = (n >> 2) % program.preferences.length;
    const by = [1, 2, 1, 0][n & 3] ?? 0;
    const preferences = program.preferences.map((one, k) =>
      k === at ? { ...one, weight: one.weight + by } : one,
    );
    return withRules(start, { preferences });
  });
}

function moveLimits(start: LiveSettings): readonly LiveSettings[] {
  return Array.from({ length: 60 }, (_, n) =>
    withRules(start, {
      requirements: start.program.requirements.map((one) =>
        one.kind === 'nearness' ? { ...one, kilometres: 60 - (n % 30) } : one,
      ),
    }),
  );
}

function takeOut(start: LiveSettings, people: readonly { readonly id: string }[]): readonly LiveSettings[] {
  return people.slice(0, 50).flatMap(({ id }) => [{ ...start, away: [id] }, start]);
}

function withRules(settings: LiveSettings, rules: Partial<Rules>): LiveSettings {
  return { ...settings, program: { ...settings.program, ...rules } };
}

/* From one to the next, over and over; of each step the quickest. */
function follow(live: LiveRound, start: LiveSettings, steps: readonly LiveSettings[]): readonly number[] {
  const costs = steps.map(() => Infinity);
  for (let n = 0; n < REPEATS; n++) {
    live.show(start);
    for (const [at, step] of steps.entries())
      costs[at] = Math.min(
        costs[at] ?? Infinity,
        time(() => live.show(step)),
      );
  }
  return costs;
}

function tryPins(live: LiveRound, start: LiveSettings, size: number): readonly number[] {
  live.show(start);
  const random = makeRandom(11);
  const pick = (letter: string): string =>
    `${letter}-${String(Math.floor(random() * size)).padStart(4, '0')}`;
  return Array.from({ length: 100 }, () => {
    const pair = { newcomer: pick('n'), mentor: pick('m') };
    return Math.min(...Array.from({ length: REPEATS }, () => time(() => live.ifPinned(pair))));
  });
}

function time(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

function report(what: string, costs: readonly number[]): void {
  const sorted = [...costs].sort((a, b) => a - b);
  const part = (share: number): string => show(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN);
  console.log(`  ${what.padEnd(20)} median ${part(0.5)}  p95 ${part(0.95)}  worst ${part(1)}`);
}

function show(milliseconds: number): string {
  return milliseconds.toFixed(2);
}
