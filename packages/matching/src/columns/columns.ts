import { emptyTable, put, type SetTable } from './bits.ts';
import { highestLevel } from '../judge/closeness.ts';
import type { MeetingWay, Occupation, Person } from '../model.ts';
import { GENDER_ORDER, levelNumber, WAY_ORDER } from '../judge/skills.ts';
import { pointOf } from '../judge/sphere.ts';
import { HALF_HOURS } from '../validate.ts';

/** Codes of a language at a level: language · `LEVEL_STEP` + level, 1..6. */
export const LEVEL_STEP = 8;

/**
 * One side's people as columns: position `i` in each array is the person `people[i]`, in order of id. 0 means
 * unknown in `gender`, `birthYear`, `educationLevel` and `household`; NaN in the coordinates.
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
  /** Bit `WAY_ORDER.indexOf(way)`. */
  readonly ways: Uint8Array;
  readonly educationLevel: Uint8Array;
  readonly halfHours: Lists;
  /** Each language once, at its best level. */
  readonly languages: Lists;
  readonly interests: Lists;
  readonly fields: Lists;
  readonly occupations: Lists;
  /** The same as sets: who has each code. */
  readonly by: Sets;
}

/** Who of a side has each code; see `bits`. */
export interface Sets {
  readonly gender: SetTable;
  readonly municipality: SetTable;
  readonly household: SetTable;
  /** By position in `WAY_ORDER`. */
  readonly way: SetTable;
  readonly educationLevel: SetTable;
  readonly halfHour: SetTable;
  /** Who speaks a language at a level or better. */
  readonly language: SetTable;
  readonly interest: SetTable;
  readonly field: SetTable;
  readonly occupation: SetTable;
}

/** Lists of codes, one per person, each code once: those of `i` stand from `start[i]` up to `start[i + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly code: Int32Array;
}

/** A number for each word, from 0 on. */
export type Codes = ReadonlyMap<string, number>;

/** The numbers of every word that stands in the columns, the same on both sides. */
export interface WordCodes {
  readonly languages: Codes;
  readonly interests: Codes;
  readonly municipalities: Codes;
  readonly households: Codes;
  readonly fields: Codes;
  readonly occupations: Codes;
}

/** The bit of a way of meeting in the column `ways`. */
export function wayBit(way: MeetingWay): number {
  return 1 << WAY_ORDER.indexOf(way);
}

/** Numbers the words of everyone. */
export function numberWords(people: readonly Person[]): WordCodes {
  return {
    languages: codesOf(people.flatMap(({ languages }) => languages.map(({ language }) => language))),
    interests: codesOf(people.flatMap(({ interests }) => interests)),
    municipalities: codesOf(people.map(({ municipality }) => municipality)),
    households: codesOf(people.flatMap(({ household }) => household ?? [])),
    fields: codesOf(people.flatMap(fieldsOf)),
    occupations: codesOf(people.flatMap(({ occupations }) => occupations.map(occupationKey))),
  };
}

/** Years do not count for closeness, so the same occupation with different years is one word. */
export function occupationKey({ occupation, ssyk }: Occupation): string {
  return `${ssyk} ${occupation ?? ''}`;
}

/** Reads one side's people, already in order, into columns. */
export function fillColumns(people: readonly Person[], codes: WordCodes): Columns {
  const points = people.map(({ place }) => (place === null ? { x: NaN, y: NaN, z: NaN } : pointOf(place)));
  const codeOf = (words: Codes, word: string): number => words.get(word) ?? 0;
  const columns = {
    people,
    gender: Uint8Array.from(people, ({ gender }) => (gender === null ? 0 : GENDER_ORDER.indexOf(gender) + 1)),
    birthYear: Int32Array.from(people, ({ birthYear }) => birthYear ?? 0),
    municipality: Int32Array.from(people, ({ municipality }) => codeOf(codes.municipalities, municipality)),
    household: Int32Array.from(people, ({ household }) =>
      household === null ? 0 : codeOf(codes.households, household) + 1,
    ),
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    z: Float64Array.from(points, ({ z }) => z),
    ways: Uint8Array.from(people, ({ ways }) => ways.reduce((bits, way) => bits | wayBit(way), 0)),
    educationLevel: Uint8Array.from(people, ({ educations }) => highestLevel(educations) ?? 0),
    halfHours: listsOf(people, ({ availability }) => availability),
    languages: listsOf(people, (person) => languagesOf(person, codes.languages)),
    interests: listsOf(people, ({ interests }) => interests.map((word) => codeOf(codes.interests, word))),
    fields: listsOf(people, (person) => fieldsOf(person).map((word) => codeOf(codes.fields, word))),
    occupations: listsOf(people, ({ occupations }) =>
      occupations.map((one) => codeOf(codes.occupations, occupationKey(one))),
    ),
  };
  return { ...columns, by: gatherSets(columns, codes) };
}

function gatherSets(columns: Omit<Columns, 'by'>, codes: WordCodes): Sets {
  const size = columns.people.length;
  return {
    gender: setsOf(columns.gender, GENDER_ORDER.length + 1),
    municipality: setsOf(columns.municipality, codes.municipalities.size),
    household: setsOf(columns.household, codes.households.size + 1),
    way: setsOfLists(
      listsOf(columns.people, ({ ways }) => ways.map((way) => WAY_ORDER.indexOf(way))),
      WAY_ORDER.length,
      size,
    ),
    educationLevel: setsOf(columns.educationLevel, EDUCATION_LEVELS),
    halfHour: setsOfLists(columns.halfHours, HALF_HOURS, size),
    language: speakersOf(columns.languages, codes.languages.size, size),
    interest: setsOfLists(columns.interests, codes.interests.size, size),
    field: setsOfLists(columns.fields, codes.fields.size, size),
    occupation: setsOfLists(columns.occupations, codes.occupations.size, size),
  };
}

/** SCB's seven steps, and 0 for unknown. */
export const EDUCATION_LEVELS = 8;

function setsOf(code: ArrayLike<number>, codes: number): SetTable {
  const table = emptyTable(codes, code.length);
  for (let i = 0; i < code.length; i++) put(table, code[i] ?? 0, i);
  return table;
}

function setsOfLists({ start, code }: Lists, codes: number, size: number): SetTable {
  const table = emptyTable(codes, size);
  for (let i = 0; i < size; i++) {
    for (let p = start[i] ?? 0; p < (start[i + 1] ?? 0); p++) put(table, code[p] ?? 0, i);
  }
  return table;
}

function speakersOf({ start, code }: Lists, languages: number, size: number): SetTable {
  const table = emptyTable(languages * LEVEL_STEP, size);
  for (let i = 0; i < size; i++) {
    for (let p = start[i] ?? 0; p < (start[i + 1] ?? 0); p++) {
      const best = code[p] ?? 0;
      for (let one = best - (best % LEVEL_STEP); one <= best; one++) put(table, one, i);
    }
  }
  return table;
}

function codesOf(words: readonly string[]): Codes {
  return new Map([...new Set(words)].map((word, code) => [word, code]));
}

function fieldsOf({ educations }: Person): readonly string[] {
  return educations.flatMap(({ field }) => field ?? []);
}

function languagesOf({ languages }: Person, codes: Codes): readonly number[] {
  const best = new Map<number, number>();
  for (const { language, level } of languages) {
    const code = codes.get(language) ?? 0;
    best.set(code, Math.max(levelNumber(level), best.get(code) ?? 0));
  }
  return [...best].map(([language, level]) => language * LEVEL_STEP + level);
}

function listsOf(people: readonly Person[], codesOfPerson: (person: Person) => readonly number[]): Lists {
  const lists = people.map((person) => [...new Set(codesOfPerson(person))]);
  const start = new Int32Array(people.length + 1);
  for (const [row, list] of lists.entries()) start[row + 1] = (start[row] ?? 0) + list.length;
  return { start, code: Int32Array.from(lists.flat()) };
}
