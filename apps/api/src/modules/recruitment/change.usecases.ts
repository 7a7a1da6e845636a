import {
  Refused,
  type addPerson as addContract,
  type changePerson as changeContract,
  type changeStatus as statusContract,
  type EnrollmentDetails,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import { Invalid } from '../../http/invalid.ts';
import type { UseCase } from '../../http/route.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import {
  countLivePairs,
  insertEnrollment,
  updateEnrollment,
  updateEnrollmentStatus,
} from './enrollment.store.ts';
import { listNamesInProgram } from './people.store.ts';
import { findOrMakeAccount } from './person.account.ts';
import { decideEnrollment, decideStatus, findStrangers } from './person.decisions.ts';
import { recordChanges, recordPerson } from './person.record.ts';
import { insertPerson, updatePerson } from './person.store.ts';
import { loadEnrolled, versionOf } from './person.usecases.ts';

/** By hand, a person comes straight into the queue: whoever adds her has talked with her. */
export const addPerson: UseCase<typeof addContract> = async (
  deps,
  { params: { programId }, body, asker },
) => {
  const { details, enrollment } = body;
  await checkNeverWith(deps, enrollment, { programId, self: null });
  const [personId, enrollmentId] = [deps.newId(), deps.newId()];
  const account = await findOrMakeAccount(deps, details);
  const at = deps.now();
  const row = {
    ...enrollment,
    id: enrollmentId,
    programId,
    personId,
    status: 'waiting' as const,
    statusSince: at,
    createdAt: at,
    updatedAt: at,
  };
  const deed = { by: asker.accountId, action: 'add-person', noun: 'person', nounId: personId, programId };
  return deps.store.writeTogether(
    [
      ...account.writes,
      insertPerson(recordPerson({ id: personId, accountId: account.accountId, details, at })),
      insertEnrollment(row),
      auditEntry(deps, { ...deed, facts: { side: enrollment.side } }),
    ],
    { personId, enrollmentId },
  );
};

export const changePerson: UseCase<typeof changeContract> = async (deps, { params, body, asker }) => {
  const { programId, personId } = params;
  const { person, enrollment } = await loadEnrolled(deps, params);
  if (body.version !== versionOf(person, enrollment)) throw new Refused('changed-meanwhile');
  const livePairs = await countLivePairs(deps.store, params);
  const enrolled = decideEnrollment({ current: enrollment, asked: body.enrollment, livePairs });
  await checkNeverWith(deps, body.enrollment, { programId, self: personId });
  const account = await findOrMakeAccount(deps, body.details);
  const at = deps.now();
  const since = enrolled.status === enrollment.status ? enrollment.statusSince : at;
  const changes = { ...enrolled, statusSince: since, updatedAt: at };
  const deed = { by: asker.accountId, action: 'change-person', noun: 'person', nounId: personId, programId };
  return deps.store.writeTogether(
    [
      ...account.writes,
      updatePerson({
        personId,
        version: person.version,
        changes: recordChanges({ accountId: account.accountId, details: body.details, at }),
      }),
      updateEnrollment({ enrollmentId: enrollment.id, version: enrollment.version, changes }),
      auditEntry(deps, deed),
    ],
    { version: body.version + 2 },
  );
};

export const changeStatus: UseCase<typeof statusContract> = async (deps, { params, body, asker }) => {
  const { enrollment } = await loadEnrolled(deps, params);
  const livePairs = await countLivePairs(deps.store, params);
  const { status: current, capacity } = enrollment;
  const today = swedishDay(deps.now());
  const decided = decideStatus({ current, asked: body.status, livePairs, capacity, today });
  if (decided === null) return { status: current };
  const { status, waitingSince } = decided;
  const deed = { by: asker.accountId, noun: 'person', nounId: params.personId, programId: params.programId };
  return deps.store.writeTogether(
    [
      updateEnrollmentStatus({
        ...params,
        status,
        at: deps.now(),
        expected: [current],
        withLivePairs: livePairs,
        ...(waitingSince === null ? {} : { waitingSince }),
      }),
      auditEntry(deps, { ...deed, action: 'change-status', facts: { from: current, to: status } }),
    ],
    { status },
  );
};

/** Whom she is never paired with are people of the program: no other's ids are hers to know. */
async function checkNeverWith(
  { store }: Pick<Deps, 'store'>,
  { neverWith }: EnrollmentDetails,
  { programId, self }: { readonly programId: string; readonly self: string | null },
): Promise<void> {
  const known = new Set(
    (await listNamesInProgram(store, { programId, personIds: neverWith })).map(({ personId }) => personId),
  );
  const strangers = findStrangers(neverWith, { known, self });
  if (strangers.length === 0) return;
  throw new Invalid(
    strangers.map((index) => ({ path: `enrollment.neverWith.${index}`, code: 'not-an-option', facts: {} })),
  );
}
