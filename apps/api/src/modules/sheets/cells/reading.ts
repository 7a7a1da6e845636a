import type { Locale, PersonDetails } from '@parvis/contracts';
import type { Gender, LanguageSkill, MeetingWay, Side, Wish } from '@parvis/matching';
import type { MessageKey } from '@parvis/messages';

/** A cell as the file holds it; dates are ISO text by now. */
export type Cell = string | number | boolean | null;

type CodeOf<K> = K extends `sheets.problem.${infer Code}` ? Code : never;
/** What can be wrong with a cell: each has a sentence with its remedy in packages/messages, `sheets`. */
export type CellProblemCode = CodeOf<MessageKey>;
export type Facts = Readonly<Record<string, string | number>>;

/** A cell that was understood; `guess` says how, when it took a guess. */
export interface Understood<T> {
  readonly value: T;
  readonly guess: string | null;
}
export interface Misunderstood {
  readonly problem: CellProblemCode;
  readonly facts: Facts;
}
export type CellReading<T> = Understood<T> | Misunderstood;

/** What is known while a row is read. */
export interface ReadingContext {
  readonly locale: Locale;
  /** ISO date. */
  readonly today: string;
  /** Of the row, once its own cell was read. */
  readonly side: Side;
  /** Of the row, or of the program; null when it is not known. */
  readonly municipality: string | null;
}

/** A cell with its text, trimmed and in NFC. */
export interface FilledCell {
  readonly raw: Cell;
  readonly text: string;
}

/** All that the cells of a row can say. */
export interface SheetFields {
  readonly sheetId: string;
  readonly side: Side;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly birthYear: number;
  readonly gender: Gender | null;
  readonly municipality: string;
  readonly place: {
    readonly postalCode: string | null;
    readonly locality: string | null;
    readonly municipality: string | null;
  };
  readonly skills: { readonly languages: readonly LanguageSkill[]; readonly sfi: PersonDetails['sfi'] };
  readonly educationLevels: readonly number[];
  readonly educationFields: readonly EducationFieldRead[];
  readonly occupations: PersonDetails['occupations'];
  readonly availability: readonly number[];
  readonly ways: readonly MeetingWay[];
  readonly maxKilometres: number;
  readonly capacity: number;
  readonly waitingSince: string;
  readonly wishes: readonly Wish[];
  /** Ids of the file, or names. */
  readonly neverWith: readonly string[];
  readonly household: string;
  readonly interests: PersonDetails['interests'];
}

export interface EducationFieldRead {
  /** Null where the words only say how long it was. */
  readonly field: string | null;
  /** What the words say about how long it was, if anything. */
  readonly level: number | null;
}

export function sure<T>(value: T): Understood<T> {
  return { value, guess: null };
}
export function guessed<T>(value: T, guess: string): Understood<T> {
  return { value, guess };
}
export function wrong(problem: CellProblemCode, facts: Facts = {}): Misunderstood {
  return { problem, facts };
}
export function isWrong<T>(reading: CellReading<T>): reading is Misunderstood {
  return 'problem' in reading;
}

/** Reads the parts of a cell one by one: the first that is wrong decides; what was guessed of any is told of all. */
export function readEach<T>(
  parts: readonly string[],
  read: (part: string) => CellReading<T>,
): CellReading<readonly T[]> {
  const values: T[] = [];
  const guesses: string[] = [];
  for (const part of parts) {
    const reading = read(part);
    if (isWrong(reading)) return reading;
    values.push(reading.value);
    if (reading.guess !== null) guesses.push(reading.guess);
  }
  return { value: values, guess: guesses.length === 0 ? null : guesses.join('; ') };
}

/** The parts of a cell, between `;` and line breaks, and between commas when told so. */
export function splitParts(text: string, between: RegExp = /[;\n]/): readonly string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
