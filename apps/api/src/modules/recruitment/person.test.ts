import {
  addPerson,
  changePerson,
  changeStatus,
  listPeople,
  showPerson,
  type EnrollmentDetails,
  type PersonDetails,
} from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { findAccountByEmail } from '../identity/account.store.ts';
import { insertPair } from '../pairs/pair.store.ts';
import { addTemplateProgram, addTown } from '../programs/test-people.ts';
import { findEnrollment, listEligible } from './enrollment.store.ts';
import { findPerson } from './person.store.ts';
import { loadPool } from './pool.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const EVENINGS = [34, 35, 36, 37];
const DETAILS: PersonDetails = {
  name: 'Amina Khalil',
  addressedAs: null,
  email: null,
  phone: null,
  birthYear: 1990,
  gender: 'woman',
  municipality: '0162',
  locality: 'Djursholm',
  postalCode: null,
  languages: [{ language: 'sv', level: 'B1' }],
  sfi: null,
  educations: [],
  occupations: [],
  availability: EVENINGS,
  ways: ['in-person'],
  maxKilometres: null,
  interests: [],
  interfaceLanguage: 'sv',
  household: null,
};
const ENROLLMENT: EnrollmentDetails = {
  side: 'newcomer',
  capacity: 1,
  waitingSince: '2026-09-01',
  wishes: [],
  neverWith: [],
  note: null,
};

describe('the people of a program', () => {
  let house: TestHouse;
  let programId: string;
  let otherProgramId: string;
  let as: TestSession;
  let stranger: TestSession;

  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
    programId = await addTemplateProgram(house, 'kvinna');
    otherProgramId = await addTemplateProgram(house, 'nema-problema');
    as = await house.signInAs({ coordinates: [programId] });
    stranger = await house.signInAs({ coordinates: [otherProgramId] });
  });
  afterAll(() => house.close());

  async function add(details: Partial<PersonDetails>, enrollment: Partial<EnrollmentDetails> = {}) {
    const body = { details: { ...DETAILS, ...details }, enrollment: { ...ENROLLMENT, ...enrollment } };
    const answer = await house.ask(addPerson, { as, params: { programId }, body });
    expect(answer.status).toBe(201);
    return answer.body.personId;
  }
  const show = (personId: string) => house.ask(showPerson, { as, params: { programId, personId } });
  const search = async (query: Record<string, string>) =>
    (await house.ask(listPeople, { as, params: { programId }, query })).body.people.map(({ name }) => name);

  it('come into the queue when a coordinator adds them, with all they told', async () => {
    const personId = await add({
      name: 'Olena Kovalenko',
      sfi: 'C',
      languages: [{ language: 'uk', level: 'C2' }],
    });
    const { status, body } = await show(personId);
    expect(status).toBe(200);
    expect(body.details).toMatchObject({ name: 'Olena Kovalenko', sfi: 'C', locality: 'Djursholm' });
    expect(body.enrollment).toMatchObject({
      side: 'newcomer',
      status: 'waiting',
      waitingSince: '2026-09-01',
    });
    expect(body.labels).toMatchObject({ 'language:uk': 'ukrainska', 'municipality:0162': 'Danderyd' });
    expect(body).toMatchObject({ pairs: [], otherPrograms: [], neverWithNames: [], version: 2 });
  });

  it('are known why nobody can be paired with them, or with how many', async () => {
    const alone = await add({ name: 'Selam Alone', availability: [0] });
    const before = (await show(alone)).body;
    expect(before.possiblePartners).toBe(0);
    expect(before.standing?.reasons[0]?.code).toMatch(/nobody-there|no-allowed-partner/);
    await add({ name: 'Karin Mentor', languages: [{ language: 'sv', level: 'C2' }] }, { side: 'mentor' });
    expect((await show(alone)).body.standing?.reasons[0]?.code).toBe('no-allowed-partner');
    const lucky = await add({ name: 'Hodan Lucky' });
    expect((await show(lucky)).body).toMatchObject({ standing: null, possiblePartners: 1 });
  });

  it('share an account when they share an address, and each keep their own name', async () => {
    const email = 'tillsammans@example.se';
    const spouses = [
      await add({ name: 'Fatima', email }),
      await add({ name: 'Yusuf Hassan', email, household: 'Hassan' }),
    ];
    const account = await findAccountByEmail(house.deps.store, email);
    for (const personId of spouses)
      expect((await findPerson(house.deps.store, personId))?.accountId).toBe(account?.id);
  });

  it('share one account also when both are added at the same moment', async () => {
    const email = 'samtidigt@example.se';
    const both = await Promise.all([add({ name: 'Första', email }), add({ name: 'Andra', email })]);
    const accounts = await Promise.all(both.map((id) => findPerson(house.deps.store, id)));
    expect(new Set(accounts.map((one) => one?.accountId)).size).toBe(1);
  });

  it('get an account when they get an address, and lose it with it', async () => {
    const personId = await add({ name: 'Utan Adress' });
    expect((await findPerson(house.deps.store, personId))?.accountId).toBeNull();
    const change = (details: Partial<PersonDetails>, version: number) =>
      house.ask(changePerson, {
        as,
        params: { programId, personId },
        body: { details: { ...DETAILS, ...details }, enrollment: ENROLLMENT, version },
      });
    expect((await change({ email: 'ny@example.se' }, 2)).body).toEqual({ version: 4 });
    const account = await findAccountByEmail(house.deps.store, 'ny@example.se');
    expect((await findPerson(house.deps.store, personId))?.accountId).toBe(account?.id);
    expect((await change({}, 4)).status).toBe(200);
    expect((await findPerson(house.deps.store, personId))?.accountId).toBeNull();
  });

  it('are found by part of a name without its marks, in Arabic too, by place and by telephone number', async () => {
    await add({ name: 'Åsa Öberg', phone: '+46701740605' }, { side: 'mentor' });
    await add({ name: 'أمينة خليل', locality: 'Stocksund' });
    await add({ name: 'Madonna' });
    expect(await search({ search: 'asa ob' })).toEqual(['Åsa Öberg']);
    expect(await search({ search: '070-174 06' })).toEqual(['Åsa Öberg']);
    expect(await search({ search: 'أمينة' })).toEqual(['أمينة خليل']);
    expect(await search({ search: 'امينه' })).toEqual(['أمينة خليل']);
    expect(await search({ search: 'stocks' })).toEqual(['أمينة خليل']);
    expect(await search({ search: 'madonna' })).toEqual(['Madonna']);
    expect(await search({ search: '100%' })).toEqual([]);
    expect(await search({ side: 'mentor', search: 'a' })).toEqual(
      expect.arrayContaining(['Åsa Öberg', 'Karin Mentor']),
    );
  });

  it('are sorted as Swedish readers expect, and by who waited longest', async () => {
    await add({ name: 'Zara Sist' }, { waitingSince: '2020-01-01' });
    const names = await search({ sort: 'name', order: 'ascending' });
    expect(names.indexOf('Zara Sist')).toBeLessThan(names.indexOf('Åsa Öberg'));
    expect((await search({}))[0]).toBe('Zara Sist');
    expect((await search({ sort: 'waiting', order: 'ascending' })).at(-1)).toBe('Zara Sist');
    for (const sort of ['status', 'place']) expect((await search({ sort })).length).toBe(names.length);
  });

  it('come a page at a time', async () => {
    const { body } = await house.ask(listPeople, { as, params: { programId }, query: { page: '2' } });
    expect(body.people).toEqual([]);
    expect(body.total).toBeGreaterThan(8);
  });

  it('say that they are never to be paired with someone of the program, and with nobody else', async () => {
    const other = await add({ name: 'Den Andra' }, { side: 'mentor' });
    const personId = await add({ name: 'Aldrig Med' }, { neverWith: [other] });
    expect((await show(personId)).body.neverWithNames).toEqual([{ personId: other, name: 'Den Andra' }]);
    const body = { details: DETAILS, enrollment: { ...ENROLLMENT, neverWith: [other, UNKNOWN] } };
    const { status, problem } = await house.ask(addPerson, { as, params: { programId }, body });
    expect(status).toBe(422);
    expect(problem?.fields).toEqual([{ path: 'enrollment.neverWith.1', code: 'not-an-option', facts: {} }]);
  });

  it('are not overwritten by one who read them before another changed them', async () => {
    const personId = await add({ name: 'Två Ändrar' });
    const change = (name: string) =>
      house.ask(changePerson, {
        as,
        params: { programId, personId },
        body: { details: { ...DETAILS, name }, enrollment: ENROLLMENT, version: 2 },
      });
    const answers = await Promise.all([change('Ett'), change('Två')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem?.code).toBe('changed-meanwhile');
  });

  describe('in a live pair', () => {
    let newcomerId: string;
    let mentorId: string;
    beforeAll(async () => {
      newcomerId = await add({ name: 'I Par' });
      mentorId = await add({ name: 'Med Två Platser' }, { side: 'mentor', capacity: 2 });
      const at = house.deps.now();
      const pair = {
        programId,
        newcomerId,
        mentorId,
        status: 'proposed' as const,
        reasons: [],
        overrides: [],
      };
      await house.deps.store.writeTogether([
        insertPair({ ...pair, id: UNKNOWN, proposedAt: at, answerBy: at, createdAt: at, updatedAt: at }),
      ]);
    });

    it('are shown with it, and keep what room is left', async () => {
      expect((await show(newcomerId)).body.pairs).toMatchObject([
        { with: 'Med Två Platser', status: 'proposed' },
      ]);
      const eligible = await listEligible(house.deps.store, programId);
      expect(eligible.find(({ person }) => person.id === mentorId)?.remaining).toBe(1);
      expect(eligible.some(({ person }) => person.id === newcomerId)).toBe(false);
      const pool = await loadPool(house.deps, { programId });
      expect(pool.history).toContainEqual({ newcomer: newcomerId, mentor: mentorId });
      expect(pool.people.find(({ id }) => id === mentorId)).toMatchObject({ capacity: 1, weeksWaiting: 11 });
    });

    it('are not withdrawn, do not change sides and keep room for the pair', async () => {
      const status = await house.ask(changeStatus, {
        as,
        params: { programId, personId: newcomerId },
        body: { status: 'withdrawn' },
      });
      expect(status).toMatchObject({ status: 409, problem: { code: 'person-in-live-pair' } });
      const change = await house.ask(changePerson, {
        as,
        params: { programId, personId: mentorId },
        body: { details: DETAILS, enrollment: { ...ENROLLMENT, side: 'newcomer' }, version: 2 },
      });
      expect(change).toMatchObject({ status: 409, problem: { code: 'person-in-live-pair' } });
    });
  });

  it('are paused and come back to their place in the queue', async () => {
    const personId = await add({ name: 'Paus' });
    const set = async (status: string) =>
      house.ask(changeStatus, { as, params: { programId, personId }, body: { status } });
    expect((await set('paused')).body).toEqual({ status: 'paused' });
    expect((await set('paused')).body).toEqual({ status: 'paused' });
    expect((await set('approved')).problem?.code).toBe('status-does-not-allow');
    expect((await set('waiting')).body).toEqual({ status: 'waiting' });
    expect((await findEnrollment(house.deps.store, { programId, personId }))?.waitingSince).toBe(
      '2026-09-01',
    );
  });

  it('take part in a round with sfi as their Swedish, and without work that nobody has placed', async () => {
    const occupations = [{ occupation: null, ssyk: null, years: 1, asWritten: 'allt möjligt' }];
    const personId = await add({ name: 'Sfi Bara', languages: [], sfi: 'D', occupations });
    const pool = await loadPool(house.deps, { programId });
    const person = pool.newcomers.find(({ id }) => id === personId);
    expect(person?.languages).toEqual([{ language: 'sv', level: 'B1' }]);
    expect(person?.occupations).toEqual([]);
    expect(person?.place).not.toBeNull();
    const { body } = await house.ask(listPeople, {
      as,
      params: { programId },
      query: { search: 'sfi bara' },
    });
    expect(body.people[0]?.unplacedOccupation).toBe('allt möjligt');
  });

  it('are read and changed by nobody but the coordinator of the program', async () => {
    const personId = await add({ name: 'Hemlig' });
    const operator = await house.signInAs({ operates: true });
    const admin = await house.signInAs({ administers: ['0162'] });
    const body = { details: DETAILS, enrollment: ENROLLMENT, version: 2 };
    const asked = [
      [listPeople, { programId }, undefined],
      [showPerson, { programId, personId }, undefined],
      [addPerson, { programId }, { details: DETAILS, enrollment: ENROLLMENT }],
      [changePerson, { programId, personId }, body],
      [changeStatus, { programId, personId }, { status: 'paused' }],
    ] as const;
    for (const [contract, params, sent] of asked) {
      const asking = { params, ...(sent === undefined ? {} : { body: sent }) };
      expect((await house.ask(contract, asking)).status).toBe(401);
      for (const other of [stranger, operator, admin])
        expect((await house.ask(contract, { ...asking, as: other })).status).toBe(404);
    }
    const elsewhere = { as: stranger, params: { programId: otherProgramId, personId } };
    expect((await house.ask(showPerson, elsewhere)).status).toBe(404);
  });
});
