import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from './csv.ts';

/** One row of a source table; a column that is not there is an error, so a changed source is seen at once. */
export type SourceRow = (column: string) => string;

export interface Folders {
  /** Holds the source tables. */
  readonly from: string;
  /** Receives the compact tables. */
  readonly to: string;
}

export function readSource({ from }: Folders, file: string): SourceRow[] {
  return parseCsv(readFileSync(join(from, file), 'utf8')).map((record) => (column) => {
    const value = record[column];
    if (value === undefined) throw new Error(`${file} has no column ${column}`);
    return value.trim();
  });
}

/** Writes tab-separated values under a heading row. Lists inside a cell are joined by `|`. */
export function writeTable(
  { to }: Folders,
  file: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const broken = rows.find(
    (row) => row.length !== columns.length || row.some((cell) => /[\t\n\r]/.test(cell)),
  );
  if (broken) throw new Error(`${file}: a row does not fit its table: ${broken.join(' / ')}`);
  writeFileSync(join(to, file), [columns, ...rows].map((row) => row.join('\t') + '\n').join(''));
}

/** Joins a list for one cell. */
export function joinList(values: Iterable<string>): string {
  const list = [...values];
  const broken = list.find((value) => value.includes('|'));
  if (broken !== undefined) throw new Error(`a value of a list holds the list's separator: ${broken}`);
  return list.join('|');
}

export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  return Map.groupBy(rows, key);
}
