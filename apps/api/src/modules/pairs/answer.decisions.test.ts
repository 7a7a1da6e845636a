import { Refused } from '@parvis/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAnswer, isExpired, type Answer, type AnsweredPair } from './answer.decisions.ts';
import { decideEnding } from './ending.decisions.ts';

const YES: Answer = { answer: 'yes' };
const NO: Answer = { answer: 'no', reason: 'no-time', note: null };
const period = { length: 6, unit: 'month' } as const;
const BEFORE = '2026-11-21T09:00:00.000Z';
const ANSWER_BY = '2026-11-28T09:00:00.000Z';
const AFTER = '2026-11-28T09:00:00.001Z';
const PROPOSED: AnsweredPair = {
  status: 'proposed',
  answerBy: ANSWER_BY,
  newcomerAnswer: null,
  mentorAnswer: null,
};

describe('an answer', () => {
  it('of yes waits for the other', () => {
    const taken = decideAnswer({ pair: PROPOSED, side: 'newcomer', answer: YES, period, now: BEFORE });
    expect(taken).toEqual({ outcome: 'waits-for-other', changes: { newcomerAnswer: 'yes' } });
  });

  it('of yes to a yes begins the pair, today in Sweden, and sets its last day', () => {
    const pair = { ...PROPOSED, newcomerAnswer: 'yes' } as const;
    const now = '2026-11-25T23:30:00.000Z';
    expect(decideAnswer({ pair, side: 'mentor', answer: YES, period, now })).toEqual({
      outcome: 'begun',
      changes: {
        mentorAnswer: 'yes',
        status: 'active',
        startedAt: now,
        startsOn: '2026-11-26',
        endsOn: '2027-05-26',
      },
    });
  });

  it('of no closes the proposal, also when the other has said yes', () => {
    const pair = { ...PROPOSED, newcomerAnswer: 'yes' } as const;
    expect(decideAnswer({ pair, side: 'mentor', answer: NO, period, now: BEFORE })).toEqual({
      outcome: 'declined',
      changes: {
        mentorAnswer: 'no',
        status: 'declined',
        closedAt: BEFORE,
        closedBy: 'mentor',
        closeReason: 'no-time',
        closeNote: null,
      },
    });
  });

  it.each([
    ['a second time', { newcomerAnswer: 'yes' }, BEFORE, 'pair-already-answered'],
    ['after the other declined', { status: 'declined', mentorAnswer: 'no' }, BEFORE, 'pair-other-declined'],
    [
      'after she declined herself',
      { status: 'declined', newcomerAnswer: 'no' },
      BEFORE,
      'pair-already-answered',
    ],
    ['a moment too late', {}, AFTER, 'pair-expired'],
    ['when it has expired', { status: 'expired' }, AFTER, 'pair-expired'],
    [
      'when both have said yes',
      { status: 'active', newcomerAnswer: 'yes', mentorAnswer: 'yes' },
      BEFORE,
      'pair-already-answered',
    ],
    ['when it was taken back', { status: 'ended' }, BEFORE, 'pair-not-proposed'],
    [
      'when the pair is over',
      { status: 'completed', newcomerAnswer: 'yes', mentorAnswer: 'yes' },
      BEFORE,
      'pair-not-proposed',
    ],
  ] as const)('%s is refused', (_situation, changed, now, code) => {
    for (const answer of [YES, NO]) {
      expect(() =>
        decideAnswer({ pair: { ...PROPOSED, ...changed }, side: 'newcomer', answer, period, now }),
      ).toThrow(new Refused(code));
    }
  });

  it('is in time until the last moment', () => {
    const taken = decideAnswer({ pair: PROPOSED, side: 'newcomer', answer: YES, period, now: ANSWER_BY });
    expect(taken.outcome).toBe('waits-for-other');
  });
});

/* Everything that can happen to a proposal, in every order. */

type Event = 'newcomer-yes' | 'newcomer-no' | 'mentor-yes' | 'mentor-no' | 'time-runs-out' | 'staff-ends';
const EVENTS: readonly Event[] = [
  'newcomer-yes',
  'newcomer-no',
  'mentor-yes',
  'mentor-no',
  'time-runs-out',
  'staff-ends',
];

function live(pair: AnsweredPair, event: Event, now: string): AnsweredPair {
  switch (event) {
    case 'time-runs-out':
      return pair.status === 'proposed' && isExpired(pair, now) ? { ...pair, status: 'expired' } : pair;
    case 'staff-ends':
      return {
        ...pair,
        ...decideEnding({ status: pair.status, ending: { by: 'staff', reason: 'other', note: null }, now }),
      };
    default: {
      const [side, said] = event.split('-');
      const answer = said === 'yes' ? YES : NO;
      const taken = decideAnswer({
        pair,
        side: side === 'mentor' ? 'mentor' : 'newcomer',
        answer,
        period,
        now,
      });
      return { ...pair, ...taken.changes };
    }
  }
}

describe('two people, the clock and staff, in any order', () => {
  it('make a pair only of two yeses, and no answer changes one that is closed', () => {
    const events = fc.array(fc.record({ event: fc.constantFrom(...EVENTS), late: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(events, (happened) => {
        let pair = PROPOSED;
        let now = BEFORE;
        for (const { event, late } of happened) {
          if (late) now = AFTER;
          const before = pair;
          try {
            pair = live(pair, event, now);
          } catch (error) {
            expect(error).toBeInstanceOf(Refused);
          }
          const bothYes = pair.newcomerAnswer === 'yes' && pair.mentorAnswer === 'yes';
          expect(pair.status === 'active').toBe(bothYes && pair.status !== 'ended');
          if (pair.status === 'declined') expect([pair.newcomerAnswer, pair.mentorAnswer]).toContain('no');
          if (before.status !== 'proposed' && before.status !== 'active') expect(pair).toEqual(before);
          if (before.newcomerAnswer !== null) expect(pair.newcomerAnswer).toBe(before.newcomerAnswer);
          if (before.mentorAnswer !== null) expect(pair.mentorAnswer).toBe(before.mentorAnswer);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
