import type { Network } from '../solver/network.ts';
import { edgeOf, type Relation } from './relations.ts';
import type { Decisions } from './restrict.ts';

/** The columns each row is used at, ascending. */
export type Seats = readonly (readonly number[])[];

export function seatsOf({ rowStart, column }: Network, flow: Uint8Array): Seats {
  return Array.from({ length: rowStart.length - 1 }, (_, i) =>
    Array.from(column.subarray(rowStart[i], rowStart[i + 1])).filter(
      (_, at) => flow[(rowStart[i] ?? 0) + at] === 1,
    ),
  );
}

export function isBroken({ how, rows }: Relation, seats: Seats): boolean {
  const at = rows.map((row) => seats[row] ?? []);
  switch (how) {
    case 'as-one':
    case 'same-column':
      return new Set(at.map(String)).size > 1;
    case 'both-or-neither':
      return new Set(at.map(({ length }) => length > 0)).size > 1;
    case 'apart':
      return firstShared(rows, seats) !== null;
  }
}

/** Decisions that between them allow every use in which the relation holds, and none as it is broken now. */
export function splitOn(
  network: Network,
  { how, rows }: Relation,
  seats: Seats,
  decisions: Decisions,
): readonly Decisions[] {
  const forbid = (edges: readonly number[]): Decisions => ({
    ...decisions,
    forbidden: [...decisions.forbidden, ...edges],
  });
  switch (how) {
    case 'as-one':
      return [];
    case 'both-or-neither':
      return [
        { ...decisions, forced: [...decisions.forced, ...rows] },
        { ...decisions, closed: [...decisions.closed, ...rows] },
      ];
    case 'same-column': {
      const column = rows.flatMap((row) => seats[row] ?? [])[0] ?? 0;
      return [
        { ...decisions, seated: [...decisions.seated, { rows, column }] },
        forbid(rows.map((row) => edgeOf(network, row, column))),
      ];
    }
    case 'apart': {
      const shared = firstShared(rows, seats);
      return (shared?.rows ?? []).map((row) => forbid([edgeOf(network, row, shared?.column ?? 0)]));
    }
  }
}

/* Two rows that are used at the same column. */
function firstShared(
  rows: readonly number[],
  seats: Seats,
): { readonly rows: readonly number[]; readonly column: number } | null {
  const usedBy = new Map<number, number>();
  for (const row of rows) {
    for (const column of seats[row] ?? []) {
      const other = usedBy.get(column);
      if (other !== undefined) return { rows: [other, row], column };
      usedBy.set(column, row);
    }
  }
  return null;
}
