import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CellGuess, CellProblem, Column, ImportReport, Locale } from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import type {
  Cell,
  CellProblemCode,
  CellReading,
  Facts,
  FilledCell,
  ReadingContext,
  SheetFields,
} from './cells/reading.ts';
import { isWrong } from './cells/reading.ts';
import { findEducationLevel, searchKey } from '@parvis/reference';
import { MASK, isMasked, maskPersonalNumbers } from './cells/personal-number.ts';
import { fillCell } from './cells/text.ts';
import { ASSUMED_LEVEL } from './details.ts';
import { readColumn } from './fields.ts';
import { findHeadingRow, guessColumns, type HeadingGuess } from './headings.ts';
import { listBesideRejected, listTwice, resolveNeverWith } from './persons.ts';

/** A row that was understood. */
export interface SheetPerson {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly fields: Partial<SheetFields> & Pick<SheetFields, 'side' | 'name'>;
  /** Rows of those she is never paired with; a row that was rejected may be among them. */
  readonly neverWithRows: readonly number[];
  /** What of `neverWith` stands on no row of the file. */
  readonly neverWithOthers: readonly string[];
}

/** A sheet read row by row. */
export interface SheetReading {
  readonly headings: ImportReport['headings'];
  readonly columns: readonly (Column | null)[];
  /** Rows with something in them, the headings aside. */
  readonly read: number;
  readonly people: readonly SheetPerson[];
  readonly rejected: readonly CellProblem[];
  readonly guesses: readonly CellGuess[];
}

export interface SheetGiven {
  /** The whole sheet, masked by `maskCells`. */
  readonly cells: readonly (readonly Cell[])[];
  /** Which heading is which column; null to guess. */
  readonly columns: readonly (Column | null)[] | null;
  readonly locale: Locale;
  /** ISO date. */
  readonly today: string;
  /** Where those live who do not say; null when that cannot be known. */
  readonly home: string | null;
  /** What becomes of one who is never with someone whose own row is rejected: she waits for it, or her row goes on alone. */
  readonly besideRejected: 'reject' | 'keep';
  /** Is this the id or name of someone whom `never with` may name beside the people of the file? */
  readonly knownOthers: (reference: string) => boolean;
}

/**
 * Reads a sheet of people: each row either understood whole, its guesses told, or rejected with every problem of it told.
 * Null when the sheet is empty. While no column says the side nobody can be read: the rows are only counted. Lets others have
 * their turn now and then: 20,000 rows take seconds.
 */
export async function readPeople(given: SheetGiven): Promise<SheetReading | null> {
  const sheet = openSheet(given);
  if (sheet === null) return null;
  if (!saysSides(sheet)) return readNobody(given, sheet);
  const reader = createRowReader(given, sheet);
  for (let index = sheet.headingRow + 1; index < given.cells.length; index++) {
    reader.read(given.cells[index] ?? [], index + 1);
    if (index % 100 === 0) await nextTurn();
  }
  return reader.finish();
}

/** Does any column say who is which? */
export function saysSides({ columns }: Pick<SheetReading, 'columns'>): boolean {
  return columns.includes('side');
}

function readNobody({ cells }: SheetGiven, { headingRow, columns, report }: OpenSheet): SheetReading {
  const filled = cells.slice(headingRow + 1).filter((row) => row.some((cell) => fillCell(cell) !== null));
  return { headings: report, columns, read: filled.length, people: [], rejected: [], guesses: [] };
}

/** Personal identity numbers are taken out before anything is kept or told. */
export function maskCells(cells: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const headingRow = findHeadingRow(cells);
  if (headingRow === null) return cells;
  const columns = guessColumns(cells[headingRow] ?? [], cells.slice(headingRow + 1, headingRow + 200));
  return cells.map((row) =>
    row.map((cell, index) =>
      maskPersonalNumbers(cell, columns[index]?.column === 'phone' ? 'phone' : 'other'),
    ),
  );
}

interface OpenSheet {
  readonly headingRow: number;
  readonly columns: readonly (Column | null)[];
  readonly headings: readonly string[];
  readonly report: ImportReport['headings'];
}

function openSheet({ cells, columns }: SheetGiven): OpenSheet | null {
  const headingRow = findHeadingRow(cells);
  if (headingRow === null) return null;
  const rows = cells.slice(headingRow + 1);
  const width = Math.max(...cells.slice(headingRow, headingRow + 200).map((row) => row.length));
  const row = Array.from({ length: width }, (_, index) => cells[headingRow]?.[index] ?? null);
  const guesses: readonly HeadingGuess[] =
    columns === null
      ? guessColumns(row, rows.slice(0, 200))
      : row.map((_, index) => ({ column: columns[index] ?? null, certain: true }));
  const headings = row.map((heading, index) => fillCell(heading)?.text.slice(0, 200) ?? letterOf(index));
  return {
    headingRow,
    headings,
    columns: guesses.map(({ column }) => column),
    report: guesses.map(({ column, certain }, index) => ({
      heading: headings[index] ?? '',
      column,
      certain,
      sample: sampleOf(rows, index),
    })),
  };
}

/** `A`, `B` … as the spreadsheet calls a column without a heading. */
function letterOf(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`;
}

function sampleOf(rows: readonly (readonly Cell[])[], index: number): string {
  for (const row of rows.slice(0, 200)) {
    const filled = fillCell(row[index] ?? null);
    if (filled !== null) return shown(filled.text, 60);
  }
  return '';
}

function createRowReader(given: SheetGiven, { columns, headings, report }: OpenSheet) {
  const t = translateTo(given.locale);
  const rejected: CellProblem[] = [];
  const guesses: CellGuess[] = [];
  const people: Pick<SheetPerson, 'row' | 'fields'>[] = [];
  const bad = new Set<number>();
  const remembered = new Map<string, CellReading<Partial<SheetFields>>>();
  const used = columns.flatMap((column, index) => (column === null ? [] : [{ column, index }]));
  const headingOf = (column: Column): string =>
    headings[columns.indexOf(column)] ?? t(`sheets.column.${column}`);
  // The side and the municipality say how other cells of the row are to be read.
  const order = [...new Set(used.map(({ column }) => column))].sort((a, b) => rankOf(a) - rankOf(b));
  let read = 0;

  const reject = (
    row: number,
    column: Column,
    value: string,
    problem: CellProblemCode,
    facts: Facts,
  ): void => {
    bad.add(row);
    rejected.push({ row, column: headingOf(column), value: shown(value, 200), problem, facts });
  };

  const readCell = (
    column: Column,
    cell: FilledCell,
    context: ReadingContext,
  ): CellReading<Partial<SheetFields>> => {
    // The same words stand in many rows; what they mean is worked out once.
    const key = `${column} ${context.side} ${column === 'place' ? (context.municipality ?? '') : ''} ${typeof cell.raw} ${cell.text}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const reading = readColumn(column, cell, context);
    if (cell.text.length < 200) remembered.set(key, reading);
    return reading;
  };

  const readRow = (cells: readonly Cell[], row: number): void => {
    const fields: { -readonly [K in keyof SheetFields]?: SheetFields[K] } = {};
    const problemsBefore = rejected.length;
    const told: CellGuess[] = [];
    for (const column of order) {
      const cell = joinCells(
        column,
        used.filter((one) => one.column === column).map(({ index }) => cells[index] ?? null),
      );
      if (cell === null) continue;
      const context = {
        locale: given.locale,
        today: given.today,
        side: fields.side ?? 'newcomer',
        municipality: fields.municipality ?? given.home,
      };
      const reading = readCell(column, cell, context);
      if (isWrong(reading)) {
        reject(row, column, cell.text, reading.problem, reading.facts);
        continue;
      }
      Object.assign(fields, reading.value);
      if (reading.guess !== null && searchKey(reading.guess) !== searchKey(cell.text))
        told.push({
          row,
          column: headingOf(column),
          value: shown(cell.text, 200),
          understood: reading.guess,
        });
    }
    const wrongColumns = new Set(rejected.slice(problemsBefore).map(({ column }) => column));
    const isMissing = (column: Column): boolean => !wrongColumns.has(headingOf(column));
    if (fields.side === undefined && isMissing('side')) reject(row, 'side', '', 'required', {});
    const name = fields.name ?? (columns.includes('name') ? undefined : fields.sheetId);
    if (name === undefined && isMissing('name')) reject(row, 'name', '', 'required', {});
    const { educationLevels, educationFields } = fields;
    if (educationLevels === undefined && educationFields?.some(({ level }) => level === null) === true) {
      const understood = findEducationLevel(ASSUMED_LEVEL)?.[given.locale] ?? String(ASSUMED_LEVEL);
      told.push({
        row,
        column: headingOf('educationField'),
        value: t('sheets.column.educationLevel'),
        understood,
      });
    }
    if (!bad.has(row)) guesses.push(...told);
    // A rejected row is still someone whom others may name.
    const identity = { side: fields.side ?? 'newcomer', name: name ?? fields.sheetId ?? '' };
    people.push({ row, fields: { ...fields, ...identity } });
  };

  return {
    read(cells: readonly Cell[], row: number): void {
      if (!used.some(({ index }) => fillCell(cells[index] ?? null) !== null)) return;
      read += 1;
      readRow(cells, row);
    },
    finish(): SheetReading {
      for (const { person, problem, other } of listTwice(people.filter(({ row }) => !bad.has(row)))) {
        const { sheetId, name } = person.fields;
        reject(person.row, problem === 'id-twice' ? 'id' : 'name', sheetId ?? name, problem, {
          row: other.row,
        });
      }
      const resolved = resolveNeverWith(people, given.knownOthers);
      for (const { row, word } of resolved.unknown)
        if (!bad.has(row)) reject(row, 'neverWith', word, 'unknown-person', { word: shown(word, 80) });
      for (const { row, word, count } of resolved.several) {
        const understood = t('sheets.guess.never-with-many', { count });
        guesses.push({ row, column: headingOf('neverWith'), value: shown(word, 200), understood });
      }
      if (given.besideRejected === 'reject')
        for (const { person, other } of listBesideRejected(resolved.people, bad))
          reject(person.row, 'neverWith', (person.fields.neverWith ?? []).join('; '), 'never-with-rejected', {
            row: other,
          });
      return {
        headings: report,
        columns,
        read,
        people: resolved.people.filter(({ row }) => !bad.has(row)),
        rejected: rejected.toSorted((a, b) => a.row - b.row),
        guesses: guesses.filter(({ row }) => !bad.has(row)).toSorted((a, b) => a.row - b.row),
      };
    },
  };
}

function rankOf(column: Column): number {
  return column === 'side' ? 0 : column === 'municipality' ? 1 : 2;
}

/** Two columns of one meaning, such as first and last name, are one cell. */
function joinCells(column: Column, cells: readonly Cell[]): FilledCell | null {
  const filled = cells.map(fillCell).filter((cell) => cell !== null);
  const [first, ...others] = filled;
  if (first === undefined || others.length === 0) return first ?? null;
  const text = filled.map((cell) => cell.text).join(column === 'name' ? ' ' : '; ');
  return { raw: text, text };
}

/** A value as a report shows it: cut, and no sign that a page or a file cannot hold. */
export function shown(text: string, length: number): string {
  const plain = text.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
  if (isMasked(plain)) return MASK;
  return plain.length > length ? `${plain.slice(0, length - 1).toWellFormed()}…` : plain;
}
