import type { Columns } from './columns.ts';
import { kilometresOfChord } from '../judge/sphere.ts';

/*
 * Distances compared and judged by the square of the chord, which grows as the kilometres do (so it does not
 * matter that `Math.sin` may differ in the last bit); only so near a step of 0.1 km that rounding could tell, the arc is
 * measured as written.
 */

/** The mean radius of the earth in tenths of a kilometre. */
const EARTH = 63710.088;

/** The square of the chord up to which an arc, in whole tenths, is within so many kilometres; beyond any for all the earth. */
export function chordLimit(kilometres: number): number {
  let tenths = Math.floor(kilometres * 10);
  if ((tenths + 1) / 10 <= kilometres) tenths++;
  if (tenths / 10 > kilometres) tenths--;
  const angle = (tenths + 0.5) / EARTH;
  return angle < Math.PI ? (2 * Math.sin(angle / 2)) ** 2 : BEYOND;
}

/** The square of the longest chord is 4. */
const BEYOND = 5;

/** The square of the chord between two people; NaN when a place is unknown. */
export function chordSquare(a: Columns, i: number, b: Columns, j: number): number {
  const dx = (a.x[i] ?? NaN) - (b.x[j] ?? NaN);
  const dy = (a.y[i] ?? NaN) - (b.y[j] ?? NaN);
  const dz = (a.z[i] ?? NaN) - (b.z[j] ?? NaN);
  return dx * dx + dy * dy + dz * dz;
}

/** Is a chord within a limit, the square of which is `limit` and its kilometres `kilometres`? */
export function isWithin(square: number, limit: number, kilometres: number): boolean {
  if (Math.abs(square - limit) > limit * 1e-6) return square <= limit;
  return arcOf(square) <= kilometres;
}

/** Where an arc's tenths of a kilometre are read off the chord: up to some 300 km, to a thousandth of a step. */
const READ_OFF = 0.0025;
const UNSURE = 0.002;

/** Tenths of a kilometre of the arc, whole. */
export function tenthsOf(square: number): number {
  if (square < READ_OFF) {
    const tenths = EARTH * Math.sqrt(square) * (1 + square / 24) + 0.5;
    const whole = Math.floor(tenths);
    const over = tenths - whole;
    if (over > UNSURE && over < 1 - UNSURE) return whole;
  }
  return Math.round(arcOf(square) * 10);
}

function arcOf(square: number): number {
  return kilometresOfChord(Math.sqrt(square), 0, 0);
}
