import type { PersonPair } from '../model.ts';
import type { LiveAnswer, LiveChange, LiveFigures, LivePair } from './words.ts';

/** The numbers of a round, with the weeks waited by the one left out who has waited longest. */
export function figuresOf(pairs: readonly LivePair[], longestLeftOutWeeks: number | null): LiveFigures {
  const people = new Set<string>();
  let total = 0;
  let weakest: number | null = null;
  for (const { newcomer, mentor, score } of pairs) {
    people.add(newcomer).add(mentor);
    total += score;
    weakest = Math.min(weakest ?? score, score);
  }
  return {
    people: people.size,
    pairs: pairs.length,
    total,
    weakest,
    mean: pairs.length === 0 ? null : total / pairs.length,
    longestLeftOutWeeks,
  };
}

/** What changed from one answer to another. */
export function compareAnswers(before: LiveAnswer, after: LiveAnswer): LiveChange {
  return {
    before: before.figures,
    after: after.figures,
    formed: pairsOnlyIn(after, before),
    parted: pairsOnlyIn(before, after),
  };
}

function pairsOnlyIn(one: LiveAnswer, other: LiveAnswer): readonly PersonPair[] {
  const known = new Set(other.pairs.map(keyOf));
  return one.pairs
    .filter((pair) => !known.has(keyOf(pair)))
    .map(({ newcomer, mentor }) => ({ newcomer, mentor }));
}

function keyOf({ newcomer, mentor }: PersonPair): string {
  return JSON.stringify([newcomer, mentor]);
}
