import {
  changeRules,
  createProgram,
  listPrograms,
  listTowns,
  showProgram,
  TEMPLATES,
  type ProgramDefinition,
} from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { decideRules } from './program.decisions.ts';
import { addTemplateProgram, addTown, addWaiting } from './test-people.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('programs', () => {
  let house: TestHouse;
  let programId: string;
  let as: TestSession;
  let stranger: TestSession;
  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
    await addTown(house, '0123', 'Järfälla');
    programId = await addTemplateProgram(house, 'kvinna');
    const other = await addTemplateProgram(house, 'nema-problema');
    as = await house.signInAs({ coordinates: [programId] });
    stranger = await house.signInAs({ coordinates: [other] });
    await addWaiting(house, programId, { side: 'newcomer' });
    await addWaiting(house, programId, { side: 'mentor' });
    await addWaiting(house, programId, { side: 'mentor', status: 'applied' });
  });
  afterAll(() => house.close());

  it('stand on the front door with what they ask of people, by town', async () => {
    const { status, body } = await house.ask(listTowns, { headers: { 'accept-language': 'sv' } });
    expect(status).toBe(200);
    expect(body.towns.map(({ slug, programs }) => [slug, programs.length])).toEqual([
      ['danderyd', 2],
      ['jarfalla', 0],
    ]);
    expect(body.labels['municipality:0162']).toBe('Danderyd');
  });

  it('are listed for their coordinator alone, with who waits', async () => {
    const { body } = await house.ask(listPrograms, { as });
    expect(body.programs).toHaveLength(1);
    expect(body.programs[0]).toMatchObject({
      id: programId,
      municipalities: [{ code: '0162', name: 'Danderyd' }],
      waiting: { newcomers: 1, mentors: 1 },
      pace: { proposed: 0, silent: 0 },
      openRound: null,
      publishedRounds: 0,
      version: 1,
    });
    const { body: shown } = await house.ask(showProgram, { as, params: { programId } });
    expect(shown).toEqual({ ...body.programs[0], labels: { 'municipality:0162': 'Danderyd' } });
  });

  it('are not there for anyone else', async () => {
    for (const contract of [showProgram, changeRules]) {
      expect((await house.ask(contract, { params: { programId } })).status).toBe(401);
      expect((await house.ask(contract, { params: { programId }, as: stranger })).status).toBe(404);
      expect((await house.ask(contract, { params: { programId: UNKNOWN }, as })).status).toBe(404);
    }
    const operator = await house.signInAs({ operates: true });
    expect((await house.ask(showProgram, { params: { programId }, as: operator })).status).toBe(404);
  });

  describe('made by an admin', () => {
    it('start from a template, with the maker as coordinator', async () => {
      const admin = await house.signInAs({ administers: ['0123'] });
      const made = await house.ask(createProgram, {
        as: admin,
        params: { municipalityId: '0123' },
        body: { template: 'jarfallakompis', name: 'Kompis i Järfälla' },
        headers: { 'idempotency-key': 'make-one-program' },
      });
      expect(made.status).toBe(201);
      const again = await house.ask(createProgram, {
        as: admin,
        params: { municipalityId: '0123' },
        body: { template: 'jarfallakompis', name: 'Kompis i Järfälla' },
        headers: { 'idempotency-key': 'make-one-program' },
      });
      expect(again.body).toEqual(made.body);
      const { body } = await house.ask(showProgram, { as: admin, params: made.body });
      expect(body.definition.name).toBe('Kompis i Järfälla');
      expect(body.definition.rules.requirements).toContainEqual({
        kind: 'municipality',
        among: ['0123'],
        across: 'always',
      });
      const { body: towns } = await house.ask(listTowns);
      expect(towns.towns.find(({ slug }) => slug === 'jarfalla')?.programs).toHaveLength(1);
    });

    it('are refused to the admin of another municipality and to a coordinator', async () => {
      const body = { template: 'sprakvan', name: 'Språkvän' };
      const params = { municipalityId: '0162' };
      const admin = await house.signInAs({ administers: ['0123'] });
      expect((await house.ask(createProgram, { as: admin, params, body })).status).toBe(404);
      expect((await house.ask(createProgram, { as, params, body })).status).toBe(404);
      expect((await house.ask(createProgram, { params, body })).status).toBe(401);
    });

    it('need a name that can be seen', async () => {
      const admin = await house.signInAs({ administers: ['0162'] });
      const params = { municipalityId: '0162' };
      const body = { template: 'sprakvan', name: '\u200b' };
      expect((await house.ask(createProgram, { as: admin, params, body })).problem?.fields).toMatchObject([
        { path: 'name', code: 'required' },
      ]);
    });
  });

  describe('with other rules', () => {
    it('take them from one who has seen the newest, once', async () => {
      const id = await addTemplateProgram(house, 'sprakvan');
      const coordinator = await house.signInAs({ coordinates: [id] });
      const ask = { as: coordinator, params: { programId: id } };
      const rules = { ...TEMPLATES.sprakvan.rules, preferences: [{ kind: 'age', weight: 10 }] };
      const both = await Promise.all([
        house.ask(changeRules, { ...ask, body: { rules, version: 1 } }),
        house.ask(changeRules, { ...ask, body: { rules, version: 1 } }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(both.find(({ status }) => status === 409)?.problem?.code).toBe('changed-meanwhile');
      const { body } = await house.ask(showProgram, ask);
      expect(body.version).toBe(2);
      expect(body.definition.rules.preferences).toEqual([{ kind: 'age', weight: 10 }]);
      expect(body.definition.defaults).not.toContain('rules.preferences');
    });

    const contradictions = [
      [
        'a weight of −1',
        { requirements: [], preferences: [{ kind: 'age', weight: -1 }] },
        'rules.preferences.0.weight',
      ],
      [
        'one rule twice',
        {
          requirements: [
            { kind: 'age-span', years: 5 },
            { kind: 'age-span', years: 9 },
          ],
          preferences: [],
        },
        'rules.requirements.1',
      ],
      [
        'a language rule that nobody can meet',
        { requirements: [{ kind: 'language', common: null, swedish: null }], preferences: [] },
        'rules.requirements.0',
      ],
    ] as const;
    for (const [what, rules, path] of contradictions) {
      it(`name the place of ${what}`, async () => {
        const answer = await house.ask(changeRules, {
          as,
          params: { programId },
          body: { rules, version: 1 },
        });
        expect(answer.status).toBe(422);
        expect(answer.problem?.fields?.[0]?.path).toBe(path);
      });
    }
  });
});

describe('the defaults of a program', () => {
  const before: ProgramDefinition = TEMPLATES['nema-problema'];

  it('stay marked where the value was not touched, and are unmarked where somebody decided', () => {
    const [first, second, ...others] = before.rules.requirements;
    if (first === undefined || second?.kind !== 'minimum-age') throw new Error('the template has changed');
    const requirements = [first, { ...second, years: second.years + 2 }, ...others];
    const after = decideRules(before, { ...before.rules, requirements });
    expect(before.defaults.filter((path) => !after.defaults.includes(path))).toEqual([
      'rules.requirements.1',
    ]);
    expect(decideRules(before, before.rules)).toEqual(before);
  });
});
