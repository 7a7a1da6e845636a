import { hundredthsOf, nearnessCurve } from '../judge/criteria.ts';
import { chordSquare, tenthsOf } from './distance.ts';
import type { Criterion } from './measures.ts';
import { bitsOfSquare, squareOfBits } from './squares.ts';
import type { View } from './view.ts';

/*
 * Nearness read off the bits of a chord's square: the highest digits say how many hundredths, except in the some hundred
 * places where the curve steps. There the distance is measured as written.
 */

/** So many binary digits of a square are left out; what remains tells a thousandth of it. */
const LEFT_OUT = 13;
/** Up to here less than 25 metres, from there on farther than a hundredth reaches. */
const NEAREST = bitsOfSquare(2 ** -36) >>> LEFT_OUT;
const FARTHEST = bitsOfSquare(2 ** -4) >>> LEFT_OUT;
/** Here the curve steps; no hundredths are so many. */
const STEP = 255;
/** More than rounding to 32 bits, and on the way to an arc, can move a square. */
const MARGIN = 1e-6;

/** The twin of the criterion. */
export function measureNearness({ own, others, positions, squares }: View): Criterion {
  // By tenths of a kilometre, until nothing is left of it.
  const byTenths = Uint8Array.from({ length: 10_000 }, (_, tenths) =>
    hundredthsOf(nearnessCurve(tenths / 10)),
  );
  const judge = (square: number): number => byTenths[tenthsOf(square)] ?? 0;
  const exactly = (at: number, j: number): number => judge(chordSquare(own, at, others, j));
  const byDigits = new Uint8Array(FARTHEST - NEAREST + 1);
  fillDigits(byDigits, judge, 0, byDigits.length);
  const row = new Uint8Array(positions.length);
  return {
    measure(at, _, { column, from, to }, out) {
      for (let k = from; k < to; k++) out[k - from] = exactly(at, column[k] ?? 0);
    },
    row: {
      code: positions,
      table(at) {
        readDigits(squares(at), byDigits, row);
        for (let j = row.indexOf(STEP); j !== -1; j = row.indexOf(STEP, j + 1)) row[j] = exactly(at, j);
        return row;
      },
    },
  };
}

/* The farther, the less: where both ends have as many hundredths, so has all between them. */
function fillDigits(byDigits: Uint8Array, judge: (square: number) => number, from: number, to: number): void {
  const most = judge(squareOfBits((NEAREST + from) << LEFT_OUT) * (1 - MARGIN));
  const least = judge(squareOfBits((NEAREST + to) << LEFT_OUT) * (1 + MARGIN));
  const middle = (from + to) >> 1;
  if (most === least) byDigits.fill(most, from, to);
  else if (middle === from) byDigits[from] = STEP;
  else {
    fillDigits(byDigits, judge, from, middle);
    fillDigits(byDigits, judge, middle, to);
  }
}

function readDigits(squares: Int32Array, byDigits: Uint8Array, row: Uint8Array): void {
  const last = byDigits.length - 1;
  for (let j = 0; j < row.length; j++) {
    const digits = ((squares[j] ?? 0) >>> LEFT_OUT) - NEAREST;
    row[j] = byDigits[digits < 0 ? 0 : digits > last ? last : digits] ?? 0;
  }
}
