import { fillColumns, numberWords, occupationKey, type Columns, type WordCodes } from './columns.ts';
import { nearFields, nearOccupations, type Near } from './near.ts';
import { readContext, type PairContext } from '../judge/context.ts';
import { MatchingError } from '../errors.ts';
import type { Occupation, Person, RoundInput } from '../model.ts';
import { checkInput } from '../validate.ts';

/** The people of a round, each side in order of id, ready to be compared. */
export interface Pool {
  readonly newcomers: Columns;
  readonly mentors: Columns;
  readonly codes: WordCodes;
  readonly nearFields: Near;
  readonly nearOccupations: Near;
  readonly context: PairContext;
}

/**
 * Reads the people of a round into columns. Ids are compared by code unit, not by a language's alphabet, so
 * that the order is the same on every machine. Throws as `checkInput` does.
 */
export function fillPool(input: RoundInput): Pool {
  checkInput(input);
  const newcomers = [...input.newcomers].sort(byId);
  const mentors = [...input.mentors].sort(byId);
  const context = readContext(input);
  const codes = numberWords([...newcomers, ...mentors]);
  return {
    newcomers: fillColumns(newcomers, codes),
    mentors: fillColumns(mentors, codes),
    codes,
    nearFields: nearFields([...codes.fields.keys()]),
    nearOccupations: nearOccupations([...listOccupations(newcomers, mentors).values()], context.substitution),
    context,
  };
}

/** A question about newcomer `i` and mentor `j` of a pool. */
export type Test = (i: number, j: number) => boolean;
export type Measure = (i: number, j: number) => number;

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

/* One for each code, in the order of the codes. */
function listOccupations(...sides: readonly (readonly Person[])[]): ReadonlyMap<string, Occupation> {
  const first = new Map<string, Occupation>();
  for (const { occupations } of sides.flat()) {
    for (const one of occupations) {
      if (!first.has(occupationKey(one))) first.set(occupationKey(one), one);
    }
  }
  return first;
}

function byId(a: Person, b: Person): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
