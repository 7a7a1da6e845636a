import { MatchingError } from '../errors.ts';

/** Row-major, whole numbers of either sign. */
export type DenseCost = Float64Array | Int32Array;

/** Nobody holds the column. */
export const UNHELD = -1;
/** The column is one of the columns − rows that no row needs. */
export const SPARE = -2;

/** What the parts of the dense solver share. `v` column prices, which only fall; a row's price is what its column costs it. */
export interface DenseState {
  readonly rows: number;
  readonly columns: number;
  cost: DenseCost;
  /** By row, or −1. */
  readonly columnOf: Int32Array;
  /** By column, or UNHELD, or SPARE. */
  readonly rowOf: Int32Array;
  /** What a row's column costs, unreduced. */
  readonly costOf: Float64Array;
  readonly v: Float64Array;
  /** Rows without a column, `freeCount` of them. */
  readonly free: Int32Array;
  freeCount: number;
}

/** Throws `bad-network` when rows could not all have a column. */
export function makeState(rows: number, columns: number): DenseState {
  if (!Number.isSafeInteger(columns) || columns < 0)
    throw new MatchingError('bad-network', 'columns', columns);
  if (!Number.isSafeInteger(rows) || rows < 0 || rows > columns)
    throw new MatchingError('bad-network', 'rows', rows);
  return {
    rows,
    columns,
    cost: new Float64Array(0),
    columnOf: new Int32Array(rows),
    rowOf: new Int32Array(columns),
    costOf: new Float64Array(rows),
    v: new Float64Array(columns),
    free: new Int32Array(rows),
    freeCount: 0,
  };
}

/** Takes a matrix of the state's size; its entries are checked row by row, where each row is first read. */
export function takeCost(state: DenseState, cost: DenseCost): void {
  if (cost.length !== state.rows * state.columns)
    throw new MatchingError('bad-network', 'cost.length', cost.length);
  state.cost = cost;
}

/** Nobody has a column, every price is 0. */
export function clearState(state: DenseState): void {
  state.columnOf.fill(-1);
  state.rowOf.fill(UNHELD);
  state.v.fill(0);
  state.freeCount = 0;
}

/** Row `i` has column `j`, which costs it `cost`. */
export function hold(state: DenseState, i: number, j: number, cost: number): void {
  state.columnOf[i] = j;
  state.rowOf[j] = i;
  state.costOf[i] = cost;
}

/** Row `i` gives up its column. */
export function release(state: DenseState, i: number): void {
  state.rowOf[state.columnOf[i] ?? 0] = UNHELD;
  state.columnOf[i] = -1;
  state.free[state.freeCount++] = i;
}

/*
 * Adding and taking away 1.5 · 2^52 leaves a number below 2^51 as it is only if it is whole. Four at a time; a
 * group that looks large is read again, one by one.
 */
const SHIFT = 6_755_399_441_055_744;

/** Refuses a row with an entry that is not whole (`bad-network`), or whose like in every row would sum past 2^53 (`too-large`). */
export function checkRow({ cost, rows, columns }: DenseState, i: number): void {
  const most = Number.MAX_SAFE_INTEGER / (8 * Math.max(rows, 8));
  const quick = most / 8;
  const end = (i + 1) * columns;
  let k = i * columns;
  for (; k + 3 < end; k += 4) {
    const a = cost[k] ?? 0;
    const b = cost[k + 1] ?? 0;
    const c = cost[k + 2] ?? 0;
    const d = cost[k + 3] ?? 0;
    if (
      a + SHIFT - SHIFT !== a ||
      b + SHIFT - SHIFT !== b ||
      c + SHIFT - SHIFT !== c ||
      d + SHIFT - SHIFT !== d
    )
      break;
    const sum = a * a + b * b + c * c + d * d;
    if (!(sum <= quick * quick)) break;
  }
  for (; k < end; k++) {
    const c = cost[k];
    if (!Number.isSafeInteger(c)) throw new MatchingError('bad-network', `cost[${String(k)}]`, c);
    if (Math.abs(c ?? 0) > most) throw new MatchingError('too-large', `cost[${String(k)}]`, c);
  }
}
