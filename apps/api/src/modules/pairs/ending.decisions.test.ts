import { Refused, type EnrollmentStatus } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import {
  decideAfterwards,
  decideEnding,
  decideStatusAfterClosing,
  type Afterwards,
} from './ending.decisions.ts';

const now = '2026-11-21T09:00:00.000Z';

describe('ending a pair', () => {
  it.each([
    ['newcomer', 'active', null],
    ['mentor', 'active', null],
    ['staff', 'active', null],
    ['staff', 'proposed', null],
    ['newcomer', 'proposed', 'pair-not-active'],
    ['mentor', 'ended', 'pair-ended'],
    ['staff', 'ended', 'pair-ended'],
    ['staff', 'declined', 'pair-ended'],
    ['staff', 'expired', 'pair-ended'],
    ['newcomer', 'completed', 'pair-ended'],
  ] as const)('by %s when it is %s: refused %s', (by, status, code) => {
    const end = () => decideEnding({ status, ending: { by, reason: 'moved', note: null }, now });
    if (code === null) expect(end()).toMatchObject({ status: 'ended', closedBy: by, closedAt: now });
    else expect(end).toThrow(new Refused(code));
  });
});

describe('what comes after', () => {
  it.each([
    [true, 'moved', '2027-01-01', 'again'],
    [false, 'moved', '2027-01-01', 'no-more'],
    [false, 'reached-goal', '2027-01-01', 'done'],
    [false, 'moved', '2026-11-20', 'done'],
    [false, 'moved', null, 'no-more'],
  ] as const)('wants another: %s, because %s, the period to %s: %s', (wantsAgain, reason, endsOn, then) => {
    expect(decideAfterwards({ wantsAgain, reason, endsOn, today: '2026-11-21' })).toBe(then);
  });

  const CASES: readonly (readonly [Afterwards, EnrollmentStatus, number, number, EnrollmentStatus])[] = [
    ['again', 'matched', 1, 0, 'waiting'],
    ['again', 'matched', 2, 1, 'waiting'],
    ['again', 'paused', 1, 0, 'paused'],
    ['no-more', 'matched', 1, 0, 'withdrawn'],
    ['no-more', 'matched', 2, 1, 'matched'],
    ['no-more', 'withdrawn', 1, 0, 'withdrawn'],
    ['done', 'matched', 1, 0, 'completed'],
    ['done', 'matched', 2, 1, 'matched'],
    ['period-over', 'matched', 1, 0, 'completed'],
    ['period-over', 'matched', 2, 1, 'waiting'],
    ['period-over', 'matched', 1, 1, 'matched'],
    ['period-over', 'waiting', 2, 0, 'waiting'],
    ['period-over', 'paused', 1, 0, 'paused'],
    ['held', 'matched', 1, 0, 'paused'],
    ['held', 'matched', 2, 1, 'paused'],
    ['held', 'withdrawn', 1, 0, 'withdrawn'],
  ];
  it.each(CASES)(
    '%s: %s with room for %i and %i pairs left becomes %s',
    (afterwards, current, capacity, livePairs, then) => {
      expect(decideStatusAfterClosing({ afterwards, current, capacity, livePairs })).toBe(then);
    },
  );
});
