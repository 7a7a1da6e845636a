import { explainNoPair } from './explain.ts';
import { answerOf } from '../live/whole.ts';
import { compareAnswers } from '../live/figures.ts';
import type { LiveChange } from '../live/words.ts';
import type { Obstacle, PersonPair, PinConflict, RoundInput, RoundResult } from '../model.ts';
import { matchRound } from '../round/round.ts';

/** What a round changes by: its figures before and after, pairs, and the people who came into a pair or lost every one they had. */
export interface RoundChange extends LiveChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What a round would become if two people were pinned to each other. */
export interface PinnedOutcome extends PersonPair {
  /** What the pin would override; with any, it needs a written reason. */
  readonly obstacles: readonly Obstacle[];
  /** Why the pin could not be kept, or which conflict it would bring to another pin; null when it can. */
  readonly conflict: PinConflict['code'] | null;
  /** Null when there is a conflict. */
  readonly change: RoundChange | null;
}

/**
 * Solves the round again with that pair pinned, as if a reason were written when one is needed. Under the aim of
 * the program. Throws `unknown-person`.
 */
export function explainPinned(input: RoundInput, result: RoundResult, pair: PersonPair): PinnedOutcome {
  const { newcomer, mentor } = pair;
  const obstacles = explainNoPair(input, newcomer, mentor);
  const pins = (input.pins ?? []).filter((pin) => !isSame(pin, pair));
  const tried = matchRound({ ...input, pins: [...pins, { newcomer, mentor, reason: 'tried' }] });
  const conflict = tried.conflicts.find(
    (one) => isSame(one, pair) || !result.conflicts.some((known) => isSame(known, one)),
  );
  const change = conflict === undefined ? compareRounds(result, tried) : null;
  return { newcomer, mentor, obstacles, conflict: conflict?.code ?? null, change };
}

/** What one result changed against another. */
export function compareRounds(before: RoundResult, after: RoundResult): RoundChange {
  const waited = new Set(before.leftOut.map(({ id }) => id));
  const waits = new Set(after.leftOut.map(({ id }) => id));
  return {
    ...compareAnswers(answerOf(before), answerOf(after)),
    gained: [...waited].filter((id) => !waits.has(id)),
    lost: [...waits].filter((id) => !waited.has(id)),
  };
}

function isSame(a: PersonPair, b: PersonPair): boolean {
  return a.newcomer === b.newcomer && a.mentor === b.mentor;
}
