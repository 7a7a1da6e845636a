import type { SetTable } from './bits.ts';
import type { Lists } from './columns.ts';

/*
 * How many codes one person shares with each of the others, counted for 32 of them at once: the sets of those who have
 * her codes are added up bit by bit, as columns of a sum on paper (carry-save addition; Warren, *Hacker's Delight*, 5–2).
 * From 8 on it is no longer said how many: no curve and hardly a rule asks.
 */

/** Counts 0..7 in binary, one bit in each set; in `eights` whoever shares 8 or more, the other bits then mean nothing. */
export interface Counts {
  readonly ones: Int32Array;
  readonly twos: Int32Array;
  readonly fours: Int32Array;
  readonly eights: Int32Array;
}

/** Counting against one side: of the person at a position, for those words of others in which somebody of `among` stands. */
export type Count = (at: number, among: Int32Array) => Counts;

/** Remembers the last person counted, while those asked about are no more than then. */
export function countShared(lists: Lists, by: SetTable): Count {
  const words = by.words;
  const byWord = turn(by);
  const counts: Counts = {
    ones: new Int32Array(words),
    twos: new Int32Array(words),
    fours: new Int32Array(words),
    eights: new Int32Array(words),
  };
  const known = new Uint8Array(words);
  let last = -1;
  const codes = by.words === 0 ? 0 : by.bits.length / by.words;
  return (at, among) => {
    if (at !== last) known.fill(0);
    last = at;
    const from = lists.start[at] ?? 0;
    const to = lists.start[at + 1] ?? 0;
    for (let w = 0; w < words; w++) {
      if (among[w] === 0 || known[w] === 1) continue;
      known[w] = 1;
      addUp(lists.code, from, to, byWord, w * codes, counts, w);
    }
    return counts;
  };
}

function addUp(
  code: Int32Array,
  from: number,
  to: number,
  byWord: Int32Array,
  base: number,
  counts: Counts,
  w: number,
): void {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let p = from;
  for (; p + 3 < to; p += 4) {
    const a = byWord[base + (code[p] ?? 0)] ?? 0;
    const b = byWord[base + (code[p + 1] ?? 0)] ?? 0;
    const c = byWord[base + (code[p + 2] ?? 0)] ?? 0;
    const d = byWord[base + (code[p + 3] ?? 0)] ?? 0;
    const one = ones ^ a;
    const twoA = (ones & a) | (one & b);
    const sum = one ^ b;
    const next = sum ^ c;
    const twoB = (sum & c) | (next & d);
    ones = next ^ d;
    const two = twos ^ twoA;
    const four = (twos & twoA) | (two & twoB);
    twos = two ^ twoB;
    eights |= fours & four;
    fours ^= four;
  }
  for (; p < to; p++) {
    const a = byWord[base + (code[p] ?? 0)] ?? 0;
    const two = ones & a;
    ones ^= a;
    const four = twos & two;
    twos ^= two;
    eights |= fours & four;
    fours ^= four;
  }
  counts.ones[w] = ones;
  counts.twos[w] = twos;
  counts.fours[w] = fours;
  counts.eights[w] = eights;
}

/** Keeps in a set who shares `least` or more, 1..8. */
export function keepAtLeast(set: Int32Array, counts: Counts, least: number): void {
  for (let w = 0; w < set.length; w++) {
    if (set[w] !== 0) set[w] = (set[w] ?? 0) & atLeast(counts, w, least);
  }
}

/* More than `least − 1`: bit by bit from the highest, more so far, or as much so far and more in the next bit. */
function atLeast({ ones, twos, fours, eights }: Counts, w: number, least: number): number {
  const limit = least - 1;
  const four = fours[w] ?? 0;
  const two = twos[w] ?? 0;
  const one = ones[w] ?? 0;
  const enough = (limit & 1) === 0 ? one : 0;
  const more = (limit & 2) === 0 ? two | enough : two & enough;
  return ((limit & 4) === 0 ? four | more : four & more) | (eights[w] ?? 0);
}

/** What a count is worth, 0..8, and from where on it is worth 100. */
export interface Worth {
  readonly value: Uint8Array;
  readonly enough: number;
}

/** For the words of `among`, four others to each of `row`: what is shared with each, by `value`, in one byte. */
export function spreadCounts(
  counts: Counts,
  among: Int32Array,
  { value, enough }: Worth,
  row: Uint32Array,
): void {
  const [one, two, four] = [value[1] ?? 0, value[2] ?? 0, value[4] ?? 0];
  for (let w = 0; w < among.length; w++) {
    if (among[w] === 0) continue;
    const full = atLeast(counts, w, enough);
    const ones = (counts.ones[w] ?? 0) & ~full;
    const twos = (counts.twos[w] ?? 0) & ~full;
    const fours = (counts.fours[w] ?? 0) & ~full;
    for (let four4 = 0; four4 < 8; four4++) {
      const shift = four4 << 2;
      row[(w << 3) + four4] =
        Math.imul(FOUR_BYTES[(ones >>> shift) & 15] ?? 0, one) +
        Math.imul(FOUR_BYTES[(twos >>> shift) & 15] ?? 0, two) +
        Math.imul(FOUR_BYTES[(fours >>> shift) & 15] ?? 0, four) +
        Math.imul(FOUR_BYTES[(full >>> shift) & 15] ?? 0, 100);
    }
  }
}

/* For four bits four bytes of 0 or 1, in the machine's own order. */
const FOUR_BYTES = new Int32Array(
  Uint8Array.from({ length: 64 }, (_, at) => ((at >> 2) >> (at & 3)) & 1).buffer,
);

/** Writes how many each of some others shares, 0..8, one after the other. */
export function writeCounts(
  { ones, twos, fours, eights }: Counts,
  { column, from, to }: Some,
  out: Uint8Array,
): void {
  for (let k = from; k < to; k++) {
    const j = column[k] ?? 0;
    const w = j >> 5;
    const low = ((ones[w] ?? 0) >>> j) & 1;
    const middle = ((twos[w] ?? 0) >>> j) & 1;
    const high = ((fours[w] ?? 0) >>> j) & 1;
    out[k - from] = (((eights[w] ?? 0) >>> j) & 1) === 1 ? 8 : low | (middle << 1) | (high << 2);
  }
}

/** Some of the others, by position: `column[from]` up to `column[to]`. */
export interface Some {
  readonly column: Int32Array;
  readonly from: number;
  readonly to: number;
}

/* Word by word, so that what is added up together lies together. */
function turn({ bits, words }: SetTable): Int32Array {
  const codes = words === 0 ? 0 : bits.length / words;
  const turned = new Int32Array(bits.length);
  for (let c = 0; c < codes; c++) {
    for (let w = 0; w < words; w++) turned[w * codes + c] = bits[c * words + w] ?? 0;
  }
  return turned;
}
