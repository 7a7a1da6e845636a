import {
  findMissing,
  helpLeftOut,
  publishRound,
  reportFairness,
  runRound,
  showRound,
} from '@parvis/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';

describe('what a round teaches about those it leaves out', () => {
  let house: TestHouse;
  let as: TestSession;
  let programId: string;
  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId] });
  });

  const run = async () => (await house.ask(runRound, { as, params: { programId } })).body.roundId;
  const evenings = [0, 1, 2, 3, 4].flatMap((day) => [35, 36, 37, 38, 39].map((at) => day * 48 + at));
  const mornings = [16, 17, 18, 19, 20];

  it('is the smallest change of her own answers, and whom she could meet then', async () => {
    const newcomer = await addWaiting(house, programId, { availability: mornings });
    const mentor = await addWaiting(house, programId, { side: 'mentor', availability: evenings });
    const roundId = await run();
    const { status, body } = await house.ask(helpLeftOut, { as, params: { roundId } });
    expect(status).toBe(200);
    const hers = body.help?.find(({ id }) => id === newcomer);
    expect(hers?.own.remedy).toMatchObject({ partners: [mentor], lost: [], people: { before: 0, after: 2 } });
    expect(hers?.own.remedy?.changes).toMatchObject([{ change: 'time', part: 'evening' }]);
    expect(body.people.map(({ id }) => id).sort()).toEqual([mentor, newcomer].sort());
  });

  it('is which mentors are missing, each with its gain', async () => {
    for (let n = 0; n < 3; n++) await addWaiting(house, programId, { availability: evenings });
    const { status, body } = await house.ask(findMissing, { as, params: { programId } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ newcomers: 3, leftOut: 3 });
    expect(body.missing?.[0]).toMatchObject({
      profile: { municipality: '0162' },
      gains: [{ newcomers: 1 }, { newcomers: 2 }, { newcomers: 3 }],
    });
    expect(body.labels['municipality:0162']).toBe('Danderyd');
    expect(body.missing?.[0]?.whom.toSorted()).toEqual(body.people.map(({ id }) => id).toSorted());
    expect(body.missing?.[0]?.texts.map(({ locale }) => locale)).toEqual(['sv', 'en', 'ar']);
    expect(body.missing?.[0]?.texts.every(({ text }) => text.includes('Danderyd'))).toBe(true);
  });

  it('is who was paired and who waits, small numbers hidden, and who has been passed over before', async () => {
    const left = await addWaiting(house, programId, { availability: mornings, waitingSince: '2026-01-05' });
    for (const side of ['newcomer', 'mentor'] as const) {
      await addWaiting(house, programId, { side, availability: evenings });
    }
    const first = await run();
    const { version } = (await house.ask(showRound, { as, params: { roundId: first } })).body;
    expect(
      (await house.ask(publishRound, { as, params: { roundId: first }, body: { version } })).status,
    ).toBe(200);
    await addWaiting(house, programId, { side: 'mentor', availability: evenings });
    const second = await run();

    const before = (await house.ask(reportFairness, { as, params: { roundId: first } })).body;
    expect(before.passedOver).toEqual([]);
    expect(before.tables.every(({ rows }) => rows.every(({ paired }) => paired === null))).toBe(true);
    const { body } = await house.ask(reportFairness, { as, params: { roundId: second } });
    expect(body.passedOver).toMatchObject([{ id: left, times: 2 }]);
  });
});
