import { MatchingError } from '../errors.ts';
import type { Network } from '../solver/network.ts';

/**
 * How some rows of a network belong together: the people of a household, spouses, a group.
 * - `as-one`: all at one column, where they take one place between them; or none of them.
 * - `same-column`: all at one column, where each takes a place; or none of them.
 * - `both-or-neither`: all are used, wherever that may be; or none of them.
 * - `apart`: no two of them at one column.
 */
export type Belonging = 'as-one' | 'same-column' | 'both-or-neither' | 'apart';

/** Two rows or more; a row may stand in one relation only. */
export interface Relation {
  readonly how: Belonging;
  readonly rows: readonly number[];
}

/**
 * Throws `bad-relation` for a relation of fewer than two rows, a row that does not exist or stands in two
 * relations, and a row of another capacity than 1 where all are to be at one column.
 */
export function checkRelations({ rowCapacity }: Network, relations: readonly Relation[]): void {
  const known = new Set<number>();
  for (const [at, { how, rows }] of relations.entries()) {
    const refuse = (place: string, value: unknown): never => {
      throw new MatchingError('bad-relation', `relations[${String(at)}].${place}`, value);
    };
    if (rows.length < 2) refuse('rows.length', rows.length);
    for (const [place, row] of rows.entries()) {
      const capacity = rowCapacity[row];
      if (capacity === undefined || known.has(row)) refuse(`rows[${String(place)}]`, row);
      if ((how === 'as-one' || how === 'same-column') && capacity !== 1) {
        refuse(`rows[${String(place)}].capacity`, capacity);
      }
      known.add(row);
    }
  }
}

/** The number of the edge between a row and a column, or -1. */
export function edgeOf({ rowStart, column }: Network, row: number, at: number): number {
  let low = rowStart[row] ?? 0;
  let high = (rowStart[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = column[middle] ?? 0;
    if (found === at) return middle;
    if (found < at) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
