import { checkRules, listPeople, supplyAndNeed, TEMPLATES } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { countSupply } from './supply.decisions.ts';
import { addTemplateProgram, addTown, addWaiting } from './test-people.ts';

const NURSE = { occupation: null, ssyk: '2221', years: 5, asWritten: null };

describe('those who wait in a program', () => {
  let house: TestHouse;
  let programId: string;
  let as: TestSession;
  let stuck: string;
  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
    programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId] });
    const arabic = { language: 'ar', level: 'C2' } as const;
    await addWaiting(house, programId, { languages: [arabic], occupations: [NURSE] });
    await addWaiting(house, programId, {
      side: 'mentor',
      languages: [arabic],
      availability: [250, 251, 252, 253],
    });
    await addWaiting(house, programId, { side: 'mentor', languages: [arabic] });
    stuck = await addWaiting(house, programId, { name: 'Bo Man', gender: 'man', languages: [arabic] });
  });
  afterAll(() => house.close());

  it('show before any round who can match nobody, and by which rule', async () => {
    const { status, body } = await house.ask(checkRules, {
      as,
      params: { programId },
      body: { rules: null },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ newcomers: 2, mentors: 2, peoplePaired: 2 });
    expect(body.people).toContainEqual({ id: stuck, name: 'Bo Man' });
    expect(body.rules.find(({ rule }) => rule === 'gender')).toMatchObject({ forbids: 2 });
    expect(body.weakest).toBe(body.mean);
  });

  it('show what other rules would mean, and nothing is written', async () => {
    const rules = { requirements: [], preferences: TEMPLATES.kvinna.rules.preferences };
    const { body } = await house.ask(checkRules, { as, params: { programId }, body: { rules } });
    expect(body).toMatchObject({ possiblePairs: 4, peoplePaired: 4, stuck: [], people: [], rules: [] });
    const { body: after } = await house.ask(checkRules, { as, params: { programId }, body: { rules: null } });
    expect(after.peoplePaired).toBe(2);
  });

  it('have nothing to say when nobody waits', async () => {
    const empty = await addTemplateProgram(house, 'sprakvan');
    const asEmpty = await house.signInAs({ coordinates: [empty] });
    const params = { programId: empty };
    const { status, body } = await house.ask(checkRules, { as: asEmpty, params, body: { rules: null } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ newcomers: 0, mentors: 0, possiblePairs: 0, weakest: null, mean: null });
    expect((await house.ask(supplyAndNeed, { as: asEmpty, params })).status).toBe(200);
  });

  it('are counted side by side, with names for what they are counted by', async () => {
    const { body } = await house.ask(supplyAndNeed, { as, params: { programId } });
    const rowsBy = new Map(body.groups.map(({ by, rows }) => [by, rows]));
    expect(rowsBy.get('language')).toEqual([{ key: 'language:ar', newcomers: 2, mentors: 2 }]);
    expect(rowsBy.get('occupation')).toEqual([{ key: 'ssyk:22', newcomers: 1, mentors: 0 }]);
    expect(rowsBy.get('time')).toEqual([
      { key: 'time:weekday-day', newcomers: 0, mentors: 0 },
      { key: 'time:weekday-evening', newcomers: 2, mentors: 1 },
      { key: 'time:weekend', newcomers: 0, mentors: 1 },
    ]);
    expect(rowsBy.get('municipality')).toEqual([{ key: 'municipality:0162', newcomers: 2, mentors: 2 }]);
    for (const { rows } of body.groups) {
      for (const { key } of rows) expect(body.labels[key]).toBeTruthy();
    }
    expect(body.labels['time:weekday-evening']).toBe('mån–fre 17–24');
  });

  it('are the people of the list that each number opens', async () => {
    const { body } = await house.ask(supplyAndNeed, { as, params: { programId } });
    for (const { key, newcomers, mentors } of body.groups.flatMap(({ rows }) => rows)) {
      for (const [side, count] of [
        ['newcomer', newcomers],
        ['mentor', mentors],
      ] as const) {
        const query = { group: key, side, status: 'waiting' as const };
        const listed = await house.ask(listPeople, { as, params: { programId }, query });
        expect(listed.body.total).toBe(count);
        expect(listed.body.people).toHaveLength(count);
        expect(listed.body.labels[key]).toBe(body.labels[key]);
      }
    }
    const odd = await house.ask(listPeople, { as, params: { programId }, query: { group: 'shoe:42' } });
    expect(odd.status).toBe(422);
  });

  it('are for the coordinator of the program alone', async () => {
    const other = await house.signInAs({ coordinates: [await addTemplateProgram(house, 'sprakvan')] });
    for (const contract of [checkRules, supplyAndNeed]) {
      expect((await house.ask(contract, { params: { programId } })).status).toBe(401);
      expect((await house.ask(contract, { params: { programId }, as: other })).status).toBe(404);
    }
  });
});

describe('counting supply and need', () => {
  it('counts one who speaks three languages in three, and one with two jobs of one line once', () => {
    const groups = countSupply({
      newcomers: [
        {
          id: 'n',
          gender: null,
          birthYear: null,
          municipality: '2417',
          place: null,
          languages: (['ar', 'sv', 'en'] as const).map((language) => ({ language, level: 'B1' })),
          educations: [],
          occupations: [
            { occupation: null, ssyk: '2221', years: 1 },
            { occupation: null, ssyk: '22', years: 1 },
          ],
          availability: [],
          ways: [],
          maxKilometres: null,
          interests: [],
          capacity: 1,
          waitingSince: '2026-01-01',
          household: null,
          wishes: [],
          neverWith: [],
        },
      ],
      mentors: [],
    });
    expect(groups.find(({ by }) => by === 'language')?.rows).toHaveLength(3);
    expect(groups.find(({ by }) => by === 'occupation')?.rows).toEqual([
      { key: 'ssyk:22', newcomers: 1, mentors: 0 },
    ]);
  });
});
