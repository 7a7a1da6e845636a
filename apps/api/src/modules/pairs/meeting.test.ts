import {
  cancelMeeting,
  describeMeeting,
  disputeMeeting,
  logMeeting,
  planMeeting,
  settleDispute,
  showPair,
} from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { listMeetings } from './meeting.store.ts';
import { begun, plantPair, type PlantedPair, type TestPerson } from './test-pair.ts';

const TODAY = '2026-11-21';
const PLAN = { date: '2026-11-26', time: '18:00', way: 'in-person', where: 'Danderyds bibliotek' };
const REPORT = { date: TODAY, way: 'walk', minutes: 60, topics: ['leisure'], note: 'Runt sjön' };

let house: TestHouse;
let pair: PlantedPair;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function begin(): Promise<void> {
  pair = await plantPair(house, { pair: begun('2026-10-20', '2027-04-20') });
}
const plan = ({ as }: TestPerson, body: object = PLAN) =>
  house.ask(planMeeting, { as, params: { pairId: pair.pairId }, body });
const log = ({ as }: TestPerson, changed: object = {}) =>
  house.ask(logMeeting, { as, params: { pairId: pair.pairId }, body: { ...REPORT, ...changed } });
const onMeeting = (
  contract: typeof cancelMeeting | typeof disputeMeeting,
  { as }: TestPerson,
  meetingId: string,
) => house.ask(contract, { as, params: { pairId: pair.pairId, meetingId } });
const settle = (meetingId: string, held: boolean) =>
  house.ask(settleDispute, {
    as: pair.coordinator,
    params: { programId: pair.programId, pairId: pair.pairId, meetingId },
    body: { held },
  });

describe('the meetings of a pair', () => {
  it('are planned by either and logged by either: the plan of the day becomes the meeting', async () => {
    await begin();
    const planned = await plan(pair.newcomer, { ...PLAN, date: TODAY, time: '18:00' });
    expect(planned.status).toBe(201);
    expect(planned.body).toMatchObject({
      meetings: [{ status: 'planned', date: TODAY, time: '18:00', mine: true, reportedBy: 'Amina Farah' }],
      progress: { held: 0, stones: [{ state: 'next', date: TODAY }, {}, {}] },
    });
    const logged = await log(pair.mentor);
    expect(logged.status).toBe(201);
    expect(logged.body).toMatchObject({
      meetings: [
        {
          status: 'held',
          date: TODAY,
          time: '18:00',
          way: 'walk',
          where: 'Danderyds bibliotek',
          minutes: 60,
          topics: ['leisure'],
          note: 'Runt sjön',
          mine: true,
          reportedBy: 'Lisbeth Sund',
        },
      ],
      progress: { held: 1, of: 3, left: { length: 5, unit: 'month' } },
    });
  });

  it('are counted once however often they are logged, also by both at once', async () => {
    await begin();
    const logged = await Promise.all([log(pair.newcomer), log(pair.mentor), log(pair.mentor)]);
    expect(logged.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await log(pair.newcomer)).body).toMatchObject({ code: 'meeting-twice', facts: { date: TODAY } });
  });

  it('are logged within the period, in Swedish time', async () => {
    await begin();
    expect((await log(pair.newcomer, { date: '2026-10-19' })).body).toMatchObject({
      code: 'meeting-before-pair',
      facts: { date: '2026-10-20' },
      status: 422,
    });
    expect((await log(pair.newcomer, { date: '2026-11-22' })).body).toMatchObject({
      code: 'meeting-in-future',
      facts: { date: '2026-11-22' },
    });
    expect((await plan(pair.newcomer, { ...PLAN, date: TODAY, time: '09:59' })).body).toMatchObject({
      code: 'meeting-in-past',
    });
    expect((await plan(pair.newcomer, { ...PLAN, date: '2027-04-21' })).body).toMatchObject({
      code: 'meeting-after-end',
      facts: { date: '2027-04-20' },
    });
    expect((await plan(pair.newcomer)).status).toBe(201);
    expect((await plan(pair.mentor)).body).toMatchObject({ code: 'meeting-twice' });
  });

  it('are not logged with what cannot be', async () => {
    await begin();
    for (const changed of [
      { minutes: 0 },
      { way: 'boat' },
      { date: '2026-02-30' },
      { topics: ['gossip'] },
      { note: 'a\u0000' },
    ]) {
      expect(await log(pair.newcomer, changed)).toMatchObject({ status: 422, body: { kind: 'invalid' } });
    }
    expect(await plan(pair.newcomer, { ...PLAN, time: '24:00' })).toMatchObject({ status: 422 });
  });

  it('wait for both to have said yes, and stop with the pair', async () => {
    pair = await plantPair(house, {});
    expect((await plan(pair.newcomer)).body).toMatchObject({ code: 'pair-not-active' });
    expect((await log(pair.newcomer)).body).toMatchObject({ code: 'pair-not-active' });
    pair = await plantPair(house, { pair: { ...begun('2026-10-20', '2027-04-20'), status: 'ended' } });
    expect((await plan(pair.newcomer)).body).toMatchObject({ code: 'pair-ended' });
    expect((await log(pair.newcomer)).body).toMatchObject({ code: 'pair-ended' });
  });
});

describe('a report that is not right', () => {
  async function logged(): Promise<string> {
    await begin();
    await log(pair.mentor);
    const [meeting] = await listMeetings(house.deps.store, pair.pairId);
    return meeting?.id ?? '';
  }

  it('is told more of by her who made it, keeps its day and place, and by nobody else', async () => {
    await begin();
    await plan(pair.newcomer, { ...PLAN, date: TODAY });
    await log(pair.mentor, { minutes: null, topics: [], note: null });
    const [meeting] = await listMeetings(house.deps.store, pair.pairId);
    const describe = ({ as }: TestPerson) =>
      house.ask(describeMeeting, {
        as,
        params: { pairId: pair.pairId, meetingId: meeting?.id ?? '' },
        body: { way: 'video', minutes: 45, topics: ['family'], note: 'Om skolan' },
      });
    expect((await describe(pair.newcomer)).body).toMatchObject({ code: 'status-does-not-allow' });
    expect((await describe(pair.mentor)).body).toMatchObject({
      meetings: [
        {
          ...{ status: 'held', date: TODAY, time: '18:00', where: 'Danderyds bibliotek' },
          ...{ way: 'video', minutes: 45, topics: ['family'], note: 'Om skolan', mine: true },
        },
      ],
    });
    await onMeeting(disputeMeeting, pair.newcomer, meeting?.id ?? '');
    expect((await describe(pair.mentor)).status).toBe(409);
  });

  it('is taken away by her who made it, and the day is free again', async () => {
    const id = await logged();
    expect((await onMeeting(cancelMeeting, pair.newcomer, id)).body).toMatchObject({
      code: 'status-does-not-allow',
    });
    const away = await onMeeting(cancelMeeting, pair.mentor, id);
    expect(away.body).toMatchObject({ meetings: [], progress: { held: 0 } });
    expect((await onMeeting(cancelMeeting, pair.mentor, id)).status).toBe(409);
    expect((await log(pair.newcomer)).status).toBe(201);
  });

  it('is disputed by the other, and does not count until staff have settled it', async () => {
    const id = await logged();
    expect((await onMeeting(disputeMeeting, pair.mentor, id)).body).toMatchObject({
      code: 'meeting-own-report',
    });
    const disputed = await onMeeting(disputeMeeting, pair.newcomer, id);
    expect(disputed.body).toMatchObject({
      meetings: [{ status: 'disputed', mine: false }],
      progress: { held: 0 },
    });
    expect((await onMeeting(disputeMeeting, pair.newcomer, id)).body).toMatchObject({
      code: 'meeting-already-disputed',
    });
    expect((await onMeeting(cancelMeeting, pair.mentor, id)).status).toBe(409);
    expect((await settle(id, true)).status).toBe(200);
    expect((await settle(id, true)).body).toMatchObject({ code: 'status-does-not-allow' });
    const { body } = await house.ask(showPair, { as: pair.newcomer.as, params: { pairId: pair.pairId } });
    expect(body).toMatchObject({ meetings: [{ status: 'held' }], progress: { held: 1 } });
  });

  it('is gone when staff find that it was not held', async () => {
    const id = await logged();
    await onMeeting(disputeMeeting, pair.newcomer, id);
    await settle(id, false);
    const { body } = await house.ask(showPair, { as: pair.newcomer.as, params: { pairId: pair.pairId } });
    expect(body).toMatchObject({ meetings: [], progress: { held: 0 } });
  });

  it('a plan is taken away by either; a meeting of another pair is not there', async () => {
    const id = await logged();
    await plan(pair.newcomer);
    const planned = (await listMeetings(house.deps.store, pair.pairId)).find(
      ({ status }) => status === 'planned',
    );
    expect((await onMeeting(disputeMeeting, pair.mentor, planned?.id ?? '')).body).toMatchObject({
      code: 'status-does-not-allow',
    });
    expect((await onMeeting(cancelMeeting, pair.mentor, planned?.id ?? '')).status).toBe(200);
    await begin();
    for (const contract of [cancelMeeting, disputeMeeting]) {
      expect((await onMeeting(contract, pair.newcomer, id)).status).toBe(404);
      expect((await onMeeting(contract, pair.newcomer, randomUUID())).status).toBe(404);
    }
    expect((await settle(id, true)).status).toBe(404);
  });
});
