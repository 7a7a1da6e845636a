import { runRound, showProgress, showRound, solveRound, stopRound } from '@parvis/contracts';
import { matchRound, type RoundInput, type RoundResult } from '@parvis/matching';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deps } from '../../deps.ts';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { resumeRounds, solveInBackground } from './round.solving.ts';
import { findRound, updateRound } from './round.store.ts';
import { SolverError, type SolverFailure } from './solver.lane.ts';

/** A round under way, as a large one is; the solver is whatever the case needs. */

let house: TestHouse;
let as: TestSession;
let programId: string;
let params: { readonly roundId: string };
beforeAll(async () => {
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
});
afterAll(() => house.close());
beforeEach(async () => {
  programId = await addTemplateProgram(house, 'kvinna');
  as = await house.signInAs({ coordinates: [programId] });
  await addWaiting(house, programId);
  await addWaiting(house, programId, { side: 'mentor' });
  params = { roundId: (await house.ask(runRound, { as, params: { programId } })).body.roundId };
});

const show = async () => (await house.ask(showRound, { as, params })).body;
async function load() {
  const row = await findRound(house.deps.store, params.roundId);
  if (row === null) throw new Error('the round is gone');
  return row;
}

/** Leaves the draft as `solveRound` leaves a large one, with other pins than it had; or as one that was never solved. */
async function leaveSolving(from: 'a draft' | 'nothing'): Promise<void> {
  const row = await load();
  const { programVersion, snapshot, people, away, steps } = row;
  const former = from === 'a draft' ? { programVersion, snapshot, people, away, steps } : null;
  const [bans, failure] = [[{ newcomer: crypto.randomUUID(), mentor: crypto.randomUUID() }], null];
  await house.deps.store.writeTogether([
    updateRound(row, { status: 'solving', snapshot: { ...snapshot, bans }, steps: [], former, failure }),
  ]);
}

type Matching = (input: RoundInput) => Promise<RoundResult>;
function solveBy(...answers: readonly Matching[]): Deps {
  const left = [...answers];
  const next: Matching = (input) => (left.shift() ?? (async (given) => matchRound(given)))(input);
  return { ...house.deps, solver: { ...house.deps.solver, matchRound: next } };
}
const fail = (reason: SolverFailure) => () => Promise.reject(new SolverError(reason));

describe('stopping a solving', () => {
  const stop = (version: number) => house.ask(stopRound, { as, params, body: { version } });

  it('leaves a draft as it was before', async () => {
    const before = await load();
    await leaveSolving('a draft');
    expect((await show()).progress).toEqual({ stage: 'waiting', done: 0, of: 0 });
    const answer = await stop(2);
    expect(answer).toMatchObject({ status: 200, body: { status: 'draft' } });
    const { snapshot, steps, result, former } = await load();
    expect({ snapshot, steps, result, former }).toEqual({
      snapshot: before.snapshot,
      steps: before.steps,
      result: before.result,
      former: null,
    });
    expect(await show()).toMatchObject({ status: 'draft', failure: 'stopped', version: 3, progress: null });
    const body = { pins: [], bans: [], fresh: false, version: 3 };
    expect((await house.ask(solveRound, { as, params, body })).body).toMatchObject({ failure: null });
  });

  it('leaves a round that was never solved as failed, and the next can be run', async () => {
    await leaveSolving('nothing');
    expect((await stop(2)).body).toEqual({ status: 'failed' });
    expect((await house.ask(runRound, { as, params: { programId } })).status).toBe(201);
  });

  it('ends the work, whose answer nobody takes any more', async () => {
    await leaveSolving('a draft');
    const held = Promise.withResolvers<RoundResult>();
    const stopped = vi.fn(() => held.reject(new SolverError('stopped')));
    const { solver } = house.deps;
    const deps = solveBy(() => held.promise);
    solveInBackground(deps, params.roundId);
    vi.spyOn(solver, 'stop').mockImplementationOnce(stopped);
    expect((await stop(2)).status).toBe(200);
    expect(stopped).toHaveBeenCalledWith(params.roundId);
    await vi.waitFor(() => expect(held.promise).rejects.toMatchObject({ reason: 'stopped' }));
    expect(await show()).toMatchObject({ status: 'draft', version: 3 });
  });

  it('is refused when it is over, and when another has begun since', async () => {
    expect((await stop(1)).problem?.code).toBe('round-not-solving');
    await leaveSolving('a draft');
    expect((await stop(1)).problem?.code).toBe('changed-meanwhile');
  });

  it('holds over a start of the server', async () => {
    await leaveSolving('a draft');
    await stop(2);
    await resumeRounds(house.deps);
    expect(await show()).toMatchObject({ status: 'draft', version: 3 });
  });
});

describe('how far a solving has come', () => {
  it('is told without the round itself', async () => {
    await leaveSolving('a draft');
    const judging = { stage: 'judging', done: 64, of: 900 } as const;
    const spy = vi.spyOn(house.deps.solver, 'progressOf').mockReturnValue(judging);
    const { body } = await house.ask(showProgress, { as, params });
    expect(body).toEqual({ status: 'solving', version: 2, failure: null, progress: judging });
    spy.mockRestore();
    await house.ask(stopRound, { as, params, body: { version: 2 } });
    const after = await house.ask(showProgress, { as, params });
    expect(after.body).toEqual({ status: 'draft', version: 3, failure: 'stopped', progress: null });
  });
});

describe('a thread that dies in the middle of a round', () => {
  it('is tried once more', async () => {
    await leaveSolving('a draft');
    solveInBackground(solveBy(fail('crashed')), params.roundId);
    await vi.waitFor(async () => expect(await show()).toMatchObject({ status: 'draft', failure: null }));
  });

  const failures = ['crashed', 'too-long', 'too-many'] as const;
  for (const reason of failures) {
    it(`leaves the draft as it was when it comes to nothing: ${reason}`, async () => {
      const before = await load();
      await leaveSolving('a draft');
      solveInBackground(solveBy(fail(reason), fail(reason)), params.roundId);
      await vi.waitFor(async () => expect(await show()).toMatchObject({ status: 'draft', failure: reason }));
      expect((await load()).snapshot).toEqual(before.snapshot);
    });
  }

  it('leaves a round that was never solved as failed', async () => {
    await leaveSolving('nothing');
    solveInBackground(solveBy(fail('crashed'), fail('crashed')), params.roundId);
    await vi.waitFor(async () =>
      expect(await show()).toMatchObject({ status: 'failed', failure: 'crashed' }),
    );
  });

  it('says so when the engine can make nothing of the round', async () => {
    await leaveSolving('a draft');
    solveInBackground(
      solveBy(() => Promise.reject(new Error('bad-person'))),
      params.roundId,
    );
    await vi.waitFor(async () => expect(await show()).toMatchObject({ status: 'draft', failure: 'input' }));
  });
});
