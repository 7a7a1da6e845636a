import type { Locale } from '@parvis/contracts';
import { formatList, weekdayName, type Translate } from '@parvis/messages';
import type { Form } from './form.ts';

/** A week as half-hours, 0 = Monday 00.00, as packages/contracts has it. */

export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const PER_DAY = 48;

export interface DayPart {
  readonly key: 'morning' | 'afternoon' | 'evening';
  /** Half-hours from midnight; `to` is the first one after. */
  readonly from: number;
  readonly to: number;
}

/** The parts of a day that are painted; what lies outside is kept as it is. */
export const DAY_PARTS: readonly DayPart[] = [
  { key: 'morning', from: 16, to: 24 },
  { key: 'afternoon', from: 24, to: 34 },
  { key: 'evening', from: 34, to: 42 },
];

export interface Span {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

export function slotOf(day: number, half: number): number {
  return day * PER_DAY + half;
}

/** Every half-hour of one part of one day. */
export function slotsOfPart(day: number, part: DayPart): number[] {
  return Array.from({ length: part.to - part.from }, (_, at) => slotOf(day, part.from + at));
}

/** Unbroken stretches, day by day. */
export function spansOf(slots: Iterable<number>): Span[] {
  const spans: Span[] = [];
  for (const slot of [...new Set(slots)].sort((a, b) => a - b)) {
    const day = Math.floor(slot / PER_DAY);
    const half = slot % PER_DAY;
    const last = spans.at(-1);
    if (last !== undefined && last.day === day && last.to === half) {
      spans[spans.length - 1] = { ...last, to: half + 1 };
    } else spans.push({ day, from: half, to: half + 1 });
  }
  return spans;
}

/** "17.00" of half-hour 34, the way the language writes times. */
export function clock(locale: Locale, half: number): string {
  const hours = Math.floor(half / 2);
  const minutes = half % 2 === 0 ? '00' : '30';
  return locale === 'sv' ? `${hours}.${minutes}` : `${String(hours).padStart(2, '0')}:${minutes}`;
}

/** The short head of a day's column; Arabic drops the article, as its calendars do. Give the full name to readers beside it. */
export function dayHead(locale: Locale, day: number): string {
  const short = weekdayName(locale, day, 'short');
  return locale === 'ar' ? short.replace(/^ال/, '') : short;
}

/** "tisdag och torsdag 17.00–21.00, lördag 9.00–12.00"; empty for no time at all. */
export function weekWords(t: Translate, locale: Locale, slots: Iterable<number>): string {
  const days = new Map<string, { span: Span; names: string[] }>();
  for (const span of spansOf(slots)) {
    const hours = `${span.from}-${span.to}`;
    const known = days.get(hours) ?? { span, names: [] };
    known.names.push(weekdayName(locale, span.day));
    days.set(hours, known);
  }
  const phrases = [...days.values()].map(({ span, names }) =>
    t('ui.week.span', {
      day: formatList(locale, names),
      from: clock(locale, span.from),
      to: clock(locale, span.to),
    }),
  );
  return phrases.join(locale === 'ar' ? '، ' : ', ');
}

/** What a `<WeekPainter name>` sent: half-hours, or whole day parts where there was no JavaScript. */
export function readWeek(form: Pick<Form, 'list'>, name: string): number[] {
  const written = form
    .list(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
    .map(Number);
  const parts = form.list(`${name}-part`).flatMap((value) => {
    const [day, key] = value.split(':');
    const part = DAY_PARTS.find((candidate) => candidate.key === key);
    return part === undefined ? [] : slotsOfPart(Number(day), part);
  });
  return [...new Set([...written, ...parts])].sort((a, b) => a - b);
}
