/*
 * Sets of people as bits, 32 positions to a word: what a rule says of all others at once costs one operation for 32 of
 * them. A table of sets holds one set for each code. `?? 0` satisfies the compiler; positions always exist.
 */

/** The sets of those who have each code: set `c` stands from `c · words` on. */
export interface SetTable {
  readonly words: number;
  readonly bits: Int32Array;
}

/** How many words hold so many bits. */
export function wordsFor(bits: number): number {
  return (bits + 31) >>> 5;
}

/** The set of all positions below `size`. */
export function everyoneOf(size: number): Int32Array {
  const set = new Int32Array(wordsFor(size)).fill(-1);
  if ((size & 31) !== 0) set[set.length - 1] = (1 << (size & 31)) - 1;
  return set;
}

/** A table of so many empty sets of positions below `size`. */
export function emptyTable(codes: number, size: number): SetTable {
  const words = wordsFor(size);
  return { words, bits: new Int32Array(codes * words) };
}

/** Puts a position into the set of a code. */
export function put({ bits, words }: SetTable, code: number, position: number): void {
  const at = code * words + (position >> 5);
  bits[at] = (bits[at] ?? 0) | (1 << (position & 31));
}

export function has(set: Int32Array, position: number): boolean {
  return ((set[position >> 5] ?? 0) & (1 << (position & 31))) !== 0;
}

export function drop(set: Int32Array, position: number): void {
  const at = position >> 5;
  set[at] = (set[at] ?? 0) & ~(1 << (position & 31));
}

/** Keeps in `set` who is also in the set of `code`. */
export function keepOf(set: Int32Array, { bits, words }: SetTable, code: number): void {
  const from = code * words;
  for (let w = 0; w < words; w++) set[w] = (set[w] ?? 0) & (bits[from + w] ?? 0);
}

/** Adds the set of `code` to `set`. */
export function addOf(set: Int32Array, { bits, words }: SetTable, code: number): void {
  const from = code * words;
  for (let w = 0; w < words; w++) set[w] = (set[w] ?? 0) | (bits[from + w] ?? 0);
}

/** Keeps in `set` who is also in `other`. */
export function keep(set: Int32Array, other: Int32Array): void {
  for (let w = 0; w < set.length; w++) set[w] = (set[w] ?? 0) & (other[w] ?? 0);
}

/** Adds to `set` who is in `other`. */
export function add(set: Int32Array, other: Int32Array): void {
  for (let w = 0; w < set.length; w++) set[w] = (set[w] ?? 0) | (other[w] ?? 0);
}

/** Writes the positions of a set, ascending, from `at` on; returns where they end. */
export function listOf(set: Int32Array, into: Int32Array, at: number): number {
  let end = at;
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w] ?? 0; word !== 0; word &= word - 1) {
      into[end++] = (w << 5) + 31 - Math.clz32(word & -word);
    }
  }
  return end;
}

/** How many bits of a 32-bit word are set (Warren, *Hacker's Delight*, 5–1). */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
