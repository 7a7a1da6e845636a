import { Refused, type MeetingStatus, type PairStatus } from '@parvis/contracts';
import { addDays } from './period.decisions.ts';

/** What of a pair its meetings hang on. */
export interface MeetingPair {
  readonly status: PairStatus;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}
export interface KnownMeeting {
  readonly id: string;
  readonly status: MeetingStatus;
  readonly date: string;
  /** Null when she who reported it is no longer known. */
  readonly reportedBy: string | null;
  /** Also after staff have settled it: one report is disputed once. */
  readonly disputedBy: string | null;
}

/** May the pair agree to meet then? `today` and `time` (`18:00`) are what it is in Sweden now. */
export function decidePlan({
  pair,
  meetings,
  plan,
  today,
  time,
}: {
  readonly pair: MeetingPair;
  readonly meetings: readonly KnownMeeting[];
  readonly plan: { readonly date: string; readonly time: string };
  readonly today: string;
  readonly time: string;
}): void {
  const { endsOn } = requireBegun(pair);
  if (pair.status !== 'active') throw new Refused('pair-ended');
  const { date } = plan;
  if (date < today || (date === today && plan.time < time)) throw new Refused('meeting-in-past', { date });
  if (date > endsOn) throw new Refused('meeting-after-end', { date: endsOn });
  if (meetings.some((one) => one.date === date && one.status !== 'cancelled')) {
    throw new Refused('meeting-twice', { date });
  }
}

/** A meeting that was held: the plan of that day that becomes it, or null for one that nobody had planned. */
export function decideMeeting({
  pair,
  meetings,
  date,
  today,
}: {
  readonly pair: MeetingPair;
  readonly meetings: readonly KnownMeeting[];
  readonly date: string;
  readonly today: string;
}): { readonly becomes: string | null } {
  const { startsOn, endsOn } = requireBegun(pair);
  refuseClosed(pair, today);
  if (date < startsOn) throw new Refused('meeting-before-pair', { date: startsOn });
  if (date > today) throw new Refused('meeting-in-future', { date });
  if (date > endsOn) throw new Refused('meeting-after-end', { date: endsOn });
  const sameDay = meetings.find((one) => one.date === date && one.status !== 'cancelled');
  if (sameDay === undefined) return { becomes: null };
  if (sameDay.status !== 'planned') throw new Refused('meeting-twice', { date });
  return { becomes: sameDay.id };
}

/** Either may take away a plan; a report is taken away by her who made it, as long as it is not in dispute. */
export function decideCancel({ pair, meeting, personId, today }: Judged): void {
  refuseClosed(pair, today);
  const own = meeting.status === 'held' && meeting.reportedBy === personId;
  if (meeting.status !== 'planned' && !own) {
    throw new Refused('status-does-not-allow', { status: meeting.status });
  }
}

/** She who reported a meeting may tell more about it, as long as it is not in dispute. */
export function decideDescription({ pair, meeting, personId, today }: Judged): void {
  refuseClosed(pair, today);
  if (meeting.status !== 'held' || meeting.reportedBy !== personId) {
    throw new Refused('status-does-not-allow', { status: meeting.status });
  }
}

/** The other says that a report is not right: it does not count until staff have looked at it. */
export function decideDispute({ pair, meeting, personId, today }: Judged): void {
  refuseClosed(pair, today);
  if (meeting.disputedBy === personId) throw new Refused('meeting-already-disputed');
  if (meeting.status !== 'held') throw new Refused('status-does-not-allow', { status: meeting.status });
  if (meeting.reportedBy === personId) throw new Refused('meeting-own-report');
}

/** Staff decide a dispute, also after the pair has ended: held, or taken away. */
export function decideSettlement(meeting: KnownMeeting, found: 'held' | 'not-held'): 'held' | 'cancelled' {
  if (meeting.status !== 'disputed') throw new Refused('status-does-not-allow', { status: meeting.status });
  return found === 'held' ? 'held' : 'cancelled';
}

/** A meeting, and the member who says something about it. */
interface Judged {
  readonly pair: MeetingPair;
  readonly meeting: KnownMeeting;
  readonly personId: string;
  readonly today: string;
}

function requireBegun({ status, startsOn, endsOn }: MeetingPair): {
  readonly startsOn: string;
  readonly endsOn: string;
} {
  if (status === 'proposed') throw new Refused('pair-not-active');
  if (startsOn === null || endsOn === null) throw new Refused('pair-ended');
  return { startsOn, endsOn };
}

/** The last meetings of a period are often written down when it is over. */
const DAYS_AFTERWARDS = 14;

function refuseClosed({ status, endsOn }: MeetingPair, today: string): void {
  const justOver = status === 'completed' && endsOn !== null && today <= addDays(endsOn, DAYS_AFTERWARDS);
  if (status !== 'active' && !justOver) throw new Refused('pair-ended');
}
