import { Refused } from '@parvis/contracts';
import type { PinConflict, RoundInput, RoundResult } from '@parvis/matching';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import { compareResults } from './change.decisions.ts';
import { findRound, listSolvingRounds, updateRound, type RoundRow, type RoundUpdate } from './round.store.ts';
import { answerInTime } from './solver.ts';
import { SolverError } from './solver.lane.ts';

/** What a row takes from a solving. */
export function solved(result: RoundResult, before: RoundResult | null, at: string): RoundUpdate {
  return {
    status: 'draft',
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
  const action = update.status === 'failed' ? 'fail-round' : 'solve-round';
  await deps.store.writeTogether([updateRound(row, update), auditEntry(deps, { ...deed, action })]);
}

/** Null when the server is going down: the round stays as it is, and is solved after the next start. */
async function solveRow({ solver, log, now }: Deps, row: RoundRow): Promise<RoundUpdate | null> {
  try {
    return solved(await solver.matchRound(row.snapshot, 'in-background'), row.result, now());
  } catch (error) {
    if (error instanceof SolverError && error.reason === 'stopped') return null;
    log.error({ roundId: row.id, err: error }, 'a round could not be solved');
    return { status: 'failed', failure: error instanceof SolverError ? error.reason : 'input' };
  }
}
