import {
  changeStatus,
  endPair,
  programFromTemplate,
  showToday,
  TEMPLATES,
  type TodayItem,
} from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { insertRound } from '../matching/round.store.ts';
import { insertMeeting } from '../pairs/meeting.store.ts';
import { findEnrollment } from '../recruitment/enrollment.store.ts';
import {
  begun,
  plantPair,
  plantPerson,
  plantProgram,
  type PlantedPair,
  type TestProgram,
} from '../pairs/test-pair.ts';

const DAY = 86_400_000;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function itemsOf({ coordinator: as }: TestProgram): Promise<readonly TodayItem[]> {
  const { status, body } = await house.ask(showToday, { as });
  expect(status).toBe(200);
  return body.items;
}

async function meet(
  { pairId }: PlantedPair,
  date: string,
  status: 'held' | 'disputed' = 'held',
): Promise<void> {
  const at = house.deps.now();
  const made = { createdAt: at, updatedAt: at };
  await house.deps.store.writeTogether([
    insertMeeting({ id: randomUUID(), pairId, status, date, way: 'walk', topics: [], ...made }),
  ]);
}

const inHours = (hours: number) => new Date(Date.parse(house.deps.now()) + hours * 3_600_000).toISOString();

describe('today', () => {
  it('is empty in a program where nothing waits, and shows how it goes', async () => {
    const program = await plantProgram(house, 'nema-problema');
    const { body } = await house.ask(showToday, { as: program.coordinator });
    expect(body).toEqual({
      today: '2026-11-21',
      items: [],
      programs: [
        {
          programId: program.programId,
          name: 'Nema problema mentorskap',
          tint: 'sjo',
          cadence: { meetings: 8, each: 'month' },
          period: { length: 8, unit: 'month' },
          pace: { proposed: 0, 'on-pace': 0, behind: 0, silent: 0, finished: 0, ended: 0 },
          waiting: { newcomers: 0, mentors: 0 },
        },
      ],
    });
  });

  it('asks to ring those who have not answered, now when the time runs out within a day', async () => {
    const pair = await plantPair(house, { pair: { answerBy: inHours(20), mentorAnswer: 'yes' } });
    const [item] = await itemsOf(pair);
    expect(item).toMatchObject({
      kind: 'proposal-unanswered',
      urgency: 'now',
      pairId: pair.pairId,
      newcomer: 'Amina Farah',
      mentor: 'Lisbeth Sund',
      silent: [
        { personId: pair.newcomer.personId, name: 'Amina Farah', side: 'newcomer', phone: '+46701740601' },
      ],
    });
  });

  it('asks to tell one who has no address by hand, and does not also ask why she is silent', async () => {
    const pair = await plantPair(house, { details: { email: null }, pair: { mentorAnswer: 'yes' } });
    expect(await itemsOf(pair)).toEqual([
      expect.objectContaining({ kind: 'letter-by-hand', urgency: 'now', personId: pair.newcomer.personId }),
    ]);
  });

  it('leaves out a proposal that has run out', async () => {
    expect(await itemsOf(await plantPair(house, { pair: { answerBy: inHours(-1) } }))).toEqual([]);
  });

  it('shows the pairs that are silent, behind, in dispute and finished', async () => {
    const program = await plantProgram(house);
    const silent = await plantPair(house, { program, pair: begun('2026-08-01', '2027-02-01') });
    const behind = await plantPair(house, { program, pair: begun('2026-07-01', '2027-01-01') });
    await meet(behind, '2026-10-01');
    const onPace = await plantPair(house, { program, pair: begun('2026-10-01', '2027-04-01') });
    await meet(onPace, '2026-10-20', 'disputed');
    const finished = await plantPair(house, { program, pair: begun('2026-08-02', '2027-02-02') });
    for (const date of ['2026-08-10', '2026-09-10', '2026-10-10']) await meet(finished, date);

    const items = await itemsOf(program);
    expect(items).toEqual([
      expect.objectContaining({ kind: 'pair-silent', pairId: silent.pairId, days: 112, held: 0, of: 3 }),
      expect.objectContaining({
        kind: 'pair-behind',
        pairId: behind.pairId,
        held: 1,
        of: 3,
        endsOn: '2027-01-01',
      }),
      expect.objectContaining({ kind: 'meeting-disputed', pairId: onPace.pairId, on: '2026-10-20' }),
      expect.objectContaining({
        kind: 'pairs-finished',
        urgency: 'when-you-can',
        pairs: [{ pairId: finished.pairId, newcomer: 'Amina Farah', mentor: 'Lisbeth Sund' }],
      }),
    ]);
    const { body } = await house.ask(showToday, { as: program.coordinator });
    expect(body.programs[0]?.pace).toMatchObject({ silent: 1, behind: 1, 'on-pace': 1, finished: 1 });
  });

  it('shows the noes of the last week', async () => {
    const program = await plantProgram(house);
    const declined = (closedAt: string, closeReason: string) => ({
      status: 'declined' as const,
      closedAt,
      closeReason,
      closedBy: 'mentor' as const,
    });
    await plantPair(house, { program, pair: declined(inHours(-24), 'no-time') });
    await plantPair(house, { program, pair: declined(inHours(-24 * 8), 'no-time') });
    expect((await itemsOf(program)).map(({ kind, urgency }) => [kind, urgency])).toEqual([
      ['proposal-declined', 'when-you-can'],
    ]);
  });

  it('shows at once that someone did not feel safe, until staff have decided how the other goes on', async () => {
    const program = await plantProgram(house);
    const { programId, coordinator } = program;
    const pair = await plantPair(house, { program, pair: begun('2026-10-01', '2027-04-01') });
    const body = { reason: 'unsafe', note: null, again: true };
    await house.ask(endPair, { as: pair.newcomer.as, params: { pairId: pair.pairId }, body });
    const other = pair.mentor.personId;
    expect(await itemsOf(program)).toContainEqual(
      expect.objectContaining({ kind: 'said-unsafe', urgency: 'now', by: 'newcomer', personId: other }),
    );
    const enrollment = await findEnrollment(house.deps.store, { programId, personId: other });
    expect(enrollment?.status).toBe('paused');
    const back = { as: coordinator, params: { programId, personId: other }, body: { status: 'waiting' } };
    expect((await house.ask(changeStatus, back)).problem).toBe(null);
    expect((await itemsOf(program)).map(({ kind }) => kind)).not.toContain('said-unsafe');
  });

  it('shows who has applied, since when, and whose work nobody has placed', async () => {
    const program = await plantProgram(house);
    const { programId } = program;
    const occupations = [{ occupation: null, ssyk: null, years: 2, asWritten: 'fixare' }];
    const applied = await plantPerson(house, {
      programId,
      side: 'mentor',
      status: 'applied',
      details: { name: 'Marianne Sjögren', occupations },
    });
    expect(await itemsOf(program)).toEqual([
      expect.objectContaining({
        kind: 'applied',
        urgency: 'this-week',
        personId: applied.personId,
        side: 'mentor',
        days: 0,
      }),
      expect.objectContaining({
        kind: 'occupation-unplaced',
        people: [{ personId: applied.personId, name: 'Marianne Sjögren', asWritten: 'fixare' }],
      }),
    ]);
    house.moveClock(6 * DAY);
    expect((await itemsOf(program))[0]).toMatchObject({ kind: 'applied', urgency: 'now', days: 6 });
    house.moveClock(-6 * DAY);
  });

  it('shows a round that could be run, who could not be in it, and instead the draft once there is one', async () => {
    const program = await plantProgram(house);
    const { programId } = program;
    const waiting = { programId, status: 'waiting' } as const;
    await plantPerson(house, { ...waiting, side: 'newcomer' });
    await plantPerson(house, { ...waiting, side: 'mentor', details: { name: 'Lisbeth Sund' } });
    const stuck = await plantPerson(house, {
      ...waiting,
      side: 'newcomer',
      details: { name: 'Bo Man', gender: 'man' },
    });
    const cannot = { kind: 'can-match-nobody', people: [{ personId: stuck.personId, name: 'Bo Man' }] };
    expect(await itemsOf(program)).toEqual([
      expect.objectContaining({ kind: 'round-possible', newcomers: 2, mentors: 1, peoplePaired: 2 }),
      expect.objectContaining(cannot),
    ]);

    const roundId = randomUUID();
    const definition = programFromTemplate(TEMPLATES.kvinna, ['0162']);
    await house.deps.store.writeTogether([
      insertRound({
        id: roundId,
        programId,
        number: 4,
        status: 'draft',
        programVersion: 1,
        snapshot: { program: definition.rules, newcomers: [], mentors: [], now: '2026-11-21' },
        people: [],
        steps: [],
        createdAt: house.deps.now(),
      }),
    ]);
    expect(await itemsOf(program)).toEqual([
      expect.objectContaining({ kind: 'round-draft', roundId, number: 4, pairs: 0, leftOut: 0 }),
      expect.objectContaining(cannot),
    ]);
  });

  it('says nothing of who can match nobody where nobody waits on the other side', async () => {
    const program = await plantProgram(house);
    await plantPerson(house, { programId: program.programId, side: 'newcomer', status: 'waiting' });
    expect(await itemsOf(program)).toEqual([]);
  });

  it('holds the things of all programs that she coordinates and of no other', async () => {
    const first = await plantPair(house, {});
    const second = await plantPair(house, {});
    await plantPair(house, {});
    const as = await house.signInAs({ coordinates: [first.programId, second.programId] });
    const { body } = await house.ask(showToday, { as });
    expect(new Set(body.items.map(({ program }: TodayItem) => program.programId))).toEqual(
      new Set([first.programId, second.programId]),
    );
    expect(body.programs).toHaveLength(2);
  });

  it('is not there for one who coordinates nothing, and asks one who is signed out to sign in', async () => {
    const pair = await plantPair(house, {});
    expect((await house.ask(showToday)).status).toBe(401);
    expect((await house.ask(showToday, { as: pair.newcomer.as })).status).toBe(404);
    const operator = await house.signInAs({ operates: true });
    expect((await house.ask(showToday, { as: operator })).status).toBe(404);
  });
});
