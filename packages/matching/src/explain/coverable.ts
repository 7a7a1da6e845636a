import type { Columns } from '../columns/columns.ts';
import type { Pool } from '../columns/pool.ts';
import type { KeptPin } from '../round/pins.ts';

/** May these two be paired? Positions. */
export type IsOpen = (newcomer: number, mentor: number) => boolean;

/** A round as far as numbers of people go: places by position, and the pins that are made in any case. */
export interface Places {
  readonly newcomers: readonly number[];
  readonly mentors: readonly number[];
  readonly pins: readonly Pick<KeptPin, 'newcomer' | 'mentor'>[];
}

/** Different people in a pair, by side. */
export interface PeopleCount {
  readonly newcomers: number;
  readonly mentors: number;
}

/** Each person's places. */
export function placesOf({ newcomers, mentors }: Pool, pins: Places['pins']): Places {
  const capacities = ({ people }: Columns): readonly number[] => people.map(({ capacity }) => capacity);
  return { newcomers: capacities(newcomers), mentors: capacities(mentors), pins };
}

/**
 * How many different people a round of these pairs can have at most, the pins kept. Those of one side who can all be paired
 * do not stand in the way of those of the other (see `assignByAim`), so each side is counted by itself, whom the pins do
 * not pair already against the places they leave.
 */
export function countPeople({ newcomers, mentors, pins }: Places, isOpen: IsOpen): PeopleCount {
  const rows = [...newcomers];
  const columns = [...mentors];
  const pinned = new Set(pins.map(({ newcomer, mentor }) => newcomer * columns.length + mentor));
  const pinnedRows = new Set(pins.map(({ newcomer }) => newcomer));
  const pinnedColumns = new Set(pins.map(({ mentor }) => mentor));
  for (const { newcomer, mentor } of pins) {
    rows[newcomer] = (rows[newcomer] ?? 0) - 1;
    columns[mentor] = (columns[mentor] ?? 0) - 1;
  }
  const isFree: IsOpen =
    pins.length === 0
      ? isOpen
      : (i, j) =>
          (rows[i] ?? 0) > 0 && (columns[j] ?? 0) > 0 && !pinned.has(i * columns.length + j) && isOpen(i, j);
  const others = (all: readonly number[], without: ReadonlySet<number>): readonly number[] =>
    [...all.keys()].filter((at) => !without.has(at));
  return {
    newcomers: pinnedRows.size + countCovered(others(rows, pinnedRows), columns, isFree),
    mentors: pinnedColumns.size + countCovered(others(columns, pinnedColumns), rows, (j, i) => isFree(i, j)),
  };
}

/* The places that each of the people may have. */
function listOpen(
  people: readonly number[],
  places: number,
  isOpen: IsOpen,
): ReadonlyMap<number, Int32Array> {
  const found = new Int32Array(places);
  return new Map(
    people.map((person) => {
      let count = 0;
      for (let place = 0; place < places; place++) if (isOpen(person, place)) found[count++] = place;
      return [person, found.slice(0, count)];
    }),
  );
}

/**
 * How many of `people` can have a place at once, by augmenting ways (Kuhn, *Naval Research Logistics Quarterly* 2, 1955, for
 * places of more than one). Most find room at once; each begins to look elsewhere, so that they spread. Where a search
 * failed, no later one can succeed, so all that fail look at each place once.
 */
function countCovered(people: readonly number[], places: readonly number[], isOpen: IsOpen): number {
  const room = Int32Array.from(places);
  const holders = places.map(() => new Set<number>());
  const placeOf = new Map<number, number>();
  /* Who came upon a place in the search at hand; a place that is dead is never seen again. */
  const from = new Int32Array(places.length);
  const seenIn = new Int32Array(places.length);
  const DEAD = people.length + 1;
  let search = 0;
  const waiting = people.filter((person, at) => !takeRoom(person, at));
  const lists = waiting.length === 0 ? null : listOpen(people, places.length, isOpen);
  return people.length - waiting.filter((person) => !findPlace(person)).length;

  function takeRoom(person: number, at: number): boolean {
    for (let n = 0; n < places.length; n++) {
      const place = (at + n) % places.length;
      if ((room[place] ?? 0) > 0 && isOpen(person, place)) {
        hold(person, place);
        room[place] = (room[place] ?? 0) - 1;
        return true;
      }
    }
    return false;
  }

  /* Breadth first over the places that are full, to the nearest with room. */
  function findPlace(first: number): boolean {
    search++;
    const queue = [first];
    const seen: number[] = [];
    for (let at = 0; at < queue.length; at++) {
      const person = queue[at] ?? first;
      for (const place of lists?.get(person) ?? []) {
        if (seenIn[place] === search || seenIn[place] === DEAD) continue;
        seenIn[place] = search;
        from[place] = person;
        seen.push(place);
        if ((room[place] ?? 0) > 0) {
          moveUp(place);
          return true;
        }
        queue.push(...(holders[place] ?? []));
      }
    }
    for (const place of seen) seenIn[place] = DEAD;
    return false;
  }

  /* Each on the way takes the place she came upon and leaves the one she held. */
  function moveUp(end: number): void {
    room[end] = (room[end] ?? 0) - 1;
    for (let place: number | undefined = end; place !== undefined;) {
      const person = from[place] ?? 0;
      const held = placeOf.get(person);
      if (held !== undefined) holders[held]?.delete(person);
      hold(person, place);
      place = held;
    }
  }

  function hold(person: number, place: number): void {
    holders[place]?.add(person);
    placeOf.set(person, place);
  }
}
