import { placeBids } from './bids.ts';
import { checkNetwork } from './check-network.ts';
import { makeSearch } from './paths.ts';
import { makeCourse, turnEdges, type Edges, type Side } from './sides.ts';

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
 * course of Jonker & Volgenant (*Computing* 38, 1987), after bids that give most rows their edge unsearched. The
 * bonus of a first use makes the gain of a row or column concave in its flow (ibid. ch. 14), so each unit finds
 * the next arc of the convex-cost network ready. First the rows come, while columns earn no more than a bonus all
 * have; then the columns still unused come one by one with theirs, by the same search with the sides changed.
 * (Were the column bonuses there from the start, each row would run for the few columns of highest bonus: the
 * same answer, up to thirty times slower.)
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
  const rows = makeSide(
    network.rowCapacity,
    network.rowBonus.map((bonus) => 0 - bonus),
  );
  const columns = columnSide(network);
  const edges = edgesOf(network);
  const course = makeCourse(rows, edges, columns, flow);
  sendRest(rows, makeSearch(course, placeBids(course)));
  const waiting = earnBonuses(network, columns);
  if (waiting.length > 0) {
    const send = makeSearch(makeCourse(columns, turnEdges(edges, columns.degree.length), rows, flow));
    for (const j of waiting) {
      columns.first[j] = 0 - (network.columnBonus[j] ?? 0);
      send(j);
    }
  }
  closePrices(network, rows.price, columns.price);
  return { flow, rowPrice: rows.price, columnPrice: columns.price };
}

export function edgesOf({ rowStart, column, score }: Network): Edges {
  const scores = score instanceof Float64Array ? score : Float64Array.from(score);
  return { start: rowStart, other: column, edge: null, score: scores };
}

/** A side before anything is used; what has no capacity is closed by its price. */
export function makeSide(capacity: Int32Array, first: Float64Array): Side {
  const nodes = capacity.length;
  const price = new Float64Array(nodes);
  for (let at = 0; at < nodes; at++) if (capacity[at] === 0) price[at] = Infinity;
  return { capacity, degree: new Int32Array(nodes), price, first, further: new Float64Array(nodes) };
}

/** Sends every unit that is still at home and may want to go. */
export function sendRest({ capacity, degree }: Side, send: (node: number) => boolean): void {
  for (let i = 0; i < degree.length; i++) {
    for (let unit = degree[i] ?? 0; unit < (capacity[i] ?? 0); unit++) if (!send(i)) break;
  }
}

/*
 * What columns earn while rows come: nothing if rows are more. If they are not, most columns will be used; then
 * all earn as much as the least of them, so that few are left to come. A column not in use costs minus its bonus.
 */
function columnSide({ rowCapacity, columnCapacity, columnBonus }: Network): Side {
  const few = rowCapacity.length <= columnCapacity.length;
  const least = columnBonus.reduce((some, bonus) => (bonus > 0 ? Math.min(some, bonus) : some), Infinity);
  const first = columnBonus.map((bonus) => (few ? 0 - Math.min(bonus, least) : 0));
  const side = makeSide(columnCapacity, first);
  for (let j = 0; j < first.length; j++) if (columnCapacity[j] !== 0) side.price[j] = first[j] ?? 0;
  return side;
}

/* Columns in use earn their bonus as they are; those that are not, and could earn one, are returned. */
function earnBonuses({ columnBonus, columnCapacity }: Network, { first, degree }: Side): readonly number[] {
  const waiting: number[] = [];
  for (let j = 0; j < degree.length; j++) {
    if (degree[j] !== 0) first[j] = 0 - (columnBonus[j] ?? 0);
    else if (columnCapacity[j] !== 0 && (columnBonus[j] ?? 0) + (first[j] ?? 0) > 0) waiting.push(j);
  }
  return waiting;
}

/** Lowers the infinite prices of what is closed to where its edges just are not wanted: a certificate is finite. */
export function closePrices({ rowStart, column, score }: Network, u: Float64Array, v: Float64Array): void {
  const closedRow = u.map((price) => (price === Infinity ? 1 : 0));
  const closedColumn = v.map((price) => (price === Infinity ? 1 : 0));
  if (!closedRow.includes(1) && !closedColumn.includes(1)) return;
  for (let j = 0; j < v.length; j++) if (closedColumn[j] === 1) v[j] = 0;
  for (let i = 0; i < u.length; i++) {
    if (closedRow[i] === 1) u[i] = 0;
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      const j = column[e] ?? 0;
      const wanted = (score[e] ?? 0) - (u[i] ?? 0) - (v[j] ?? 0);
      if (wanted <= 0) continue;
      if (closedRow[i] === 1) u[i] = (u[i] ?? 0) + wanted;
      else if (closedColumn[j] === 1) v[j] = (v[j] ?? 0) + wanted;
    }
  }
}
