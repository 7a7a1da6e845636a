import { explainPairing, runRound, showRound, solveRound, type Round } from '@parvis/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { updateEnrollmentStatus } from '../recruitment/enrollment.store.ts';
import { updatePerson } from '../recruitment/person.store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
});
afterAll(() => house.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('a draft that the coordinator changes by hand', () => {
  let as: TestSession;
  let programId: string;
  let roundId: string;
  let first: Round;
  let people: {
    readonly amina: string;
    readonly selam: string;
    readonly bo: string;
    readonly eva: string;
    readonly ulla: string;
  };
  beforeEach(async () => {
    programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId], name: 'Karin Holm' });
    people = {
      amina: await addWaiting(house, programId, { birthYear: 1980 }),
      selam: await addWaiting(house, programId, { birthYear: 1960 }),
      bo: await addWaiting(house, programId, { gender: 'man' }),
      eva: await addWaiting(house, programId, { side: 'mentor', birthYear: 1980 }),
      ulla: await addWaiting(house, programId, { side: 'mentor', birthYear: 1960 }),
    };
    roundId = (await house.ask(runRound, { as, params: { programId } })).body.roundId;
    first = (await house.ask(showRound, { as, params: { roundId } })).body;
  });

  const solve = (body: object, seen = first.version) =>
    house.ask(solveRound, {
      as,
      params: { roundId },
      body: { pins: [], bans: [], fresh: false, version: seen, ...body },
    });
  const explain = (newcomer: string, mentor: string) =>
    house.ask(explainPairing, { as, params: { roundId, newcomer, mentor } });

  it('keeps a pin, says what it changed, and remembers who did it', async () => {
    const pair = { newcomer: people.amina, mentor: people.ulla };
    const { status, body } = await solve({ pins: [{ ...pair, reason: null }] });
    expect(status).toBe(200);
    expect(body.version).toBe(2);
    expect(body.pairs.find(({ pinned }) => pinned)).toMatchObject(pair);
    expect(body.change?.formed).toContainEqual(pair);
    expect(body.change?.parted).toContainEqual({ newcomer: people.amina, mentor: people.eva });
    expect(body.change?.before.total).toBe(first.certificate?.total);
    expect(body.change?.after.total).toBe(body.certificate?.total);
    expect(body.change?.after.total ?? 0).toBeLessThan(body.change?.before.total ?? 0);
    expect(body.steps.map(({ what, by }) => [what, by])).toEqual([
      ['solved', 'Karin Holm'],
      ['pinned', 'Karin Holm'],
      ['solved', 'Karin Holm'],
    ]);
    const undone = await solve({}, 2);
    expect(undone.body.pairs).toEqual(first.pairs);
    expect(undone.body.steps.map(({ what }) => what)).toEqual([
      'solved',
      'pinned',
      'solved',
      'unpinned',
      'solved',
    ]);
  });

  it('never pairs two who are banned', async () => {
    const bans = [{ newcomer: people.amina, mentor: people.eva }];
    const { body } = await solve({ bans });
    expect(body.pairs).not.toContainEqual(expect.objectContaining(bans[0]));
    expect(body.bans).toEqual(bans);
    expect((await explain(people.amina, people.eva)).body).toMatchObject({ banned: true, ifPinned: null });
  });

  it('takes a pin that breaks a requirement only with a written reason, and marks the pair', async () => {
    const pair = { newcomer: people.bo, mentor: people.eva };
    const refused = await solve({ pins: [{ ...pair, reason: null }] });
    expect(refused.status).toBe(422);
    expect(refused.problem).toMatchObject({
      code: 'pin-breaks-requirement',
      facts: { ...pair, rules: ['gender'] },
    });
    const { body } = await solve({
      pins: [{ ...pair, reason: 'They are neighbours and have asked for it.' }],
    });
    expect(body.pairs.find(({ newcomer }) => newcomer === people.bo)).toMatchObject({
      pinned: true,
      overrides: [{ rule: 'gender' }],
      pinReason: 'They are neighbours and have asked for it.',
    });
  });

  const amina = () => people.amina;
  const refusals = [
    [
      'an unknown person',
      'pin-unknown-person',
      () => ({ pins: [{ newcomer: NOBODY, mentor: people.eva, reason: null }] }),
    ],
    [
      'a ban on an unknown person',
      'pin-unknown-person',
      () => ({ bans: [{ newcomer: amina(), mentor: NOBODY }] }),
    ],
    [
      'two on the wrong sides',
      'pin-unknown-person',
      () => ({ pins: [{ newcomer: people.eva, mentor: amina(), reason: null }] }),
    ],
    [
      'more pairs than a person has room for',
      'pin-over-capacity',
      () => ({
        pins: [people.eva, people.ulla].map((mentor) => ({ newcomer: amina(), mentor, reason: null })),
      }),
    ],
    [
      'a pair that is banned too',
      'pin-also-banned',
      () => {
        const pair = { newcomer: amina(), mentor: people.eva };
        return { pins: [{ ...pair, reason: null }], bans: [pair] };
      },
    ],
  ] as const;
  for (const [what, code, body] of refusals) {
    it(`refuses a pin of ${what}`, async () => {
      const { status, problem } = await solve(body());
      expect([status, problem?.code]).toEqual([422, code]);
      expect((await house.ask(showRound, { as, params: { roundId } })).body.version).toBe(1);
    });
  }

  it('is changed by one of two who ask at once', async () => {
    const both = await Promise.all([solve({}), solve({})]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await solve({}, 1)).problem?.code).toBe('changed-meanwhile');
  });

  it('explains a pair, and what the round would lose if it were pinned', async () => {
    const { body } = await explain(people.amina, people.ulla);
    expect(body).toMatchObject({ banned: false, pinned: false, obstacles: [] });
    expect(body.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(body.score);
    expect(body.ifPinned?.after.people).toBe(first.certificate?.people);
    expect(body.ifPinned?.after.total ?? 0).toBeLessThan(first.certificate?.total ?? 0);
    expect((await explain(people.amina, people.eva)).body.ifPinned).toBeNull();
    const blocked = (await explain(people.bo, people.eva)).body;
    expect(blocked.obstacles).toMatchObject([{ rule: 'gender' }]);
    expect(blocked.ifPinned).toBeNull();
    expect((await explain(NOBODY, people.eva)).status).toBe(404);
  });

  it('explains nothing to anyone but its coordinators', async () => {
    const params = { roundId, newcomer: people.amina, mentor: people.eva };
    const stranger = await house.signInAs({ coordinates: [await addTemplateProgram(house, 'sprakvan')] });
    expect((await house.ask(explainPairing, { params })).status).toBe(401);
    expect((await house.ask(explainPairing, { params, as: stranger })).status).toBe(404);
  });

  it('takes a new snapshot when asked to, and shows a pin whose person has gone', async () => {
    await solve({ pins: [{ newcomer: people.amina, mentor: people.ulla, reason: null }] });
    const arrived = await addWaiting(house, programId, { waitingSince: '2020-01-01' });
    const same = (await house.ask(showRound, { as, params: { roundId } })).body;
    expect(same.outdated).toBe(false);
    await house.deps.store.writeTogether([
      updatePerson({ personId: people.selam, version: 1, changes: { birthYear: 1961 } }),
    ]);
    expect((await house.ask(showRound, { as, params: { roundId } })).body.outdated).toBe(true);
    await withdraw(people.amina);
    const { body } = await solve({ pins: same.pins, fresh: true }, 2);
    expect(body.outdated).toBe(false);
    expect(body.people.map(({ id }) => id)).toContain(arrived);
    expect(body.people.map(({ id }) => id)).not.toContain(people.amina);
    expect(body.conflicts).toMatchObject([{ newcomer: people.amina, code: 'unknown-person' }]);
    expect((await solve({ pins: same.pins }, 3)).status).toBe(200);
  });

  async function withdraw(personId: string): Promise<void> {
    const at = house.deps.now();
    await house.deps.store.writeTogether([
      updateEnrollmentStatus({ programId, personId, status: 'withdrawn', at, expected: ['waiting'] }),
    ]);
  }
});
