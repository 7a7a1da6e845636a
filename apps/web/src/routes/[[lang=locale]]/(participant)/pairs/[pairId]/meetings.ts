import type { Meeting } from '@parvis/contracts';

/** The plan to speak of: one whose day went by without a word first, then the nearest to come. */
export function planOf(meetings: readonly Meeting[], today: string): Meeting | undefined {
  const plans = meetings
    .filter(({ status }) => status === 'planned')
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return plans.findLast(({ date }) => date < today) ?? plans.find(({ date }) => date >= today);
}

/** What has been: held, or said to be held and not agreed on. Newest first. */
export function heldOf(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings
    .filter(({ status }) => status === 'held' || status === 'disputed')
    .toSorted((a, b) => b.date.localeCompare(a.date));
}
