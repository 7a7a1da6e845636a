import type { TodayItem } from '@parvis/contracts';

export type Urgency = TodayItem['urgency'];

/** A thing that waits, and since when: an instant or a day. */
export interface Waiting {
  readonly since: string;
  readonly item: TodayItem;
}

const ORDER: readonly Urgency[] = ['now', 'this-week', 'when-you-can'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A volunteer who hears nothing for a working week is lost. */
const DAYS_TO_TALK = 5;

/** What must be done now, then this week, then when there is time; of those, what has waited longest. */
export function sortItems(waiting: readonly Waiting[]): readonly TodayItem[] {
  return [...waiting]
    .sort(
      (a, b) =>
        ORDER.indexOf(a.item.urgency) - ORDER.indexOf(b.item.urgency) ||
        (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
    )
    .map(({ item }) => item);
}

/** A proposal whose time runs out within a day is rung about now; one with days left can wait for the letter to work. */
export function urgencyOfProposal(answerBy: string, now: string): Urgency {
  const left = Date.parse(answerBy) - Date.parse(now);
  if (left <= DAY) return 'now';
  return left <= 3 * DAY ? 'this-week' : 'when-you-can';
}

export function urgencyOfApplied(days: number): Urgency {
  return days >= DAYS_TO_TALK ? 'now' : 'this-week';
}

/** Closed within the last seven days? */
export function isRecent(closedAt: string | null, now: string): boolean {
  return closedAt !== null && Date.parse(now) - Date.parse(closedAt) <= 7 * DAY;
}
