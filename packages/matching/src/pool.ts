import { FIELD_CLOSENESS, highestLevel, relationOf, type Substitution } from './closeness.ts';
import { readContext, type PairContext } from './context.ts';
import { MatchingError } from './errors.ts';
import type { MeetingWay, Occupation, Person, RoundInput } from './model.ts';
import { CEFR_ORDER, GENDER_ORDER, levelIn, levelNumber, SWEDISH, WAY_ORDER } from './skills.ts';
import { pointOf } from './sphere.ts';
import { checkInput } from './validate.ts';

/** 336 half-hours in words of 32 bits. */
export const TIME_WORDS = 11;
export const LEVELS = CEFR_ORDER.length;

/**
 * One side's people as columns: position `i` in each array is the person `people[i]`, in order of id. Bit sets
 * stand row after row, `words` per person. 0 means unknown in `gender`, `birthYear`, `educationLevel` and
 * `household`; NaN in the coordinates.
 */
export interface Columns {
  readonly people: readonly Person[];
  readonly gender: Uint8Array;
  readonly birthYear: Int32Array;
  readonly municipality: Int32Array;
  readonly household: Int32Array;
  /** Points of the unit sphere. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** Kilometres; Infinity for any distance. */
  readonly reach: Float64Array;
  /** `TIME_WORDS` per person. */
  readonly time: Int32Array;
  /** `LEVELS × languageWords` per person: the languages spoken at each level or better. */
  readonly languages: Int32Array;
  /** 0..6 */
  readonly swedish: Uint8Array;
  /** Bit `WAY_ORDER.indexOf(way)`. */
  readonly ways: Uint8Array;
  /** `interestWords` per person. */
  readonly interests: Int32Array;
  readonly educationLevel: Uint8Array;
  readonly fields: Lists;
  readonly occupations: Lists;
}

/** Lists of codes, one per person: those of `i` stand from `start[i]` up to `start[i + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly code: Int32Array;
}

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

export type Codes = ReadonlyMap<string, number>;

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

/** The bit of a way of meeting in the column `ways`. */
export function wayBit(way: MeetingWay): number {
  return 1 << WAY_ORDER.indexOf(way);
}

function byId(a: Person, b: Person): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function codesOf(words: readonly string[]): Codes {
  return new Map([...new Set(words)].map((word, code) => [word, code]));
}

function wordsFor(bits: number): number {
  return Math.ceil(bits / 32);
}

function fieldsOf({ educations }: Person): readonly string[] {
  return [...new Set(educations.flatMap(({ field }) => field ?? []))];
}

interface OccupationCodes {
  readonly byKey: Codes;
  readonly list: readonly Occupation[];
}

/* Years do not count for closeness, so the same occupation with different years is one code. */
function keyOf({ occupation, ssyk }: Occupation): string {
  return `${ssyk} ${occupation ?? ''}`;
}

function occupationsOf(people: readonly Person[]): OccupationCodes {
  const first = new Map<string, Occupation>();
  for (const { occupations } of people) {
    for (const occupation of occupations) {
      if (!first.has(keyOf(occupation))) first.set(keyOf(occupation), occupation);
    }
  }
  return { byKey: codesOf([...first.keys()]), list: [...first.values()] };
}

interface SideCodes {
  readonly languageCodes: Codes;
  readonly interestCodes: Codes;
  readonly municipalityCodes: Codes;
  readonly householdCodes: Codes;
  readonly languageWords: number;
  readonly interestWords: number;
  readonly fields: Codes | undefined;
  readonly occupations: OccupationCodes | undefined;
}

function fillColumns(people: readonly Person[], codes: SideCodes): Columns {
  const points = people.map(({ place }) => (place === null ? { x: NaN, y: NaN, z: NaN } : pointOf(place)));
  const languageRow = LEVELS * codes.languageWords;
  const columns: Columns = {
    people,
    gender: Uint8Array.from(people, ({ gender }) => (gender === null ? 0 : GENDER_ORDER.indexOf(gender) + 1)),
    birthYear: Int32Array.from(people, ({ birthYear }) => birthYear ?? 0),
    municipality: Int32Array.from(
      people,
      ({ municipality }) => codes.municipalityCodes.get(municipality) ?? 0,
    ),
    household: Int32Array.from(people, ({ household }) =>
      household === null ? 0 : (codes.householdCodes.get(household) ?? 0) + 1,
    ),
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    z: Float64Array.from(points, ({ z }) => z),
    reach: Float64Array.from(people, ({ maxKilometres }) => maxKilometres ?? Infinity),
    time: new Int32Array(people.length * TIME_WORDS),
    languages: new Int32Array(people.length * languageRow),
    swedish: Uint8Array.from(people, ({ languages }) => levelIn(languages, SWEDISH)),
    ways: Uint8Array.from(people, ({ ways }) => ways.reduce((bits, way) => bits | wayBit(way), 0)),
    interests: new Int32Array(people.length * codes.interestWords),
    educationLevel: Uint8Array.from(people, ({ educations }) => highestLevel(educations) ?? 0),
    fields: listsOf(people, (person) => fieldsOf(person).map((field) => codes.fields?.get(field) ?? 0)),
    occupations: listsOf(people, (person) =>
      person.occupations.map((one) => codes.occupations?.byKey.get(keyOf(one)) ?? 0),
    ),
  };
  for (const [row, person] of people.entries()) {
    for (const halfHour of person.availability) setBit(columns.time, row * TIME_WORDS, halfHour);
    for (const interest of person.interests) {
      setBit(columns.interests, row * codes.interestWords, codes.interestCodes.get(interest) ?? 0);
    }
    for (const { language, level } of person.languages) {
      for (let step = 0; step < levelNumber(level); step++) {
        setBit(
          columns.languages,
          row * languageRow + step * codes.languageWords,
          codes.languageCodes.get(language) ?? 0,
        );
      }
    }
  }
  return columns;
}

function listsOf(people: readonly Person[], codesOfPerson: (person: Person) => readonly number[]): Lists {
  const lists = people.map(codesOfPerson);
  const start = new Int32Array(people.length + 1);
  let end = 0;
  for (const [row, list] of lists.entries()) {
    end += list.length;
    start[row + 1] = end;
  }
  return { start, code: Int32Array.from(lists.flat()) };
}

function setBit(words: Int32Array, offset: number, bit: number): void {
  const at = offset + (bit >> 5);
  words[at] = (words[at] ?? 0) | (1 << (bit & 31));
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
