import type { RoundResult } from '../model.ts';
import { figuresOf } from './figures.ts';
import type { LiveAnswer, LivePair } from './words.ts';

/** The answer of a round that was solved from scratch. */
export function answerOf(result: RoundResult): LiveAnswer {
  const pairs = result.pairs.map(({ newcomer, mentor, score, pinned }): LivePair => ({
    newcomer,
    mentor,
    score,
    pinned,
  }));
  const ofSide = (side: 'newcomer' | 'mentor'): readonly string[] =>
    result.leftOut.filter((person) => person.side === side).map(({ id }) => id);
  const longest = result.leftOut.reduce<number | null>(
    (most, { weeksWaiting }) => Math.max(most ?? 0, weeksWaiting),
    null,
  );
  return {
    pairs,
    fullScore: result.fullScore,
    conflicts: result.conflicts,
    figures: figuresOf(pairs, longest),
    leftOut: { newcomers: ofSide('newcomer'), mentors: ofSide('mentor') },
  };
}
