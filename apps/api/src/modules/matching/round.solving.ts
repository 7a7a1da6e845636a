import { Refused, type RoundFailure } from '@parvis/contracts';
import type { PinConflict, RoundInput, RoundResult } from '@parvis/matching';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import { compareResults } from './change.decisions.ts';
import { findRound, listSolvingRounds, updateRound, type RoundRow, type RoundUpdate } from './round.store.ts';
import { solvedFrom } from './shape.decisions.ts';
import { answerInTime } from './solver.ts';
import { SolverError } from './solver.lane.ts';

/** What a row takes from a solving. */
export function solved(result: RoundResult, before: RoundResult | null, at: string): RoundUpdate {
  return {
    status: 'draft',
    former: null,
    failure: null,
    result,
    engine: result.engine,
    solvedAt: at,
    change: before === null ? null : compareResults(before, result),
  };
}

/** Which pins cannot be kept, without solving the round: asked of the pinned people alone. */
export async function findConflicts({ solver }: Deps, input: RoundInput): Promise<readonly PinConflict[]> {
  const pins = input.pins ?? [];
  if (pins.length === 0) return [];
  const pinned = new Set(pins.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  const result = await answerInTime(() =>
    solver.matchRound(
      {
        ...input,
        newcomers: input.newcomers.filter(({ id }) => pinned.has(id)),
        mentors: input.mentors.filter(({ id }) => pinned.has(id)),
      },
      'while-asked',
    ),
  );
  return result.conflicts;
}

/** Goes on while nobody waits; what comes of it is in the round. */
export function solveInBackground(deps: Deps, roundId: string): void {
  solveStored(deps, roundId).catch((error: unknown) => {
    // Thrown away meanwhile: nobody wants the answer.
    if (error instanceof Refused && error.code === 'changed-meanwhile') return;
    deps.log.error({ roundId, err: error }, 'a round could not be solved');
  });
}

/** Rounds that were being solved when the server stopped, or died, are solved from their snapshots. */
export async function resumeRounds(deps: Deps): Promise<void> {
  for (const { id } of await listSolvingRounds(deps.store)) solveInBackground(deps, id);
}

async function solveStored(deps: Deps, roundId: string): Promise<void> {
  const row = await findRound(deps.store, roundId);
  if (row?.status !== 'solving') return;
  const update = await solveRow(deps, row);
  if (update === null) return;
  const deed = { by: null, noun: 'round', nounId: roundId, programId: row.programId };
  const action = update.failure === null ? 'solve-round' : 'fail-round';
  await deps.store.writeTogether([updateRound(row, update), auditEntry(deps, { ...deed, action })]);
}

/** Null when it was stopped, or the server is going down: the round stays as it is, and one that is still `solving` is solved after the next start. */
async function solveRow(deps: Deps, row: RoundRow): Promise<RoundUpdate | null> {
  try {
    return solved(await solveTwice(deps, row), row.result, deps.now());
  } catch (error) {
    if (error instanceof SolverError && error.reason === 'stopped') return null;
    deps.log.error({ roundId: row.id, err: error }, 'a round could not be solved');
    return giveUp(row, error instanceof SolverError ? error.reason : 'input');
  }
}

/** A thread that dies may have died of something else: it is tried once more. */
async function solveTwice({ solver, log }: Deps, row: RoundRow): Promise<RoundResult> {
  const solve = () => solver.matchRound(solvedFrom(row), 'in-background', row.id);
  try {
    return await solve();
  } catch (error) {
    if (!(error instanceof SolverError) || error.reason !== 'crashed') throw error;
    log.warn({ roundId: row.id }, 'the thread that solved a round died; once more');
    return solve();
  }
}

/** A draft is again what it was before; a round that has never been solved has failed. */
export function giveUp({ former }: Pick<RoundRow, 'former'>, failure: RoundFailure): RoundUpdate {
  return former === null
    ? { status: 'failed', failure }
    : { ...former, status: 'draft', former: null, failure };
}
