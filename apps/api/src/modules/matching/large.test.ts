import { discardRound, publishRound, runRound, showRound, solveRound } from '@parvis/contracts';
import type { RoundInput } from '@parvis/matching';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addManyWaiting, addTemplateProgram, addTown } from '../programs/test-people.ts';
import { resumeRounds } from './round.solving.ts';
import { findRound, insertRound } from './round.store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
});
afterAll(() => house.close());

const SIDE = 800;

describe(`a round of ${SIDE} newcomers and ${SIDE} mentors`, () => {
  it('is answered at once, solved while the server goes on answering, and published', async () => {
    const programId = await addTemplateProgram(house, 'kvinna');
    const as = await house.signInAs({ coordinates: [programId] });
    await addManyWaiting(
      house,
      programId,
      Array.from({ length: 2 * SIDE }, (_, at) => ({
        side: at % 2 === 0 ? ('newcomer' as const) : ('mentor' as const),
        birthYear: 1945 + ((at * 7) % 60),
        latitude: 59.38 + (at % 40) / 1000,
        availability: [34, 35, 36, 37].map((half) => half + 48 * (at % 7)),
        email: `p${at}@example.se`,
      })),
    );
    const ran = await house.ask(runRound, { as, params: { programId } });
    expect(ran).toMatchObject({ status: 201, body: { status: 'solving' } });
    const params = { roundId: ran.body.roundId };

    const asked = performance.now();
    const alive = await house.fastify.inject('/health/live');
    const took = performance.now() - asked;
    const { body: meanwhile } = await house.ask(showRound, { as, params });
    expect(alive.statusCode).toBe(200);
    expect(meanwhile).toMatchObject({ status: 'solving', pairs: [], certificate: null });
    expect(took).toBeLessThan(500);
    const early = { as, params, body: { version: 1 } };
    expect((await house.ask(publishRound, early)).problem?.code).toBe('round-still-solving');

    const round = await vi.waitFor(
      async () => {
        const { body } = await house.ask(showRound, { as, params });
        expect(body.status).toBe('draft');
        return body;
      },
      { timeout: 25_000, interval: 100 },
    );
    expect(round.certificate).toMatchObject({ optimal: true });
    expect(round.certificate?.matched ?? 0).toBeGreaterThan(SIDE / 2);
    const published = await house.ask(publishRound, { as, params, body: { version: round.version } });
    expect(published.body).toMatchObject({ letters: 2 * round.pairs.length, withoutAddress: [] });
  });
});

describe('a round that was being solved when the server stopped', () => {
  let programId: string;
  let as: TestSession;
  const empty: RoundInput = {
    program: { requirements: [], preferences: [] },
    newcomers: [],
    mentors: [],
    now: '2026-11-21',
  };
  const nobody: RoundInput['newcomers'][number] = {
    ...{ id: 'n1', gender: null, birthYear: null, municipality: '0162', place: null, languages: [] },
    ...{ educations: [], occupations: [], availability: [], ways: [], maxKilometres: null, interests: [] },
    ...{ capacity: 1, waitingSince: '2026-01-01', household: null, wishes: [], neverWith: [] },
  };

  async function leaveSolving(snapshot: RoundInput): Promise<string> {
    programId = await addTemplateProgram(house, 'sprakvan');
    as = await house.signInAs({ coordinates: [programId] });
    const id = randomUUID();
    await house.deps.store.writeTogether([
      insertRound({
        ...{ id, programId, number: 1, status: 'solving', programVersion: 1, snapshot },
        ...{ people: [], steps: [], createdAt: house.deps.now() },
      }),
    ]);
    return id;
  }

  it('is solved after the next start', async () => {
    const id = await leaveSolving(empty);
    await resumeRounds(house.deps);
    await vi.waitFor(async () =>
      expect(await findRound(house.deps.store, id)).toMatchObject({ status: 'draft', result: { pairs: [] } }),
    );
  });

  it('fails when it cannot be solved, and the next round can be run', async () => {
    const id = await leaveSolving({ ...empty, newcomers: [nobody, nobody] });
    expect((await house.ask(runRound, { as, params: { programId } })).problem?.code).toBe('round-open');
    await resumeRounds(house.deps);
    await vi.waitFor(async () =>
      expect(await findRound(house.deps.store, id)).toMatchObject({ status: 'failed', failure: 'input' }),
    );
    expect((await house.ask(runRound, { as, params: { programId } })).status).toBe(201);
    const body = { pins: [], bans: [], fresh: false, version: 2 };
    const solve = await house.ask(solveRound, { as, params: { roundId: id }, body });
    expect(solve.problem?.code).toBe('round-not-draft');
  });

  it('can be thrown away', async () => {
    const id = await leaveSolving(empty);
    const params = { roundId: id };
    const solve = { pins: [], bans: [], fresh: false, version: 1 };
    expect((await house.ask(solveRound, { as, params, body: solve })).problem?.code).toBe(
      'round-still-solving',
    );
    expect((await house.ask(discardRound, { as, params, body: { version: 1 } })).status).toBe(200);
    await resumeRounds(house.deps);
    expect((await findRound(house.deps.store, id))?.status).toBe('discarded');
  });
});
