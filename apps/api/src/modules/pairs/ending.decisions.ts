import { Refused, type EnrollmentStatus, type PairStatus } from '@parvis/contracts';
import type { Side } from '@parvis/matching';
import { decideStatusAfter } from '../recruitment/enrollment.decisions.ts';

export interface Ending {
  readonly by: Side | 'staff';
  readonly reason: string;
  readonly note: string | null;
}

/**
 * Ends a pair before its time. A member ends an active pair (to a proposal she says no); staff also take back a proposal.
 * The reason is read by staff only.
 */
export function decideEnding({
  status,
  ending,
  now,
}: {
  readonly status: PairStatus;
  readonly ending: Ending;
  readonly now: string;
}) {
  if (status === 'proposed' && ending.by !== 'staff') throw new Refused('pair-not-active');
  if (status !== 'proposed' && status !== 'active') throw new Refused('pair-ended');
  return {
    status: 'ended' as const,
    closedAt: now,
    closedBy: ending.by,
    closeReason: ending.reason,
    closeNote: ending.note,
  };
}

/**
 * What a person does when a pair of hers has closed.
 * - `again`: she is there for another pair
 * - `no-more`: she is not, and said so before the program was over for her
 * - `done`: she is not, and the program is over for her: its period went by, or they reached what they wanted
 * - `period-over`: the period went by and nobody asked her
 * - `held`: the other said that it did not feel safe; nobody is proposed to her until staff have looked at it
 */
export type Afterwards = 'again' | 'no-more' | 'done' | 'period-over' | 'held';

/** What the other goes on to when one of them declines or ends it. */
export function decideAfterwardsOfOther(reason: string | null): Afterwards {
  return reason === 'unsafe' ? 'held' : 'again';
}

/** What one who ended a pair early, or for whom staff did, goes on to. */
export function decideAfterwards({
  wantsAgain,
  reason,
  endsOn,
  today,
}: {
  readonly wantsAgain: boolean;
  readonly reason: string;
  readonly endsOn: string | null;
  readonly today: string;
}): Afterwards {
  if (wantsAgain) return 'again';
  const over = endsOn !== null && today > endsOn;
  return over || reason === 'reached-goal' ? 'done' : 'no-more';
}

/**
 * How an enrollment stands when one of its pairs has closed; `livePairs` are those that are left. Only one who waited or was
 * matched changes: who is paused or has withdrawn stays so.
 * One who wants no more keeps the pairs she has, and leaves with the last of them. At the end of the period a person is
 * `completed`, unless she has another pair or waited for one: then she goes on, in the queue since the day she came.
 */
export function decideStatusAfterClosing({
  current,
  capacity,
  livePairs,
  afterwards,
}: {
  readonly current: EnrollmentStatus;
  readonly capacity: number;
  readonly livePairs: number;
  readonly afterwards: Afterwards;
}): EnrollmentStatus {
  if (current !== 'waiting' && current !== 'matched') return current;
  if (afterwards === 'held') return 'paused';
  const goesOn = afterwards === 'period-over' && (livePairs > 0 || current === 'waiting');
  if (afterwards === 'again' || goesOn) return decideStatusAfter({ current, capacity, livePairs });
  if (livePairs > 0) return 'matched';
  return afterwards === 'no-more' ? 'withdrawn' : 'completed';
}
