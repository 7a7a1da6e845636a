import { FIELD_CLOSENESS, relationOf, type Substitution } from '../judge/closeness.ts';
import {
  codesOf,
  fieldsOf,
  fillColumns,
  occupationsOf,
  type Codes,
  type Columns,
  type OccupationCodes,
} from './columns.ts';
import { readContext, type PairContext } from '../judge/context.ts';
import { MatchingError } from '../errors.ts';
import type { Person, RoundInput } from '../model.ts';
import { checkInput } from '../validate.ts';

/** The people of a round, each side in order of id, ready to be compared pair by pair. */
export interface Pool {
  readonly newcomers: Columns;
  readonly mentors: Columns;
  readonly context: PairContext;
  /** The codes of words that stand in bit sets or columns. */
  readonly languageCodes: Codes;
  readonly municipalityCodes: Codes;
  readonly languageWords: number;
  readonly interestWords: number;
  readonly fieldCloseness: Table;
  readonly occupationCloseness: Table;
}

/** A question about newcomer `i` and mentor `j` of a pool. */
export type Test = (i: number, j: number) => boolean;
export type Measure = (i: number, j: number) => number;

/** Closeness 0..1 of a newcomer's code (row) and a mentor's. */
export interface Table {
  readonly width: number;
  readonly value: Float64Array;
}

/**
 * Reads the people of a round into columns. Ids are compared by code unit, not by a language's alphabet, so
 * that the order is the same on every machine. Throws as `checkInput` does.
 */
export function fillPool(input: RoundInput): Pool {
  checkInput(input);
  const newcomers = [...input.newcomers].sort(byId);
  const mentors = [...input.mentors].sort(byId);
  const everyone = [...newcomers, ...mentors];
  const context = readContext(input);
  const languageCodes = codesOf(
    everyone.flatMap(({ languages }) => languages.map(({ language }) => language)),
  );
  const interestCodes = codesOf(everyone.flatMap(({ interests }) => interests));
  const shared = {
    languageCodes,
    interestCodes,
    municipalityCodes: codesOf(everyone.map(({ municipality }) => municipality)),
    householdCodes: codesOf(everyone.flatMap(({ household }) => household ?? [])),
    languageWords: wordsFor(languageCodes.size),
    interestWords: wordsFor(interestCodes.size),
  };
  const fieldCodes = [newcomers, mentors].map((people) =>
    codesOf(people.flatMap((person) => fieldsOf(person))),
  );
  const occupationCodes = [newcomers, mentors].map((people) => occupationsOf(people));
  return {
    newcomers: fillColumns(newcomers, { ...shared, fields: fieldCodes[0], occupations: occupationCodes[0] }),
    mentors: fillColumns(mentors, { ...shared, fields: fieldCodes[1], occupations: occupationCodes[1] }),
    context,
    languageCodes,
    municipalityCodes: shared.municipalityCodes,
    languageWords: shared.languageWords,
    interestWords: shared.interestWords,
    fieldCloseness: compareFields(fieldCodes[0], fieldCodes[1]),
    occupationCloseness: compareOccupations(occupationCodes[0], occupationCodes[1], context.substitution),
  };
}

/** The position of a person in a side's columns, or -1. */
export function positionOf(columns: Columns, id: string): number {
  let low = 0;
  let high = columns.people.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = columns.people[middle];
    if (found === undefined || found.id === id) return found === undefined ? -1 : middle;
    if (found.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The person at a position that is known to exist. */
export function personAt(columns: Columns, position: number): Person {
  const person = columns.people[position];
  if (person === undefined) throw new MatchingError('unknown-person', 'position', position);
  return person;
}

function byId(a: Person, b: Person): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function wordsFor(bits: number): number {
  return Math.ceil(bits / 32);
}

function compareFields(newcomers: Codes | undefined, mentors: Codes | undefined): Table {
  const columns = [...(mentors ?? new Map<string, number>()).keys()];
  const rows = [...(newcomers ?? new Map<string, number>()).keys()];
  const value = rows.flatMap((a) => columns.map((b) => FIELD_CLOSENESS[commonLength(a, b)] ?? 1));
  return { width: columns.length, value: Float64Array.from(value) };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function compareOccupations(
  newcomers: OccupationCodes | undefined,
  mentors: OccupationCodes | undefined,
  substitution: Substitution,
): Table {
  const rows = newcomers?.list ?? [];
  const columns = mentors?.list ?? [];
  const value = new Float64Array(rows.length * columns.length);
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of columns.entries())
      value[i * columns.length + j] = relationOf(a, b, substitution).value;
  }
  return { width: columns.length, value };
}
