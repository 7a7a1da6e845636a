import { afterEach, beforeEach, expect, it } from 'vitest';
import { countMunicipalities } from '../../modules/programs/municipality.store.ts';
import { findProgram } from '../../modules/programs/program.store.ts';
import { loadPool } from '../../modules/recruitment/pool.ts';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { plantDemo } from '../demo.ts';
import { plantLarge } from './large.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse({ demo: true });
});
afterEach(() => house.close());

it('a large program takes half newcomers and half mentors, or three to one when asked', async () => {
  const half = await plantLarge(house.deps, { people: 400, newcomersPerMentor: 1, template: 'sprakvan' });
  const three = await plantLarge(house.deps, {
    people: 400,
    newcomersPerMentor: 3,
    template: 'jarfallakompis',
  });
  expect([half.newcomers, half.mentors, three.newcomers, three.mentors]).toEqual([200, 200, 300, 100]);
  const pool = await loadPool(house.deps, { programId: three.programId });
  expect([pool.newcomers.length, pool.mentors.length]).toEqual([300, 100]);
  expect((await findProgram(house.deps.store, half.programId))?.municipalities).toEqual(['0123']);
});

it('it stands beside the demo towns and shares nobody with them', async () => {
  await plantDemo(house.deps);
  const { programId } = await plantLarge(house.deps, {
    people: 100,
    newcomersPerMentor: 1,
    template: 'sprakvan',
  });
  const { people, history } = await loadPool(house.deps, { programId });
  expect([people.length, history.length]).toEqual([100, 0]);
  expect(await countMunicipalities(house.deps.store)).toBe(6);
});
