import {
  Refused,
  type RoundProgress,
  type showProgress as progressContract,
  type stopRound as stopContract,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { decideStop } from './round.decisions.ts';
import { loadRound } from './round.snapshot.ts';
import { giveUp } from './round.solving.ts';
import { findStanding, updateRound, type RoundRow } from './round.store.ts';

/** In line, or about to be after a start of the server. */
const NOT_YET: RoundProgress = { stage: 'waiting', done: 0, of: 0 };

/** How far the solving of a round has come; null when it is not being solved. */
export function progressOf(
  { solver }: Deps,
  { id, status }: Pick<RoundRow, 'id' | 'status'>,
): RoundProgress | null {
  return status === 'solving' ? (solver.progressOf(id) ?? NOT_YET) : null;
}

export const showProgress: UseCase<typeof progressContract> = async (deps, { params }) => {
  const standing = await findStanding(deps.store, params.roundId);
  if (standing === null) throw new Refused('not-there');
  const { status, version, failure } = standing;
  return { status, version, failure, progress: progressOf(deps, standing) };
};

/** Ends a solving that takes too long for her: nothing else has changed. */
export const stopRound: UseCase<typeof stopContract> = async (deps, { params, body, asker }) => {
  const row = await loadRound(deps, params.roundId);
  decideStop(row, body.version);
  const update = giveUp(row, 'stopped');
  const deed = { by: asker.accountId, noun: 'round', nounId: row.id, programId: row.programId };
  const reply = { status: update.status ?? row.status };
  await deps.store.writeTogether([
    updateRound(row, update),
    auditEntry(deps, { ...deed, action: 'stop-round' }),
  ]);
  deps.solver.stop(row.id);
  return reply;
};
