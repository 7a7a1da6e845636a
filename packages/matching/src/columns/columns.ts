import { highestLevel } from '../judge/closeness.ts';
import type { MeetingWay, Occupation, Person } from '../model.ts';
import { CEFR_ORDER, GENDER_ORDER, levelIn, levelNumber, SWEDISH, WAY_ORDER } from '../judge/skills.ts';
import { pointOf } from '../judge/sphere.ts';

/** 336 half-hours in words of 32 bits. */
export const TIME_WORDS = 11;
/** Steps of language skill. */
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

/** A number for each word, from 0 on. */
export type Codes = ReadonlyMap<string, number>;

/** The bit of a way of meeting in the column `ways`. */
export function wayBit(way: MeetingWay): number {
  return 1 << WAY_ORDER.indexOf(way);
}

/** Numbers the words in the order in which they first occur. */
export function codesOf(words: readonly string[]): Codes {
  return new Map([...new Set(words)].map((word, code) => [word, code]));
}

/** A person's education fields, each once. */
export function fieldsOf({ educations }: Person): readonly string[] {
  return [...new Set(educations.flatMap(({ field }) => field ?? []))];
}

/** A side's different occupations, by their code. */
export interface OccupationCodes {
  readonly byKey: Codes;
  readonly list: readonly Occupation[];
}

/* Years do not count for closeness, so the same occupation with different years is one code. */
function keyOf({ occupation, ssyk }: Occupation): string {
  return `${ssyk} ${occupation ?? ''}`;
}

/** Numbers the occupations of one side's people. */
export function occupationsOf(people: readonly Person[]): OccupationCodes {
  const first = new Map<string, Occupation>();
  for (const { occupations } of people) {
    for (const occupation of occupations) {
      if (!first.has(keyOf(occupation))) first.set(keyOf(occupation), occupation);
    }
  }
  return { byKey: codesOf([...first.keys()]), list: [...first.values()] };
}

/* The codes of every word that stands in the columns of one side. */
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

/** Reads one side's people, already in order, into columns. */
export function fillColumns(people: readonly Person[], codes: SideCodes): Columns {
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
