import * as contracts from '@parvis/contracts';
import { exportPairs, listPairs, showDeskPair, showHome, type Endpoint } from '@parvis/contracts';
import * as xlsx from '@e965/xlsx';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { insertMeeting } from './meeting.store.ts';
import { countPaces } from './pace.usecases.ts';
import {
  begun,
  plantPair,
  plantPerson,
  plantProgram,
  type PlantedPair,
  type TestProgram,
} from './test-pair.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function hold(pairId: string, ...dates: readonly string[]): Promise<void> {
  const at = house.deps.now();
  await house.deps.store.writeTogether(
    dates.map((date) =>
      insertMeeting({
        id: randomUUID(),
        pairId,
        status: 'held',
        date,
        way: 'walk',
        minutes: 45,
        topics: ['leisure', 'family'],
        createdAt: at,
        updatedAt: at,
      }),
    ),
  );
}

/** A program with a pair of each pace. */
async function plantAll(): Promise<TestProgram & { readonly onPace: PlantedPair }> {
  const program = await plantProgram(house);
  await plantPair(house, { program });
  const onPace = await plantPair(house, { program, pair: begun('2026-10-01', '2027-04-01') });
  await hold(onPace.pairId, '2026-10-20');
  const behind = await plantPair(house, { program, pair: begun('2026-07-01', '2027-01-01') });
  await hold(behind.pairId, '2026-10-01');
  await plantPair(house, { program, pair: begun('2026-08-01', '2027-02-01') });
  const finished = await plantPair(house, { program, pair: begun('2026-08-01', '2027-02-01') });
  await hold(finished.pairId, '2026-08-10', '2026-09-10', '2026-10-10');
  await plantPair(house, {
    program,
    pair: {
      status: 'declined',
      mentorAnswer: 'no',
      closedAt: house.deps.now(),
      closedBy: 'mentor',
      closeReason: 'too-far',
      closeNote: 'Jag åker buss',
    },
  });
  return { ...program, onPace };
}

describe('the pairs of a program', () => {
  it('are listed with their pace, searched and filtered', async () => {
    const { programId, coordinator: as } = await plantAll();
    const ask = (query = {}) => house.ask(listPairs, { as, params: { programId }, query });
    const { body } = await ask();
    expect(body.pairs.map(({ pace }: { pace: string }) => pace).sort()).toEqual([
      'behind',
      'ended',
      'finished',
      'on-pace',
      'proposed',
      'silent',
    ]);
    expect(body.labels).toEqual({ 'municipality:0162': 'Danderyd' });
    const silent = await ask({ pace: 'silent' });
    expect(silent.body.pairs).toEqual([
      expect.objectContaining({ held: 0, of: 3, daysSilent: 112, lastMeeting: null, status: 'active' }),
    ]);
    expect((await ask({ search: 'lisbéth' })).body.pairs).toHaveLength(6);
    expect((await ask({ search: 'nobody' })).body.pairs).toHaveLength(0);
    expect(await countPaces(house.deps, programId)).toEqual({
      proposed: 1,
      'on-pace': 1,
      behind: 1,
      silent: 1,
      finished: 1,
      ended: 1,
    });
  });

  it('are each shown with reasons, meetings and what was said at a no', async () => {
    const { programId, coordinator: as, onPace } = await plantAll();
    const shown = await house.ask(showDeskPair, { as, params: { programId, pairId: onPace.pairId } });
    expect(shown.body).toMatchObject({
      pace: 'on-pace',
      programName: 'Kv(in)na',
      score: 812,
      newcomer: { name: 'Amina Farah', phone: '+46701740601', answered: 'yes' },
      progress: { held: 1, of: 3 },
      meetings: [{ date: '2026-10-20', status: 'held', topics: ['leisure', 'family'] }],
      availability: { newcomer: [36, 37, 38, 39], mentor: [38, 39, 40, 41] },
      decline: null,
      ending: null,
    });
    expect(shown.body.reasons).toHaveLength(4);
    const { body } = await house.ask(listPairs, { as, params: { programId }, query: { pace: 'ended' } });
    const declined = await house.ask(showDeskPair, {
      as,
      params: { programId, pairId: body.pairs[0]?.id ?? '' },
    });
    expect(declined.body.decline).toEqual({ by: 'mentor', reason: 'too-far', note: 'Jag åker buss' });
  });

  it('come as a spreadsheet that another program reads, and no name in it is a formula', async () => {
    const program = await plantAll();
    const { programId, coordinator: as } = program;
    const newcomer = await plantPerson(house, {
      programId,
      side: 'newcomer',
      details: { name: '=HYPERLINK("http://example.se")' },
    });
    await plantPair(house, { program, newcomer });
    const { status, headers, body } = await house.ask(exportPairs, { as, params: { programId } });
    expect(status).toBe(200);
    expect(String(headers['content-disposition'])).toContain('par-2026-11-21.xlsx');
    const book = xlsx.read(body, { cellFormula: true });
    expect(book.SheetNames).toEqual(['Par', 'Träffar']);
    const [pairs, meetings] = book.SheetNames.map((name) =>
      xlsx.utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}),
    );
    expect(pairs).toHaveLength(7);
    expect(pairs).toContainEqual(
      expect.objectContaining({ Takt: 'i fas', 'Träffar hittills': 1, 'Senaste träff': '2026-10-20' }),
    );
    expect(meetings).toHaveLength(5);
    expect(meetings).toContainEqual(
      expect.objectContaining({ Dag: '2026-10-20', 'Om vad': 'fritid; familj' }),
    );
    const formulas = book.SheetNames.flatMap((name) =>
      Object.values<unknown>(book.Sheets[name] ?? {}).filter(
        (cell) => typeof cell === 'object' && cell !== null && 'f' in cell,
      ),
    );
    expect(formulas).toEqual([]);
  });
});

describe('home', () => {
  it('shows each person of the account with her programs, how long she has waited, and her pairs', async () => {
    const pair = await plantPair(house, { pair: begun('2026-10-01', '2027-04-01') });
    await hold(pair.pairId, '2026-10-20');
    const { body } = await house.ask(showHome, { as: pair.newcomer.as });
    expect(body.people).toEqual([
      {
        personId: pair.newcomer.personId,
        name: 'Amina Farah',
        enrollments: [
          expect.objectContaining({
            side: 'newcomer',
            status: 'matched',
            weeksWaiting: 16,
            townContact: { name: 'Karin Ek', email: 'karin.ek@danderyd.example.se', phone: '+4681234567' },
            pairs: [
              expect.objectContaining({
                status: 'active',
                otherName: 'Lisbeth Sund',
                answered: 'yes',
                held: 1,
                of: 3,
              }),
            ],
          }),
        ],
      },
    ]);
  });

  it('names the other by first name only while it is a proposal, and is empty for one who is nobody’s person', async () => {
    const pair = await plantPair(house, {});
    const { body } = await house.ask(showHome, { as: pair.mentor.as });
    expect(body.people[0]?.enrollments[0]?.pairs[0]).toMatchObject({ otherName: 'Amina', answered: null });
    expect(JSON.stringify(body)).not.toContain('Farah');
    expect((await house.ask(showHome, { as: pair.coordinator })).body.people).toEqual([]);
  });
});

describe('a pair is not there', () => {
  const MEETING = { meetingId: randomUUID() };
  const MEMBER: readonly (readonly [Endpoint, object | undefined])[] = [
    [contracts.showPair, undefined],
    [contracts.answerProposal, { answer: 'yes' }],
    [contracts.planMeeting, { date: '2026-12-01', time: '10:00', way: 'walk', where: null }],
    [contracts.logMeeting, { date: '2026-11-20', way: 'walk', minutes: null, topics: [], note: null }],
    [contracts.describeMeeting, { way: 'walk', minutes: null, topics: [], note: null }],
    [contracts.cancelMeeting, undefined],
    [contracts.disputeMeeting, undefined],
    [contracts.endPair, { reason: 'other', note: null, again: true }],
  ];
  const STAFF: readonly (readonly [Endpoint, object | undefined])[] = [
    [contracts.showDeskPair, undefined],
    [contracts.endPairByStaff, { reason: 'other', note: null, again: true }],
    [contracts.settleDispute, { held: true }],
    [contracts.answerForPerson, { personId: randomUUID(), answer: 'yes', reason: null }],
    [contracts.listPairs, undefined],
    [contracts.exportPairs, undefined],
  ];
  const cases = [...MEMBER, ...STAFF].map(([contract, body]) => [contract.name, contract, body] as const);

  it.each(cases)('%s: 401 to one who is signed out', async (_name, contract, body) => {
    const pair = await plantPair(house, {});
    const params = { ...MEETING, programId: pair.programId, pairId: pair.pairId };
    expect((await house.ask(contract, { params, ...(body && { body }) })).status).toBe(401);
  });

  it.each(cases)(
    '%s: 404 to another person, another program’s coordinator and the wrong role',
    async (_name, contract, body) => {
      const pair = await plantPair(house, {});
      const other = await plantPair(house, {});
      const params = { ...MEETING, programId: pair.programId, pairId: pair.pairId };
      const wrongRole = contract.access === 'member-of-pair' ? pair.coordinator : pair.newcomer.as;
      for (const as of [other.newcomer.as, other.coordinator, wrongRole]) {
        expect((await house.ask(contract, { as, params, ...(body && { body }) })).status).toBe(404);
      }
    },
  );

  it('not under another program of the same coordinator either', async () => {
    const pair = await plantPair(house, {});
    const mine = await plantProgram(house);
    const params = { programId: mine.programId, pairId: pair.pairId };
    expect((await house.ask(showDeskPair, { as: mine.coordinator, params })).status).toBe(404);
  });
});
