import type { Columns } from '../columns/columns.ts';
import type { Pool } from '../columns/pool.ts';
import { PREFERENCE_ORDER } from '../judge/criteria.ts';
import { weeksWaiting } from '../judge/calendar.ts';
import { MOST_WEIGHT } from '../validate.ts';

/** One side's people as a live round counts them, by position. */
export interface LiveSide {
  readonly ids: readonly string[];
  readonly weeks: Int32Array;
  readonly capacity: Int32Array;
  /** What a person's first place earns: 1 + the rank of the weeks waited, times more than any total of scores. */
  readonly weight: Float64Array;
}

/** The most any pair can score whatever the weights. */
export const HIGHEST_SCORE = PREFERENCE_ORDER.length * MOST_WEIGHT * 100;

/**
 * Both sides of a pool. Ranks are those of everybody, also of people taken out, and the weights do for any weighing of the
 * criteria: who is served depends on their order alone (see `assignByAim`).
 */
export function readSides(
  pool: Pool,
  now: string,
): { readonly newcomers: LiveSide; readonly mentors: LiveSide } {
  const weeksOf = ({ people }: Columns): Int32Array =>
    Int32Array.from(people, ({ waitingSince }) => weeksWaiting(waitingSince, now));
  const newcomers = weeksOf(pool.newcomers);
  const mentors = weeksOf(pool.mentors);
  const ranks = [...new Set([...newcomers, ...mentors])].sort((a, b) => a - b);
  const rank = new Map(ranks.map((weeks, at) => [weeks, at + 1]));
  const mostPairs = Math.min(
    placesOf(pool.newcomers, mentors.length),
    placesOf(pool.mentors, newcomers.length),
  );
  const span = 1 + HIGHEST_SCORE * mostPairs;
  const readSide = ({ people }: Columns, weeks: Int32Array, others: number): LiveSide => ({
    ids: people.map(({ id }) => id),
    weeks,
    capacity: Int32Array.from(people, ({ capacity }) => Math.min(capacity, others)),
    weight: Float64Array.from(weeks, (own) => (rank.get(own) ?? 0) * span),
  });
  return {
    newcomers: readSide(pool.newcomers, newcomers, mentors.length),
    mentors: readSide(pool.mentors, mentors, newcomers.length),
  };
}

function placesOf({ people }: Columns, others: number): number {
  return people.reduce((sum, { capacity }) => sum + Math.min(capacity, others), 0);
}
