import { LIMITS, Refused, type RoundStatus } from '@parvis/contracts';

/** Up to so many possible pairs the engine needs half a second, and she who asked waits for it. */
export const MOST_PAIRS_AT_ONCE = 250_000;

/** May a round be run now? `open` is the round that stands open, if any. */
export function decideRun({ open, people }: { readonly open: string | null; readonly people: number }): void {
  if (open !== null) throw new Refused('round-open');
  if (people > LIMITS.roundPeople) throw new Refused('round-too-large', { people: LIMITS.roundPeople });
}

export function decidePatience({
  newcomers,
  mentors,
}: {
  readonly newcomers: readonly unknown[];
  readonly mentors: readonly unknown[];
}): 'while-asked' | 'in-background' {
  return newcomers.length * mentors.length <= MOST_PAIRS_AT_ONCE ? 'while-asked' : 'in-background';
}

interface Standing {
  readonly status: RoundStatus;
  readonly version: number;
}

/** Only a draft is changed or published, and only as she who asks has seen it. */
export function decideOnDraft(round: Standing, seen: number): void {
  if (round.status === 'solving') throw new Refused('round-still-solving');
  if (round.status !== 'draft') throw new Refused('round-not-draft');
  if (round.version !== seen) throw new Refused('changed-meanwhile');
}

/** Only what is being solved can be stopped. */
export function decideStop(round: Standing, seen: number): void {
  if (round.status !== 'solving') throw new Refused('round-not-solving');
  if (round.version !== seen) throw new Refused('changed-meanwhile');
}

/** A round that is still being solved can be thrown away too. */
export function decideDiscard(round: Standing, seen: number): void {
  if (round.status !== 'draft' && round.status !== 'solving') throw new Refused('round-not-draft');
  if (round.version !== seen) throw new Refused('changed-meanwhile');
}

/** May the round be solved once more only to show what a pin would cost? Not where she would wait for it. */
export function decideTrial(pool: Parameters<typeof decidePatience>[0]): boolean {
  return pool.newcomers.length * pool.mentors.length <= MOST_PAIRS_TO_TRY;
}

const MOST_PAIRS_TO_TRY = 2_000_000;
