import * as contracts from '@parvis/contracts';
import { matchRound } from '@parvis/matching';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRound, listRoundsOfProgram } from '../modules/matching/round.store.ts';
import { progressOf } from '../modules/pairs/pace.ts';
import { countPaces, loadPaced } from '../modules/pairs/pace.usecases.ts';
import { swedishDay } from '../modules/pairs/period.decisions.ts';
import { countMunicipalities } from '../modules/programs/municipality.store.ts';
import { findProgram } from '../modules/programs/program.store.ts';
import { listEligible, listEnrollments } from '../modules/recruitment/enrollment.store.ts';
import { loadPool } from '../modules/recruitment/pool.ts';
import { openTestHouse, type TestHouse } from '../test-house.ts';
import { demoId } from './demo/ids.ts';
import { PROGRAM_KEYS, type ProgramKey } from './demo/plan.ts';
import { DEMO_PERSONS, plantDemo } from './demo.ts';

let house: TestHouse;
let milliseconds: number;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
  const begun = performance.now();
  await plantDemo(house.deps);
  milliseconds = performance.now() - begun;
});
afterAll(() => house.close());

describe('planting the demo', () => {
  it('takes a moment', () => {
    expect(milliseconds).toBeLessThan(10_000);
  });

  it('where towns are already, nothing is planted', async () => {
    const { store } = house.deps;
    const before = await countMunicipalities(store);
    expect(await plantDemo(house.deps)).toBe('already-there');
    expect([before, await countMunicipalities(store)]).toEqual([6, 6]);
  });

  it.each([
    ['sprakvan', 58, 31],
    ['jarfallakompis', 46, 27],
    ['praktikmentor', 18, 15],
    ['kvinna', 26, 23],
    ['nema-problema', 24, 24],
    ['nymf', 25, 17],
  ] as const)('a round of %s takes all who wait', async (key, newcomers, mentors) => {
    const eligible = await listEligible(house.deps.store, demoId('program', key));
    const sides = eligible.map(({ enrollment }) => enrollment.side);
    expect(sides.filter((side) => side === 'newcomer')).toHaveLength(newcomers);
    expect(sides.filter((side) => side === 'mentor')).toHaveLength(mentors);
  });

  it('the pool of a round holds them as the plan says', async () => {
    const { newcomers, history } = await loadPool(house.deps, {
      programId: demoId('program', 'jarfallakompis'),
    });
    expect(newcomers.every(({ place }) => place !== null)).toBe(true);
    const waits = new Set(newcomers.map(({ id }) => id));
    expect(history.filter(({ newcomer }) => waits.has(newcomer))).toHaveLength(1);
  });

  it('whoever is in a live pair is matched, and nobody else', async () => {
    for (const key of PROGRAM_KEYS) {
      const paced = await loadPaced(house.deps.store, demoId('program', key));
      const live = paced.filter(({ pair }) => pair.status === 'active' || pair.status === 'proposed');
      const inPairs = live.flatMap(({ pair }) => [pair.newcomerId, pair.mentorId]).sort();
      const enrollments = await listEnrollments(house.deps.store, demoId('program', key));
      const matched = enrollments
        .filter(({ status }) => status === 'matched')
        .map(({ personId }) => personId);
      expect(matched.sort()).toEqual(inPairs);
    }
  });
});

describe('the pairs half-way', () => {
  it.each([
    ['sprakvan', { proposed: 2, 'on-pace': 5, behind: 2, silent: 2, finished: 3, ended: 3 }],
    ['jarfallakompis', { proposed: 1, 'on-pace': 3, behind: 2, silent: 2, finished: 1, ended: 2 }],
    ['kvinna', { proposed: 0, 'on-pace': 4, behind: 1, silent: 1, finished: 1, ended: 0 }],
    ['praktikmentor', { proposed: 0, 'on-pace': 0, behind: 0, silent: 0, finished: 0, ended: 0 }],
    ['nema-problema', { proposed: 0, 'on-pace': 0, behind: 0, silent: 0, finished: 0, ended: 0 }],
    ['nymf', { proposed: 0, 'on-pace': 0, behind: 0, silent: 0, finished: 0, ended: 0 }],
  ] as const)('of %s are doing as their stories say', async (key, counts) => {
    expect(await countPaces(house.deps, demoId('program', key))).toEqual(counts);
  });

  it('Samira and Birgitta have met once of three times and have five months left', async () => {
    const { store, now } = house.deps;
    const program = await findProgram(store, demoId('program', 'kvinna'));
    const paced = (await loadPaced(store, demoId('program', 'kvinna'))).find(
      ({ pair }) => pair.newcomerId === demoId('kvinna/round-2/newcomer/half-way'),
    );
    if (program === null || paced === undefined) throw new Error('no such pair');
    expect(paced.pair.mentorId).toBe(demoId('kvinna/round-2/mentor/half-way'));
    const { definition } = program;
    expect(progressOf({ ...paced, definition, today: swedishDay(now()) })).toMatchObject({
      held: 1,
      of: 3,
      left: { length: 5, unit: 'month' },
    });
  });

  it('no meeting lies in the future unless it is planned, nor before its pair began', async () => {
    const today = swedishDay(house.deps.now());
    for (const key of PROGRAM_KEYS) {
      for (const { pair, meetings } of await loadPaced(house.deps.store, demoId('program', key))) {
        for (const { date, status } of meetings) {
          expect(date >= (pair.startsOn ?? '9')).toBe(true);
          expect(status === 'planned' ? date > today : date < today).toBe(true);
        }
      }
    }
  });
});

it.each(['sprakvan', 'jarfallakompis', 'kvinna'] as const)(
  'the published rounds of %s give the same pairs when solved again',
  async (key: ProgramKey) => {
    const { store } = house.deps;
    for (const { id } of await listRoundsOfProgram(store, demoId('program', key))) {
      const round = await findRound(store, id);
      if (round === null) throw new Error('no such round');
      expect(matchRound(round.snapshot)).toEqual(round.result);
      expect(round.result?.leftOut).toEqual([]);
      expect(round.result?.certificate.optimal).toBe(true);
    }
  },
);

describe('being someone in the demo', () => {
  it('the front door names them without their addresses', async () => {
    const { status, body } = await house.ask(contracts.listDemoPersons);
    expect(status).toBe(200);
    expect(body.persons.map(({ key }: { key: string }) => key)).toEqual(DEMO_PERSONS.map(({ key }) => key));
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it.each(DEMO_PERSONS.map(({ key, role }) => [key, role] as const))('%s signs in', async (key, role) => {
    const { status, body } = await house.ask(contracts.becomeDemoPerson, { body: { key } });
    const home = role === 'coordinator' ? 'desk' : role === 'operator' ? 'operator' : 'participant';
    expect([status, body]).toEqual([200, { home }]);
  });

  it('nobody else is there to be', async () => {
    expect((await house.ask(contracts.becomeDemoPerson, { body: { key: 'mayor' } })).status).toBe(404);
  });
});

describe('the mail catcher', () => {
  it('holds a letter for each proposed person with an address, newest first', async () => {
    const { body } = await house.ask(contracts.listDemoLetters);
    const instants = body.letters.map(({ at }: { at: string }) => at);
    expect(instants).toEqual(instants.toSorted().reverse());
    expect(body.letters.length).toBeGreaterThanOrEqual(5);
    expect(body.letters[0]?.links[0]).toMatch(/\/me$/);
  });

  it('shows those to one address', async () => {
    const { body } = await house.ask(contracts.listDemoLetters);
    const to = body.letters[0]?.to ?? '';
    const asked = await house.ask(contracts.listDemoLetters, { query: { to } });
    expect(asked.body.letters.map((letter: { to: string }) => letter.to)).toEqual([to]);
  });
});

it('without the demo none of its doors is there', async () => {
  const other = await openTestHouse({ demo: false });
  expect((await other.ask(contracts.listDemoPersons)).status).toBe(404);
  await other.close();
});
