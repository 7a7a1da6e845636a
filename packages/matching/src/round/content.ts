import type { Pool } from '../columns/pool.ts';
import type { PairContext } from '../judge/context.ts';
import { isWishMet } from '../judge/wishes.ts';
import type { Person, PersonPair, Wish } from '../model.ts';
import type { OpenPair, OpenRound } from './open.ts';

/*
 * Whether people are content with whom they got, each person's wishes read as they are written; of equals she would
 * rather have the first by id. Only what is left beside the pinned pairs is looked at.
 */

/** What a round that should be stable, and the newcomers' best, is not. */
export type Discontent =
  /** These two, the first by newcomer and mentor, would both rather have each other than somebody, or nobody, they got. */
  | ({ readonly code: 'would-rather' } & PersonPair)
  /** Another stable round suits some newcomers better and none worse: these could move on, each to the next one's mentor. */
  | { readonly code: 'newcomers-could-move'; readonly mentors: readonly string[] };

/** Null in the stable round that is best for the newcomers. */
export function findDiscontent(round: OpenRound, pool: Pool): Discontent | null {
  const { newcomers, mentors, context } = pool;
  const rows = standOf(orderOf(newcomers.people, mentors.people, context), round.rows.places);
  const columns = standOf(orderOf(mentors.people, newcomers.people, context), round.columns.places);
  const made = new Set(round.made.map(keyOf));
  for (const { i, j, score } of round.made) {
    rows.got(i, j, score);
    columns.got(j, i, score);
  }
  let found: Discontent | null = null;
  const next = new Map<number, { readonly i: number; readonly order: Order }>();
  round.each((pair) => {
    const { i, j, score } = pair;
    if (found !== null || made.has(keyOf(pair)) || !rows.wants(i, j, score)) return;
    if (columns.wants(j, i, score)) {
      found = { code: 'would-rather', newcomer: round.rows.ids[i] ?? '', mentor: round.columns.ids[j] ?? '' };
    }
    const order = columns.order(j, i, score);
    const known = next.get(j);
    if (known === undefined || compare(order, known.order) > 0) next.set(j, { i, order });
  });
  if (found !== null) return found;
  const onward = new Map([...next].map(([j, { i }]) => [j, rows.hasRoom(i) ? null : rows.worst(i)] as const));
  const ring = findRing(onward);
  return ring.length === 0
    ? null
    : { code: 'newcomers-could-move', mentors: ring.map((j) => round.columns.ids[j] ?? '') };
}

/*
 * In a stable round nobody above a mentor's worst partner wants her. If a newcomer left her, she would turn to the next
 * below who does; that one would give up her own worst mentor, who would turn to her next in the same way. A ring of such
 * moves leads to another stable round, which the newcomers in it would rather have, and there is such a round only if there
 * is a ring (rotations: Irving & Leather 1986; with places on both sides Bansal, Agrawal & Malhotra 2007). A newcomer with a
 * place left has the same partners in every stable round: there a way ends.
 */
function findRing(onward: ReadonlyMap<number, number | null>): readonly number[] {
  const done = new Set<number>();
  for (const start of onward.keys()) {
    const way: number[] = [];
    let at: number | null = start;
    while (at !== null && !done.has(at)) {
      done.add(at);
      way.push(at);
      at = onward.get(at) ?? null;
    }
    if (at !== null && way.includes(at)) return way.slice(way.indexOf(at));
  }
  return [];
}

function keyOf({ i, j }: Pick<OpenPair, 'i' | 'j'>): string {
  return `${String(i)} ${String(j)}`;
}

/* How she thinks of another, compared number by number, more is better: most important wish, other wishes, score, first by id. */
type Order = readonly [most: number, others: number, score: number, first: number];
type OrderOf = (self: number, other: number, score: number) => Order;

/* One side's people with whom they got. */
function standOf(order: OrderOf, places: readonly number[]) {
  const partners = new Map<number, readonly { readonly other: number; readonly order: Order }[]>();
  const partnersOf = (self: number) => partners.get(self) ?? [];
  const hasRoom = (self: number): boolean => partnersOf(self).length < (places[self] ?? 0);
  return {
    order,
    hasRoom,
    got: (self: number, other: number, score: number): void => {
      partners.set(self, [...partnersOf(self), { other, order: order(self, other, score) }]);
    },
    wants: (self: number, other: number, score: number): boolean =>
      hasRoom(self) || partnersOf(self).some((own) => compare(order(self, other, score), own.order) > 0),
    worst: (self: number): number | null =>
      [...partnersOf(self)].sort((a, b) => compare(a.order, b.order))[0]?.other ?? null,
  };
}

function orderOf(wishers: readonly Person[], others: readonly Person[], context: PairContext): OrderOf {
  const split = wishers.map(({ wishes }) => ({
    most: wishes.filter(({ most }) => most),
    rather: wishes.filter(({ most, strength }) => !most && strength === 'rather'),
  }));
  return (wisher, other, score) => {
    const [self, them, wishes] = [wishers[wisher], others[other], split[wisher]];
    if (self === undefined || them === undefined || wishes === undefined) return [0, 0, score, -other];
    const met = (some: readonly Wish[]): number =>
      some.filter((wish) => isWishMet(wish, self, them, context)).length;
    return [met(wishes.most), met(wishes.rather), score, -other];
  };
}

function compare(a: Order, b: Order): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
