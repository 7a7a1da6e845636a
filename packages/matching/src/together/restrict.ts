import type { Network } from '../solver/network.ts';
import { edgeOf, type Relation } from './relations.ts';

/** What one branch of the search has decided, beyond the network itself. */
export interface Decisions {
  /** Rows that stay at home. */
  readonly closed: readonly number[];
  /** Rows that must be used. */
  readonly forced: readonly number[];
  /** Edges that are not used. */
  readonly forbidden: readonly number[];
  /** Rows that have been given a place each at one column; they leave the network with it. */
  readonly seated: readonly { readonly rows: readonly number[]; readonly column: number }[];
}

/** The network that is left to solve, and the number of each of its edges in the one it came from. */
export interface Restricted {
  readonly network: Network;
  readonly edge: Int32Array;
}

/**
 * The network under some decisions; `force` is what the use of a forced row earns besides. An `as-one` relation
 * stands there as its first row: with the columns all its rows can have, their scores and bonuses summed.
 */
export function restrict(
  network: Network,
  relations: readonly Relation[],
  decisions: Decisions,
  force: number,
): Restricted {
  const rowCapacity = network.rowCapacity.slice();
  const columnCapacity = network.columnCapacity.slice();
  const rowBonus = network.rowBonus.slice();
  const columnBonus = network.columnBonus.slice();
  for (const { how, rows } of relations) {
    const [first = 0, ...others] = rows;
    if (how !== 'as-one') continue;
    for (const other of others) {
      rowCapacity[other] = 0;
      add(rowBonus, first, rowBonus[other] ?? 0);
    }
  }
  for (const row of decisions.forced) add(rowBonus, row, force);
  for (const row of decisions.closed) rowCapacity[row] = 0;
  for (const { rows, column } of decisions.seated) {
    for (const row of rows) rowCapacity[row] = 0;
    add(columnCapacity, column, -rows.length);
    columnBonus[column] = 0;
  }
  const { edge, ...edges } = keepEdges(network, relations, rowCapacity, new Set(decisions.forbidden));
  return { network: { ...edges, rowCapacity, columnCapacity, rowBonus, columnBonus }, edge };
}

type Edges = Pick<Network, 'rowStart' | 'column' | 'score'> & { readonly edge: Int32Array };

/* Rows that are to be at one column keep the columns that all of them can have. */
function keepEdges(
  network: Network,
  relations: readonly Relation[],
  rowCapacity: Int32Array,
  forbidden: ReadonlySet<number>,
): Edges {
  const relationOf = new Map(relations.flatMap((relation) => relation.rows.map((row) => [row, relation])));
  const rowStart = new Int32Array(network.rowStart.length);
  const [column, score, edge]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < rowCapacity.length; i++) {
    const relation = relationOf.get(i);
    const isBound = relation?.how === 'as-one' || relation?.how === 'same-column';
    const others = isBound ? relation.rows.filter((row) => row !== i) : [];
    const first = rowCapacity[i] === 0 ? Infinity : (network.rowStart[i] ?? 0);
    for (let e = first; e < (network.rowStart[i + 1] ?? 0); e++) {
      const j = network.column[e] ?? 0;
      const along = others.map((other) => edgeOf(network, other, j));
      if ([e, ...along].some((one) => one === -1 || forbidden.has(one))) continue;
      const counted = relation?.how === 'as-one' ? [e, ...along] : [e];
      column.push(j);
      score.push(counted.reduce((sum, one) => sum + (network.score[one] ?? 0), 0));
      edge.push(e);
    }
    rowStart[i + 1] = column.length;
  }
  return { rowStart, column: Int32Array.from(column), score, edge: Int32Array.from(edge) };
}

function add(values: Int32Array | Float64Array, at: number, by: number): void {
  values[at] = (values[at] ?? 0) + by;
}
