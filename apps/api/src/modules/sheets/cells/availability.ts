import { HALF_HOURS } from '@parvis/contracts';
import type { Locale } from '@parvis/contracts';
import { weekdayName } from '@parvis/messages';
import { readClockwork, type Clockwork } from './availability.tokens.ts';
import type { CellReading, ReadingContext } from './reading.ts';
import { guessed, splitParts, sure, wrong, type Misunderstood } from './reading.ts';

const PER_DAY = HALF_HOURS / 7;
/** What a day alone, or the whole of one, means. */
const WHOLE_DAY: Span = { from: 9 * 60, to: 20 * 60 };
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Minutes since midnight. */
interface Span {
  readonly from: number;
  readonly to: number;
}
interface Group {
  readonly days: readonly number[];
  readonly spans: readonly Span[];
  readonly certain: boolean;
}

/**
 * Half-hours of the week: `mån 17-20; lör 10-14`, `weekdays after 17`, `vardagar efter 17`, `helger`, `mån-tors 9-12`,
 * `kvällar`, in Swedish or English. What leaves the hours to be guessed is told with the hours that were taken.
 */
export function readAvailability(text: string, { locale }: ReadingContext): CellReading<readonly number[]> {
  const groups: Group[] = [];
  for (const part of splitParts(text)) {
    const read = readGroups(part);
    if ('problem' in read) return read;
    groups.push(...read);
  }
  const halfHours = new Set(
    groups.flatMap(({ days, spans }) => days.flatMap((day) => spans.flatMap((span) => fill(day, span)))),
  );
  const ordered = [...halfHours].sort((a, b) => a - b);
  if (ordered.length === 0) return wrong('unclear-time', { word: text.slice(0, 80) });
  return groups.every(({ certain }) => certain)
    ? sure(ordered)
    : guessed(ordered, writeAvailability(ordered, locale));
}

/** Half-hours of the week as `readAvailability` reads them: `mån-fre 17-20; lör 10-14`. */
export function writeAvailability(halfHours: readonly number[], locale: Locale): string {
  const days = EVERY_DAY.map((day) => writeDay(halfHours.filter((one) => Math.floor(one / PER_DAY) === day)));
  const name = (day: number): string => shortName(locale, day);
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    const hours = days[day] ?? '';
    if (hours === '') continue;
    let last = day;
    while (days[last + 1] === hours) last++;
    parts.push(`${day === last ? name(day) : `${name(day)}-${name(last)}`} ${hours}`);
    day = last;
  }
  return parts.join('; ');
}

const shortNames = new Map<string, string>();

/** Arabic sheets carry English day names: they are the ones that are read back. */
function shortName(locale: Locale, day: number): string {
  const key = `${locale} ${day}`;
  const known = shortNames.get(key);
  if (known !== undefined) return known;
  // A formatter takes longer to make than a whole row to write.
  const made = weekdayName(locale === 'sv' ? 'sv' : 'en', day, 'short').replace('.', '');
  shortNames.set(key, made);
  return made;
}

function writeDay(halfHours: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const one of halfHours.map((halfHour) => (halfHour % PER_DAY) * 30)) {
    const last = spans.at(-1);
    if (last?.to === one) last.to = one + 30;
    else spans.push({ from: one, to: one + 30 });
  }
  return spans.map(({ from, to }) => `${writeTime(from)}-${writeTime(to)}`).join(', ');
}

function writeTime(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** Only half-hours that lie whole within the time: 17.15–18.45 is 17.30–18.30. */
function fill(day: number, { from, to }: Span): readonly number[] {
  const [first, end] = [Math.ceil(from / 30), Math.floor(to / 30)];
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => day * PER_DAY + first + index);
}

/** Days and the hours that follow them (`mån, ons 17-20, lör 10-14`), or hours and the days that follow (`17-20 mån, ons`). */
function readGroups(part: string): readonly Group[] | Misunderstood {
  const tokens = readClockwork(part);
  if ('problem' in tokens) return tokens;
  const groups: Group[] = [];
  const open = newGroup();
  const close = (): void => {
    const group = settle(open);
    if (group !== null) groups.push(group);
    Object.assign(open, newGroup());
  };
  for (const token of tokens) {
    if (
      token.kind === 'days' &&
      open.days.length > 0 &&
      (open.spans.length > 0 || open.loose !== null) &&
      !open.timesFirst
    )
      close();
    add(open, token);
  }
  close();
  return groups;
}

interface Open {
  days: number[];
  spans: Span[];
  /** Hours that a part of the day stands for, unless the clock is told too. */
  loose: Span | null;
  certain: boolean;
  timesFirst: boolean;
}

function newGroup(): Open {
  return { days: [], spans: [], loose: null, certain: true, timesFirst: false };
}

function add(open: Open, token: Clockwork): void {
  if (token.kind === 'days') {
    if (open.spans.length > 0 || open.loose !== null) open.timesFirst = true;
    open.days.push(...token.days);
  } else if (token.kind === 'span') {
    open.spans.push(token.span);
    open.certain &&= token.certain;
  } else open.loose = token.span;
}

function settle({ days, spans, loose, certain }: Open): Group | null {
  if (days.length === 0 && spans.length === 0 && loose === null) return null;
  const hours = spans.length > 0 ? spans : [loose ?? WHOLE_DAY];
  return {
    days: days.length === 0 ? EVERY_DAY : days,
    spans: hours,
    certain: certain && spans.length > 0 && days.length > 0,
  };
}
