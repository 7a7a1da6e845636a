import type { Columns } from '../columns/columns.ts';
import type { Pool } from '../columns/pool.ts';
import type { KeptPin } from '../round/pins.ts';

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

/** The rules that each pair breaks, row after row, a row for each newcomer and, turned, one for each mentor. */
export interface Grid {
  readonly byNewcomer: Uint16Array;
  readonly byMentor: Uint16Array;
}

/** The same grid from both sides; `mentors` is its width. */
export function makeGrid(byNewcomer: Uint16Array, mentors: number): Grid {
  const newcomers = mentors === 0 ? 0 : byNewcomer.length / mentors;
  const byMentor = new Uint16Array(byNewcomer.length);
  for (let i = 0; i < newcomers; i++) {
    for (let j = 0; j < mentors; j++) byMentor[j * newcomers + i] = byNewcomer[i * mentors + j] ?? 0;
  }
  return { byNewcomer, byMentor };
}

/** Each person's places. */
export function placesOf({ newcomers, mentors }: Pool, pins: Places['pins']): Places {
  const capacities = ({ people }: Columns): readonly number[] => people.map(({ capacity }) => capacity);
  return { newcomers: capacities(newcomers), mentors: capacities(mentors), pins };
}

/**
 * How many different people a round can have at most when the rules of `lifted` (bits) do not hold, the pins kept. Those of one
 * side who can all be paired do not stand in the way of those of the other (see `assignByAim`), so each side is counted by
 * itself: whom the pins do not pair already, against the places they leave.
 */
export function countPeople({ newcomers, mentors, pins }: Places, grid: Grid, lifted: number): PeopleCount {
  const rows = [...newcomers];
  const columns = [...mentors];
  for (const { newcomer, mentor } of pins) {
    rows[newcomer] = (rows[newcomer] ?? 0) - 1;
    columns[mentor] = (columns[mentor] ?? 0) - 1;
  }
  const pinnedRows = new Set(pins.map(({ newcomer }) => newcomer));
  const pinnedColumns = new Set(pins.map(({ mentor }) => mentor));
  const others = (places: readonly number[], pinned: ReadonlySet<number>): readonly number[] =>
    [...places.keys()].filter((at) => (places[at] ?? 0) > 0 && !pinned.has(at));
  return {
    newcomers: pinnedRows.size + countCovered(others(rows, pinnedRows), columns, grid.byNewcomer, lifted),
    mentors: pinnedColumns.size + countCovered(others(columns, pinnedColumns), rows, grid.byMentor, lifted),
  };
}

/**
 * How many of `people` can have a place at once, by augmenting ways (Kuhn, *Naval Research Logistics Quarterly* 2, 1955, for
 * places of more than one). Most find room at once; each begins to look elsewhere, so that they spread. Where a search
 * failed, no later one can succeed, so all that fail look at each place once. `broken`: a row for each person.
 */
function countCovered(
  people: readonly number[],
  places: readonly number[],
  broken: Uint16Array,
  lifted: number,
): number {
  const width = places.length;
  const holding = ~lifted;
  const room = Int32Array.from(places);
  const holders = places.map(() => new Set<number>());
  const placeOf = new Map<number, number>();
  /* What is open to those whom a search came to. */
  const open: Int32Array[] = [];
  const found = new Int32Array(width);
  /* Who came upon a place in the search at hand; a place that is dead is never seen again. */
  const from = new Int32Array(width);
  const seenIn = new Int32Array(width);
  const DEAD = people.length + 1;
  let search = 0;
  const waiting = people.filter((person, at) => !takeRoom(person, at));
  return people.length - waiting.filter((person) => !findPlace(person)).length;

  function takeRoom(person: number, at: number): boolean {
    for (let n = 0; n < width; n++) {
      const place = (at + n) % width;
      if (((broken[person * width + place] ?? 0) & holding) !== 0 || room[place] === 0) continue;
      hold(person, place);
      room[place] = (room[place] ?? 0) - 1;
      return true;
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
      for (const place of openTo(person)) {
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

  function openTo(person: number): Int32Array {
    const known = open[person];
    if (known !== undefined) return known;
    let count = 0;
    for (let place = 0; place < width; place++) {
      if (((broken[person * width + place] ?? 0) & holding) === 0) found[count++] = place;
    }
    return (open[person] = found.slice(0, count));
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
