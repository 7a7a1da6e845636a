import { aimOf } from '../aims/aim.ts';
import { assignByAim } from '../aims/assign.ts';
import { prepareTask } from '../aims/task.ts';
import { leaveOut, tally, viewRound } from './leftout.ts';
import type { LeftOut, Readiness, RoundInput, Side } from '../model.ts';
import { RULE_ORDER } from '../judge/rules.ts';

/**
 * What stands in the way before any round: who can match nobody and by which rule, and what each rule costs.
 * Lists the program's own rules always, the others when they forbid something, in `RULE_ORDER`.
 */
export function checkReadiness(input: RoundInput): Readiness {
  const task = prepareTask(input);
  const { pool, compiled, candidates } = task;
  const { pairs } = assignByAim(task, aimOf(input.program));
  const newcomers = pool.newcomers.people.length;
  const mentors = pool.mentors.people.length;
  const forbids = RULE_ORDER.map(() => 0);
  const aloneForbids = RULE_ORDER.map(() => 0);
  const partners = { newcomer: new Int32Array(newcomers), mentor: new Int32Array(mentors) };
  for (let i = 0; i < newcomers; i++) {
    for (let j = 0; j < mentors; j++) {
      const bits = compiled.broken(i, j);
      if (bits !== 0) tally(bits, forbids, aloneForbids);
      else {
        partners.newcomer[i] = (partners.newcomer[i] ?? 0) + 1;
        partners.mentor[j] = (partners.mentor[j] ?? 0) + 1;
      }
    }
  }
  const beforehand = viewRound(input, []);
  const stuckOn = (side: Side): readonly LeftOut[] =>
    [...partners[side].entries()]
      .filter(([, count]) => count === 0)
      .map(([position]) => leaveOut(compiled, side, position, beforehand));
  const own = new Set<string>(input.program.requirements.map(({ kind }) => kind));
  return {
    newcomers,
    mentors,
    possiblePairs: candidates.column.length,
    peoplePaired:
      new Set(pairs.map(({ newcomer }) => newcomer)).size + new Set(pairs.map(({ mentor }) => mentor)).size,
    stuck: [...stuckOn('newcomer'), ...stuckOn('mentor')],
    rules: RULE_ORDER.map((rule, at) => ({
      rule,
      forbids: forbids[at] ?? 0,
      aloneForbids: aloneForbids[at] ?? 0,
    })).filter(({ rule, forbids: count }) => own.has(rule) || count > 0),
  };
}
