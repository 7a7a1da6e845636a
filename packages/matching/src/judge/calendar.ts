import { MatchingError } from '../errors.ts';

/**
 * Days since 1970-01-01 of the date that opens an ISO date or instant; the time of day is not read, so that a
 * round means the same in every time zone. Throws `bad-date`.
 * Arithmetic: Howard Hinnant, *chrono-compatible low-level date algorithms*, `days_from_civil`.
 */
export function dayNumber(iso: string, place = 'date'): number {
  const { year, month, day } = readDate(iso, place);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Whole weeks from `waitingSince` to `now`, both ISO; 0 when the waiting begins later. Throws `bad-date`. */
export function weeksWaiting(waitingSince: string, now: string): number {
  const days = dayNumber(now, 'now') - dayNumber(waitingSince, 'waitingSince');
  return Math.max(0, Math.floor(days / 7));
}

/** The calendar year of an ISO date or instant. Throws `bad-date`. */
export function yearOf(iso: string, place = 'date'): number {
  return readDate(iso, place).year;
}

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readDate(iso: string, place: string): CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  const date = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
  if (match === null || date.month < 1 || date.month > 12 || date.day < 1 || date.day > monthLength(date)) {
    throw new MatchingError('bad-date', place, iso);
  }
  return date;
}

function monthLength({ year, month }: CivilDate): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
