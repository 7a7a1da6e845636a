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

/** Only what concerns people of the round: a ban on one who has left says nothing. */
export function keepKnown({ pins, bans }: ByHand, known: Known): ByHand {
  return { pins, bans: bans.filter((ban) => isKnown(ban, known)) };
}

/** A step of a draft, by account id. */
export type Step = Omit<RoundStep, 'by'> & { readonly by: string | null };

/** What she did between two solvings, and that it was solved. */
export function listSteps({
  before,
  after,
  by,
  at,
}: {
  readonly before: ByHand;
  readonly after: ByHand;
  readonly by: string | null;
  readonly at: string;
}): readonly Step[] {
  const step = (what: Step['what'], pair: PersonPair | null): Step => ({
    at,
    by,
    what,
    newcomer: pair?.newcomer ?? null,
    mentor: pair?.mentor ?? null,
  });
  return [
    ...without(before.pins, after.pins).map((pair) => step('unpinned', pair)),
    ...without(before.bans, after.bans).map((pair) => step('unbanned', pair)),
    ...without(after.pins, before.pins).map((pair) => step('pinned', pair)),
    ...without(after.bans, before.bans).map((pair) => step('banned', pair)),
    step('solved', null),
  ];
}

interface Known {
  readonly newcomers: ReadonlySet<string>;
  readonly mentors: ReadonlySet<string>;
}

/**
 * Can the round take these pins and bans? `conflicts` are the engine's; those the round had already, and those of the pins in
 * `excused` (hers from before, in a fresh snapshot), are shown and not refused until she takes the pin away. Refuses with
 * the two people's ids and the rules between them.
 */
export function decideByHand({
  given,
  known,
  before,
  conflicts,
  excused,
}: {
  readonly given: ByHand;
  readonly known: Known;
  readonly before: ByHand & { readonly conflicts: readonly PinConflict[] };
  readonly conflicts: readonly PinConflict[];
  readonly excused: readonly Pin[];
}): void {
  const old = new Set(before.bans.map(keyOf));
  for (const ban of given.bans) {
    if (!isKnown(ban, known) && !old.has(keyOf(ban))) throw new Refused('pin-unknown-person', { ...ban });
  }
  const shown = new Set(before.conflicts.map((conflict) => `${conflict.code} ${keyOf(conflict)}`));
  const hers = new Set(excused.map(keyOf));
  for (const conflict of conflicts) {
    if (shown.has(`${conflict.code} ${keyOf(conflict)}`) || hers.has(keyOf(conflict))) continue;
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

function isKnown({ newcomer, mentor }: PersonPair, { newcomers, mentors }: Known): boolean {
  return newcomers.has(newcomer) && mentors.has(mentor);
}

function eachOnce<P extends PersonPair>(pairs: readonly P[]): readonly P[] {
  const last = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  return [...last.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** A pin whose reason was written anew is another pin. */
function without(pairs: readonly (PersonPair | Pin)[], others: readonly (PersonPair | Pin)[]) {
  const fullKey = (pair: PersonPair | Pin): string =>
    `${keyOf(pair)} ${'reason' in pair ? (pair.reason ?? '') : ''}`;
  const known = new Set(others.map(fullKey));
  return pairs.filter((pair) => !known.has(fullKey(pair)));
}
