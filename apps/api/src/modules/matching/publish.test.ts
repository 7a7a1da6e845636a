import {
  changeRules,
  exportRound,
  publishRound,
  runRound,
  showProgram,
  showRound,
  solveRound,
  TEMPLATES,
} from '@parvis/contracts';
import { read, utils } from '@e965/xlsx';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntry, proposal } from '../../database/tables.ts';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { listNewestLetters } from '../messages/letter.store.ts';
import { insertPair, listPairsOfProgram } from '../pairs/pair.store.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { findEnrollment, updateEnrollmentStatus } from '../recruitment/enrollment.store.ts';
import { updatePerson } from '../recruitment/person.store.ts';
import { publishRound as publishUseCase } from './publish.usecases.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
});
afterAll(() => house.close());

describe('publishing a round', () => {
  let programId: string;
  let roundId: string;
  let as: TestSession;
  let amina: string;
  let selam: string;
  let eva: string;
  beforeEach(async () => {
    programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId] });
    amina = await addWaiting(house, programId, {
      name: 'أمينة',
      email: `amina.${programId}@example.se`,
      interfaceLanguage: 'ar',
    });
    selam = await addWaiting(house, programId, { name: 'Selam', waitingSince: '2026-11-01' });
    eva = await addWaiting(house, programId, {
      side: 'mentor',
      name: 'Eva',
      email: `eva.${programId}@example.se`,
      capacity: 3,
    });
    roundId = (await house.ask(runRound, { as, params: { programId } })).body.roundId;
  });

  const publish = (version = 1) => house.ask(publishRound, { as, params: { roundId }, body: { version } });
  const show = async () => (await house.ask(showRound, { as, params: { roundId } })).body;
  const statusOf = async (personId: string) =>
    (await findEnrollment(house.deps.store, { programId, personId }))?.status;
  const change = (personId: string) =>
    house.deps.store.writeTogether([updatePerson({ personId, version: 1, changes: { birthYear: 1970 } })]);

  it('makes the pairs, writes to both of each, and names whom no letter reaches', async () => {
    const { status, body } = await publish();
    expect(status).toBe(200);
    expect(body).toEqual({ pairs: 2, letters: 3, withoutAddress: [{ personId: selam, name: 'Selam' }] });

    const pairs = await listPairsOfProgram(house.deps.store, programId);
    expect(pairs.map(({ newcomerId }) => newcomerId).sort()).toEqual([amina, selam].sort());
    for (const pair of pairs) {
      expect(pair).toMatchObject({
        roundId,
        mentorId: eva,
        status: 'proposed',
        answerBy: '2026-11-28T09:00:00.000Z',
        newcomerAnswer: null,
      });
      expect(pair.reasons.length).toBeGreaterThan(3);
    }
    const letters = await listNewestLetters(house.deps.store, {
      to: `amina.${programId}@example.se`,
      most: 9,
    });
    expect(letters).toMatchObject([
      {
        kind: 'proposal',
        locale: 'ar',
        personId: amina,
        data: { program: 'Kv(in)na', days: 7, link: 'http://localhost:3000/ar/me' },
      },
    ]);
    const proposals = await house.deps.store.read
      .select()
      .from(proposal)
      .where(eq(proposal.roundId, roundId));
    expect(proposals).toHaveLength(2);
    const deeds = await house.deps.store.read.select().from(auditEntry).where(eq(auditEntry.nounId, roundId));
    expect(deeds.map(({ action, accountId }) => [action, accountId])).toEqual([
      ['run-round', as.accountId],
      ['publish-round', as.accountId],
    ]);
  });

  it('ends the waiting of those whose places are filled, and of nobody else', async () => {
    await publish();
    expect(await Promise.all([amina, selam, eva].map(statusOf))).toEqual(['matched', 'matched', 'waiting']);
    expect(await show()).toMatchObject({ status: 'published', version: 2, outdated: false });
    const { body } = await house.ask(showProgram, { as, params: { programId } });
    expect(body).toMatchObject({
      waiting: { newcomers: 0, mentors: 1 },
      pace: { proposed: 2 },
      openRound: null,
      publishedRounds: 1,
    });
    const next = await house.ask(runRound, { as, params: { programId } });
    const { body: second } = await house.ask(showRound, { as, params: { roundId: next.body.roundId } });
    expect(second).toMatchObject({ number: 2, pairs: [], leftOut: [{ id: eva }] });
    expect(second.people).toMatchObject([{ id: eva, capacity: 1 }]);
  });

  it('is done by one of two coordinators who publish at once', async () => {
    const both = await Promise.all([publish(), publish()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const code = both.find(({ status }) => status === 409)?.problem?.code;
    expect(['changed-meanwhile', 'round-not-draft']).toContain(code);
    expect(await listPairsOfProgram(house.deps.store, programId)).toHaveLength(2);
    expect((await publish(2)).problem?.code).toBe('round-not-draft');
  });

  it('is refused to one who has not seen the last change', async () => {
    const body = { pins: [], bans: [], fresh: false, version: 1 };
    await house.ask(solveRound, { as, params: { roundId }, body });
    expect((await publish(1)).problem?.code).toBe('changed-meanwhile');
    expect((await publish(2)).status).toBe(200);
  });

  const events: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['has changed', () => change(selam)],
    [
      'has left',
      () =>
        house.deps.store.writeTogether([
          updateEnrollmentStatus({
            programId,
            personId: eva,
            status: 'withdrawn',
            at: house.deps.now(),
            expected: ['waiting'],
          }),
        ]),
    ],
    [
      'has been paired with another of it in another program',
      async () => {
        const other = await addTemplateProgram(house, 'sprakvan');
        return addPair(other);
      },
    ],
    ['has been paired', () => addPair(programId)],
    [
      'is held by other rules',
      () =>
        house.ask(changeRules, {
          as,
          params: { programId },
          body: { rules: TEMPLATES.sprakvan.rules, version: 1 },
        }),
    ],
  ];
  for (const [what, happen] of events) {
    it(`is refused when someone in the round ${what} since it was solved, until it is solved again`, async () => {
      await happen();
      expect((await show()).outdated).toBe(true);
      const refused = await publish();
      expect([refused.status, refused.problem?.code]).toEqual([409, 'round-outdated']);
      const body = { pins: [], bans: [], fresh: true, version: 1 };
      const again = await house.ask(solveRound, { as, params: { roundId }, body });
      expect(again.body.outdated).toBe(false);
    });
  }

  it('says who has changed, and how, when it is refused', async () => {
    await change(selam);
    await house.ask(changeRules, {
      as,
      params: { programId },
      body: { rules: TEMPLATES.sprakvan.rules, version: 1 },
    });
    await house.deps.store.writeTogether([
      updateEnrollmentStatus({
        ...{ programId, personId: eva, status: 'paused' },
        ...{ at: house.deps.now(), expected: ['waiting'] },
      }),
    ]);
    const { problem } = await publish();
    const facts = problem?.facts ?? {};
    expect(facts).toMatchObject({ program: true, pairs: [] });
    expect(new Map(zip(facts['people'], facts['changes']))).toEqual(
      new Map([
        [selam, 'changed'],
        [eva, 'paused'],
      ]),
    );
    expect((await show()).difference).toMatchObject({ program: true, pairs: [] });
    expect((await show()).difference?.people).toContainEqual({ id: eva, name: 'Eva', what: 'paused' });
  });

  it('takes no notice of one who was taken out of it, and she waits on', async () => {
    const body = { pins: [], bans: [], fresh: false, version: 1, away: [selam] };
    const solved = await house.ask(solveRound, { as, params: { roundId }, body });
    expect(solved.body.pairs.map(({ newcomer }) => newcomer)).toEqual([amina]);
    await change(selam);
    expect((await show()).difference).toBe(null);
    expect((await publish(2)).body).toMatchObject({ pairs: 1 });
    expect([await statusOf(amina), await statusOf(selam), await statusOf(eva)]).toEqual([
      'matched',
      'waiting',
      'waiting',
    ]);
  });

  const between: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['changes', () => change(amina)],
    ['is paired', () => addPair(programId)],
  ];
  for (const [what, happen] of between) {
    it(`writes nothing when someone ${what} between the reading and the writing`, async () => {
      const { store } = house.deps;
      const writeTogether = async (...list: Parameters<typeof store.writeTogether>) => {
        await happen();
        return store.writeTogether(...list);
      };
      const deps = {
        ...house.deps,
        store: { ...store, writeTogether: writeTogether as typeof store.writeTogether },
      };
      const asked = publishUseCase(deps, {
        params: { roundId },
        query: {},
        body: { version: 1 },
        asker: { accountId: as.accountId, sessionId: as.sessionId, locale: 'sv' },
        locale: 'sv',
        remoteAddress: '127.0.0.1',
        browser: {
          token: null,
          remember: () => undefined,
          forget: () => undefined,
          beginSession: () => undefined,
          endSession: () => undefined,
        },
      });
      await expect(asked).rejects.toMatchObject({ code: 'round-outdated' });
      expect((await show()).status).toBe('draft');
      expect(await statusOf(selam)).toBe('waiting');
      const letters = await listNewestLetters(store, { to: `eva.${programId}@example.se`, most: 9 });
      expect(letters).toEqual([]);
    });
  }

  it('leaves a spreadsheet that another program can read', async () => {
    const { status, headers, body } = await house.ask(exportRound, { as, params: { roundId } });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('Kv(in)na 1.xlsx');
    const book = read(body);
    expect(book.SheetNames).toEqual(['Par', 'Utan par', 'Bevis']);
    const rows = (name: string) => utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });
    expect(
      rows('Par')
        .slice(1)
        .map(([newcomer, mentor]) => [newcomer, mentor]),
    ).toEqual(
      expect.arrayContaining([
        ['أمينة', 'Eva'],
        ['Selam', 'Eva'],
      ]),
    );
    expect(String(rows('Par')[1]?.[3])).toContain('svenska');
    expect(rows('Bevis')[1]).toEqual([2, expect.any(Number), 'ja']);
    expect((await house.ask(exportRound, { params: { roundId } })).status).toBe(401);
    const stranger = await house.signInAs({ coordinates: [await addTemplateProgram(house, 'sprakvan')] });
    expect((await house.ask(exportRound, { params: { roundId }, as: stranger })).status).toBe(404);
  });

  function zip(people: unknown, changes: unknown): readonly (readonly [unknown, unknown])[] {
    if (!Array.isArray(people) || !Array.isArray(changes)) return [];
    return people.map((id, at) => [id, changes[at]] as const);
  }

  function addPair(inProgram: string): Promise<void> {
    const at = house.deps.now();
    return house.deps.store.writeTogether([
      insertPair({
        ...{ id: crypto.randomUUID(), programId: inProgram, newcomerId: amina, mentorId: eva },
        ...{ status: 'proposed', reasons: [], overrides: [] },
        ...{ proposedAt: at, answerBy: at, createdAt: at, updatedAt: at },
      }),
    ]);
  }
});
