import type { Locale } from '@parvis/contracts';

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day it is in Sweden, `2026-11-21`. */
export function swedishDay(now: Date): string {
  return swedish.format(now);
}

/** "18.00" of `18:00`, the way the language writes times. */
export function clockWords(locale: Locale, time: string): string {
  return locale === 'sv' ? time.replace(':', '.').replace(/^0(?=\d)/, '') : time;
}

/** From one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
