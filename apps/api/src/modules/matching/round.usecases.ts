import type {
  discardRound as discardContract,
  listRounds as listContract,
  runRound as runContract,
  showRound as showContract,
  solveRound as solveContract,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { UseCase } from '../../http/route.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { byHandOf, decideByHand, keepKnown, listSteps, tidyByHand } from './pins.decisions.ts';
import { decideDiscard, decideOnDraft, decidePatience, decideRun } from './round.decisions.ts';
import { loadRound, takeSnapshot, type Snapshot } from './round.snapshot.ts';
import { findConflicts, solved, solveInBackground } from './round.solving.ts';
import {
  findStandOfRounds,
  insertRound,
  listRoundsOfProgram,
  updateRound,
  type RoundRow,
} from './round.store.ts';
import { nameStaff, viewRound } from './round.view.ts';
import { answerInTime } from './solver.ts';

const NOTHING_BY_HAND = { pins: [], bans: [] };

export const runRound: UseCase<typeof runContract> = async (deps, { params, asker }) => {
  const { programId } = params;
  const program = await loadProgram(deps, programId);
  const { openRound, newest } = await findStandOfRounds(deps.store, programId);
  const taken = await takeSnapshot(deps, program, NOTHING_BY_HAND);
  decideRun({ open: openRound, people: taken.people.length });

  const at = deps.now();
  const roundId = deps.newId();
  const by = asker.accountId;
  const row = {
    ...taken,
    id: roundId,
    programId,
    number: newest + 1,
    steps: listSteps({ before: NOTHING_BY_HAND, after: NOTHING_BY_HAND, by, at }),
    createdBy: by,
    createdAt: at,
  };
  const { newcomers, mentors } = taken.snapshot;
  const facts = { newcomers: newcomers.length, mentors: mentors.length };
  const deed = auditEntry(deps, {
    by,
    action: 'run-round',
    noun: 'round',
    nounId: roundId,
    programId,
    facts,
  });
  if (decidePatience(taken.snapshot) === 'in-background') {
    const reply = { roundId, status: 'solving' as const };
    await deps.store.writeTogether([insertRound({ ...row, status: 'solving' }), deed], reply);
    solveInBackground(deps, roundId);
    return reply;
  }
  const result = await answerInTime(() => deps.solver.matchRound(taken.snapshot, 'while-asked'));
  return deps.store.writeTogether(
    [insertRound({ ...row, ...solved(result, null, at), status: 'draft' }), deed],
    {
      roundId,
      status: 'draft' as const,
    },
  );
};

export const solveRound: UseCase<typeof solveContract> = async (deps, { params, body, asker, locale }) => {
  const row = await loadRound(deps, params.roundId);
  decideOnDraft(row, body.version);
  const before = byHandOf(row.snapshot);
  const given = tidyByHand(body);
  const taken = body.fresh
    ? await takeSnapshot(deps, await loadProgram(deps, row.programId), given)
    : { ...keptOf(row), snapshot: { ...row.snapshot, ...given } };
  const known = {
    newcomers: new Set(taken.snapshot.newcomers.map(({ id }) => id)),
    mentors: new Set(taken.snapshot.mentors.map(({ id }) => id)),
  };
  decideByHand({
    given,
    known,
    before: { ...before, conflicts: row.result?.conflicts ?? [] },
    conflicts: await findConflicts(deps, taken.snapshot),
    excused: body.fresh ? before.pins : [],
  });

  const at = deps.now();
  const by = asker.accountId;
  const after = keepKnown(given, known);
  const snapshot = { ...taken.snapshot, ...after };
  const steps = [...row.steps, ...listSteps({ before, after, by, at })].slice(-MOST_STEPS);
  const update = { ...taken, snapshot, steps };
  const facts = { pins: after.pins.length, bans: after.bans.length, fresh: body.fresh };
  const deed = { by, noun: 'round', nounId: row.id, programId: row.programId, action: 'solve-round', facts };
  if (decidePatience(snapshot) === 'in-background') {
    await deps.store.writeTogether([
      updateRound(row, { ...update, status: 'solving' }),
      auditEntry(deps, deed),
    ]);
    solveInBackground(deps, row.id);
  } else {
    const result = await answerInTime(() => deps.solver.matchRound(snapshot, 'while-asked'));
    await deps.store.writeTogether([
      updateRound(row, { ...update, ...solved(result, row.result, at) }),
      auditEntry(deps, deed),
    ]);
  }
  return viewRound(deps, await loadRound(deps, row.id), locale);
};

/** A draft that is worked on for a day has a few dozen. */
const MOST_STEPS = 2_000;

export const showRound: UseCase<typeof showContract> = async (deps, { params, locale }) =>
  viewRound(deps, await loadRound(deps, params.roundId), locale);

export const listRounds: UseCase<typeof listContract> = async (deps, { params }) => {
  const rows = await listRoundsOfProgram(deps.store, params.programId);
  const nameOf = await nameStaff(
    deps,
    rows.map(({ createdBy }) => createdBy),
  );
  return { rounds: rows.map(({ createdBy, ...round }) => ({ ...round, by: nameOf(createdBy) })) };
};

export const discardRound: UseCase<typeof discardContract> = async (deps, { params, body, asker }) => {
  const row = await loadRound(deps, params.roundId);
  decideDiscard(row, body.version);
  const deed = { by: asker.accountId, noun: 'round', nounId: row.id, programId: row.programId };
  return deps.store.writeTogether(
    [
      updateRound(row, { status: 'discarded', discardedAt: deps.now() }),
      auditEntry(deps, { ...deed, action: 'discard-round' }),
    ],
    {},
  );
};

function keptOf({ programVersion, snapshot, people }: RoundRow): Snapshot {
  return { programVersion, snapshot, people };
}
