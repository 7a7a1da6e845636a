import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import { insertAccount } from '../identity/account.store.ts';
import { insertEnrollments, updateEnrollment } from '../recruitment/enrollment.store.ts';
import { recordChanges, recordPerson } from '../recruitment/person.record.ts';
import { insertPersons, updatePerson } from '../recruitment/person.store.ts';
import type { Plan } from './import.decisions.ts';

type Given = Pick<Deps, 'newId' | 'now'>;
interface Writing {
  readonly programId: string;
  readonly plans: readonly Plan[];
  /** Of the one who imports. */
  readonly accountId: string;
}

/** Everything that the good rows come to. Who has changed since they were read undoes it all, with `import-outdated`. */
export function writePlans(deps: Given, { programId, plans, accountId }: Writing): readonly Write[] {
  const at = deps.now();
  const accounts = makeAccounts(deps, plans);
  const added = plans.filter(({ known }) => known === null);
  const changed = plans.filter(({ known, changes }) => known !== null && changes !== 'nothing');
  return [
    ...accounts.writes,
    ...insertPersons(
      added.map(({ personId, details }) =>
        recordPerson({ id: personId, accountId: accounts.idOf(details.email), details, at }),
      ),
    ),
    ...insertEnrollments(
      added.map(({ personId, enrollment }) => ({
        ...enrollment,
        ...{ id: deps.newId(), programId, personId, statusSince: at, createdAt: at, updatedAt: at },
      })),
      'import-outdated',
    ),
    ...changed.flatMap((plan) => changePlanned(plan, accounts.idOf(plan.details.email), at)),
    ...[...added, ...changed].map(({ personId, known }) => {
      const action = known === null ? 'import-person' : 'change-person-by-import';
      return auditEntry(deps, { by: accountId, action, noun: 'person', nounId: personId, programId });
    }),
  ];
}

/** An account for each address; where there is one already, that one is kept and given to the person. */
function makeAccounts({ newId, now }: Given, plans: readonly Plan[]) {
  const locales = new Map(
    plans.flatMap(({ details: { email, interfaceLanguage }, changes }) =>
      email === null || changes === 'nothing' || changes === 'enrollment'
        ? []
        : [[email, interfaceLanguage] as const],
    ),
  );
  const ids = new Map([...locales.keys()].map((email) => [email, newId()]));
  const writes = [...locales].map(([email, locale]) =>
    insertAccount({ id: ids.get(email) ?? newId(), email, locale, createdAt: now() }),
  );
  return { writes, idOf: (email: string | null) => (email === null ? null : (ids.get(email) ?? null)) };
}

function changePlanned(
  { personId, details, enrollment, known, changes }: Plan,
  accountId: string | null,
  at: string,
): readonly Write[] {
  if (known === null) return [];
  const person = updatePerson({
    personId,
    version: known.version,
    changes: recordChanges({ accountId, details, at }),
    otherwise: 'import-outdated',
  });
  const since = enrollment.status === known.enrollment.status ? known.enrollment.statusSince : at;
  const enrolled = updateEnrollment({
    enrollmentId: known.enrollment.id,
    version: known.enrollment.version,
    changes: { ...enrollment, statusSince: since, updatedAt: at },
    otherwise: 'import-outdated',
  });
  return [...(changes === 'enrollment' ? [] : [person]), ...(changes === 'details' ? [] : [enrolled])];
}
