import type { EnrollmentStatus, PersonChange } from '@parvis/contracts';
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
  /** Of everyone the round takes. */
  readonly stamps: Stamps;
  readonly pairs: readonly PersonPair[];
  /** Earlier pairs that the round knew of. */
  readonly history: readonly PersonPair[];
}
export interface ProgramNow {
  readonly version: number;
  /** Of those who wait and have room now. */
  readonly stamps: Stamps;
  /** Of everyone in the program. */
  readonly statuses: ReadonlyMap<string, EnrollmentStatus>;
  readonly earlierPairs: readonly PersonPair[];
}

/** What is no longer as the round saw it. */
export interface Difference {
  readonly program: boolean;
  readonly people: readonly { readonly id: string; readonly what: PersonChange }[];
  readonly pairs: readonly PersonPair[];
}

/**
 * How the world stands against what the round saw; null when it still stands. The program was changed, someone in the round has
 * changed, left, been paused or been paired, or two of its pairs have been a pair elsewhere since. One who has come since waits
 * for the next round.
 */
export function findDifference(then: RoundThen, now: ProgramNow): Difference | null {
  const people = [...then.stamps].flatMap(([id, stamp]) => {
    const what = changeOf(stamp, now.stamps.get(id) ?? null, now.statuses.get(id));
    return what === null ? [] : [{ id, what }];
  });
  const known = new Set(then.history.map(keyOf));
  const since = new Set(now.earlierPairs.map(keyOf).filter((key) => !known.has(key)));
  const pairs = then.pairs
    .filter((pair) => since.has(keyOf(pair)))
    .map(({ newcomer, mentor }) => ({ newcomer, mentor }));
  const program = then.programVersion !== now.version;
  return program || people.length > 0 || pairs.length > 0 ? { program, people, pairs } : null;
}

function changeOf(
  then: Stamp | null,
  now: Stamp | null,
  status: EnrollmentStatus | undefined,
): PersonChange | null {
  if (now === null) return leftAs(status);
  if (then === null || then.person !== now.person || then.enrollment !== now.enrollment) return 'changed';
  return then.room === now.room ? null : 'paired';
}

/** Of one who waits no longer, or has no room. */
function leftAs(status: EnrollmentStatus | undefined): PersonChange {
  switch (status) {
    case undefined:
      return 'gone';
    case 'paused':
    case 'withdrawn':
      return status;
    case 'waiting':
    case 'matched':
      return 'paired';
    default:
      return 'not-waiting';
  }
}

/* Two who were a pair the other way round, in another program, were a pair too. */
function keyOf({ newcomer, mentor }: PersonPair): string {
  return newcomer < mentor ? `${newcomer} ${mentor}` : `${mentor} ${newcomer}`;
}
