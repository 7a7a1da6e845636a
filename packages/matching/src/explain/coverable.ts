import type { Task } from '../aims/market.ts';

/** May these two be paired? Positions. */
export type IsOpen = (newcomer: number, mentor: number) => boolean;

/**
 * How many different people a round of these pairs can have at most, the pins kept. Those of one side who can all be paired
 * do not stand in the way of those of the other (see `assignByAim`), so each side is counted by itself, whom the pins do
 * not pair already against the places they leave.
 */
export function countPeople({ pool, pins }: Pick<Task, 'pool' | 'pins'>, isOpen: IsOpen): number {
  const rows = pool.newcomers.people.map(({ capacity }) => capacity);
  const columns = pool.mentors.people.map(({ capacity }) => capacity);
  const made = pins.map(({ newcomer, mentor }) => newcomer * columns.length + mentor);
  const pinned = new Set(made);
  const pinnedRows = new Set(pins.map(({ newcomer }) => newcomer));
  const pinnedColumns = new Set(pins.map(({ mentor }) => mentor));
  for (const { newcomer, mentor } of pins) {
    rows[newcomer] = (rows[newcomer] ?? 0) - 1;
    columns[mentor] = (columns[mentor] ?? 0) - 1;
  }
  const isFree = (i: number, j: number): boolean =>
    (rows[i] ?? 0) > 0 &&
    (columns[j] ?? 0) > 0 &&
    !(pinned.size > 0 && pinned.has(i * columns.length + j)) &&
    isOpen(i, j);
  const others = (count: number, without: ReadonlySet<number>): readonly number[] =>
    Array.from({ length: count }, (_, at) => at).filter((at) => !without.has(at));
  return (
    pinnedRows.size +
    pinnedColumns.size +
    countCovered(others(rows.length, pinnedRows), columns, isFree) +
    countCovered(others(columns.length, pinnedColumns), rows, (j, i) => isFree(i, j))
  );
}

/**
 * How many of `people` can have a place at once, by augmenting ways (Kuhn, *Naval Research Logistics Quarterly* 2, 1955, for
 * places of more than one). Where a search failed, no later one can succeed, so all that fail look at each place once.
 */
function countCovered(people: readonly number[], places: readonly number[], isOpen: IsOpen): number {
  const holders = places.map(() => new Set<number>());
  const placeOf = new Map<number, number>();
  const dead = new Uint8Array(places.length);
  let covered = 0;
  for (const person of people) if (findPlace(person)) covered++;
  return covered;

  /* Breadth first over the places that are full, to the nearest with room. */
  function findPlace(first: number): boolean {
    const from = new Map<number, number>();
    const queue = [first];
    for (let at = 0; at < queue.length; at++) {
      const person = queue[at] ?? first;
      for (let place = 0; place < places.length; place++) {
        if (dead[place] === 1 || from.has(place) || !isOpen(person, place)) continue;
        from.set(place, person);
        if ((holders[place]?.size ?? 0) < (places[place] ?? 0)) {
          moveUp(place, from, first);
          return true;
        }
        queue.push(...(holders[place] ?? []));
      }
    }
    for (const place of from.keys()) dead[place] = 1;
    return false;
  }

  /* Each on the way takes the place she found and leaves the one she held. */
  function moveUp(end: number, from: ReadonlyMap<number, number>, first: number): void {
    for (let place: number | undefined = end; place !== undefined;) {
      const person: number = from.get(place) ?? first;
      const held: number | undefined = placeOf.get(person);
      if (held !== undefined) holders[held]?.delete(person);
      holders[place]?.add(person);
      placeOf.set(person, place);
      place = held;
    }
  }
}
