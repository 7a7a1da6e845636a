import { checkAnswer, type Instance } from './instance.ts';

/* Up to MOST_RUNS within about SOFT milliseconds, but FEWEST at least; fewer when a run is slow, one when very slow. */
const MOST_RUNS = 200;
const FEWEST_RUNS = 15;
const SOFT = 1_000;
const SLOW = 4_000;
const VERY_SLOW = 15_000;

/** Solves an instance again and again and prints a JSON line per event; `prepare` is timed apart from the runs. */
export async function runAsPeer(
  instance: Instance,
  prepare: () => (() => Int32Array) | Promise<() => Int32Array>,
): Promise<void> {
  const prepared = performance.now();
  const solve = await prepare();
  emit({ ev: 'prep', ms: performance.now() - prepared });
  let total = 0;
  for (let run = 0; run < MOST_RUNS; run++) {
    emit({ ev: 'start' });
    const cpu = process.cpuUsage();
    const began = performance.now();
    const answer = solve();
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    const checked = run === 0 ? checkAnswer(instance, answer) : {};
    emit({ ev: 'run', ms, cpu_ms: (user + system) / 1e3, ...checked });
    total += ms;
    if (isEnough(run + 1, total)) break;
  }
  emit({ ev: 'end', rss_mb: Math.round(process.resourceUsage().maxRSS / 1024) });
}

function isEnough(runs: number, total: number): boolean {
  return total > VERY_SLOW || (total > SLOW && runs >= 3) || (total > SOFT && runs >= FEWEST_RUNS);
}

function emit(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
