import { declineReason, endReason, topic, type DeskPair, type ProgramDefinition } from '@parvis/contracts';
import type { Side } from '@parvis/matching';
import type { PersonRow } from '../recruitment/person.store.ts';
import { answerOf } from './answer.decisions.ts';
import type { MeetingRow } from './meeting.store.ts';
import { daysSilent, decidePace } from './pace.ts';
import type { PairContext } from './pair.context.ts';
import type { PairRow } from './pair.store.ts';
import { swedishDay } from './period.decisions.ts';

export interface DeskContext {
  readonly definition: ProgramDefinition;
  readonly pair: PairRow;
  readonly newcomer: PersonRow;
  readonly mentor: PersonRow;
  /** Earliest first. */
  readonly meetings: readonly MeetingRow[];
  /** In Sweden. */
  readonly today: string;
}

/** A pair as its coordinator sees it in the list. */
export function showDeskRow(context: DeskContext): DeskPair {
  const { definition, pair, newcomer, mentor, meetings, today } = context;
  const held = meetings.filter(({ status }) => status === 'held');
  return {
    id: pair.id,
    status: pair.status,
    pace: decidePace(context),
    newcomer: showDeskPerson(pair, newcomer, 'newcomer'),
    mentor: showDeskPerson(pair, mentor, 'mentor'),
    held: held.length,
    of: definition.cadence.meetings,
    proposedAt: pair.proposedAt,
    answerBy: pair.answerBy,
    startsOn: pair.startsOn,
    endsOn: pair.endsOn,
    lastMeeting: held.at(-1)?.date ?? null,
    nextMeeting: meetings.find(({ status, date }) => status === 'planned' && date >= today)?.date ?? null,
    daysSilent: daysSilent(context),
    disputed: meetings.filter(({ status }) => status === 'disputed').length,
  };
}

/** What was said when the proposal was declined; null for every other pair. */
export function showDecline({ status, closedBy, closeReason, closeNote }: PairRow) {
  if (status !== 'declined' || (closedBy !== 'newcomer' && closedBy !== 'mentor')) return null;
  // A no that staff noted may have come without a reason.
  return { by: closedBy, reason: declineReason.catch('other').parse(closeReason), note: closeNote };
}

/** What was said when the pair was ended early; null for every other pair. */
export function showEnding({ status, closedBy, closeReason, closeNote, closedAt }: PairRow) {
  if (status !== 'ended' || closedBy === null || closedBy === 'time' || closedAt === null) return null;
  return {
    by: closedBy,
    reason: endReason.catch('other').parse(closeReason),
    note: closeNote,
    on: swedishDay(closedAt),
  };
}

/** Newest first, with those that were taken away: staff see what was said and unsaid. */
export function showDeskMeetings({ meetings, newcomer, mentor }: PairContext) {
  const names = new Map([newcomer, mentor].map(({ id, name }) => [id, name]));
  return meetings
    .map(({ id, status, date, time, way, where, minutes, topics, note, reportedBy }) => ({
      ...{ id, status, date, time, way, where, minutes, note },
      topics: topics.map((one) => topic.parse(one)),
      reportedBy: names.get(reportedBy ?? '') ?? '',
    }))
    .reverse();
}

function showDeskPerson(
  pair: PairRow,
  { id, name, email, phone, municipality }: PersonRow,
  side: Side,
): DeskPair['newcomer'] {
  return { personId: id, name, answered: answerOf(pair, side), email, phone, municipality };
}
