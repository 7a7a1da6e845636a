import { endPair, endPairByStaff, showDeskPair } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { findEnrollment } from '../recruitment/enrollment.store.ts';
import { completePairs } from './pair.jobs.ts';
import { findPair } from './pair.store.ts';
import {
  begun,
  lettersAbout,
  plantPair,
  plantPerson,
  plantProgram,
  statusesOf,
  type PlantedPair,
} from './test-pair.ts';

const ENDING = { reason: 'moved', note: 'Ska bo i Umeå', again: true };
const ACTIVE = begun('2026-06-01', '2026-12-01');

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

describe('a member ends the pair', () => {
  const end = ({ pairId, newcomer }: PlantedPair, changed: object = {}) =>
    house.ask(endPair, { as: newcomer.as, params: { pairId }, body: { ...ENDING, ...changed } });

  it('and both go back to the queue, since the day they came; the reason is for staff', async () => {
    const pair = await plantPair(house, { pair: ACTIVE });
    const ended = await end(pair);
    expect(ended.body).toMatchObject({ status: 'ended', other: { name: 'Lisbeth', contact: null } });
    expect(JSON.stringify(ended.body)).not.toMatch(/Umeå|moved/);
    expect(await statusesOf(house, pair)).toEqual(['waiting', 'waiting']);
    const enrollment = await findEnrollment(house.deps.store, {
      programId: pair.programId,
      personId: pair.newcomer.personId,
    });
    expect(enrollment?.waitingSince).toBe('2026-08-01');
    expect(await lettersAbout(house, pair)).toEqual(['pair-ended to lisbeth']);
    const { programId, pairId, coordinator: as } = pair;
    const desk = await house.ask(showDeskPair, { as, params: { programId, pairId } });
    expect(desk.body).toMatchObject({
      pace: 'ended',
      ending: { by: 'newcomer', reason: 'moved', note: 'Ska bo i Umeå', on: '2026-11-21' },
    });
  });

  it('and leaves when she wants no more', async () => {
    const pair = await plantPair(house, { pair: ACTIVE });
    await end(pair, { again: false });
    expect(await statusesOf(house, pair)).toEqual(['withdrawn', 'waiting']);
  });

  it('and is done when they reached what they wanted', async () => {
    const pair = await plantPair(house, { pair: ACTIVE });
    await end(pair, { again: false, reason: 'reached-goal' });
    expect(await statusesOf(house, pair)).toEqual(['completed', 'waiting']);
  });

  it('only once, and not before both have said yes', async () => {
    const pair = await plantPair(house, { pair: ACTIVE });
    const ends = await Promise.all([end(pair), end(pair)]);
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await end(pair)).body).toMatchObject({ code: 'pair-ended' });
    expect((await end(await plantPair(house, {}))).body).toMatchObject({ code: 'pair-not-active' });
  });
});

describe('the coordinator ends the pair', () => {
  const end = ({ programId, pairId, coordinator: as }: PlantedPair, changed: object = {}) =>
    house.ask(endPairByStaff, { as, params: { programId, pairId }, body: { ...ENDING, ...changed } });

  it('and chooses for both; both hear of it', async () => {
    const pair = await plantPair(house, { pair: ACTIVE });
    expect((await end(pair, { again: false })).status).toBe(200);
    expect(await statusesOf(house, pair)).toEqual(['withdrawn', 'withdrawn']);
    expect(await lettersAbout(house, pair)).toEqual(['pair-ended to amina', 'pair-ended to lisbeth']);
    expect((await end(pair)).body).toMatchObject({ code: 'pair-ended' });
  });

  it('and takes back a proposal without a letter that promises the queue to one who leaves it', async () => {
    const pair = await plantPair(house, {});
    await end(pair, { again: false });
    expect(await statusesOf(house, pair)).toEqual(['withdrawn', 'withdrawn']);
    expect(await lettersAbout(house, pair)).toEqual([]);
  });
});

describe('the period of a pair', () => {
  it('lasts through its last day; then the pair is completed, with thanks to both', async () => {
    const last = await plantPair(house, { pair: begun('2026-05-21', '2026-11-21') });
    const over = await plantPair(house, { pair: begun('2026-05-20', '2026-11-20') });
    await completePairs(house.deps);
    await completePairs(house.deps);
    expect(await findPair(house.deps.store, last.pairId)).toMatchObject({ status: 'active' });
    expect(await findPair(house.deps.store, over.pairId)).toMatchObject({
      status: 'completed',
      closedBy: 'time',
    });
    expect(await statusesOf(house, over)).toEqual(['completed', 'completed']);
    expect(await lettersAbout(house, over)).toEqual(['pair-ended to amina', 'pair-ended to lisbeth']);
  });

  it('frees the place of one who has another pair', async () => {
    const program = await plantProgram(house);
    const { programId } = program;
    const mentor = await plantPerson(house, { programId, side: 'mentor', capacity: 2 });
    await plantPair(house, { program, mentor, pair: begun('2026-10-01', '2027-04-01') });
    const over = await plantPair(house, { program, mentor, pair: begun('2026-05-20', '2026-11-20') });
    await completePairs(house.deps);
    expect(await statusesOf(house, over)).toEqual(['completed', 'waiting']);
  });
});
