import { solveDense } from '../src/solver/dense.ts';
import type { DenseInstance } from './instance.ts';

/** Every run is a whole one: memory is taken, the matrix is checked, the prices are kept. */
export function prepareDense({ rows, columns, cost }: DenseInstance): () => Int32Array {
  return () => solveDense({ rows, columns, cost }).columnOfRow;
}
