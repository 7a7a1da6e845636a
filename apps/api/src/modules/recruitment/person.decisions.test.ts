import type { EnrollmentDetails, EnrollmentStatus } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { decideEnrollment, decideStatus, findStrangers, type AskedStatus } from './person.decisions.ts';

type Outcome = EnrollmentStatus | 'nothing' | 'person-in-live-pair' | 'status-does-not-allow';
const ASKED: readonly AskedStatus[] = ['approved', 'waiting', 'paused', 'withdrawn'];
const no = 'status-does-not-allow';

/** Without live pairs: what each status becomes when approved, waiting, paused and withdrawn are asked for. */
const TABLE: Readonly<Record<EnrollmentStatus, readonly Outcome[]>> = {
  applied: ['approved', 'waiting', no, 'withdrawn'],
  approved: ['nothing', 'waiting', 'paused', 'withdrawn'],
  waiting: [no, 'nothing', 'paused', 'withdrawn'],
  matched: [no, no, 'paused', 'withdrawn'],
  paused: [no, 'waiting', 'nothing', 'withdrawn'],
  withdrawn: ['approved', 'waiting', no, 'nothing'],
  completed: [no, 'waiting', no, 'withdrawn'],
};
const CASES = Object.entries(TABLE).flatMap(([current, outcomes]) =>
  outcomes.map(
    (outcome, index) => [current as EnrollmentStatus, ASKED[index] ?? 'waiting', outcome] as const,
  ),
);

function outcomeOf(current: EnrollmentStatus, asked: AskedStatus, livePairs: number, capacity = 1): Outcome {
  try {
    return decideStatus({ current, asked, livePairs, capacity, today: '2026-11-26' })?.status ?? 'nothing';
  } catch (error) {
    return (error as { code: Outcome }).code;
  }
}

describe('a status asked for', () => {
  it.each(CASES)('%s asked to be %s gives %s', (current, asked, outcome) => {
    expect(outcomeOf(current, asked, 0)).toBe(outcome);
  });

  it.each(['waiting', 'matched', 'paused'] as const)(
    'never withdraws one who is %s out of a live pair',
    (current) => {
      expect(outcomeOf(current, 'withdrawn', 1)).toBe('person-in-live-pair');
    },
  );

  it('finds one who comes back from a pause with a full pair matched, with room left waiting', () => {
    expect(outcomeOf('paused', 'waiting', 1, 1)).toBe('matched');
    expect(outcomeOf('paused', 'waiting', 1, 2)).toBe('waiting');
  });

  it('keeps the place in the queue after a pause, and gives a new one after withdrawing or completing', () => {
    const since = (current: EnrollmentStatus) =>
      decideStatus({ current, asked: 'waiting', livePairs: 0, capacity: 1, today: '2026-11-26' })
        ?.waitingSince;
    expect(since('paused')).toBeNull();
    expect(since('approved')).toBeNull();
    expect(since('withdrawn')).toBe('2026-11-26');
    expect(since('completed')).toBe('2026-11-26');
  });
});

describe('an enrollment changed', () => {
  const asked: EnrollmentDetails = {
    side: 'mentor',
    capacity: 1,
    waitingSince: '2026-03-01',
    wishes: [],
    neverWith: [],
    note: null,
  };

  it('is refused another side, or less room than there are pairs, while in a live pair', () => {
    const current = { side: 'newcomer', status: 'matched' } as const;
    expect(() => decideEnrollment({ current, asked, livePairs: 1 })).toThrow('person-in-live-pair');
    const mentor = { side: 'mentor', status: 'matched' } as const;
    expect(() => decideEnrollment({ current: mentor, asked, livePairs: 2 })).toThrow('person-in-live-pair');
    expect(decideEnrollment({ current: mentor, asked, livePairs: 1 }).status).toBe('matched');
  });

  it('waits again when it is given room for one more', () => {
    const current = { side: 'mentor', status: 'matched' } as const;
    expect(decideEnrollment({ current, asked: { ...asked, capacity: 2 }, livePairs: 1 }).status).toBe(
      'waiting',
    );
  });

  it('names the places of strangers and of herself in never-with', () => {
    const known = new Set(['a', 'me']);
    expect(findStrangers(['a', 'b', 'me'], { known, self: 'me' })).toEqual([1, 2]);
  });
});
