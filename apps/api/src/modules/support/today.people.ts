import type { TodayItem } from '@parvis/contracts';
import { daysBetween, swedishDay } from '../pairs/period.decisions.ts';
import type { EnrollmentRow } from '../recruitment/enrollment.store.ts';
import type { PersonRow } from '../recruitment/person.store.ts';
import { urgencyOfApplied, type Waiting } from './today.decisions.ts';

type ProgramOf = TodayItem['program'];

export interface EnrolledPerson {
  readonly enrollment: EnrollmentRow;
  readonly person: PersonRow;
}

/** What a program's people ask of the coordinator: a first talk, and a word for their work that nobody has placed. */
export function listPeopleItems(
  people: readonly EnrolledPerson[],
  { program, now }: { readonly program: ProgramOf; readonly now: string },
): readonly Waiting[] {
  return [...listApplied(people, program, now), ...listUnplaced(people, program)];
}

function listApplied(people: readonly EnrolledPerson[], program: ProgramOf, now: string): readonly Waiting[] {
  return people
    .filter(({ enrollment }) => enrollment.status === 'applied')
    .map(({ enrollment: { side, statusSince }, person }) => {
      const days = Math.max(0, daysBetween(swedishDay(statusSince), swedishDay(now)));
      const base = { program, urgency: urgencyOfApplied(days) };
      return {
        since: statusSince,
        item: { kind: 'applied', ...base, personId: person.id, name: person.name, side, days },
      };
    });
}

/** One row for a program: whose occupation counts for nothing until someone has placed it. */
function listUnplaced(people: readonly EnrolledPerson[], program: ProgramOf): readonly Waiting[] {
  const unplaced = people
    .filter(({ enrollment }) => enrollment.status !== 'completed' && enrollment.status !== 'withdrawn')
    .flatMap(({ enrollment, person }) => {
      const asWritten = person.occupations.find(({ ssyk }) => ssyk === null)?.asWritten ?? null;
      return asWritten === null
        ? []
        : [{ since: enrollment.createdAt, personId: person.id, name: person.name, asWritten }];
    });
  const since = unplaced.map((one) => one.since).sort()[0];
  return since === undefined
    ? []
    : [
        {
          since,
          item: {
            kind: 'occupation-unplaced',
            program,
            urgency: 'when-you-can',
            people: unplaced.map(({ personId, name, asWritten }) => ({ personId, name, asWritten })),
          },
        },
      ];
}
