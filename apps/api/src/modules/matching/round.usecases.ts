import type {
  discardRound as discardContract,
  listRounds as listContract,
  runRound as runContract,
  showRound as showContract,
  solveRound as solveContract,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { FormerDraft } from '../../database/tables.ts';
import type { UseCase } from '../../http/route.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { decideDiscard, decideOnDraft, decidePatience, decideRun } from './round.decisions.ts';
import { shapeSnapshot } from './round.shaping.ts';
import { loadRound, takeSnapshot, type Snapshot } from './round.snapshot.ts';
import { solved, solveInBackground } from './round.solving.ts';
import {
  findStandOfRounds,
  insertRound,
  listRoundsOfProgram,
  updateRound,
  type RoundRow,
} from './round.store.ts';
import { nameStaff, viewRound } from './round.view.ts';
import { hasOwnRules, listDeeds, shapeOf, solvedFrom } from './shape.decisions.ts';
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
  const asTaken = shapeOf({ snapshot: taken.snapshot, away: [] });
  const row = {
    ...taken,
    id: roundId,
    programId,
    number: newest + 1,
    steps: listDeeds({ before: asTaken, after: asTaken, by, at }),
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
  const before = shapeOf(row);
  const taken = body.fresh
    ? await takeSnapshot(deps, await loadProgram(deps, row.programId), body)
    : keptOf(row);
  // A fresh snapshot brings the program's rules along, unless the draft has rules of its own.
  const program = hasOwnRules(row.steps) ? before.rules : taken.snapshot.program;
  const shape = { ...body, rules: body.rules ?? program, away: body.away ?? row.away };
  const excused = body.fresh ? before.pins : [];
  const shaped = await shapeSnapshot(deps, { row, snapshot: taken.snapshot, shape, excused });

  const at = deps.now();
  const by = asker.accountId;
  const after = shapeOf(shaped);
  const deeds = listDeeds({
    before: body.rules === undefined ? { ...before, rules: program } : before,
    after,
    by,
    at,
  });
  const steps = [...row.steps, ...deeds].slice(-MOST_STEPS);
  const update = { ...taken, ...shaped, steps };
  const facts = { pins: after.pins.length, bans: after.bans.length, fresh: body.fresh };
  const deed = { by, noun: 'round', nounId: row.id, programId: row.programId, action: 'solve-round', facts };
  const input = solvedFrom(shaped);
  if (decidePatience(input) === 'in-background') {
    await deps.store.writeTogether([
      updateRound(row, { ...update, status: 'solving', former: formerOf(row), failure: null }),
      auditEntry(deps, deed),
    ]);
    solveInBackground(deps, row.id);
  } else {
    const result = await answerInTime(() => deps.solver.matchRound(input, 'while-asked'));
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
  await deps.store.writeTogether([
    updateRound(row, { status: 'discarded', discardedAt: deps.now(), former: null }),
    auditEntry(deps, { ...deed, action: 'discard-round' }),
  ]);
  deps.solver.stop(row.id);
  return {};
};

function keptOf({ programVersion, snapshot, people }: RoundRow): Snapshot {
  return { programVersion, snapshot, people };
}

function formerOf({ programVersion, snapshot, people, away, steps }: RoundRow): FormerDraft {
  return { programVersion, snapshot, people, away, steps };
}
