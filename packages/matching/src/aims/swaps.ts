import type { AssignedPair } from './assign.ts';
import type { OpenPairs, Task } from './market.ts';
import { openMarket } from './market.ts';
import { rankPairs, type Rankings } from './rankings.ts';

/**
 * The pairs, by position, of two who would both rather have each other than somebody, or nobody, they got; by newcomer,
 * then mentor. Equals are no reason to swap. A pinned pair is never given up.
 */
export function findSwaps(
  task: Task,
  pairs: readonly AssignedPair[],
): readonly Pick<AssignedPair, 'newcomer' | 'mentor'>[] {
  const market = openMarket(task);
  const rankings = rankPairs(task.pool, market, task.candidates.fullScore);
  const { isUsed, rowBar, columnBar } = setBars(market, rankings, { ...market, pairs });
  const swaps: Pick<AssignedPair, 'newcomer' | 'mentor'>[] = [];
  for (let e = 0; e < market.column.length; e++) {
    const i = rankings.rowOf[e] ?? 0;
    const j = market.column[e] ?? 0;
    if (isUsed[e] === 1) continue;
    if ((rankings.newcomer[e] ?? 0) <= (rowBar[i] ?? 0)) continue;
    if ((rankings.mentor[e] ?? 0) <= (columnBar[j] ?? 0)) continue;
    swaps.push({ newcomer: i, mentor: j });
  }
  return swaps;
}

interface Bars {
  readonly isUsed: Uint8Array;
  readonly rowBar: Float64Array;
  readonly columnBar: Float64Array;
}

/* A person takes another who suits her better than the bar: below everything with a place left, above everything without any. */
function setBars(
  { rowStart, column }: OpenPairs,
  { newcomer, mentor }: Rankings,
  {
    rowCapacity,
    columnCapacity,
    pairs,
  }: {
    readonly rowCapacity: Int32Array;
    readonly columnCapacity: Int32Array;
    readonly pairs: readonly AssignedPair[];
  },
): Bars {
  const isUsed = new Uint8Array(column.length);
  const rowLeft = rowCapacity.slice();
  const columnLeft = columnCapacity.slice();
  const rowBar = new Float64Array(rowLeft.length).fill(Infinity);
  const columnBar = new Float64Array(columnLeft.length).fill(Infinity);
  for (const { newcomer: i, mentor: j, pin } of pairs) {
    if (pin !== null) continue;
    const e = column.subarray(rowStart[i], rowStart[i + 1]).indexOf(j) + (rowStart[i] ?? 0);
    isUsed[e] = 1;
    rowLeft[i] = (rowLeft[i] ?? 0) - 1;
    columnLeft[j] = (columnLeft[j] ?? 0) - 1;
    rowBar[i] = Math.min(rowBar[i] ?? 0, newcomer[e] ?? 0);
    columnBar[j] = Math.min(columnBar[j] ?? 0, mentor[e] ?? 0);
  }
  const open = (bar: Float64Array, left: Int32Array): Float64Array =>
    bar.map((own, at) => ((left[at] ?? 0) > 0 ? -Infinity : own));
  return { isUsed, rowBar: open(rowBar, rowLeft), columnBar: open(columnBar, columnLeft) };
}
