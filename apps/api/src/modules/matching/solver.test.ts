import type { Person, RoundInput } from '@parvis/matching';
import { matchRound } from '@parvis/matching';
import { afterAll, describe, expect, it } from 'vitest';
import { createSolver } from './solver.ts';

const amina: Person = {
  id: 'n1',
  gender: 'woman',
  birthYear: 1990,
  municipality: '0162',
  place: null,
  languages: [{ language: 'sv', level: 'A2' }],
  educations: [],
  occupations: [],
  availability: [34, 35, 36, 37],
  ways: ['in-person'],
  maxKilometres: null,
  interests: [],
  capacity: 1,
  waitingSince: '2026-10-01',
  household: null,
  wishes: [],
  neverWith: [],
};
const round: RoundInput = {
  program: { requirements: [], preferences: [{ kind: 'common-time', weight: 5 }] },
  newcomers: [amina],
  mentors: [{ ...amina, id: 'm1' }],
  now: '2026-11-21',
};

describe('solving in a thread of its own', () => {
  const solver = createSolver();
  afterAll(() => solver.close());

  it('gives what the engine gives', async () => {
    expect(await solver.solve(round)).toEqual(matchRound(round));
  });

  it('passes on what the engine says is wrong, and solves the next round', async () => {
    await expect(solver.solve({ ...round, mentors: [amina, amina] })).rejects.toMatchObject({
      name: 'MatchingError',
    });
    expect((await solver.solve(round)).pairs).toHaveLength(1);
  });

  it('fails what was being solved when it is stopped', async () => {
    const other = createSolver();
    const solving = other.solve(round);
    const failed = expect(solving).rejects.toThrow('stopped');
    await other.close();
    await failed;
  });
});
