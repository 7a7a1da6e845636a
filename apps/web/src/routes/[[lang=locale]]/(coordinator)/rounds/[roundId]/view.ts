import type { Round, RoundPerson } from '@parvis/contracts';
import { sharesOfHundred } from '@parvis/matching';
import { keyOf, type PersonPair } from './byhand.ts';

export type MatchedPair = Round['pairs'][number];
export type Share = MatchedPair['reasons'][number];
export type LeftOut = Round['leftOut'][number];

/** A round by person and by pair, in the order in which it is read: longest waiting first. */
export function readRound(round: Round) {
  const people = new Map(round.people.map((person) => [person.id, person]));
  const pairs = new Map(round.pairs.map((pair) => [keyOf(pair), pair]));
  const pairsOf = new Map<string, MatchedPair[]>();
  for (const pair of round.pairs) {
    for (const id of [pair.newcomer, pair.mentor]) {
      const known = pairsOf.get(id);
      if (known === undefined) pairsOf.set(id, [pair]);
      else known.push(pair);
    }
  }
  const touched = new Set([...pairsOf.keys(), ...round.bans.flatMap((ban) => [ban.newcomer, ban.mentor])]);
  const sorted = [...round.people].sort(byWaiting);
  const column = (side: RoundPerson['side']): readonly RoundPerson[] =>
    sorted.filter((person) => person.side === side && touched.has(person.id));
  const mentors = column('mentor');
  const count = (side: RoundPerson['side']) => round.people.filter((person) => person.side === side).length;
  return {
    people,
    pairs,
    nameOf: (id: string | null): string => people.get(id ?? '')?.name ?? '',
    pairsOf: (id: string): readonly MatchedPair[] => pairsOf.get(id) ?? [],
    mentors,
    newcomers:
      round.pairs.length > MANY ? besideTheirs(mentors, column('newcomer'), pairsOf) : column('newcomer'),
    counts: { mentor: count('mentor'), newcomer: count('newcomer') },
    pairedCounts: {
      mentor: new Set(round.pairs.map(({ mentor }) => mentor)).size,
      newcomer: new Set(round.pairs.map(({ newcomer }) => newcomer)).size,
    },
    fresh: new Set((round.change?.formed ?? []).map(keyOf)),
    pinned: new Set(round.pins.map(keyOf)),
    banned: new Set(round.bans.map(keyOf)),
    /** As many pairs as there would be if everyone could meet everyone. */
    places: Math.min(placesOf(round, 'mentor'), placesOf(round, 'newcomer')),
  };
}
export type RoundView = ReturnType<typeof readRound>;

/** Best first, in points of 100. */
export function reasonsOf(pair: { readonly reasons: readonly Share[] }): readonly Share[] {
  return [...sharesOfHundred(pair.reasons)].sort((a, b) => b.points - a.points || b.of - a.of);
}

export function weakestOf(pairs: readonly MatchedPair[]): MatchedPair | undefined {
  return pairs.reduce<MatchedPair | undefined>(
    (least, pair) => (least === undefined || pair.score < least.score ? pair : least),
    undefined,
  );
}

/** Those with the longest wait among the left out. */
export function longestOf(leftOut: readonly LeftOut[]): readonly LeftOut[] {
  const most = Math.max(...leftOut.map(({ weeksWaiting }) => weeksWaiting));
  return leftOut.filter(({ weeksWaiting }) => weeksWaiting === most);
}

/** Those in the first list of pairs who are in none of the second. */
export function onlyIn(pairs: readonly PersonPair[], others: readonly PersonPair[]): readonly string[] {
  const known = new Set(others.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  return [...new Set(pairs.flatMap(({ newcomer, mentor }) => [mentor, newcomer]))].filter(
    (id) => !known.has(id),
  );
}

/** So many rows no longer fit a screen: there each newcomer stands beside the one she meets, or the ribbons say nothing. */
const MANY = 60;

function besideTheirs(
  mentors: readonly RoundPerson[],
  newcomers: readonly RoundPerson[],
  pairsOf: ReadonlyMap<string, readonly MatchedPair[]>,
): readonly RoundPerson[] {
  const place = new Map(mentors.map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: RoundPerson): number =>
    place.get(pairsOf.get(id)?.[0]?.mentor ?? '') ?? mentors.length;
  return [...newcomers].sort((a, b) => placeOf(a) - placeOf(b));
}

function placesOf(round: Round, side: RoundPerson['side']): number {
  return round.people.reduce((sum, person) => sum + (person.side === side ? person.capacity : 0), 0);
}

function byWaiting(a: RoundPerson, b: RoundPerson): number {
  return b.weeksWaiting - a.weeksWaiting || a.name.localeCompare(b.name, 'sv') || (a.id < b.id ? -1 : 1);
}
