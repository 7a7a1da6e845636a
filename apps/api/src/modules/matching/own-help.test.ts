import { publishRound, runRound, showHome, showRound } from '@parvis/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { plantPerson, plantProgram, type TestPerson, type TestProgram } from '../pairs/test-pair.ts';
import { updatePerson } from '../recruitment/person.store.ts';

describe('why one who waits waits, on her own page', () => {
  let house: TestHouse;
  let program: TestProgram;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    program = await plantProgram(house);
  });

  const evenings = [0, 1, 2, 3, 4].flatMap((day) => [35, 36, 37, 38, 39].map((at) => day * 48 + at));
  const mornings = [16, 17, 18, 19, 20];
  const plant = async (side: 'newcomer' | 'mentor', name: string, availability: readonly number[]) =>
    plantPerson(house, {
      programId: program.programId,
      side,
      status: 'waiting',
      details: { name, availability: [...availability] },
    });
  const publish = async () => {
    const { programId, coordinator: as } = program;
    const { roundId } = (await house.ask(runRound, { as, params: { programId } })).body;
    const { version } = (await house.ask(showRound, { as, params: { roundId } })).body;
    const { status } = await house.ask(publishRound, { as, params: { roundId }, body: { version } });
    expect(status).toBe(200);
  };
  const homeOf = async ({ as }: TestPerson) => (await house.ask(showHome, { as })).body;
  const waitOf = async (person: TestPerson) => (await homeOf(person)).people[0]?.enrollments[0]?.wait;
  /* She and a mentor who cannot meet, and a pair without which there is nothing to publish. */
  const plantFour = async () => {
    const newcomer = await plant('newcomer', 'Hodan Warsame', mornings);
    const others = [
      await plant('mentor', 'Lisbeth Sund', evenings),
      await plant('mentor', 'Gunnel Berg', evenings),
      await plant('newcomer', 'Rania Haddad', evenings),
    ];
    return { newcomer, others };
  };

  it('is that no round has been made before the first', async () => {
    const { newcomer } = await plantFour();
    expect(await waitOf(newcomer)).toEqual({ told: 'no-round' });
  });

  it('is her own smallest change after a round that left her out, and not a word of the others', async () => {
    const { newcomer, others } = await plantFour();
    await publish();
    await vi.waitFor(
      async () => {
        expect(await waitOf(newcomer)).toMatchObject({
          told: 'round',
          reason: 'no-allowed-partner',
          changedSince: false,
          help: {
            changes: [{ change: 'time', part: 'evening' }],
            none: null,
            partners: { now: null, then: null },
          },
        });
      },
      { timeout: 20_000 },
    );
    const said = JSON.stringify(await homeOf(newcomer));
    for (const word of [...others.map(({ personId }) => personId), 'Lisbeth', 'Gunnel', 'Rania'])
      expect(said).not.toContain(word);
    for (const other of others) {
      const theirs = JSON.stringify(await homeOf(other));
      expect(theirs).not.toContain(newcomer.personId);
      expect(theirs).not.toContain('Hodan');
    }
  }, 30_000);

  it('says that the round was before her last change', async () => {
    const { newcomer } = await plantFour();
    await publish();
    expect(await waitOf(newcomer)).toMatchObject({ changedSince: false });
    await house.deps.store.writeTogether([
      updatePerson({ personId: newcomer.personId, version: 1, changes: { maxKilometres: 20 } }),
    ]);
    expect(await waitOf(newcomer)).toMatchObject({ told: 'round', changedSince: true });
  });

  it('is not told to one who has a proposal', async () => {
    const { others } = await plantFour();
    await publish();
    const waits = await Promise.all(others.map(waitOf));
    expect(waits.filter((wait) => wait === null)).toHaveLength(2);
  });
});
