import { yearOf } from './calendar.ts';
import { readSubstitution, type Substitution } from './closeness.ts';
import type { Person, PersonPair, RoundInput } from '../model.ts';
import { greatCircleKilometres } from './sphere.ts';

/** What rules and criteria need to know beside the two people. */
export interface PairContext {
  /** The calendar year of the round. */
  readonly year: number;
  readonly substitution: Substitution;
  /** Pairs by the id of the one, then of the other. */
  readonly bans: PairSet;
  readonly history: PairSet;
}

type PairSet = ReadonlyMap<string, ReadonlySet<string>>;

export function readContext(input: RoundInput): PairContext {
  return {
    year: yearOf(input.now, 'now'),
    substitution: readSubstitution(input.substitutes ?? []),
    bans: readPairs(input.bans ?? []),
    history: readPairs(input.history ?? []),
  };
}

/** Holds in both directions: a mentor of today may have been the newcomer of an earlier pair. */
export function hasPair(pairs: PairSet, a: Person, b: Person): boolean {
  return pairs.get(a.id)?.has(b.id) === true || pairs.get(b.id)?.has(a.id) === true;
}

/** Kilometres between two people, in steps of 0.1 km, or null when either place is unknown. */
export function kilometresApart(newcomer: Person, mentor: Person): number | null {
  if (newcomer.place === null || mentor.place === null) return null;
  return greatCircleKilometres(newcomer.place, mentor.place);
}

function readPairs(pairs: readonly PersonPair[]): PairSet {
  const byNewcomer = new Map<string, Set<string>>();
  for (const { newcomer, mentor } of pairs) {
    const mentors = byNewcomer.get(newcomer) ?? new Set<string>();
    byNewcomer.set(newcomer, mentors.add(mentor));
  }
  return byNewcomer;
}
