import type { Columns } from './columns.ts';

/*
 * Squares of chords from one person to all others, as floating-point numbers of 32 bits. None is negative, so they are in the
 * same order as their bits read as whole numbers: a comparison is a subtraction and its sign, with no jump to foresee. Their
 * 24 digits are too few near a step; there whoever asks looks at the pair again.
 */

/** The bits of the squares, by position of the other; where a place is not known, more than of any chord. */
export type Squares = (at: number) => Int32Array;

/** A square so many last digits away from a limit, more than a millionth of it, is surely on its own side of it. */
const SURE_DIGITS = 32;

/** Remembers the last person. */
export function squaresBetween(own: Columns, others: Columns): Squares {
  const known = ({ x, y, z }: Columns, far: number): Points => {
    const place = (coordinate: number): number => (Number.isNaN(coordinate) ? far : coordinate);
    return { x: x.map(place), y: y.map(place), z: z.map(place) };
  };
  const [from, to] = [known(own, -FAR), known(others, FAR)];
  const square = new Float32Array(others.people.length);
  const bits = new Int32Array(square.buffer);
  let last = -1;
  return (at) => {
    if (at !== last) writeSquares(from.x[at] ?? -FAR, from.y[at] ?? -FAR, from.z[at] ?? -FAR, to, square);
    last = at;
    return bits;
  };
}

/** The bits of a square. */
export function bitsOfSquare(square: number): number {
  const one = new DataView(new ArrayBuffer(4));
  one.setFloat32(0, square);
  return one.getInt32(0);
}

/** The square of which these are the bits. */
export function squareOfBits(bits: number): number {
  const one = new DataView(new ArrayBuffer(4));
  one.setInt32(0, bits);
  return one.getFloat32(0);
}

type Points = Pick<Columns, 'x' | 'y' | 'z'>;

/* Where those stand who have no known place: outside, on two different sides. */
const FAR = 9;

function writeSquares(
  x: number,
  y: number,
  z: number,
  { x: xs, y: ys, z: zs }: Points,
  out: Float32Array,
): void {
  for (let j = 0; j < out.length; j++) {
    const dx = x - (xs[j] ?? 0);
    const dy = y - (ys[j] ?? 0);
    const dz = z - (zs[j] ?? 0);
    out[j] = dx * dx + dy * dy + dz * dz;
  }
}

/**
 * Moves from those asked about into the set who is surely within both limits, hers and their own (bits of squares), and
 * drops who is surely beyond; those too near a limit to tell remain.
 */
export function moveNear(
  asked: Int32Array,
  set: Int32Array,
  squares: Int32Array,
  hers: number,
  theirs: Int32Array,
): void {
  for (let w = 0; w < asked.length; w++) {
    const word = asked[w] ?? 0;
    if (word === 0) continue;
    const from = w << 5;
    const to = Math.min(squares.length, from + 32);
    let beyond = 0;
    let unsure = 0;
    for (let j = from; j < to; j++) {
      const least = (squares[j] ?? 0) - SURE_DIGITS;
      const most = least + 2 * SURE_DIGITS;
      const limit = theirs[j] ?? 0;
      beyond |= (((hers - least) | (limit - least)) >>> 31) << j;
      unsure |= (((hers - most) | (limit - most)) >>> 31) << j;
    }
    set[w] = (set[w] ?? 0) | (word & ~unsure);
    asked[w] = word & unsure & ~beyond;
  }
}
