import { asSomebodyLikeHer } from '../aims/keep.ts';
import type { PairContext } from '../judge/context.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { fullScoreOf } from '../judge/score.ts';
import type { KeptMentor, RoundInput } from '../model.ts';

/** For each mentor kept how many expected newcomers could be paired with nobody else, and her points: by the rules as written. */
export function countKept(
  { program, mentors, expected = [] }: RoundInput,
  context: PairContext,
): ReadonlyMap<string, Pick<KeptMentor, 'only' | 'of' | 'points'>> {
  const counted = new Map<string, Pick<KeptMentor, 'only' | 'of' | 'points'>>();
  if (program.keepScarce !== true) return counted;
  const rules = listRules(program);
  const among = { ...context, bans: new Map(), history: new Map() };
  for (const person of expected.map(asSomebodyLikeHer)) {
    const [first, second] = firstTwo(
      mentors,
      (mentor) => findObstacles(rules, person, mentor, among).length === 0,
    );
    if (first === undefined || second !== undefined) continue;
    const only = (counted.get(first.id)?.only ?? 0) + 1;
    const of = expected.length;
    const points = Math.round((fullScoreOf(program.preferences) * only) / of);
    counted.set(first.id, { only, of, points });
  }
  return counted;
}

function firstTwo<T>(all: readonly T[], holds: (one: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const one of all) {
    if (found.length === 2) break;
    if (holds(one)) found.push(one);
  }
  return found;
}
