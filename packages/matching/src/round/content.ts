import { isWishMet } from '../judge/wishes.ts';
import type { PairContext } from '../judge/context.ts';
import type { Person, PersonPair, Wish } from '../model.ts';
import type { Pool } from '../columns/pool.ts';
import type { OpenPair, OpenRound } from './open.ts';

/**
 * The two who first, by newcomer and mentor, would both rather have each other than somebody, or nobody, they got; null in
 * a stable round. Each person's wishes are read as they are written; of equals she would rather have the first by id.
 */
export function findDiscontent(round: OpenRound, pool: Pool): PersonPair | null {
  const { newcomers, mentors, context } = pool;
  const rowOrder = orderOf(newcomers.people, mentors.people, context);
  const columnOrder = orderOf(mentors.people, newcomers.people, context);
  const made = new Set(round.made.map(({ i, j }) => `${String(i)} ${String(j)}`));
  const rowWorst = worstOf(
    round.made,
    ({ i }) => i,
    ({ i, j, score }) => rowOrder(i, j, score),
  );
  const columnWorst = worstOf(
    round.made,
    ({ j }) => j,
    ({ i, j, score }) => columnOrder(j, i, score),
  );
  let found: PersonPair | null = null;
  round.each(({ i, j, score }) => {
    if (found !== null || made.has(`${String(i)} ${String(j)}`)) return;
    const wantsMentor = isWanted(rowOrder(i, j, score), rowWorst.get(i) ?? [], round.rows.places[i] ?? 0);
    if (!wantsMentor) return;
    const wantsNewcomer = isWanted(
      columnOrder(j, i, score),
      columnWorst.get(j) ?? [],
      round.columns.places[j] ?? 0,
    );
    if (wantsNewcomer) found = { newcomer: round.rows.ids[i] ?? '', mentor: round.columns.ids[j] ?? '' };
  });
  return found;
}

/* How she thinks of another, compared number by number, more is better: most important wish, other wishes, score, first by id. */
type Order = readonly [most: number, others: number, score: number, first: number];

function orderOf(
  wishers: readonly Person[],
  others: readonly Person[],
  context: PairContext,
): (wisher: number, other: number, score: number) => Order {
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

function isWanted(order: Order, got: readonly Order[], places: number): boolean {
  return got.length < places || got.some((other) => compare(order, other) > 0);
}

function worstOf(
  made: readonly OpenPair[],
  personOf: (pair: OpenPair) => number,
  orderOfPair: (pair: OpenPair) => Order,
): ReadonlyMap<number, readonly Order[]> {
  const orders = new Map<number, readonly Order[]>();
  for (const pair of made)
    orders.set(personOf(pair), [...(orders.get(personOf(pair)) ?? []), orderOfPair(pair)]);
  return orders;
}

function compare(a: Order, b: Order): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
