import type { TodayItem } from '@parvis/contracts';
import type { Side } from '@parvis/matching';
import { answerOf, isExpired, otherSide } from '../pairs/answer.decisions.ts';
import { showDeskRow, type DeskContext } from '../pairs/desk-pair.ts';
import { isRecent, urgencyOfProposal, type Waiting } from './today.decisions.ts';

type ProgramOf = TodayItem['program'];

interface About {
  readonly program: ProgramOf;
  /** An instant. */
  readonly now: string;
  /** Ids of the people of the program who are paused. */
  readonly paused: ReadonlySet<string>;
}

/** What a program's pairs ask of the coordinator. */
export function listPairItems(
  pairs: readonly DeskContext[],
  { program, now, paused }: About,
): readonly Waiting[] {
  const one = pairs.flatMap((context): readonly Waiting[] => {
    switch (context.pair.status) {
      case 'proposed':
        return listProposalItems(context, program, now);
      case 'active':
        return [...listDisputes(context, program), ...listPaceItems(context, program)];
      case 'declined':
      case 'ended':
        return context.pair.closeReason === 'unsafe'
          ? listUnsafe(context, program, paused)
          : listDecline(context, program, now);
      default:
        return [];
    }
  });
  return [...one, ...listFinished(pairs, program, now)];
}

/** Who was sent a letter and has not answered is rung; who has no address never got one, and is told by hand at once. */
function listProposalItems(context: DeskContext, program: ProgramOf, now: string): readonly Waiting[] {
  const { pair } = context;
  if (isExpired(pair, now)) return [];
  const since = pair.proposedAt;
  const base = { program, ...namesOf(context) };
  const unanswered = SIDES.filter((side) => answerOf(pair, side) === null).map((side) => ({
    side,
    person: context[side],
  }));
  const urgency = urgencyOfProposal(pair.answerBy, now);
  const byHand = unanswered
    .filter(({ person }) => person.email === null)
    .map(({ person }): Waiting => ({
      since,
      item: { kind: 'letter-by-hand', ...base, urgency: 'now', personId: person.id, name: person.name },
    }));
  const silent = unanswered
    .filter(({ person }) => person.email !== null)
    .map(({ side, person }) => ({ personId: person.id, name: person.name, side, phone: person.phone }));
  return silent.length === 0
    ? byHand
    : [
        ...byHand,
        {
          since,
          item: { kind: 'proposal-unanswered', ...base, urgency, silent, answerBy: pair.answerBy },
        },
      ];
}

const SIDES: readonly Side[] = ['newcomer', 'mentor'];

function listDisputes(context: DeskContext, program: ProgramOf): readonly Waiting[] {
  return context.meetings
    .filter(({ status }) => status === 'disputed')
    .map(({ date, disputedAt }) => ({
      since: disputedAt ?? date,
      item: {
        kind: 'meeting-disputed',
        program,
        urgency: 'this-week',
        ...namesOf(context),
        on: date,
      },
    }));
}

function listPaceItems(context: DeskContext, program: ProgramOf): readonly Waiting[] {
  const { pace, held, of, daysSilent, lastMeeting, startsOn, endsOn } = showDeskRow(context);
  const base = { program, urgency: 'this-week' as const, ...namesOf(context) };
  const since = lastMeeting ?? startsOn ?? '';
  if (pace === 'silent') {
    return [{ since, item: { kind: 'pair-silent', ...base, days: daysSilent ?? 0, held, of } }];
  }
  return pace === 'behind' && endsOn !== null
    ? [{ since, item: { kind: 'pair-behind', ...base, held, of, endsOn } }]
    : [];
}

function listDecline(context: DeskContext, program: ProgramOf, now: string): readonly Waiting[] {
  const { status, closedAt, closedBy } = context.pair;
  if (status !== 'declined' || closedAt === null || !isRecent(closedAt, now)) return [];
  if (closedBy !== 'newcomer' && closedBy !== 'mentor') return [];
  const item = {
    kind: 'proposal-declined',
    program,
    urgency: 'when-you-can',
    ...namesOf(context),
    by: closedBy,
  } as const;
  return [{ since: closedAt, item }];
}

/** It stands here until staff have decided how the other goes on: she is paused for as long. */
function listUnsafe(
  context: DeskContext,
  program: ProgramOf,
  paused: ReadonlySet<string>,
): readonly Waiting[] {
  const { closedAt, closedBy } = context.pair;
  if (closedAt === null || (closedBy !== 'newcomer' && closedBy !== 'mentor')) return [];
  const other = context[otherSide(closedBy)];
  if (!paused.has(other.id)) return [];
  const about = { ...namesOf(context), by: closedBy, personId: other.id, name: other.name };
  return [{ since: closedAt, item: { kind: 'said-unsafe', program, urgency: 'now', ...about } }];
}

/** One row for a program's pairs that have met as often as it asks, and for those whose period was over this week. */
function listFinished(contexts: readonly DeskContext[], program: ProgramOf, now: string): readonly Waiting[] {
  const finished = contexts.filter(
    (context) =>
      (context.pair.status === 'active' && showDeskRow(context).pace === 'finished') ||
      (context.pair.status === 'completed' && isRecent(context.pair.closedAt, now)),
  );
  const since = finished.map(({ pair }) => pair.closedAt ?? pair.startsOn ?? '').sort()[0];
  return since === undefined
    ? []
    : [
        {
          since,
          item: {
            kind: 'pairs-finished',
            program,
            urgency: 'when-you-can',
            pairs: finished.map(namesOf),
          },
        },
      ];
}

function namesOf({ pair, newcomer, mentor }: DeskContext) {
  return { pairId: pair.id, newcomer: newcomer.name, mentor: mentor.name };
}
