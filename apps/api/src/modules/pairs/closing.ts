import type { Side } from '@parvis/matching';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import { countLivePairs, findEnrollment, updateEnrollment } from '../recruitment/enrollment.store.ts';
import { decideStatusAfterClosing, type Afterwards } from './ending.decisions.ts';
import type { PairContext } from './pair.context.ts';

/**
 * What becomes of the two enrollments when their pair closes. To be written in one list with the closing; each is guarded by
 * the version that was read, because it hangs on how many pairs the person has.
 */
export async function settleEnrollments(
  deps: Deps,
  { pair }: Pick<PairContext, 'pair'>,
  afterwards: Readonly<Record<Side, Afterwards>>,
): Promise<readonly Write[]> {
  const newcomer = await settleOne(deps, {
    programId: pair.programId,
    personId: pair.newcomerId,
    afterwards: afterwards.newcomer,
  });
  const mentor = await settleOne(deps, {
    programId: pair.programId,
    personId: pair.mentorId,
    afterwards: afterwards.mentor,
  });
  return [...newcomer, ...mentor];
}

interface Settling {
  readonly programId: string;
  readonly personId: string;
  readonly afterwards: Afterwards;
}

async function settleOne(
  { store, now }: Deps,
  { programId, personId, afterwards }: Settling,
): Promise<readonly Write[]> {
  const enrollment = await findEnrollment(store, { programId, personId });
  if (enrollment === null) return [];
  const { status: current, capacity, id, version } = enrollment;
  // The pair that closes is still among the live ones.
  const livePairs = (await countLivePairs(store, { programId, personId })) - 1;
  const status = decideStatusAfterClosing({ current, capacity, livePairs, afterwards });
  const at = now();
  const changed = status === current ? {} : { status, statusSince: at };
  return [updateEnrollment({ enrollmentId: id, version, changes: { ...changed, updatedAt: at } })];
}
