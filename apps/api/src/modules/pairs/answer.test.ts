import { answerForPerson, answerProposal, endPairByStaff, showPair } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { expireProposals } from './pair.jobs.ts';
import { findPair } from './pair.store.ts';
import {
  lettersAbout,
  plantPair,
  plantPerson,
  plantProgram,
  statusesOf,
  type PlantedPair,
  type TestPerson,
} from './test-pair.ts';

const DAY = 86_400_000;
const YES = { answer: 'yes' };
const NO = { answer: 'no', reason: 'no-time', note: 'Jag har flyttat ihop med någon' };

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

function answer({ pairId }: PlantedPair, { as }: TestPerson, body: object) {
  return house.ask(answerProposal, { as, params: { pairId }, body });
}

describe('a proposal', () => {
  it('shows the other by first name, with nothing that says who or where she is', async () => {
    const pair = await plantPair(house, {});
    const { body } = await house.ask(showPair, { as: pair.mentor.as, params: { pairId: pair.pairId } });
    expect(body.other).toMatchObject({ name: 'Amina', contact: null, answered: null });
    expect(body).toMatchObject({ commonTime: [], progress: null, meetings: [] });
    expect(body.other.occupations).toEqual(['ssyk:2221']);
    const said = JSON.stringify(body);
    for (const secret of [
      'Farah',
      'amina.',
      '+4670',
      '1987',
      '18261',
      'Djursholm',
      'Hemlighetens',
      'household',
    ]) {
      expect(said).not.toContain(secret);
    }
  });

  it('tells only reasons that can be said, without years and kilometres to count by', async () => {
    const pair = await plantPair(house, {});
    const { body } = await house.ask(showPair, { as: pair.mentor.as, params: { pairId: pair.pairId } });
    expect(body.reasons).toEqual([
      { criterion: 'age', value: 1, points: 100, of: 100, facts: { criterion: 'age', years: 5 } },
      {
        criterion: 'nearness',
        value: 1,
        points: 100,
        of: 100,
        facts: { criterion: 'nearness', kilometres: 5 },
      },
      expect.objectContaining({ criterion: 'common-time' }),
    ]);
  });

  it('calls her what she wants to be called', async () => {
    const pair = await plantPair(house, { details: { addressedAs: 'Mina' } });
    const { body } = await house.ask(showPair, { as: pair.mentor.as, params: { pairId: pair.pairId } });
    expect(body.other.name).toBe('Mina');
  });
});

describe('two yeses', () => {
  it('make a pair from today: contact details, common time, progress, and a letter to both', async () => {
    const pair = await plantPair(house, {});
    const first = await answer(pair, pair.newcomer, YES);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      status: 'proposed',
      me: { answered: 'yes' },
      other: { contact: null, name: 'Lisbeth' },
      commonTime: [],
    });
    expect(await lettersAbout(house, pair)).toEqual([]);

    const second = await answer(pair, pair.mentor, YES);
    expect(second.body).toMatchObject({
      status: 'active',
      other: { name: 'Amina Farah', contact: { phone: '+46701740601' }, answered: 'yes' },
      commonTime: [38, 39],
      progress: {
        held: 0,
        of: 3,
        startsOn: '2026-11-21',
        endsOn: '2027-05-21',
        left: { length: 6, unit: 'month' },
      },
    });
    expect(await lettersAbout(house, pair)).toEqual(['pair-accepted to amina', 'pair-accepted to lisbeth']);
    expect(await statusesOf(house, pair)).toEqual(['matched', 'matched']);
  });

  it('of one second both stand', async () => {
    const pair = await plantPair(house, {});
    const answers = await Promise.all([answer(pair, pair.newcomer, YES), answer(pair, pair.mentor, YES)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await findPair(house.deps.store, pair.pairId)).toMatchObject({
      status: 'active',
      newcomerAnswer: 'yes',
      mentorAnswer: 'yes',
    });
    expect(await lettersAbout(house, pair)).toHaveLength(2);
  });

  it('of one person in one second are one', async () => {
    const pair = await plantPair(house, {});
    const answers = await Promise.all([1, 2, 3].map(() => answer(pair, pair.newcomer, YES)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await findPair(house.deps.store, pair.pairId)).toMatchObject({
      status: 'proposed',
      mentorAnswer: null,
    });
  });

  it('under one idempotency key get the same answer twice', async () => {
    const pair = await plantPair(house, {});
    const asking = {
      as: pair.newcomer.as,
      params: { pairId: pair.pairId },
      body: YES,
      headers: { 'idempotency-key': 'answer-once-1' },
    };
    const first = await house.ask(answerProposal, asking);
    const again = await house.ask(answerProposal, asking);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
  });
});

describe('a no', () => {
  it('sends both back to the queue; the other hears of it without the reason', async () => {
    const pair = await plantPair(house, {});
    await answer(pair, pair.newcomer, YES);
    const no = await answer(pair, pair.mentor, NO);
    expect(no.body).toMatchObject({ status: 'declined', other: { contact: null, name: 'Amina' } });
    expect(await statusesOf(house, pair)).toEqual(['waiting', 'waiting']);
    expect(await lettersAbout(house, pair)).toEqual(['proposal-declined to amina']);
    const { body } = await house.ask(showPair, { as: pair.newcomer.as, params: { pairId: pair.pairId } });
    expect(JSON.stringify(body)).not.toMatch(/no-time|flyttat/);
    expect(await findPair(house.deps.store, pair.pairId)).toMatchObject({
      closedBy: 'mentor',
      closeReason: 'no-time',
    });
  });

  it('cannot be answered by the other any more', async () => {
    const pair = await plantPair(house, {});
    await answer(pair, pair.mentor, NO);
    for (const body of [YES, NO]) {
      expect((await answer(pair, pair.newcomer, body)).body).toMatchObject({
        code: 'pair-other-declined',
        status: 409,
      });
    }
    expect((await answer(pair, pair.mentor, YES)).body).toMatchObject({ code: 'pair-already-answered' });
  });

  it('and a yes in the same second leave a declined proposal', async () => {
    const pair = await plantPair(house, {});
    const answers = await Promise.all([answer(pair, pair.newcomer, YES), answer(pair, pair.mentor, NO)]);
    expect(answers[1]?.status).toBe(200);
    expect(await findPair(house.deps.store, pair.pairId)).toMatchObject({
      status: 'declined',
      startsOn: null,
    });
    expect(await statusesOf(house, pair)).toEqual(['waiting', 'waiting']);
  });

  it('needs a reason from the list', async () => {
    const pair = await plantPair(house, {});
    const answered = await answer(pair, pair.mentor, { answer: 'no', reason: 'ugly', note: null });
    expect(answered).toMatchObject({ status: 422, body: { kind: 'invalid' } });
  });

  it('lets one who still has another pair wait for a second', async () => {
    const program = await plantProgram(house);
    const { programId } = program;
    const mentor = await plantPerson(house, { programId, side: 'mentor', capacity: 2 });
    await plantPair(house, { program, mentor });
    const second = await plantPair(house, { program, mentor });
    await answer(second, second.newcomer, NO);
    expect(await statusesOf(house, second)).toEqual(['waiting', 'waiting']);
  });
});

describe('a proposal that nobody answers', () => {
  it('expires: both wait again and hear that it came to nothing, and it can no longer be answered', async () => {
    const pair = await plantPair(house, {});
    await answer(pair, pair.newcomer, YES);
    house.moveClock(7 * DAY + 1);
    expect((await answer(pair, pair.mentor, YES)).body).toMatchObject({ code: 'pair-expired' });
    await expireProposals(house.deps);
    await expireProposals(house.deps);
    expect(await findPair(house.deps.store, pair.pairId)).toMatchObject({
      status: 'expired',
      closedBy: 'time',
    });
    expect(await statusesOf(house, pair)).toEqual(['waiting', 'waiting']);
    expect(await lettersAbout(house, pair)).toEqual([
      'proposal-declined to amina',
      'proposal-declined to lisbeth',
    ]);
    expect((await answer(pair, pair.mentor, YES)).body).toMatchObject({ code: 'pair-expired' });
  });

  it('is left alone before its time', async () => {
    const pair = await plantPair(house, {});
    house.moveClock(7 * DAY);
    await expireProposals(house.deps);
    expect(await findPair(house.deps.store, pair.pairId)).toMatchObject({ status: 'proposed' });
  });
});

describe('an answer given by telephone', () => {
  it('is noted by the coordinator, and begins the pair like any other', async () => {
    const pair = await plantPair(house, { details: { email: null } });
    const { coordinator: as, programId, pairId } = pair;
    await answer(pair, pair.mentor, YES);
    const noted = await house.ask(answerForPerson, {
      as,
      params: { programId, pairId },
      body: { personId: pair.newcomer.personId, answer: 'yes', reason: null },
    });
    expect(noted.status).toBe(200);
    expect(await findPair(house.deps.store, pairId)).toMatchObject({ status: 'active' });
    expect(await lettersAbout(house, pair)).toEqual(['pair-accepted to lisbeth']);
  });

  it('is refused as her own would be, and for one who is not of the pair', async () => {
    const pair = await plantPair(house, {});
    const { coordinator: as, programId, pairId } = pair;
    await answer(pair, pair.newcomer, NO);
    const note = (personId: string) =>
      house.ask(answerForPerson, {
        as,
        params: { programId, pairId },
        body: { personId, answer: 'yes', reason: null },
      });
    expect((await note(pair.newcomer.personId)).body.code).toBe('pair-already-answered');
    expect((await note(pair.mentor.personId)).body.code).toBe('pair-other-declined');
    expect((await note(crypto.randomUUID())).status).toBe(404);
  });
});

it('a proposal that staff took back cannot be answered', async () => {
  const pair = await plantPair(house, {});
  const { coordinator: as, programId, pairId } = pair;
  const body = { reason: 'other', note: null, again: true };
  expect((await house.ask(endPairByStaff, { as, params: { programId, pairId }, body })).status).toBe(200);
  expect(await statusesOf(house, pair)).toEqual(['waiting', 'waiting']);
  expect(await lettersAbout(house, pair)).toEqual([
    'proposal-declined to amina',
    'proposal-declined to lisbeth',
  ]);
  expect((await answer(pair, pair.newcomer, YES)).body).toMatchObject({ code: 'pair-not-proposed' });
});

it('one address that both persons share answers for the newcomer alone', async () => {
  const program = await plantProgram(house);
  const { programId } = program;
  const newcomer = await plantPerson(house, { programId, side: 'newcomer' });
  const mentor = await plantPerson(house, { programId, side: 'mentor', as: newcomer.as });
  const pair = await plantPair(house, { program, newcomer, mentor });
  expect((await answer(pair, newcomer, YES)).body).toMatchObject({
    status: 'proposed',
    me: { side: 'newcomer' },
  });
  expect((await answer(pair, mentor, YES)).body).toMatchObject({ code: 'pair-already-answered' });
});
