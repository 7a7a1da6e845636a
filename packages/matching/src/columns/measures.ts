import { LEVELS, TIME_WORDS, type Columns, type Lists } from './columns.ts';
import type { Pool, Table } from './pool.ts';
import { kilometresOfChord } from '../judge/sphere.ts';

/*
 * What two people have in common, read from the columns: the quick twins of the functions in skills, closeness
 * and context, held equal to them by a property test. `?? 0` below satisfies the compiler; positions always exist.
 */

/** Kilometres between newcomer `i` and mentor `j`, in steps of 0.1 km; NaN when a place is unknown. */
export function kilometres({ newcomers: a, mentors: b }: Pool, i: number, j: number): number {
  return kilometresOfChord(
    (a.x[i] ?? NaN) - (b.x[j] ?? NaN),
    (a.y[i] ?? NaN) - (b.y[j] ?? NaN),
    (a.z[i] ?? NaN) - (b.z[j] ?? NaN),
  );
}

/** Years between two births; NaN when either is unknown. */
export function years({ newcomers: a, mentors: b }: Pool, i: number, j: number): number {
  const hers = a.birthYear[i] ?? 0;
  const theirs = b.birthYear[j] ?? 0;
  return hers === 0 || theirs === 0 ? NaN : Math.abs(hers - theirs);
}

/** Half-hours of the week both have. */
export function halfHours({ newcomers: a, mentors: b }: Pool, i: number, j: number): number {
  return countCommonBits(a.time, i * TIME_WORDS, b.time, j * TIME_WORDS, TIME_WORDS);
}

/** The level at which the two can talk, 0..6. */
export function sharedLevel({ newcomers: a, mentors: b, languageWords }: Pool, i: number, j: number): number {
  for (let level = LEVELS; level > 0; level--) {
    const hers = (i * LEVELS + level - 1) * languageWords;
    const theirs = (j * LEVELS + level - 1) * languageWords;
    for (let word = 0; word < languageWords; word++) {
      if (((a.languages[hers + word] ?? 0) & (b.languages[theirs + word] ?? 0)) !== 0) return level;
    }
  }
  return 0;
}

/** The ways of meeting both accept, as bits. */
export function sharedWayBits({ newcomers: a, mentors: b }: Pool, i: number, j: number): number {
  return (a.ways[i] ?? 0) & (b.ways[j] ?? 0);
}

/** How many interests the two share. */
export function sharedInterests(
  { newcomers: a, mentors: b, interestWords }: Pool,
  i: number,
  j: number,
): number {
  return countCommonBits(a.interests, i * interestWords, b.interests, j * interestWords, interestWords);
}

/** Closeness of education level, 0..1. */
export function levelNearness({ newcomers: a, mentors: b }: Pool, i: number, j: number): number {
  const hers = a.educationLevel[i] ?? 0;
  const theirs = b.educationLevel[j] ?? 0;
  return hers === 0 || theirs === 0 ? 0 : 1 - Math.abs(hers - theirs) / 6;
}

/** Closeness of education field, 0..1. */
export function fieldNearness(
  { newcomers: a, mentors: b, fieldCloseness }: Pool,
  i: number,
  j: number,
): number {
  return closest(a.fields, i, b.fields, j, fieldCloseness);
}

/** Closeness of occupation, 0..1. */
export function occupationNearness(
  { newcomers: a, mentors: b, occupationCloseness }: Pool,
  i: number,
  j: number,
): number {
  return closest(a.occupations, i, b.occupations, j, occupationCloseness);
}

/** Does the person at this position speak the language, by its code, at this level (1..6) or better? */
export function speaks(
  columns: Columns,
  position: number,
  code: number,
  level: number,
  words: number,
): boolean {
  const word = columns.languages[(position * LEVELS + level - 1) * words + (code >> 5)] ?? 0;
  return (word & (1 << (code & 31))) !== 0;
}

/** How many bits of a 32-bit word are set (Warren, *Hacker's Delight*, 5–1). */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function countCommonBits(
  a: Int32Array,
  aStart: number,
  b: Int32Array,
  bStart: number,
  words: number,
): number {
  let count = 0;
  for (let word = 0; word < words; word++) {
    const common = (a[aStart + word] ?? 0) & (b[bStart + word] ?? 0);
    if (common !== 0) count += countBits(common);
  }
  return count;
}

function closest(a: Lists, i: number, b: Lists, j: number, table: Table): number {
  const lastA = a.start[i + 1] ?? 0;
  const lastB = b.start[j + 1] ?? 0;
  let best = 0;
  for (let p = a.start[i] ?? 0; p < lastA; p++) {
    const row = (a.code[p] ?? 0) * table.width;
    for (let q = b.start[j] ?? 0; q < lastB; q++)
      best = Math.max(best, table.value[row + (b.code[q] ?? 0)] ?? 0);
  }
  return best;
}
