import { solveMostRows } from '../src/solver/most-rows.ts';
import type { SparseInstance } from './instance.ts';

/** Most rows first, then the highest total; everything from the arrays of the instance to the answer is timed. */
export function prepareSparse(instance: SparseInstance): () => Int32Array {
  const { rows, rowStart, column, score, columnCapacity } = instance;
  return () => {
    const rowCapacity = new Int32Array(rows).fill(1);
    const { flow } = solveMostRows({ rowStart, column, score, rowCapacity, columnCapacity });
    const columnOfRow = new Int32Array(rows).fill(-1);
    for (let i = 0; i < rows; i++) {
      for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
        if (flow[e] === 1) columnOfRow[i] = column[e] ?? -1;
      }
    }
    return columnOfRow;
  };
}
