import { searchKey } from '@parvis/reference';
import { translateTo } from '@parvis/messages/all';
import type { CellReading, FilledCell, ReadingContext } from './reading.ts';
import { guessed, sure, wrong } from './reading.ts';

/** The day someone began to wait: an ISO date, not after today. */
export function readWaitingSince(cell: FilledCell, { today, locale }: ReadingContext): CellReading<string> {
  const found = findDate(cell);
  if (found === null) return wrong('not-a-date');
  if (found.date > today) return wrong('date-in-future');
  const key = found.how === 'first-of-month' ? 'sheets.guess.first-of-month' : 'sheets.guess.date';
  return found.how === 'sure'
    ? sure(found.date)
    : guessed(found.date, translateTo(locale)(key, { date: found.date }));
}

/** A year of birth: four digits, two (a guess), or a whole date, of which only the year is kept. */
export function readBirthYear(cell: FilledCell, { today }: ReadingContext): CellReading<number> {
  const thisYear = Number(today.slice(0, 4));
  const { text } = cell;
  const fourDigits = /^(?:år |f\. |född |born )?(\d{4})(?:[.,]0+)?$/i.exec(text);
  if (fourDigits) return checkYear(Number(fourDigits[1]), thisYear);
  const twoDigits = /^[-'’]?(\d{2})$/.exec(text);
  if (twoDigits) {
    const late = 2000 + Number(twoDigits[1]);
    // Nobody here is younger than ten.
    const year = late <= thisYear - 10 ? late : late - 100;
    return guessed(year, String(year));
  }
  const sixDigits = /^(\d{2})(0[1-9]|1[0-2])([0-3]\d)$/.exec(text);
  if (sixDigits) {
    const late = 2000 + Number(sixDigits[1]);
    const year = late <= thisYear - 10 ? late : late - 100;
    return guessed(year, String(year));
  }
  const found = findDate(cell);
  return found === null ? wrong('not-a-birth-year') : checkYear(Number(found.date.slice(0, 4)), thisYear);
}

function checkYear(year: number, thisYear: number): CellReading<number> {
  return year >= 1900 && year <= thisYear ? sure(year) : wrong('not-a-birth-year');
}

interface FoundDate {
  readonly date: string;
  readonly how: 'sure' | 'date' | 'first-of-month';
}

function findDate({ raw, text }: FilledCell): FoundDate | null {
  // Excel's serial of a day between 1909 and 2064, in a cell that lost its date format.
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : null;
  if (serial !== null && serial > 3_653 && serial < 60_000) {
    const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
    return { date, how: typeof raw === 'number' ? 'sure' : 'date' };
  }
  const iso = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[T ][\d:.Z+]*)?$/.exec(text);
  if (iso) return build(iso[1], iso[2], iso[3]);
  const dayFirst = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:[T ][\d:.Z]*)?$/.exec(text);
  if (dayFirst) return buildDayFirst(dayFirst);
  return findNamedMonth(text);
}

/** Swedish writes the day first; only when that cannot be is it the month. */
function buildDayFirst([, first, second, year]: RegExpExecArray): FoundDate | null {
  const asSwedish = build(fullYear(year), second, first);
  if (asSwedish !== null) return asSwedish;
  const asAmerican = build(fullYear(year), first, second);
  return asAmerican && { ...asAmerican, how: 'date' };
}

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^feb/,
  /^mar/,
  /^apr/,
  /^ma[ji]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[kc]t/,
  /^nov/,
  /^de[cz]/,
];

/** `1 mars 2026`, `March 1, 2026`, `mars 2026`. */
function findNamedMonth(text: string): FoundDate | null {
  const words = searchKey(text).split(' ');
  const month = MONTHS.findIndex((name) => words.some((word) => name.test(word))) + 1;
  if (month === 0 || words.length > 5) return null;
  const numbers = words
    .map((word) => word.replace(/(?<=\d)(?:st|nd|rd|th|e|a)$/, ''))
    .filter((word) => /^\d+$/.test(word));
  const year =
    numbers.find((number) => number.length === 4) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const day = numbers.find((number) => number.length <= 2 && (number !== year || numbers[0] === numbers[1]));
  if (year === undefined) return null;
  const found = build(fullYear(year), String(month), day ?? '1');
  return found && (day === undefined ? { ...found, how: 'first-of-month' } : found);
}

function fullYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year;
}

function build(year = '', month = '', day = ''): FoundDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  // The engine of dates turns 31 February into 3 March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? { date, how: 'sure' } : null;
}
