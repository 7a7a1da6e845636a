import type { MeetingStatus, Pace, PairStatus, ProgramDefinition, Progress } from '@parvis/contracts';
import { addDays, addMonths, addUnits, daysBetween } from './period.decisions.ts';

/** What pace is read from: of a pair, only its period; of a meeting, only its day and how it stands. */
interface PacedPair {
  readonly status: PairStatus;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}
interface PacedMeeting {
  readonly status: MeetingStatus;
  readonly date: string;
}
export interface Paced {
  readonly definition: Pick<ProgramDefinition, 'cadence' | 'period'>;
  readonly pair: PacedPair;
  readonly meetings: readonly PacedMeeting[];
  /** In Sweden, ISO date. */
  readonly today: string;
}

/** A pair is not called silent sooner, however often its program asks it to meet: people fall ill and go away. */
const FEWEST_SILENT_DAYS = 21;

/**
 * How a pair is doing.
 * - `proposed`: not both have said yes
 * - `finished`: they have met as often as the program asks, or its period is over and closed
 * - `silent`: nothing planned, and no meeting for one and a half intervals between meetings (21 days at least)
 * - `behind`: fewer meetings than should have been by yesterday
 * - `on-pace`
 * - `ended`: declined, expired or ended early
 */
export function decidePace(paced: Paced): Pace {
  const { definition, pair, today } = paced;
  if (pair.status === 'proposed') return 'proposed';
  if (pair.status === 'completed') return 'finished';
  if (pair.status !== 'active') return 'ended';
  const held = heldDays(paced.meetings);
  if (held.length >= definition.cadence.meetings) return 'finished';
  if (isSilent(paced)) return 'silent';
  const due = dueDays(paced).filter((day) => day < today).length;
  return held.length < due ? 'behind' : 'on-pace';
}

/** Days since the pair last met, or since it began; null for a pair that is not active. */
export function daysSilent({ pair, meetings, today }: Paced): number | null {
  if (pair.status !== 'active' || pair.startsOn === null) return null;
  return Math.max(0, daysBetween(heldDays(meetings).at(-1) ?? pair.startsOn, today));
}

/** The program as stepping stones, and how much is left; null until both have said yes. */
export function progressOf(paced: Paced): Progress | null {
  const { definition, pair, meetings, today } = paced;
  if (pair.startsOn === null || pair.endsOn === null) return null;
  const { startsOn, endsOn } = pair;
  return {
    held: heldDays(meetings).length,
    of: definition.cadence.meetings,
    startsOn,
    endsOn,
    left: timeLeft({ today: today < startsOn ? startsOn : today, endsOn, unit: definition.period.unit }),
    over: today > endsOn,
    stones: layStones(paced, endsOn),
  };
}

/** The last day on which each meeting is still in time: one each week or month, or spread evenly over the period. */
export function dueDays({ definition, pair }: Pick<Paced, 'definition' | 'pair'>): readonly string[] {
  const { startsOn, endsOn } = pair;
  if (startsOn === null || endsOn === null) return [];
  const { meetings, each } = definition.cadence;
  const days = daysBetween(startsOn, endsOn);
  return Array.from({ length: meetings }, (_, index) => {
    const nth = index + 1;
    const due =
      each === null
        ? addDays(startsOn, Math.round((nth * days) / meetings))
        : addUnits(startsOn, { length: nth, unit: each });
    return due < endsOn ? due : endsOn;
  });
}

function heldDays(meetings: readonly PacedMeeting[]): readonly string[] {
  return meetings
    .filter(({ status }) => status === 'held')
    .map(({ date }) => date)
    .sort();
}

/** Plans that can still become meetings. */
function plannedDays({ meetings, today }: Pick<Paced, 'meetings' | 'today'>): readonly string[] {
  return meetings
    .filter(({ status, date }) => status === 'planned' && date >= today)
    .map(({ date }) => date)
    .sort();
}

/** A plan whose day went by without a word counts as a sign of life: most likely they met and nobody wrote it down. */
function isSilent(paced: Paced): boolean {
  const { definition, pair, meetings, today } = paced;
  if (pair.startsOn === null || pair.endsOn === null || plannedDays(paced).length > 0) return false;
  const signs = meetings
    .filter(({ status }) => status === 'held' || status === 'planned')
    .map(({ date }) => date);
  const last = [pair.startsOn, ...signs].sort().at(-1) ?? pair.startsOn;
  const interval = daysBetween(pair.startsOn, pair.endsOn) / definition.cadence.meetings;
  return daysBetween(last, today) > Math.max(FEWEST_SILENT_DAYS, 1.5 * interval);
}

function layStones(paced: Paced, endsOn: string): Progress['stones'] {
  const held = heldDays(paced.meetings);
  const planned = plannedDays(paced);
  const due = dueDays(paced);
  const count = Math.max(due.length, held.length + (planned.length > 0 ? 1 : 0));
  let nextIsLaid = false;
  return Array.from({ length: count }, (_, index) => {
    const stone = { due: due[index] ?? endsOn, date: held[index] ?? planned[index - held.length] ?? null };
    if (index < held.length) return { ...stone, state: 'held' as const };
    // A late meeting with a day agreed on is no longer late: it is the next one.
    if (stone.due < paced.today && (stone.date === null || nextIsLaid)) {
      return { ...stone, state: 'late' as const };
    }
    const state = nextIsLaid ? ('later' as const) : ('next' as const);
    nextIsLaid = true;
    return { ...stone, state };
  });
}

/**
 * As people say it: months, rounded, as long as there are two; then weeks, and days in the last fortnight. A program that
 * counts in weeks is told in weeks.
 */
function timeLeft({
  today,
  endsOn,
  unit,
}: {
  readonly today: string;
  readonly endsOn: string;
  readonly unit: 'week' | 'month';
}): Progress['left'] {
  const days = Math.max(0, daysBetween(today, endsOn));
  if (unit === 'month' && addMonths(today, 2) <= endsOn) {
    return { length: Math.round(days / DAYS_IN_MONTH), unit: 'month' };
  }
  return days >= 14 ? { length: Math.round(days / 7), unit: 'week' } : { length: days, unit: 'day' };
}

const DAYS_IN_MONTH = 365.25 / 12;
