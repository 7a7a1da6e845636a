import type { ProgramDefinition } from '@parvis/contracts';
import { dayNumber } from '@parvis/matching';

/** Days of the calendar as ISO dates, `2026-11-21`: pure arithmetic, the same in every time zone. */

type Period = ProgramDefinition['period'];

const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Sweden at an instant. */
export function swedishDay(instant: string): string {
  return swedish.format(new Date(instant));
}

/** `18:00`, the time on a Swedish clock at an instant. */
export function swedishTime(instant: string): string {
  return clock.format(new Date(instant));
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** From `start` to `day`; negative when `day` is earlier. */
export function daysBetween(start: string, day: string): number {
  return dayNumber(day) - dayNumber(start);
}

export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;

/** The same day of a later month, or that month's last: 31 August and six months is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export function addUnits(day: string, { length, unit }: Period): string {
  return unit === 'month' ? addMonths(day, length) : addDays(day, length * 7);
}

/** The last day of the program for a pair that began on `startsOn`. */
export function decideEndsOn(startsOn: string, period: Period): string {
  return addUnits(startsOn, period);
}
