import { MatchingError } from '../errors.ts';
import { makeSearch, type PathSide } from './paths.ts';

/**
 * A bipartite network. The edges of row `i` stand from `rowStart[i]` up to `rowStart[i + 1]`, columns strictly
 * ascending. An edge is used at most once, a row or column at most its capacity; the first use of a row or
 * column earns its bonus. All numbers are integers; bonuses and capacities are not negative.
 */
export interface Network {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly score: ArrayLike<number>;
  readonly rowCapacity: Int32Array;
  readonly columnCapacity: Int32Array;
  readonly rowBonus: Float64Array;
  readonly columnBonus: Float64Array;
}

/** `flow[e]`: 1 when edge `e` is used. Prices are integers of either sign; see `dualValue` in certify for what they prove. */
export interface Flow {
  readonly flow: Uint8Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/**
 * The use of edges that earns the highest sum of scores and bonuses, and the dual prices that prove it.
 *
 * Successive shortest augmenting paths (Ahuja, Magnanti & Orlin, *Network Flows*, 1993, § 9.7) in the row by row
 * course of Jonker & Volgenant (*Computing* 38, 1987). The bonus of a first use makes the gain of a row or column
 * concave in its flow (ibid. ch. 14), so each unit finds the next arc of the convex-cost network ready. First
 * the rows come one by one and columns earn no bonus; then the columns still unused come one by one with
 * theirs, by the same search with the sides changed. (Were the column bonuses there from the start, each row
 * would run for the few columns of highest bonus: the same answer, up to thirty times slower.)
 *
 * Letters: u, v row and column prices. With T the node where every unit begins and ends, at price 0,
 * optimality reads
 *   unused edge   u + v − score ≥ 0       used edge   u + v − score ≤ 0
 *   next use of a row   bonus or 0, plus u ≤ 0       last use   bonus or 0, plus u ≥ 0       (columns alike, with v).
 * While rows come, u only falls and v only rises; while columns come, the other way round; so a unit that once
 * stayed at home does not want to return in the same course, and in the other it is found as a place left.
 *
 * Throws `bad-network` for malformed rows, `too-large` when a sum could pass 2^53.
 */
export function solveNetwork(network: Network): Flow {
  checkNetwork(network);
  const flow = new Uint8Array(network.column.length);
  const rows = rowSide(network);
  const columns = columnSide(network);
  insertRows(network, rows, makeSearch(rows, columns, flow));
  const waiting = earnBonuses(network, columns);
  if (waiting.length > 0) {
    const augment = makeSearch(columns, rows, flow);
    for (const j of waiting) {
      columns.bonus[j] = network.columnBonus[j] ?? 0;
      augment(j);
    }
  }
  return { flow, rowPrice: rows.price, columnPrice: columns.price };
}

function insertRows(network: Network, rows: PathSide, augment: (row: number) => boolean): void {
  for (let i = 0; i < rows.degree.length; i++) {
    for (let unit = 0; unit < (network.rowCapacity[i] ?? 0); unit++) if (!augment(i)) break;
  }
}

/* Columns in use earn their bonus as they are; those that are not, and could earn one, are returned. */
function earnBonuses(
  { columnBonus, columnCapacity }: Network,
  { bonus, degree }: PathSide,
): readonly number[] {
  const waiting: number[] = [];
  for (let j = 0; j < degree.length; j++) {
    if (degree[j] !== 0) bonus[j] = columnBonus[j] ?? 0;
    else if (columnCapacity[j] !== 0 && columnBonus[j] !== 0) waiting.push(j);
  }
  return waiting;
}
/* A row starts at the price at which it wants none of its edges; one of capacity 0 stays there. */
function rowSide(network: Network): PathSide {
  const { rowStart, column, score, rowCapacity, rowBonus } = network;
  const price = rowBonus.map((bonus, i) => {
    if (rowCapacity[i] === 0) return priceOfClosed(network);
    let dearest = -bonus;
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++)
      dearest = Math.max(dearest, score[e] ?? 0);
    return dearest;
  });
  const degree = new Int32Array(rowCapacity.length);
  return {
    start: rowStart,
    other: column,
    edge: null,
    score: Float64Array.from(score),
    capacity: rowCapacity,
    bonus: rowBonus,
    degree,
    price,
  };
}

/* The same edges by column; no bonus yet. */
function columnSide(network: Network): PathSide {
  const { rowStart, column, score, columnCapacity } = network;
  const columns = columnCapacity.length;
  const start = new Int32Array(columns + 1);
  for (const j of column) start[j + 1] = (start[j + 1] ?? 0) + 1;
  for (let j = 0; j < columns; j++) start[j + 1] = (start[j + 1] ?? 0) + (start[j] ?? 0);
  const next = start.slice();
  const other = new Int32Array(column.length);
  const edge = new Int32Array(column.length);
  const scoreByColumn = new Float64Array(column.length);
  for (let i = 0; i + 1 < rowStart.length; i++) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      const j = column[e] ?? 0;
      const place = next[j] ?? 0;
      other[place] = i;
      edge[place] = e;
      scoreByColumn[place] = score[e] ?? 0;
      next[j] = place + 1;
    }
  }
  const closed = priceOfClosed(network);
  const price = Float64Array.from(columnCapacity, (capacity) => (capacity === 0 ? closed : 0));
  const [bonus, degree] = [new Float64Array(columns), new Int32Array(columns)];
  return { start, other, edge, score: scoreByColumn, capacity: columnCapacity, bonus, degree, price };
}

/* No edge to a row or column of capacity 0 is worth this much. */
function priceOfClosed({ score, rowBonus, columnBonus }: Network): number {
  return 1 + largest(score) + largest(rowBonus) + largest(columnBonus);
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] ?? 0));
  return most;
}

function checkNetwork(network: Network): void {
  const { rowStart, column, score, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const refuse = (place: string, value: unknown): never => {
    throw new MatchingError('bad-network', place, value);
  };
  const rows = rowCapacity.length;
  if (rowStart.length !== rows + 1) refuse('rowStart.length', rowStart.length);
  if (rowStart[0] !== 0) refuse('rowStart[0]', rowStart[0]);
  if (rowStart[rows] !== column.length) refuse(`rowStart[${String(rows)}]`, rowStart[rows]);
  if (score.length !== column.length) refuse('score.length', score.length);
  if (rowBonus.length !== rows) refuse('rowBonus.length', rowBonus.length);
  if (columnBonus.length !== columnCapacity.length) refuse('columnBonus.length', columnBonus.length);
  for (let i = 0; i < rows; i++) {
    const last = rowStart[i + 1] ?? 0;
    if (last < (rowStart[i] ?? 0) || last > column.length) refuse(`rowStart[${String(i + 1)}]`, last);
    let previous = -1;
    for (let e = rowStart[i] ?? 0; e < last; e++) {
      const j = column[e] ?? -1;
      if (j <= previous || j >= columnCapacity.length) refuse(`column[${String(e)}]`, j);
      if (!Number.isSafeInteger(score[e])) refuse(`score[${String(e)}]`, score[e]);
      previous = j;
    }
  }
  for (const [name, values] of Object.entries({ rowCapacity, columnCapacity, rowBonus, columnBonus })) {
    for (let at = 0; at < values.length; at++) {
      if (!Number.isSafeInteger(values[at]) || (values[at] ?? 0) < 0)
        refuse(`${name}[${String(at)}]`, values[at]);
    }
  }
  const sum = largestSum(network);
  if (sum > Number.MAX_SAFE_INTEGER) throw new MatchingError('too-large', 'network', sum);
}

/*
 * Bounds every sum the solver or a certificate makes: no price or path is longer than the dearest edge and the
 * two largest bonuses, no total larger than all bonuses and, for every use, the dearest edge.
 */
function largestSum({ column, score, rowCapacity, columnCapacity, rowBonus, columnBonus }: Network): number {
  const dearest = 1 + largest(score) + largest(rowBonus) + largest(columnBonus);
  const uses = Math.min(total(rowCapacity), total(columnCapacity), column.length);
  return 8 * dearest + 2 * (total(rowBonus) + total(columnBonus)) + uses * largest(score);
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return sum;
}
