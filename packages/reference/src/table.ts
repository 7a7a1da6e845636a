import { readFileSync } from 'node:fs';

/** One row: the cell under a heading, or an error when the table has no such heading. */
export type Row = (column: string) => string;

/** Reads a generated table of `data/`. */
export function readTable(file: string): Row[] {
  return readRows(new URL(`../data/${file}`, import.meta.url));
}

/** Reads a hand-kept table of `words/`; lines that begin with `#` are remarks. */
export function readWords(file: string): Row[] {
  return readRows(new URL(`../words/${file}`, import.meta.url));
}

/** Takes a cell's list apart; an empty cell is an empty list. */
export function splitList(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

/** Makes a value at its first use and keeps it, so that importing this package reads no file. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function readRows(file: URL): Row[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = new Map((lines.shift() ?? '').split('\t').map((name, index) => [name, index]));
  return lines.map((line) => {
    const cells = line.split('\t');
    return (column) => {
      const index = columns.get(column);
      if (index === undefined) throw new Error(`${file.pathname} has no column ${column}`);
      return cells[index] ?? '';
    };
  });
}
