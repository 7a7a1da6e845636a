import type { TodayItem } from '@parvis/contracts';
import type { Readiness } from '@parvis/matching';
import type { Eligible } from '../recruitment/enrollment.store.ts';
import type { Waiting } from './today.decisions.ts';

type ProgramOf = TodayItem['program'];
interface Round {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly createdAt: string;
  readonly pairs: number;
  readonly leftOut: number;
}

/**
 * What matching asks of the coordinator: a draft to look through, or else a round that could pair someone, and those who
 * can match nobody. `readiness` is null as long as it is not known.
 */
export function listRoundItems({
  program,
  rounds,
  waiting,
  readiness,
}: {
  readonly program: ProgramOf;
  readonly rounds: readonly Round[];
  readonly waiting: readonly Eligible[];
  readonly readiness: Readiness | null;
}): readonly Waiting[] {
  const drafts = rounds
    .filter(({ status }) => status === 'draft')
    .map(({ id, number, createdAt, pairs, leftOut }): Waiting => ({
      since: createdAt,
      item: { kind: 'round-draft', program, urgency: 'this-week', roundId: id, number, pairs, leftOut },
    }));
  const isOpen = rounds.some(({ status }) => status === 'draft' || status === 'solving');
  if (readiness === null) return drafts;
  return [
    ...drafts,
    ...(isOpen ? [] : listPossible(program, waiting, readiness)),
    ...listStuck(program, waiting, readiness),
  ];
}

function listPossible(
  program: ProgramOf,
  waiting: readonly Eligible[],
  { newcomers, mentors, peoplePaired }: Readiness,
): readonly Waiting[] {
  if (peoplePaired === 0) return [];
  const item = { kind: 'round-possible', program, urgency: 'this-week' } as const;
  return [{ since: longestWaiting(waiting), item: { ...item, newcomers, mentors, peoplePaired } }];
}

/** Where nobody waits on the other side, it is not about the person, and there is nothing to change. */
function listStuck(
  program: ProgramOf,
  waiting: readonly Eligible[],
  { stuck }: Readiness,
): readonly Waiting[] {
  const ids = new Set(
    stuck
      .filter(({ reasons }) => reasons.some(({ code }) => code === 'no-allowed-partner'))
      .map(({ id }) => id),
  );
  const rows = waiting.filter(({ person }) => ids.has(person.id));
  if (rows.length === 0) return [];
  const people = rows.map(({ person }) => ({ personId: person.id, name: person.name }));
  return [
    {
      since: longestWaiting(rows),
      item: { kind: 'can-match-nobody', program, urgency: 'when-you-can', people },
    },
  ];
}

function longestWaiting(waiting: readonly Eligible[]): string {
  return waiting.map(({ enrollment }) => enrollment.waitingSince).sort()[0] ?? '';
}
