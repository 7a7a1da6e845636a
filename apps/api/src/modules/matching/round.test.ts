import {
  discardRound,
  listRounds,
  NYMF,
  programFromTemplate,
  publishRound,
  runRound,
  showRound,
  solveRound,
  TEMPLATES,
} from '@parvis/contracts';
import { matchRound } from '@parvis/matching';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addProgram, addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { findRound } from './round.store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
  await addTown(house, '2417', 'Norsjö');
});
afterAll(() => house.close());

const NOTHING = { pins: [], bans: [], fresh: false };

async function run(programId: string, as: TestSession) {
  const { status, body } = await house.ask(runRound, { as, params: { programId } });
  expect(status).toBe(201);
  const params = { roundId: body.roundId };
  return { params, round: (await house.ask(showRound, { as, params })).body };
}

describe('a match round', () => {
  let programId: string;
  let as: TestSession;
  beforeEach(async () => {
    programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId], name: 'Karin Holm' });
  });

  it('pairs those who wait, says why, and proves that nothing is better', async () => {
    const newcomer = await addWaiting(house, programId, { name: 'Amina' });
    const mentor = await addWaiting(house, programId, { side: 'mentor', name: 'Birgitta' });
    const late = await addWaiting(house, programId, { name: 'Selam', waitingSince: '2026-11-01' });
    const { round } = await run(programId, as);
    expect(round).toMatchObject({
      status: 'draft',
      number: 1,
      version: 1,
      outdated: false,
      engine: 'parvis-2',
    });
    expect(round.pairs).toMatchObject([{ newcomer, mentor, pinned: false, overrides: [] }]);
    expect(round.pairs[0]?.reasons.length).toBeGreaterThan(3);
    expect(round.leftOut).toMatchObject([
      { id: late, weeksWaiting: 2, reasons: [{ code: 'partners-better-used' }] },
    ]);
    expect(round.certificate).toMatchObject({ matched: 1, people: 2, optimal: true });
    expect(round.people.map(({ name }) => name).sort()).toEqual(['Amina', 'Birgitta', 'Selam']);
    expect(round.steps).toMatchObject([{ what: 'solved', by: 'Karin Holm' }]);
    expect(round.labels).toMatchObject({ 'municipality:0162': 'Danderyd', 'language:sv': 'svenska' });
  });

  it('with nobody in it is an answer, not an error', async () => {
    const { params, round } = await run(programId, as);
    expect(round).toMatchObject({
      status: 'draft',
      pairs: [],
      leftOut: [],
      certificate: { matched: 0, optimal: true },
    });
    const body = { version: round.version };
    expect((await house.ask(publishRound, { as, params, body })).problem?.code).toBe('round-empty');
  });

  it('is solved from a snapshot that gives the same result bit for bit', async () => {
    for (let n = 0; n < 12; n++) {
      await addWaiting(house, programId, { birthYear: 1960 + n });
      await addWaiting(house, programId, { side: 'mentor', birthYear: 1990 - n, capacity: 1 + (n % 2) });
    }
    const { params } = await run(programId, as);
    const row = await findRound(house.deps.store, params.roundId);
    if (row === null) throw new Error('the round is gone');
    expect(JSON.stringify(matchRound(row.snapshot))).toBe(JSON.stringify(row.result));
  });

  it('is refused while another is open, also when both are asked for at once', async () => {
    const ask = () => house.ask(runRound, { as, params: { programId } });
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.problem?.code).toBe('round-open');
    expect((await ask()).problem?.code).toBe('round-open');
  });

  it('can be thrown away, and the next has the next number', async () => {
    const { params } = await run(programId, as);
    const stale = await house.ask(discardRound, { as, params, body: { version: 7 } });
    expect(stale.problem?.code).toBe('changed-meanwhile');
    expect((await house.ask(discardRound, { as, params, body: { version: 1 } })).status).toBe(200);
    const again = await house.ask(discardRound, { as, params, body: { version: 2 } });
    expect(again.problem?.code).toBe('round-not-draft');
    const solve = await house.ask(solveRound, { as, params, body: { ...NOTHING, version: 2 } });
    expect(solve.problem?.code).toBe('round-not-draft');
    await run(programId, as);
    const { body } = await house.ask(listRounds, { as, params: { programId } });
    expect(body.rounds.map(({ number, status, by }) => [number, status, by])).toEqual([
      [2, 'draft', 'Karin Holm'],
      [1, 'discarded', 'Karin Holm'],
    ]);
  });

  it('is made once however often it is asked for under one key', async () => {
    const ask = { as, params: { programId }, headers: { 'idempotency-key': `one-round-${programId}` } };
    const first = await house.ask(runRound, ask);
    expect((await house.ask(runRound, ask)).body).toEqual(first.body);
  });

  it('is there for the coordinators of its program alone', async () => {
    const { params } = await run(programId, as);
    const other = await house.signInAs({ coordinates: [await addTemplateProgram(house, 'sprakvan')] });
    const asked = [
      [showRound, undefined],
      [solveRound, { ...NOTHING, version: 1 }],
      [publishRound, { version: 1 }],
      [discardRound, { version: 1 }],
    ] as const;
    for (const [contract, body] of asked) {
      const given = { params, ...(body === undefined ? {} : { body }) };
      expect((await house.ask(contract, given)).status).toBe(401);
      expect((await house.ask(contract, { ...given, as: other })).status).toBe(404);
      expect((await house.ask(contract, { ...given, as, params: {} })).status).toBe(404);
    }
    for (const contract of [runRound, listRounds]) {
      expect((await house.ask(contract, { params: { programId } })).status).toBe(401);
      expect((await house.ask(contract, { params: { programId }, as: other })).status).toBe(404);
    }
  });

  it('never pairs a man in Kv(in)na, however many wait', async () => {
    const man = await addWaiting(house, programId, { gender: 'man', waitingSince: '2020-01-01' });
    const unsaid = await addWaiting(house, programId, { gender: null, waitingSince: '2020-01-01' });
    await addWaiting(house, programId, { side: 'mentor' });
    await addWaiting(house, programId, { side: 'mentor', gender: 'man' });
    const woman = await addWaiting(house, programId);
    const { round } = await run(programId, as);
    expect(round.pairs.map(({ newcomer }) => newcomer)).toEqual([woman]);
    for (const id of [man, unsaid]) {
      expect(round.leftOut.find((left) => left.id === id)?.reasons[0]).toMatchObject({
        code: 'no-allowed-partner',
        blocked: [{ rule: 'gender' }],
      });
    }
  });
});

describe('a round of the joint program', () => {
  it('crosses municipalities only where both can meet at a distance', async () => {
    const municipalities = ['2417', '2418', '2505'];
    const programId = await addProgram(house, {
      definition: programFromTemplate(NYMF, municipalities),
      municipalities,
    });
    const as = await house.signInAs({ coordinates: [programId] });
    const norsjo = { municipality: '2417', latitude: 64.9, longitude: 19.5 };
    const mala = { municipality: '2418', latitude: 65.2, longitude: 18.7 };
    const remote = await addWaiting(house, programId, {
      ...norsjo,
      ways: ['video'],
      waitingSince: '2026-01-01',
    });
    const onFoot = await addWaiting(house, programId, {
      ...norsjo,
      ways: ['walk'],
      waitingSince: '2025-01-01',
    });
    const mentor = await addWaiting(house, programId, {
      ...mala,
      side: 'mentor',
      ways: ['video', 'walk'],
      capacity: 2,
    });
    const outside = await addWaiting(house, programId, {
      municipality: '0162',
      side: 'mentor',
      ways: ['video'],
    });
    const { round } = await run(programId, as);
    expect(round.pairs).toMatchObject([{ newcomer: remote, mentor }]);
    expect(round.leftOut.map(({ id }) => id).sort()).toEqual([onFoot, outside].sort());
  });
});

describe('a round of Nema problema', () => {
  it('pairs only where field of education or occupation is near', async () => {
    const programId = await addProgram(house, {
      definition: TEMPLATES['nema-problema'],
      municipalities: ['0162'],
    });
    const as = await house.signInAs({ coordinates: [programId] });
    const law = {
      educations: [{ level: 6, field: '380' }],
      languages: [{ language: 'sv', level: 'B2' }],
    } as const;
    const nursing = {
      educations: [{ level: 6, field: '723' }],
      languages: [{ language: 'sv', level: 'B2' }],
    } as const;
    const judge = await addWaiting(house, programId, { ...law, waitingSince: '2024-01-01' });
    const nurse = await addWaiting(house, programId, nursing);
    const mentor = await addWaiting(house, programId, { ...nursing, side: 'mentor', capacity: 2 });
    const { round } = await run(programId, as);
    expect(round.pairs).toMatchObject([{ newcomer: nurse, mentor }]);
    expect(round.leftOut).toMatchObject([{ id: judge, reasons: [{ alone: [{ rule: 'field' }] }] }]);
  });
});
