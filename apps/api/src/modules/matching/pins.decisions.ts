import { Refused, type RefusalCode, type RoundStep } from '@parvis/contracts';
import type { PersonPair, Pin, PinConflict, RoundInput } from '@parvis/matching';
import { keyOf } from './change.decisions.ts';

/** What the coordinator has decided by hand. */
export interface ByHand {
  readonly pins: readonly Pin[];
  readonly bans: readonly PersonPair[];
}

/** Each pair once, the last word holds; an order that does not hang on the asking. */
export function tidyByHand({ pins, bans }: ByHand): ByHand {
  return { pins: eachOnce(pins), bans: eachOnce(bans.map(({ newcomer, mentor }) => ({ newcomer, mentor }))) };
}

export function byHandOf({ pins = [], bans = [] }: RoundInput): ByHand {
  return { pins, bans };
}

/**
 * Can the round take these pins and bans? `conflicts` are the engine's, `before` the ones the round had already: a pin that
 * could not be kept in a fresh snapshot is shown, not refused, until she takes it away. Refuses with the two people's ids
 * and the rules between them.
 */
export function decideByHand({
  given,
  known,
  before,
  conflicts,
}: {
  readonly given: ByHand;
  readonly known: { readonly newcomers: ReadonlySet<string>; readonly mentors: ReadonlySet<string> };
  readonly before: ByHand & { readonly conflicts: readonly PinConflict[] };
  readonly conflicts: readonly PinConflict[];
}): void {
  const old = new Set(before.bans.map(keyOf));
  for (const ban of given.bans) {
    const isKnown = known.newcomers.has(ban.newcomer) && known.mentors.has(ban.mentor);
    if (!isKnown && !old.has(keyOf(ban))) throw new Refused('pin-unknown-person', { ...ban });
  }
  const shown = new Set(before.conflicts.map((conflict) => `${conflict.code} ${keyOf(conflict)}`));
  for (const conflict of conflicts) {
    if (shown.has(`${conflict.code} ${keyOf(conflict)}`)) continue;
    const { newcomer, mentor, obstacles } = conflict;
    throw new Refused(REFUSAL_OF[conflict.code], {
      newcomer,
      mentor,
      rules: obstacles.map(({ rule }) => rule),
    });
  }
}

const REFUSAL_OF: Readonly<Record<PinConflict['code'], RefusalCode>> = {
  'unknown-person': 'pin-unknown-person',
  'breaks-requirement': 'pin-breaks-requirement',
  'over-capacity': 'pin-over-capacity',
  'also-banned': 'pin-also-banned',
  'pinned-twice': 'pin-also-banned',
};
