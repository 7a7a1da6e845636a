import { aimOf } from '../aims/aim.ts';
import { explainLeftOut, explainNoPair, explainPair } from '../explain/explain.ts';
import type { PersonPair, RoundInput, RoundResult, Rules } from '../model.ts';
import { matchRound } from '../round/round.ts';
import { compareAnswers } from './figures.ts';
import { takeInHand } from './hand.ts';
import { readAnswer } from './held.ts';
import { settingsOf, withSettings } from './settings.ts';
import { answerOf } from './whole.ts';
import type { LiveAnswer, LiveRound, LiveSettings, PinEffect } from './words.ts';

/**
 * Opens a round to be changed by hand: people are read once, and each answer starts from the one before. Under other
 * aims than *most people*, or where the scarce are kept, each is solved from scratch. The input's own settings count as
 * shown. Throws `MatchingError` as `matchRound` does, and `too-large` for more pairs than `MOST_PAIRS`.
 */
export function openRound(input: RoundInput): LiveRound {
  const hand = takeInHand(input);
  let settings = settingsOf(input);
  let solved: RoundResult | null = null;
  let shown: LiveAnswer | null = null;
  const current = (): RoundInput => withSettings(input, settings);
  const result = (): RoundResult => (solved ??= matchRound(current()));

  const answer = (asked: LiveSettings): LiveAnswer => {
    if (!isInHand(asked.program)) return answerOf(matchRound(withSettings(input, asked)));
    return readAnswer(hand, hand.move(asked), asked.program);
  };
  const show = (next: LiveSettings): LiveAnswer => {
    const found = answer(next);
    [settings, shown, solved] = [next, found, null];
    return found;
  };

  const ifPinned = (pair: PersonPair): PinEffect => {
    const before = (shown ??= answer(settings));
    const pinned = (reason: string | null): LiveAnswer =>
      answer({ ...settings, pins: [...settings.pins, { ...pair, reason }] });
    const plain = pinned(null);
    const conflict = conflictOf(plain, pair);
    const after = conflict?.code === 'breaks-requirement' ? pinned('tried') : plain;
    return {
      obstacles: conflict?.obstacles ?? [],
      conflict: conflict?.code ?? null,
      change: conflictOf(after, pair) === null ? compareAnswers(before, after) : null,
    };
  };

  return {
    show,
    ifPinned,
    result,
    explainPair: (pair) => explainPair(current(), pair),
    explainNoPair: ({ newcomer, mentor }) => explainNoPair(current(), newcomer, mentor),
    explainLeftOut: (personId) => explainLeftOut(current(), result(), personId),
  };
}

/* What repairs are made for. */
function isInHand(program: Rules): boolean {
  return aimOf(program) === 'most-people' && program.keepScarce !== true;
}

function conflictOf(
  { conflicts }: LiveAnswer,
  { newcomer, mentor }: PersonPair,
): LiveAnswer['conflicts'][number] | null {
  return conflicts.find((one) => one.newcomer === newcomer && one.mentor === mentor) ?? null;
}
