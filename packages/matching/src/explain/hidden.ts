/** A number below this is not told: so few people could be recognised. */
export const FEWEST_TOLD = 5;

/** A count of people, or null when it is hidden. */
export type Count = number | null;

/** A count that tells of nobody in particular. */
export function tellCount(count: number): Count {
  return count < FEWEST_TOLD ? null : count;
}

/** People of one group, by what became of them. */
export interface Split {
  readonly paired: number;
  readonly waiting: number;
}

/**
 * Which rows of a table to hide when its sums are known. A row with a small number goes whole; then, smallest first, as many more
 * as it takes until those hidden together come to `FEWEST_TOLD` or more both paired and waiting, which one row
 * with a small number never does. So each hidden number can still be anything from 0 to a sum that is itself no small number, whatever is
 * subtracted from whatever. When rows do not suffice for that, none is told.
 */
export function hideRows(rows: readonly Split[]): readonly boolean[] {
  const hidden = rows.map(({ paired, waiting }) => paired < FEWEST_TOLD || waiting < FEWEST_TOLD);
  if (!hidden.includes(true)) return hidden;
  const bySize = [...rows.keys()].sort((a, b) => sizeOf(rows[a]) - sizeOf(rows[b]) || a - b);
  for (const next of bySize) {
    if (isSafe(rows, hidden)) break;
    hidden[next] = true;
  }
  return hidden;
}

function isSafe(rows: readonly Split[], hidden: readonly boolean[]): boolean {
  const gone = rows.filter((_, at) => hidden[at]);
  const sum = (of: keyof Split): number => gone.reduce((total, row) => total + row[of], 0);
  return sum('paired') >= FEWEST_TOLD && sum('waiting') >= FEWEST_TOLD;
}

function sizeOf(row: Split | undefined): number {
  return row === undefined ? 0 : row.paired + row.waiting;
}
