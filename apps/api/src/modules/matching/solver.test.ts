import { matchRound, type Person, type RoundInput } from '@parvis/matching';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openLane } from './solver.lane.ts';
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

  it('tells how far a round has come', async () => {
    const seen = new Set<string>();
    const solved = solver.matchRound(large, 'in-background', 'large');
    const look = setInterval(() => seen.add(solver.progressOf('large')?.stage ?? ''), 2);
    await solved;
    clearInterval(look);
    expect([...seen]).toContain('judging');
    expect(solver.progressOf('large')).toBe(null);
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

  /** A thread that answers, keeps silent or dies, as the day of the round says. */
  const thread = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ input: { now } }) => {
        if (now === 'dies') process.exit(1);
        if (now === 'silent') parentPort.postMessage({ kind: 'progress', progress: { stage: 'judging', done: 3, of: 9 } });
        else parentPort.postMessage({ kind: 'failed', why: 'answered' });
      });`)}`,
  );
  const job = (now: string) => ({ kind: 'round' as const, input: { ...round, now } });
  const answered = { kind: 'failed', why: 'answered' };

  it('gives up what takes too long, and solves the next round in a new thread', async () => {
    const lane = openLane({ seconds: 1, most: 10, thread });
    await expect(lane.run(job('silent'))).rejects.toMatchObject({ reason: 'too-long' });
    expect(await lane.run(job('quick'))).toEqual(answered);
    await lane.close();
  });

  it('fails what was being solved when the thread dies, and solves the next round in a new one', async () => {
    const lane = openLane({ seconds: 30, most: 10, thread });
    await expect(lane.run(job('dies'))).rejects.toMatchObject({ reason: 'crashed' });
    expect(await lane.run(job('quick'))).toEqual(answered);
    await lane.close();
  });

  it('tells how far each has come, stops the one that is named, and goes on with the next', async () => {
    const lane = openLane({ seconds: 30, most: 10, thread });
    const first = lane.run(job('silent'), 'first');
    const second = lane.run(job('silent'), 'second');
    const third = lane.run(job('quick'), 'third');
    await vi.waitFor(() => expect(lane.progressOf('first')).toEqual({ stage: 'judging', done: 3, of: 9 }));
    expect(lane.progressOf('third')).toEqual({ stage: 'waiting', done: 0, of: 2 });
    lane.stop('second');
    lane.stop('first');
    lane.stop('nobody');
    await expect(first).rejects.toMatchObject({ reason: 'stopped' });
    await expect(second).rejects.toMatchObject({ reason: 'stopped' });
    expect(await third).toEqual(answered);
    expect(lane.progressOf('third')).toBe(null);
    await lane.close();
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
