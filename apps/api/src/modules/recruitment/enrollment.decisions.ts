import type { EnrollmentStatus } from '@parvis/contracts';

/**
 * How an enrollment stands when one of its pairs was made or has closed. She is `matched` when her live pairs (proposed or
 * active) fill her capacity, and waits otherwise, since the day she came. Only `waiting` and `matched` turn into each other:
 * one who is paused or has withdrawn stays so, whatever her pairs do.
 */
export function decideStatusAfter({
  capacity,
  livePairs,
  current,
}: {
  readonly capacity: number;
  readonly livePairs: number;
  readonly current: EnrollmentStatus;
}): EnrollmentStatus {
  if (current !== 'waiting' && current !== 'matched') return current;
  return livePairs >= capacity ? 'matched' : 'waiting';
}
