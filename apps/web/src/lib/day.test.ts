import { describe, expect, it } from 'vitest';
import { clockWords, daysBetween, swedishDay } from './day.ts';

describe('days and times', () => {
  it('the day turns at midnight in Sweden, whatever the machine’s zone is', () => {
    expect(swedishDay(new Date('2026-11-21T22:59:00Z'))).toBe('2026-11-21');
    expect(swedishDay(new Date('2026-11-21T23:01:00Z'))).toBe('2026-11-22');
  });

  it('a time is written as the language writes it', () => {
    expect(clockWords('sv', '09:30')).toBe('9.30');
    expect(clockWords('ar', '09:30')).toBe('09:30');
  });

  it('counts days over the change to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});
