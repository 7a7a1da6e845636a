import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SolverError } from '../matching/solver.lane.ts';
import type { Deps } from '../../deps.ts';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { plantPerson, plantProgram } from '../pairs/test-pair.ts';
import { findProgram } from '../programs/program.store.ts';
import { listEligible } from '../recruitment/enrollment.store.ts';
import { checkPool } from './pool-check.ts';

describe('what a round now would do', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  async function ask(programId: string, checkRules: Deps['solver']['checkRules']) {
    const program = await findProgram(house.deps.store, programId);
    if (program === null) throw new Error('no such program');
    const waiting = await listEligible(house.deps.store, programId);
    const deps = { ...house.deps, solver: { ...house.deps.solver, checkRules } };
    return checkPool(deps, { program, waiting });
  }

  it('is solved once for the same people, and again when someone has come or a minute has gone', async () => {
    const { programId } = await plantProgram(house);
    let solved = 0;
    const counting: Deps['solver']['checkRules'] = (input) => {
      solved += 1;
      return house.deps.solver.checkRules(input);
    };
    await plantPerson(house, { programId, side: 'newcomer', status: 'waiting' });
    await Promise.all([ask(programId, counting), ask(programId, counting)]);
    expect(await ask(programId, counting)).toMatchObject({ newcomers: 1, mentors: 0 });
    expect(solved).toBe(1);
    await plantPerson(house, { programId, side: 'mentor', status: 'waiting' });
    expect(await ask(programId, counting)).toMatchObject({ newcomers: 1, mentors: 1 });
    house.moveClock(60_000);
    await ask(programId, counting);
    expect(solved).toBe(3);
  });

  it('is left out of the list while it is being solved, and when the solver is too busy', async () => {
    const { programId } = await plantProgram(house);
    expect(await ask(programId, () => new Promise(() => undefined))).toBeNull();
    const other = await plantProgram(house);
    expect(await ask(other.programId, () => Promise.reject(new SolverError('too-many')))).toBeNull();
    expect(await ask(other.programId, house.deps.solver.checkRules)).toMatchObject({ newcomers: 0 });
  });
});
