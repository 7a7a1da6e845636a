import { placeBids } from './bids.ts';
import { checkNetwork } from './check-network.ts';
import { closePrices, edgesOf, makeSide, sendRest, type Flow, type Network } from './network.ts';
import { makeSearch } from './paths.ts';
import { findShort, sum, type Short } from './short.ts';
import { makeCourse, turnEdges, type Course, type Edges, type Side } from './sides.ts';

/** The best use, and the bonus for each row's first use under which its prices prove it. */
export interface MostRows extends Flow {
  readonly bonus: number;
}

/**
 * Most rows used, and of such uses the one that earns the highest sum of scores: two aims in phases, no constant
 * between them. Where places are short (`findShort`) every place is filled, each by another row, and all other
 * rows are used elsewhere; so the network falls into two that do not touch: in the one the columns come and
 * choose among too many rows, in the other the rows come and choose among enough places, and no search is ever
 * in vain.
 *
 * Edges and capacities as in `Network`; bonuses have no say here. With `bonus` for every row's first use the
 * answer is a best answer of `solveNetwork` too, and so for every greater bonus, when the prices of short columns
 * rise and those of their rows fall as much.
 */
export function solveMostRows(open: Omit<Network, 'rowBonus' | 'columnBonus'>): MostRows {
  const rowBonus = new Float64Array(open.rowCapacity.length);
  const network = { ...open, rowBonus, columnBonus: new Float64Array(open.columnCapacity.length) };
  checkNetwork(network);
  const short = findShort(network);
  const edges = edgesOf(network);
  const flow = new Uint8Array(network.column.length);
  const { rows, columns } = solveAmple(network, short, edges, flow);
  if (short.any) solveShort(network, short, edges, flow, rows, columns);
  const bonus = liftShort(network, edges, short, rows, columns);
  closePrices(network, rows.price, columns.price);
  return { flow, rowPrice: rows.price, columnPrice: columns.price, bonus };
}

interface Sides {
  readonly rows: Side;
  readonly columns: Side;
}

/* Rows come; each must be used. */
function solveAmple(network: Network, short: Short, edges: Edges, flow: Uint8Array): Sides {
  const must = new Float64Array(network.rowCapacity.length).fill(-Infinity);
  const rows = makeSide(closeWhere(network.rowCapacity, short.row), must);
  const columns = makeSide(
    closeWhere(network.columnCapacity, short.column),
    new Float64Array(network.columnCapacity.length),
  );
  const course = makeCourse(rows, edges, columns, flow);
  const best = placeBids(course, stepsOf(course));
  sendRest(rows, makeSearch(course, best));
  return { rows, columns };
}

function closeWhere(capacity: Int32Array, closed: Uint8Array): Int32Array {
  return capacity.map((places, at) => (closed[at] === 1 ? 0 : places));
}

/* Columns come; every place must be filled, each by another row. */
function solveShort(
  { rowCapacity, columnCapacity }: Network,
  short: Short,
  edges: Edges,
  flow: Uint8Array,
  { price: u }: Side,
  { price: v }: Side,
): void {
  const must = new Float64Array(columnCapacity.length).fill(-Infinity);
  const from = makeSide(
    columnCapacity.map((places, j) => (short.column[j] === 1 ? places : 0)),
    must,
  );
  from.further.fill(-Infinity);
  const once = rowCapacity.map((places, i) => (short.row[i] === 1 ? Math.min(1, places) : 0));
  const to = makeSide(once, new Float64Array(rowCapacity.length));
  const course = makeCourse(
    from,
    short.byColumn ?? turnEdges(edges, columnCapacity.length, short.row),
    to,
    flow,
  );
  const best = placeBids(course, stepsOf(course));
  sendRest(from, makeSearch(course, best));
  for (let i = 0; i < u.length; i++) if (once[i] !== 0) u[i] = to.price[i] ?? 0;
  for (let j = 0; j < v.length; j++) if (from.capacity[j] !== 0) v[j] = from.price[j] ?? 0;
}

/*
 * Where every place will be filled, bids may begin in large steps: two, of the size of the usual distance between
 * a node's best edges and a tenth of it.
 */
function stepsOf({ from, edges, to }: Course): readonly number[] {
  const mustAll = from.capacity.every((places, i) => places <= 1 || from.further[i] === -Infinity);
  if (!mustAll || sum(from.capacity) !== sum(to.capacity)) return [];
  const { score } = edges;
  let [least, most] = [Infinity, -Infinity];
  for (let place = 0; place < score.length; place++) {
    least = Math.min(least, score[place] ?? 0);
    most = Math.max(most, score[place] ?? 0);
  }
  const distance = ((most - least) * from.capacity.length) / score.length;
  return [0.4 * distance, 0.04 * distance].map(Math.round).filter((step) => step > 0);
}

/* The least bonus that keeps each row in use, and the other rows away from short columns; it moves into their prices. */
function liftShort(network: Network, edges: Edges, short: Short, rows: Side, columns: Side): number {
  const { rowStart, column } = network;
  const { score } = edges;
  const [u, v] = [rows.price, columns.price];
  let bonus = 0;
  for (let i = 0; i < u.length; i++) {
    const price = u[i] ?? 0;
    if (price === Infinity) continue;
    bonus = Math.max(bonus, short.row[i] === 1 ? price : -price);
    if (short.row[i] === 1 || !short.any) continue;
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      const j = column[e] ?? 0;
      if (short.column[j] === 1) bonus = Math.max(bonus, (score[e] ?? 0) - price - (v[j] ?? 0));
    }
  }
  for (let j = 0; j < v.length; j++) if (short.column[j] === 1) bonus = Math.max(bonus, -(v[j] ?? 0));
  for (let i = 0; i < u.length; i++) if (short.row[i] === 1) u[i] = (u[i] ?? 0) - bonus;
  for (let j = 0; j < v.length; j++) if (short.column[j] === 1) v[j] = (v[j] ?? 0) + bonus;
  return bonus;
}
