import type { PersonPair } from '@parvis/matching';

/** How a person stood when the snapshot was taken: another stamp now means she has changed. `room`: pairs she still had room for. */
export interface Stamp {
  readonly person: number;
  readonly enrollment: number;
  readonly room: number;
}
export type Stamps = ReadonlyMap<string, Stamp | null>;

export interface RoundThen {
  readonly programVersion: number;
  readonly stamps: Stamps;
  readonly pairs: readonly PersonPair[];
  /** Earlier pairs that the round knew of. */
  readonly history: readonly PersonPair[];
}
export interface ProgramNow {
  readonly version: number;
  /** Of those who wait and have room now. */
  readonly stamps: Stamps;
  readonly earlierPairs: readonly PersonPair[];
}

/**
 * Does the world still stand as the round saw it? Not when the rules were changed, when someone in it has changed, left,
 * been paused or been paired, or when two of its pairs have been a pair elsewhere since. One who has come since waits for
 * the next round.
 */
export function isOutdated(then: RoundThen, now: ProgramNow): boolean {
  if (then.programVersion !== now.version) return true;
  for (const [id, stamp] of then.stamps) {
    if (stamp === null || !isSame(stamp, now.stamps.get(id) ?? null)) return true;
  }
  const known = new Set(then.history.map(keyOf));
  const since = new Set(now.earlierPairs.map(keyOf).filter((key) => !known.has(key)));
  return then.pairs.some((pair) => since.has(keyOf(pair)));
}

function isSame(then: Stamp, now: Stamp | null): boolean {
  return (
    now !== null && then.person === now.person && then.enrollment === now.enrollment && then.room === now.room
  );
}

/* Two who were a pair the other way round, in another program, were a pair too. */
function keyOf({ newcomer, mentor }: PersonPair): string {
  return newcomer < mentor ? `${newcomer} ${mentor}` : `${mentor} ${newcomer}`;
}
