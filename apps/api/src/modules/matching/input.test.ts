import { runRound, showRoundInput } from '@parvis/contracts';
import { matchRound, type Person, type RoundInput } from '@parvis/matching';
import fc from 'fast-check';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { keysOfShares } from '../programs/labels.ts';
import { offerInput } from './input.decisions.ts';
import { findRound } from './round.store.ts';

describe('the input of a round for the browser', () => {
  let house: TestHouse;
  let as: TestSession;
  let params: { readonly roundId: string };
  const people: string[] = [];
  beforeAll(async () => {
    house = await openTestHouse();
    await addTown(house, '0162', 'Danderyd');
    const programId = await addTemplateProgram(house, 'kvinna');
    as = await house.signInAs({ coordinates: [programId] });
    for (let n = 0; n < 8; n++) {
      people.push(
        await addWaiting(house, programId, {
          name: `Newcomer${n}`,
          birthYear: 1980 + n,
          household: 'The Lindbergs',
        }),
      );
      people.push(
        await addWaiting(house, programId, {
          side: 'mentor',
          birthYear: 1970 + n,
          household: 'The Lindbergs',
          ...(n === 0 ? {} : { household: null }),
        }),
      );
    }
    params = { roundId: (await house.ask(runRound, { as, params: { programId } })).body.roundId };
  });
  afterAll(() => house.close());

  it('gives the very round that the server solved', async () => {
    const { body } = await house.ask(showRoundInput, { as, params });
    const row = await findRound(house.deps.store, params.roundId);
    expect(body.version).toBe(1);
    expect(JSON.stringify(matchRound(body.input))).toBe(JSON.stringify(row?.result));
  });

  it('names nobody and no household', async () => {
    const { body } = await house.ask(showRoundInput, { as, params });
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/Newcomer|Lindberg|@/);
    expect(body.input.newcomers.map(({ household }) => household)).toEqual(Array(8).fill('1'));
  });

  it('names every word that a reason between two of them could say', async () => {
    const { body } = await house.ask(showRoundInput, { as, params });
    const { result } = (await findRound(house.deps.store, params.roundId)) ?? {};
    const keys = (result?.pairs ?? []).flatMap(({ reasons }) => keysOfShares(reasons));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => body.labels[key] === undefined)).toEqual([]);
  });

  it('is asked for once and then only whether it still holds', async () => {
    const first = await house.ask(showRoundInput, { as, params });
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const etag = String(first.headers['etag']);
    const again = await house.ask(showRoundInput, { as, params, headers: { 'if-none-match': etag } });
    expect([again.status, again.headers['content-length'] ?? '0']).toEqual([304, '0']);
    const other = await house.ask(showRoundInput, { as, params, headers: { 'if-none-match': 'W/"other"' } });
    expect(other.status).toBe(200);
  });

  it('comes squeezed to whoever can take it', async () => {
    const { cookie } = as;
    const ask = (accept: string) =>
      house.fastify.inject({
        url: `/api/rounds/${params.roundId}/input`,
        headers: { cookie, 'accept-encoding': accept },
      });
    const plain = await ask('gzip;q=0');
    const squeezed = await ask('br, gzip');
    expect(plain.headers['content-encoding']).toBe(undefined);
    expect(squeezed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(squeezed.rawPayload).toString()).toBe(plain.payload);
    expect(squeezed.rawPayload.length).toBeLessThan(plain.payload.length / 3);
  });
});

describe('what is taken out of a snapshot', () => {
  const ids = ['n1', 'n2', 'n3', 'm1', 'm2', 'm3', 'gone'];
  const person = (id: string): fc.Arbitrary<Person> =>
    fc.record({
      id: fc.constant(id),
      gender: fc.constantFrom('woman', 'man', null),
      birthYear: fc.integer({ min: 1950, max: 2005 }),
      municipality: fc.constantFrom('0162', '0123'),
      place: fc.constant({ latitude: 59.4, longitude: 18 }),
      languages: fc.constant([{ language: 'sv', level: 'B1' as const }]),
      educations: fc.constant([]),
      occupations: fc.constant([{ occupation: null, ssyk: '2221', years: 3, asWritten: 'my own words' }]),
      availability: fc
        .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 })
        .map((all) => all.sort((a, b) => a - b)),
      ways: fc.constant(['video' as const]),
      maxKilometres: fc.constant(null),
      interests: fc.constant([]),
      capacity: fc.integer({ min: 1, max: 2 }),
      waitingSince: fc.constantFrom('2026-01-05', '2026-03-02T10:00:00.000Z'),
      household: fc.constantFrom('Ek', 'Alm', 'Lind', null),
      wishes: fc.constant([]),
      neverWith: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
    });
  const input: fc.Arbitrary<RoundInput> = fc.record({
    program: fc.constant({
      requirements: [{ kind: 'common-time', halfHours: 1 }],
      preferences: [
        { kind: 'common-time', weight: 5 },
        { kind: 'age', weight: 3 },
      ],
    }),
    newcomers: fc.tuple(person('n1'), person('n2'), person('n3')),
    mentors: fc.tuple(person('m1'), person('m2'), person('m3')),
    history: fc.array(fc.record({ newcomer: fc.constantFrom(...ids), mentor: fc.constantFrom(...ids) }), {
      maxLength: 3,
    }),
    now: fc.constant('2026-11-21'),
  });

  it('changes nothing of what the engine finds, and no one outside the round is named', () => {
    fc.assert(
      fc.property(input, (snapshot) => {
        const offered = offerInput(snapshot);
        expect(matchRound(offered)).toEqual(matchRound(snapshot));
        expect(JSON.stringify(offered)).not.toMatch(/gone|my own words|Ek|Alm|Lind/);
        expect(offered.mentors.every(({ neverWith }) => neverWith.length === 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
