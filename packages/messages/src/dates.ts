import type { Locale } from '@parvis/contracts';
import { numberLocale } from './translate.ts';

/** Dates and times as people say them, in Swedish time, whatever the machine's own zone is. */

const ZONE = 'Europe/Stockholm';

const numberKept = keeper<Intl.NumberFormat>();
const dateKept = keeper<Intl.DateTimeFormat>();
const listKept = keeper<Intl.ListFormat>();

/** "torsdag 26 november" */
export function formatDay(locale: Locale, instant: string): string {
  return format(locale, instant, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "26 november" */
export function formatDate(locale: Locale, instant: string): string {
  return format(locale, instant, { day: 'numeric', month: 'long' });
}

/** "26 november 2026" */
export function formatLongDate(locale: Locale, instant: string): string {
  return format(locale, instant, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "18.00"; Swedish public pages write a full stop and no leading zero. */
export function formatTime(locale: Locale, instant: string): string {
  const time = format(locale, instant, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  return locale === 'sv' ? time.replace(':', '.').replace(/^0(?=\d)/, '') : time;
}

/** "arabiska, svenska och engelska" */
export function formatList(locale: Locale, items: readonly string[]): string {
  return listOf(locale, 'conjunction').format(items);
}

/** "arabiska, svenska eller engelska" */
export function formatChoice(locale: Locale, items: readonly string[]): string {
  return listOf(locale, 'disjunction').format(items);
}

/** "1,4" */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  const made = numberKept(
    `${locale} ${digits}`,
    () => new Intl.NumberFormat(numberLocale(locale), { maximumFractionDigits: digits }),
  );
  return made.format(value);
}

/** "måndag"; 0 is Monday. */
export function weekdayName(locale: Locale, weekday: number, width: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  const day = new Date(Date.UTC(1970, 0, 5 + weekday));
  return datesOf(locale, { weekday: width, timeZone: 'UTC' }).format(day);
}

function format(locale: Locale, instant: string, options: Intl.DateTimeFormatOptions): string {
  return datesOf(locale, { ...options, timeZone: ZONE }).format(new Date(instant));
}

function datesOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateKept(
    `${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(numberLocale(locale), options),
  );
}

function listOf(locale: Locale, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  return listKept(
    `${locale} ${type}`,
    () => new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type }),
  );
}

/* To make a formatter costs many times what it costs to use it, and a page that follows a hand uses hundreds a frame. */
function keeper<F>(): (key: string, make: () => F) => F {
  const made = new Map<string, F>();
  return (key, make) => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };
}
