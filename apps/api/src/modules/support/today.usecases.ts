import type { showToday as contract } from '@parvis/contracts';
import type { Deps } from '../../deps.ts';
import type { Reply, UseCase } from '../../http/route.ts';
import { listCoordinated } from '../identity/account.store.ts';
import { listRoundsOfProgram } from '../matching/round.store.ts';
import { loadDesk } from '../pairs/desk.usecases.ts';
import { countByPace } from '../pairs/pace.usecases.ts';
import { decidePace } from '../pairs/pace.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { listProgramsByIds, type Program } from '../programs/program.store.ts';
import { listEligible, listEnrollments } from '../recruitment/enrollment.store.ts';
import { listPersonsByIds } from '../recruitment/person.store.ts';
import { checkPool } from './pool-check.ts';
import { sortItems, type Waiting } from './today.decisions.ts';
import { listPairItems } from './today.pairs.ts';
import { listPeopleItems, type EnrolledPerson } from './today.people.ts';
import { listRoundItems } from './today.rounds.ts';

type ProgramColumn = Reply<typeof contract>['programs'][number];

/** Everything that waits for a coordinator in all her programs, and how their pairs are doing. */
export const showToday: UseCase<typeof contract> = async (deps, { asker }) => {
  const programs = await listProgramsByIds(deps.store, await listCoordinated(deps.store, asker.accountId));
  const shown = await Promise.all(programs.map((program) => showProgram(deps, program)));
  return {
    today: swedishDay(deps.now()),
    items: sortItems(shown.flatMap(({ waiting }) => waiting)),
    programs: shown.map(({ column }) => column),
  };
};

async function showProgram(
  deps: Deps,
  row: Program,
): Promise<{ readonly waiting: readonly Waiting[]; readonly column: ProgramColumn }> {
  const { store } = deps;
  const { name, tint, cadence, period } = row.definition;
  const enrolled = await loadEnrolled(deps, row.id);
  const about = {
    program: { programId: row.id, name, tint },
    now: deps.now(),
    paused: pausedAmong(enrolled),
  };
  const pairs = await loadDesk(deps, row);
  const waiting = await listEligible(store, row.id);
  const items = [
    ...listPairItems(pairs, about),
    ...listPeopleItems(enrolled, about),
    ...listRoundItems({
      program: about.program,
      rounds: await listRoundsOfProgram(store, row.id),
      waiting,
      readiness: await checkPool(deps, { program: row, waiting }),
    }),
  ];
  const newcomers = waiting.filter(({ enrollment }) => enrollment.side === 'newcomer').length;
  const column = {
    ...about.program,
    cadence,
    period,
    pace: countByPace(pairs.map(decidePace)),
    waiting: { newcomers, mentors: waiting.length - newcomers },
  };
  return { waiting: items, column };
}

function pausedAmong(enrolled: readonly EnrolledPerson[]): ReadonlySet<string> {
  return new Set(
    enrolled.filter(({ enrollment }) => enrollment.status === 'paused').map(({ person }) => person.id),
  );
}

async function loadEnrolled({ store }: Deps, programId: string): Promise<readonly EnrolledPerson[]> {
  const enrollments = await listEnrollments(store, programId);
  const persons = await listPersonsByIds(
    store,
    enrollments.map(({ personId }) => personId),
  );
  const byId = new Map(persons.map((person) => [person.id, person]));
  return enrollments.flatMap((enrollment) => {
    const person = byId.get(enrollment.personId);
    return person === undefined ? [] : [{ enrollment, person }];
  });
}
