import { explainLeftOut, explainNoPair, explainPair } from '../explain/explain.ts';
import type { PersonPair, PinConflict, RoundInput, RoundResult } from '../model.ts';
import { matchRound } from '../round/round.ts';
import { compareAnswers } from './figures.ts';
import { settingsOf, withSettings } from './settings.ts';
import { answerOf } from './whole.ts';
import type { LiveRound, LiveSettings, PinEffect } from './words.ts';

/**
 * Opens a round to be changed by hand: people are read once, and each answer starts from the one before.
 * Shows the input's own settings first. Throws `MatchingError` as `matchRound` does.
 */
export function openRound(input: RoundInput): LiveRound {
  let settings = settingsOf(input);
  let current = input;
  let solved: RoundResult | null = matchRound(input);
  const result = (): RoundResult => (solved ??= matchRound(current));
  return {
    show(next) {
      const round = withSettings(input, next);
      const found = matchRound(round);
      [settings, current, solved] = [next, round, found];
      return answerOf(found);
    },
    ifPinned: (pair) => tryPin(input, settings, result(), pair),
    result,
    explainPair: (pair) => explainPair(current, pair),
    explainNoPair: ({ newcomer, mentor }) => explainNoPair(current, newcomer, mentor),
    explainLeftOut: (personId) => explainLeftOut(current, result(), personId),
  };
}

function tryPin(input: RoundInput, settings: LiveSettings, shown: RoundResult, pair: PersonPair): PinEffect {
  const attempt = (reason: string | null): RoundResult =>
    matchRound(withSettings(input, { ...settings, pins: [...settings.pins, { ...pair, reason }] }));
  const plain = attempt(null);
  const conflict = conflictOf(plain, pair);
  const kept = conflict?.code === 'breaks-requirement' ? attempt('tried') : plain;
  const possible = conflictOf(kept, pair) === null;
  const before = answerOf(shown);
  return {
    obstacles: conflict?.obstacles ?? [],
    conflict: conflict?.code ?? null,
    change: possible ? compareAnswers(before, answerOf(kept)) : null,
  };
}

function conflictOf({ conflicts }: RoundResult, { newcomer, mentor }: PersonPair): PinConflict | null {
  return conflicts.find((one) => one.newcomer === newcomer && one.mentor === mentor) ?? null;
}
