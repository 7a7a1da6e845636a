import {
  changeRules,
  compareAims,
  programFromTemplate,
  runRound,
  showRound,
  TEMPLATES,
} from '@parvis/contracts';
import { certify } from '@parvis/matching';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { findRound } from './round.store.ts';

describe('the aims of a round', () => {
  let house: TestHouse;
  let as: TestSession;
  let programId: string;
  const { rules } = programFromTemplate(TEMPLATES.kvinna, ['0162']);
  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId] });
  });

  const change = (more: object) =>
    house.ask(changeRules, {
      as,
      params: { programId },
      body: { rules: { ...rules, ...more }, version: 1 },
    });
  const run = async () => (await house.ask(runRound, { as, params: { programId } })).body.roundId;

  it('are told side by side, with names for everyone who stands behind a figure', async () => {
    for (let n = 0; n < 4; n++) {
      await addWaiting(house, programId, { name: `New${String(n)}`, birthYear: 1960 + 9 * n });
      if (n < 3) await addWaiting(house, programId, { side: 'mentor', birthYear: 1985 - 7 * n });
    }
    const roundId = await run();
    const { status, body } = await house.ask(compareAims, { as, params: { roundId } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ aim: 'most-people', number: 1, keepScarce: false, expected: 4 });
    expect(body.aims?.map(({ aim, people }) => [aim, people])).toEqual([
      ['most-people', 6],
      ['best-pairs', 6],
      ['no-weak-pair', 6],
      ['stable', 6],
    ]);
    const round = (await house.ask(showRound, { as, params: { roundId } })).body;
    expect(body.aims?.[0]).toMatchObject({ total: round.certificate?.total, gained: [], lost: [] });
    const named = new Set(body.people.map(({ id }) => id));
    for (const { weakestPair, longestWaiting } of body.aims ?? []) {
      expect(named.has(weakestPair?.newcomer ?? '')).toBe(true);
      expect(named.has(longestWaiting ?? '')).toBe(true);
    }
  });

  it('that the program has chosen is the one its rounds are solved and proved by', async () => {
    expect((await change({ aim: 'stable' })).status).toBe(200);
    await addWaiting(house, programId);
    await addWaiting(house, programId, { side: 'mentor' });
    const row = await findRound(house.deps.store, await run());
    if (row?.result === undefined || row.result === null) throw new Error('not solved');
    expect(row.snapshot.program.aim).toBe('stable');
    expect(row.result.certificate.prices.newcomers).toEqual([]);
    expect(certify(row.snapshot, row.result)).toMatchObject({ optimal: true });
  });

  it('that nobody knows is refused at its field', async () => {
    const { status, problem } = await change({ aim: 'fewest-people' });
    expect([status, problem?.kind]).toEqual([422, 'invalid']);
  });

  it('keep the mentor whom someone like those who came could alone have had', async () => {
    await change({ keepScarce: true });
    const tigrinya = { languages: [{ language: 'ti', level: 'B1' as const }] };
    await addWaiting(house, programId, { ...tigrinya, status: 'matched', waitingSince: '2026-10-01' });
    await addWaiting(house, programId, { ...tigrinya, status: 'matched', waitingSince: '2025-01-01' });
    await addWaiting(house, programId, { ...tigrinya, status: 'withdrawn', waitingSince: '2026-10-01' });
    const amina = await addWaiting(house, programId, { name: 'Amina Ali', household: 'Ali' });
    const both = { side: 'mentor' as const, waitingSince: '2026-01-05' };
    const scarce = await addWaiting(house, programId, {
      ...both,
      languages: [{ language: 'sv', level: 'C2' }, ...tigrinya.languages],
    });
    const other = await addWaiting(house, programId, { side: 'mentor' });

    const roundId = await run();
    const round = (await house.ask(showRound, { as, params: { roundId } })).body;
    expect(round.pairs).toMatchObject([{ newcomer: amina, mentor: other }]);
    const { body } = await house.ask(compareAims, { as, params: { roundId } });
    expect(body.kept).toMatchObject([{ mentor: scarce, only: 1, of: 2, languages: ['ti'] }]);
    expect(body.labels['language:ti']).toBe('tigrinska');

    const snapshot = (await findRound(house.deps.store, roundId))?.snapshot;
    expect(snapshot?.expected).toHaveLength(2);
    expect(JSON.stringify(snapshot?.expected)).not.toMatch(/Amina|Ali/);
    expect(snapshot?.expected?.every(({ id }) => id.startsWith('expected-'))).toBe(true);
  });
});
