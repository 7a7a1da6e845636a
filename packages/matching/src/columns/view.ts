import { everyoneOf } from './bits.ts';
import type { Columns } from './columns.ts';
import { countShared, type Count } from './count.ts';
import type { Side } from '../model.ts';
import type { Pool } from './pool.ts';
import { squaresBetween, type Squares } from './squares.ts';

/** A pool as one side sees it: each of her own against all of the others. */
export interface View {
  readonly pool: Pool;
  /** Whose view it is. */
  readonly side: Side;
  readonly own: Columns;
  readonly others: Columns;
  /** Of the others. */
  readonly everyone: Int32Array;
  /** Of the others: 0, 1, 2 … */
  readonly positions: Int32Array;
  /** Half-hours shared; a rule and a criterion ask for the same. */
  readonly sharedTime: Count;
  /** Of the chords to the others; a rule and a criterion ask for the same. */
  readonly squares: Squares;
}

export function viewFrom(pool: Pool, side: Side): View {
  const { newcomers, mentors } = pool;
  const [own, others] = side === 'newcomer' ? [newcomers, mentors] : [mentors, newcomers];
  return {
    pool,
    side,
    own,
    others,
    everyone: everyoneOf(others.people.length),
    positions: Int32Array.from(others.people, (_, j) => j),
    sharedTime: countShared(own.halfHours, others.by.halfHour),
    squares: squaresBetween(own, others),
  };
}

/** Keeps in a set those others that a rule lets be paired with the person at a position. */
export type Sieve = (at: number, set: Int32Array) => void;

/** Remembers what was made for each key. */
export function remember<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new Map<Key, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}
