import { solveNetwork, type Network } from '../solver/network.ts';
import { makeRepair, type Repair } from '../solver/repair.ts';
import type { Pairs } from './pairs.ts';
import type { LiveSide } from './people.ts';

/** Solves a round from nothing, to be repaired from then on. `scoreOf` gives −Infinity for a pair that is not to be made. */
export function solveFirst(
  { rows, columns }: Pairs,
  { newcomers, mentors }: { readonly newcomers: LiveSide; readonly mentors: LiveSide },
  scoreOf: (e: number) => number,
): Repair {
  const whole: Network = {
    rowStart: Int32Array.from({ length: rows + 1 }, (_, i) => i * columns),
    column: Int32Array.from({ length: rows * columns }, (_, e) => e % columns),
    score: Float64Array.from({ length: rows * columns }, (_, e) => scoreOf(e)),
    rowCapacity: newcomers.capacity,
    columnCapacity: mentors.capacity,
    rowBonus: newcomers.weight,
    columnBonus: mentors.weight,
  };
  return makeRepair(whole, solveOpen(whole));
}

/* The solver takes no forbidden edges; they are left out, and unused in its answer. */
function solveOpen(whole: Network): ReturnType<typeof solveNetwork> {
  const { rowStart, column, score } = whole;
  const open = column.map((_, e) => e).filter((e) => score[e] !== -Infinity);
  const start = new Int32Array(rowStart.length);
  let at = 0;
  for (let i = 0; i + 1 < rowStart.length; i++) {
    while (at < open.length && (open[at] ?? 0) < (rowStart[i + 1] ?? 0)) at++;
    start[i + 1] = at;
  }
  const solved = solveNetwork({
    ...whole,
    rowStart: start,
    column: open.map((e) => column[e] ?? 0),
    score: Float64Array.from(open, (e) => score[e] ?? 0),
  });
  const flow = new Uint8Array(column.length);
  for (let n = 0; n < open.length; n++) flow[open[n] ?? 0] = solved.flow[n] ?? 0;
  return { ...solved, flow };
}
