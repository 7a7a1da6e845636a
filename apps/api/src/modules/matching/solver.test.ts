import { matchRound, type Person, type RoundInput } from '@parvis/matching';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createSolver, type LaneLimits } from './solver.ts';

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
const large: RoundInput = {
  ...round,
  newcomers: Array.from({ length: 900 }, (_, at) => ({ ...amina, id: `n${at}` })),
  mentors: Array.from({ length: 900 }, (_, at) => ({ ...amina, id: `m${at}` })),
};

describe('solving in a thread of its own', () => {
  const solver = createSolver();
  afterAll(() => solver.close());

  it('gives what the engine gives', async () => {
    expect(await solver.matchRound(round, 'while-asked')).toEqual(matchRound(round));
    expect(await solver.matchRound(round, 'in-background')).toEqual(matchRound(round));
  });

  it('says what rules would mean for those who wait', async () => {
    const { pairs, fullScore } = matchRound(round);
    const score = (100 * (pairs[0]?.score ?? NaN)) / fullScore;
    const check = await solver.checkRules(round);
    expect(check).toMatchObject({ weakest: score, mean: score });
    expect(check.readiness.peoplePaired).toBe(2);
    expect(await solver.checkRules({ ...round, mentors: [] })).toMatchObject({ weakest: null, mean: null });
  });

  it('passes on what the engine says is wrong, and solves the next round', async () => {
    const twice = { ...round, mentors: [amina, amina] };
    await expect(solver.matchRound(twice, 'while-asked')).rejects.toThrow('duplicate-person');
    expect((await solver.matchRound(round, 'while-asked')).pairs).toHaveLength(1);
  });

  it('answers a small round while a large one is being solved in the background', async () => {
    const done: string[] = [];
    const slow = solver.matchRound(large, 'in-background').then(() => done.push('large'));
    await solver.matchRound(round, 'while-asked').then(() => done.push('small'));
    await slow;
    expect(done).toEqual(['small', 'large']);
  });
});

describe('a solver that gives no answer', () => {
  const open = (limits: Partial<LaneLimits['while-asked']>) => {
    const all = { seconds: 30, most: 10, ...limits };
    return createSolver({ 'while-asked': all, 'in-background': all });
  };

  it('gives up what takes too long, and solves the next round in a new thread', async () => {
    const solver = open({ seconds: 0.5 });
    await expect(solver.matchRound({ ...large, history: manyPairs() }, 'while-asked')).rejects.toMatchObject({
      reason: 'too-long',
    });
    await vi.waitFor(() => solver.matchRound(round, 'while-asked'), 10_000);
    await solver.close();
  });

  it('takes no more than may wait', async () => {
    const solver = open({ most: 1 });
    const asked = [1, 2, 3].map(() => solver.matchRound(round, 'while-asked'));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes[2]).toMatchObject({ reason: { reason: 'too-many' } });
    await solver.close();
  });

  it('fails what was being solved when it is stopped', async () => {
    const solver = open({});
    const failed = expect(solver.matchRound(large, 'in-background')).rejects.toMatchObject({
      reason: 'stopped',
    });
    await solver.close();
    await failed;
    await expect(solver.matchRound(round, 'while-asked')).rejects.toMatchObject({ reason: 'stopped' });
  });
});

/** Reading these alone takes the engine a while. */
function manyPairs(): NonNullable<RoundInput['history']> {
  return Array.from({ length: 400_000 }, (_, at) => ({ newcomer: `n${at % 900}`, mentor: `x${at}` }));
}
