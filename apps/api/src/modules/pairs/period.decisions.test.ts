import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  decideEndsOn,
  swedishDay,
  swedishTime,
} from './period.decisions.ts';

describe('the period of a pair', () => {
  it.each([
    ['2026-01-15', 6, 'month', '2026-07-15'],
    ['2026-08-31', 6, 'month', '2027-02-28'],
    ['2027-08-31', 6, 'month', '2028-02-29'],
    ['2026-10-31', 8, 'month', '2027-06-30'],
    ['2026-12-01', 1, 'month', '2027-01-01'],
    ['2026-11-21', 10, 'week', '2027-01-30'],
  ] as const)('that begins on %s and is %i %ss long ends on %s', (startsOn, length, unit, endsOn) => {
    expect(decideEndsOn(startsOn, { length, unit })).toBe(endsOn);
  });

  it('counts days over the ends of months, leap years and changes of the clock', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2028-03-31', -1)).toBe('2028-02-29');
  });
});

describe('the day it is in Sweden', () => {
  it.each([
    ['2026-11-21T22:59:59.000Z', '2026-11-21', '23:59'],
    ['2026-11-21T23:00:00.000Z', '2026-11-22', '00:00'],
    ['2026-07-01T21:59:00.000Z', '2026-07-01', '23:59'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02', '00:00'],
  ])('at %s is %s, %s on the clock', (instant, day, time) => {
    expect([swedishDay(instant), swedishTime(instant)]).toEqual([day, time]);
  });
});
