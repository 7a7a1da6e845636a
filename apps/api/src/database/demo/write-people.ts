import type { Write } from '../store.ts';
import { insertAccount } from '../../modules/identity/account.store.ts';
import { insertEnrollment } from '../../modules/recruitment/enrollment.store.ts';
import { recordPerson } from '../../modules/recruitment/person.record.ts';
import { insertPerson } from '../../modules/recruitment/person.store.ts';
import { instantOn } from './days.ts';
import type { DemoPlan } from './draw.ts';
import { demoId } from './ids.ts';
import type { PlannedEnrollment, PlannedPerson } from './plan.ts';

/** Accounts for all who have an address, the people, and how each stands in her programs. */
export function writePeople({
  people,
  enrollments,
}: Pick<DemoPlan, 'people' | 'enrollments'>): readonly Write[] {
  const came = firstDays(enrollments);
  return [
    ...people.flatMap((person) => writePerson(person, came.get(person.key) ?? FIRST_DAY)),
    ...enrollments.map(writeEnrollment),
  ];
}

const FIRST_DAY = '2026-01-01';

export function accountIdOf(email: string): string {
  return demoId('account', email);
}

function firstDays(enrollments: readonly PlannedEnrollment[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { person, details } of enrollments) {
    const day = days.get(person) ?? details.waitingSince;
    days.set(person, day < details.waitingSince ? day : details.waitingSince);
  }
  return days;
}

/** Two who share an address share the account. */
function writePerson({ key, details }: PlannedPerson, came: string): readonly Write[] {
  const { email, interfaceLanguage } = details;
  const at = instantOn(came);
  const accountId = email === null ? null : accountIdOf(email);
  return [
    ...(email === null || accountId === null
      ? []
      : [insertAccount({ id: accountId, email, locale: interfaceLanguage, createdAt: at })]),
    insertPerson(recordPerson({ id: demoId(key), accountId, details, at })),
  ];
}

function writeEnrollment({ person, program, details, status }: PlannedEnrollment): Write {
  const at = instantOn(details.waitingSince);
  return insertEnrollment({
    ...details,
    id: demoId('enrollment', program, person),
    programId: demoId('program', program),
    personId: demoId(person),
    status,
    statusSince: at,
    createdAt: at,
    updatedAt: at,
  });
}
