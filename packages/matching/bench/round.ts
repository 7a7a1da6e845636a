import { assignByAim } from '../src/aims/assign.ts';
import { prepareTask } from '../src/aims/task.ts';
import { findCandidates } from '../src/columns/candidates.ts';
import { compileProgram } from '../src/columns/compiled.ts';
import { AIMS, certify, compareAims, matchRound, type RoundInput } from '../src/index.ts';
import { fillPool } from '../src/columns/pool.ts';
import { findObstacles, listRules } from '../src/judge/rules.ts';
import { sharesOf, totalOf, weigh } from '../src/judge/score.ts';
import { makeRound } from './people.ts';

/*
 * How long a realistic round takes, in milliseconds of processor time, first and warm, and how finding the
 * candidates from columns compares with the rules as written, pair by pair, in the same run.
 * Run: node packages/matching/bench/round.ts
 */

const SIZES = [300, 1000] as const;
const WARM_RUNS = 3;

for (const size of SIZES) measure(size);

function measure(size: number): void {
  const input = makeRound(size, size, size);
  const first = time(() => matchRound(input));
  const warm = Math.min(...Array.from({ length: WARM_RUNS }, () => time(() => matchRound(input)).spent));
  const compiled = compileProgram(fillPool(input), input);
  const quick = time(() => findCandidates(compiled));
  const task = prepareTask(input);
  const solved = time(() => assignByAim(task, 'most-people'));
  const proved = time(() => certify(input, first.value));
  const aims = AIMS.map((aim) => {
    const byAim = { ...input, program: { ...input.program, aim } };
    return `${aim} ${show(time(() => matchRound(byAim)).spent)}`;
  });
  const compared = time(() => compareAims(input));
  const naive = time(() => findNaively(input));
  const { matched, people, total } = first.value.certificate;
  console.log(
    [
      `${String(size)} × ${String(size)}: ${String(quick.value.column.length)} allowed pairs`,
      `  round, first ${show(first.spent)}, warm ${show(warm)}`,
      `  of it candidates ${show(quick.spent)}, assignment ${show(solved.spent)}`,
      `  certify ${show(proved.spent)}: ${proved.value.optimal ? 'optimal' : 'NOT PROVED'}, ${String(matched)} pairs, ${String(people)} people, total ${String(total)}`,
      `  by aim: ${aims.join(', ')}; all side by side ${show(compared.spent)}`,
      `  rules as written ${show(naive.spent)}, ${(naive.spent / quick.spent).toFixed(1)} times the columns`,
      `  memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
    ].join('\n'),
  );
  if (naive.value !== quick.value.column.length) throw new Error('the columns and the rules disagree');
}

/* Every pair by the rules as written; returns how many are allowed. */
function findNaively(input: RoundInput): number {
  const { context } = fillPool(input);
  const rules = listRules(input.program);
  const weights = weigh(input.program.preferences);
  const scores: number[] = [];
  for (const newcomer of input.newcomers) {
    for (const mentor of input.mentors) {
      if (findObstacles(rules, newcomer, mentor, context).length > 0) continue;
      scores.push(totalOf(sharesOf(weights, newcomer, mentor, context)));
    }
  }
  return scores.length;
}

function time<T>(run: () => T): { readonly value: T; readonly spent: number } {
  const before = process.cpuUsage().user;
  const value = run();
  return { value, spent: (process.cpuUsage().user - before) / 1000 };
}

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
