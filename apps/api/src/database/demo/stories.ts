import type { EnrollmentStatus, ProgramDefinition } from '@parvis/contracts';
import { dueDays } from '../../modules/pairs/pace.ts';
import { addDays, daysBetween, decideEndsOn } from '../../modules/pairs/period.decisions.ts';
import { instantOn } from './days.ts';
import type { Random } from './random.ts';

/** How it went for a pair, seen from the day of planting. */
export type Story =
  | 'proposed'
  | 'half-answered'
  | 'begun'
  | 'on-pace'
  | 'disputed'
  | 'behind'
  | 'silent'
  | 'met-all'
  | 'completed'
  | 'moved'
  | 'no-time'
  | 'parted'
  | 'declined';

export interface ToldMeeting {
  readonly date: string;
  readonly status: 'held' | 'planned' | 'disputed';
  readonly by: 'newcomer' | 'mentor';
}
export interface Told {
  readonly status: 'proposed' | 'active' | 'completed' | 'ended' | 'declined';
  readonly newcomerAnswer: 'yes' | 'no' | null;
  readonly mentorAnswer: 'yes' | 'no' | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly closed: {
    readonly at: string;
    readonly by: 'newcomer' | 'mentor' | 'staff' | 'time';
    readonly reason: string | null;
    readonly note: string | null;
  } | null;
  readonly meetings: readonly ToldMeeting[];
  /** How the two stand in the program now. */
  readonly after: { readonly newcomer: EnrollmentStatus; readonly mentor: EnrollmentStatus };
}

interface Telling {
  readonly story: Story;
  readonly definition: ProgramDefinition;
  /** The day on which the round was published. */
  readonly proposedOn: string;
  readonly today: string;
  readonly random: Random;
}

export function tellStory(telling: Telling): Told {
  const { story, definition, proposedOn, random } = telling;
  if (story === 'proposed') return { ...PROPOSED };
  if (story === 'half-answered') return { ...PROPOSED, newcomerAnswer: 'yes' };
  if (story === 'declined') {
    const closed = {
      at: instantOn(addDays(proposedOn, 2)),
      by: 'newcomer' as const,
      reason: 'no-time',
      note: null,
    };
    const after = { newcomer: 'paused', mentor: 'withdrawn' } as const;
    return { ...PROPOSED, status: 'declined', newcomerAnswer: 'no', mentorAnswer: 'yes', closed, after };
  }
  const startsOn = addDays(proposedOn, random.between(2, 4));
  const endsOn = decideEndsOn(startsOn, definition.period);
  const meetings = meet({ ...telling, startsOn, endsOn });
  const begun = {
    ...PROPOSED,
    newcomerAnswer: 'yes',
    mentorAnswer: 'yes',
    startsOn,
    endsOn,
    meetings,
  } as const;
  return { ...begun, ...closing(story, { endsOn, last: meetings.at(-1)?.date ?? startsOn }) };
}

const MATCHED = { newcomer: 'matched', mentor: 'matched' } as const;
const PROPOSED: Told = {
  status: 'proposed',
  newcomerAnswer: null,
  mentorAnswer: null,
  startsOn: null,
  endsOn: null,
  closed: null,
  meetings: [],
  after: MATCHED,
};

function closing(
  story: Story,
  { endsOn, last }: { readonly endsOn: string; readonly last: string },
): Pick<Told, 'status' | 'closed' | 'after'> {
  const at = instantOn(addDays(last, 5));
  switch (story) {
    case 'completed':
      return {
        status: 'completed',
        closed: { at: instantOn(addDays(endsOn, 1), 3), by: 'time', reason: null, note: null },
        after: { newcomer: 'completed', mentor: 'completed' },
      };
    case 'moved':
      return {
        status: 'ended',
        closed: { at, by: 'newcomer', reason: 'moved', note: null },
        after: { newcomer: 'withdrawn', mentor: 'waiting' },
      };
    case 'no-time':
      return {
        status: 'ended',
        closed: { at, by: 'mentor', reason: 'no-time', note: 'Nytt arbete med skift.' },
        after: { newcomer: 'waiting', mentor: 'withdrawn' },
      };
    case 'parted':
      return {
        status: 'ended',
        closed: { at, by: 'newcomer', reason: 'not-a-fit', note: 'Båda vill gärna träffa någon annan.' },
        after: { newcomer: 'waiting', mentor: 'waiting' },
      };
    default:
      return { status: 'active', closed: null, after: MATCHED };
  }
}

interface Meeting extends Telling {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The days on which they met: a few days before each was due, as far as the story goes. */
function meet({ story, definition, startsOn, endsOn, today, random }: Meeting): readonly ToldMeeting[] {
  const due = dueDays({ definition, pair: { status: 'active', startsOn, endsOn } });
  const gap = Math.max(3, Math.round(daysBetween(startsOn, endsOn) / definition.cadence.meetings));
  const early = Math.min(4, Math.floor(gap / 3));
  const past = due.map((day) => addDays(day, -random.between(1, early))).filter((day) => day < today);
  const held = heldOf({ story, past, startsOn, today, asked: definition.cadence.meetings, gap });
  const told = held.map((date, index) => ({
    date,
    status: 'held' as const,
    by: index % 3 === 2 ? ('mentor' as const) : ('newcomer' as const),
  }));
  if (story === 'disputed') {
    const date = addDays(today, -2);
    return [...told.filter((one) => one.date < date), { date, status: 'disputed', by: 'mentor' }];
  }
  if (story === 'on-pace' && random.chance(0.5)) {
    return [...told, { date: addDays(today, random.between(1, 5)), status: 'planned', by: 'mentor' }];
  }
  return told;
}

interface Holding {
  readonly story: Story;
  readonly past: readonly string[];
  readonly startsOn: string;
  readonly today: string;
  readonly asked: number;
  readonly gap: number;
}

function heldOf({ story, past, startsOn, today, asked, gap }: Holding): readonly string[] {
  switch (story) {
    // Met once, sooner than it was due.
    case 'begun':
      return [addDays(today, -9)];
    // All but one of those due, the newest a few days ago.
    case 'behind':
      return [...past.slice(0, Math.max(0, past.length - 3)), addDays(today, -Math.min(6, gap))];
    // A good beginning, and then nothing for twice as long as usual.
    case 'silent':
      return past.slice(0, 2).filter((day) => daysBetween(day, today) > Math.max(21, gap * 1.5) + 2);
    case 'met-all': {
      const step = Math.floor(daysBetween(startsOn, today) / (asked + 1));
      return Array.from({ length: asked }, (_, index) => addDays(startsOn, (index + 1) * step));
    }
    case 'moved':
    case 'no-time':
    case 'parted':
      return past.slice(0, 2);
    default:
      return past;
  }
}
