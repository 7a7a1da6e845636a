import { personAt } from '../columns/pool.ts';
import { weeksWaiting } from '../judge/calendar.ts';
import type { Aim, AimFigures, Figures, PersonPair, RoundInput } from '../model.ts';
import { assignByAim, type AssignedPair } from './assign.ts';
import { findSwaps } from './swaps.ts';
import { AIMS, aimOf } from './aim.ts';
import { prepareTask } from './task.ts';

/** So many pairs of people who would rather swap are named; all are counted. */
export const MOST_SWAPS_NAMED = 50;

/**
 * What each aim would make of the round, in the order of `AIMS`: the same people, rules, pins, bans and mentors kept.
 * Costs about as much as solving the round ten times. Throws as `matchRound` does.
 */
export function compareAims(input: RoundInput): readonly AimFigures[] {
  const task = prepareTask(input);
  const outcomes = AIMS.map((aim) => describe(task, aim));
  const own = outcomes.find(({ aim }) => aim === aimOf(input.program))?.paired ?? new Set<string>();
  return outcomes.map(({ paired, ...outcome }) => ({
    ...outcome,
    costs: costOf(outcome, outcomes),
    gained: [...paired].filter((id) => !own.has(id)).sort(),
    lost: [...own].filter((id) => !paired.has(id)).sort(),
  }));
}

type Outcome = Omit<AimFigures, 'costs' | 'gained' | 'lost'> & { readonly paired: ReadonlySet<string> };

function describe(task: ReturnType<typeof prepareTask>, aim: Aim): Outcome {
  const { pairs } = assignByAim(task, aim);
  const named = (pair: Pick<AssignedPair, 'newcomer' | 'mentor'>): PersonPair => ({
    newcomer: personAt(task.pool.newcomers, pair.newcomer).id,
    mentor: personAt(task.pool.mentors, pair.mentor).id,
  });
  const scored = pairs.map((pair) => ({ pair, score: task.compiled.score(pair.newcomer, pair.mentor) }));
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  const weakest = scored.reduce<(typeof scored)[number] | null>(
    (least, one) => (least === null || one.score < least.score ? one : least),
    null,
  );
  const paired = new Set(pairs.map(named).flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  const longest = findLongestWaiting(task, paired);
  const swaps = findSwaps(task, pairs);
  return {
    aim,
    people: paired.size,
    pairs: pairs.length,
    total,
    mean: pairs.length === 0 ? null : total / pairs.length,
    weakest: weakest?.score ?? null,
    longestWait: longest?.weeks ?? null,
    swaps: swaps.length,
    weakestPair: weakest === null ? null : named(weakest.pair),
    longestWaiting: longest?.id ?? null,
    swapPairs: swaps.slice(0, MOST_SWAPS_NAMED).map(named),
    paired,
  };
}

/* Of equals the first newcomer, or the first mentor, by id. */
function findLongestWaiting(
  { pool, now }: ReturnType<typeof prepareTask>,
  paired: ReadonlySet<string>,
): { readonly id: string; readonly weeks: number } | null {
  return [...pool.newcomers.people, ...pool.mentors.people]
    .filter(({ id }) => !paired.has(id))
    .map(({ id, waitingSince }) => ({ id, weeks: weeksWaiting(waitingSince, now) }))
    .reduce<{ readonly id: string; readonly weeks: number } | null>(
      (longest, one) => (longest === null || one.weeks > longest.weeks ? one : longest),
      null,
    );
}

/* Higher is better, but for waiting and swapping. */
function costOf(own: Figures, all: readonly Figures[]): Figures {
  const below = (figure: (of: Figures) => number): number => Math.max(...all.map(figure)) - figure(own);
  const above = (figure: (of: Figures) => number): number => figure(own) - Math.min(...all.map(figure));
  return {
    people: below(({ people }) => people),
    pairs: below(({ pairs }) => pairs),
    total: below(({ total }) => total),
    mean: own.mean === null ? null : below(({ mean }) => mean ?? 0),
    weakest: own.weakest === null ? null : below(({ weakest }) => weakest ?? 0),
    longestWait: own.longestWait === null ? null : above(({ longestWait }) => longestWait ?? 0),
    swaps: above(({ swaps }) => swaps),
  };
}
