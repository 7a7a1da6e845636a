import { makeBids } from './dense-bids.ts';
import { makeLists } from './dense-lists.ts';
import { makeAugmentFree } from './dense-paths.ts';
import { clearState, makeState, release, SPARE, takeCost, UNHELD, type DenseCost } from './dense-state.ts';

/** Every row is to have a column of its own, at the lowest total cost. `cost` is row-major; rows ≤ columns. */
export interface DenseProblem {
  readonly rows: number;
  readonly columns: number;
  readonly cost: DenseCost;
}

/**
 * An assignment of lowest cost and the dual prices that prove it: rowPrice[i] + columnPrice[j] ≤ cost[i, j]
 * everywhere, and equal where `columnOfRow[i]` is j; a column nobody has is at price 0, none is above when there
 * is one. All whole numbers.
 */
export interface DenseAssignment {
  readonly columnOfRow: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/** A solver for one size, whose memory is taken once: beyond the matrix about 0.9 kB a row. */
export interface DenseSolver {
  /** From scratch. The matrix is read while it is the solver's, never written. */
  readonly solve: (cost: DenseCost) => DenseAssignment;
  /** After the matrix given last has changed anywhere; the old prices are kept. */
  readonly resolve: () => DenseAssignment;
  /** After one row of the matrix given last has changed: one search. */
  readonly resolveRow: (row: number) => DenseAssignment;
}

/** See `DenseSolver.solve`; takes the memory for this once. */
export function solveDense({ rows, columns, cost }: DenseProblem): DenseAssignment {
  return makeDenseSolver(rows, columns).solve(cost);
}

/**
 * Makes a solver for matrices of one size. For the highest total score, give the scores negated.
 *
 * Throws `bad-network` for sizes that do not fit and entries that are not whole numbers, `too-large` where
 * rows × the largest entry comes near 2^53.
 */
export function makeDenseSolver(rows: number, columns: number): DenseSolver {
  const state = makeState(rows, columns);
  const { columnOf, rowOf, costOf, v } = state;
  const lists = makeLists(state);
  const bids = makeBids(state, lists);
  const augmentFree = makeAugmentFree(state, lists);

  function solve(cost: DenseCost): DenseAssignment {
    takeCost(state, cost);
    clearState(state);
    bids.enterRows(rows === columns ? 'overbidding' : 'exactly');
    if (isWornOut()) {
      clearState(state);
      bids.enterRows('exactly');
    }
    augmentFree();
    for (let j = 0; j < columns; j++) if (rowOf[j] === UNHELD) rowOf[j] = SPARE;
    return read();
  }

  function resolve(): DenseAssignment {
    if (isWornOut()) return solve(state.cost);
    for (let i = 0; i < rows; i++) {
      lists.readRow(i);
      costOf[i] = state.cost[i * columns + (columnOf[i] ?? 0)] ?? 0;
    }
    bids.releaseDear(0);
    bids.settleFree();
    augmentFree();
    return read();
  }

  function resolveRow(row: number): DenseAssignment {
    if (isWornOut()) return solve(state.cost);
    lists.readRow(row);
    release(state, row);
    augmentFree();
    return read();
  }

  /* Prices only fall; long before they could lose a unit they begin anew. */
  function isWornOut(): boolean {
    return v.some((price) => price < -LOWEST);
  }

  /* Spare columns have one price between them; the answer takes it as its zero. */
  function read(): DenseAssignment {
    const spare = rowOf.indexOf(SPARE);
    const zero = spare < 0 ? 0 : (v[spare] ?? 0);
    const columnPrice = v.map((price) => price - zero);
    const rowPrice = costOf.map((cost, i) => cost - (columnPrice[columnOf[i] ?? 0] ?? 0));
    return { columnOfRow: columnOf.slice(), rowPrice, columnPrice };
  }

  return { solve, resolve, resolveRow };
}

/* With costs below 2^50 / rows every sum of a search stays exact above this. */
const LOWEST = 2 ** 50;
