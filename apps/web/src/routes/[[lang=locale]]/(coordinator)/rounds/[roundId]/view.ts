import type { Round, RoundPerson } from '@parvis/contracts';
import { sharesOfHundred } from '@parvis/matching';
import { keyOf, type PersonPair } from './byhand.ts';

export type MatchedPair = Round['pairs'][number];
export type Share = MatchedPair['reasons'][number];
export type LeftOut = Round['leftOut'][number];
type Side = RoundPerson['side'];

/** The people of a round and the rows they stand in. */
export interface Rows {
  readonly people: ReadonlyMap<string, RoundPerson>;
  /** Everyone of a side: first those of some pair or ban, in the order in which they are read, then the others. */
  readonly columns: Readonly<Record<Side, readonly RoundPerson[]>>;
  /** Those who have a row whatever becomes of them. */
  readonly rowed: ReadonlySet<string>;
}

/**
 * Who stands where, by the round as it was saved: longest waiting first. While she shapes it everyone keeps her row, so that
 * only the ribbons move.
 */
export function readRows(round: Round): Rows {
  const pairsOf = groupPairs(round);
  const rowed = new Set([...pairsOf.keys(), ...round.bans.flatMap((ban) => [ban.newcomer, ban.mentor])]);
  const sorted = [...round.people].sort(byWaiting);
  const ofSide = (side: Side): readonly RoundPerson[] => sorted.filter((person) => person.side === side);
  const rowedFirst = (people: readonly RoundPerson[]): readonly RoundPerson[] => [
    ...people.filter(({ id }) => rowed.has(id)),
    ...people.filter(({ id }) => !rowed.has(id)),
  ];
  const mentor = rowedFirst(ofSide('mentor'));
  const newcomers = ofSide('newcomer');
  return {
    people: new Map(round.people.map((person) => [person.id, person])),
    columns: {
      mentor,
      newcomer: rowedFirst(round.pairs.length > MANY ? besideTheirs(mentor, newcomers, pairsOf) : newcomers),
    },
    rowed,
  };
}

/** A round by person and by pair. */
export function readRound(round: Round, rows: Rows = readRows(round)) {
  const { people } = rows;
  const pairsOf = groupPairs(round);
  const banned = new Set(round.bans.flatMap((ban) => [ban.newcomer, ban.mentor]));
  const away = new Set(round.away);
  const isShown = ({ id }: RoundPerson): boolean =>
    !away.has(id) && (rows.rowed.has(id) || pairsOf.has(id) || banned.has(id));
  const there = round.people.filter(({ id }) => !away.has(id));
  const count = (side: Side) => there.filter((person) => person.side === side).length;
  return {
    people,
    pairs: new Map(round.pairs.map((pair) => [keyOf(pair), pair])),
    nameOf: (id: string | null): string => people.get(id ?? '')?.name ?? '',
    pairsOf: (id: string): readonly MatchedPair[] => pairsOf.get(id) ?? [],
    mentors: rows.columns.mentor.filter(isShown),
    newcomers: rows.columns.newcomer.filter(isShown),
    counts: { mentor: count('mentor'), newcomer: count('newcomer') },
    pairedCounts: {
      mentor: new Set(round.pairs.map(({ mentor }) => mentor)).size,
      newcomer: new Set(round.pairs.map(({ newcomer }) => newcomer)).size,
    },
    fresh: new Set((round.change?.formed ?? []).map(keyOf)),
    pinned: new Set(round.pins.map(keyOf)),
    banned: new Set(round.bans.map(keyOf)),
    /** As many pairs as there would be if everyone could meet everyone. */
    places: Math.min(placesOf(there, 'mentor'), placesOf(there, 'newcomer')),
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
  const most = leftOut.reduce((longest, { weeksWaiting }) => Math.max(longest, weeksWaiting), 0);
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

function groupPairs({ pairs }: Round): ReadonlyMap<string, readonly MatchedPair[]> {
  const pairsOf = new Map<string, MatchedPair[]>();
  for (const pair of pairs) {
    for (const id of [pair.newcomer, pair.mentor]) {
      const known = pairsOf.get(id);
      if (known === undefined) pairsOf.set(id, [pair]);
      else known.push(pair);
    }
  }
  return pairsOf;
}

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

function placesOf(people: readonly RoundPerson[], side: Side): number {
  return people.reduce((sum, person) => sum + (person.side === side ? person.capacity : 0), 0);
}

function byWaiting(a: RoundPerson, b: RoundPerson): number {
  return b.weeksWaiting - a.weeksWaiting || a.name.localeCompare(b.name, 'sv') || (a.id < b.id ? -1 : 1);
}
