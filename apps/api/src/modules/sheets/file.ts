import { LIMITS, Refused } from '@parvis/contracts';
import type { Cell } from './cells/reading.ts';
import { readCsv } from './csv.ts';
import { tooLarge, tooManyRows } from './limits.ts';
import { readXlsx } from './xlsx.ts';

/** As many as a coordinator can say what they are. */
const MOST_COLUMNS = 200;

/**
 * The cells of a spreadsheet, XLSX or CSV by what the bytes are and not by what the file is called; row 1 first, trailing
 * empty rows left out. Refused: `file-unreadable`, `file-too-large`, `file-too-many-rows`.
 */
export async function readSheetFile(bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  if (bytes.byteLength > LIMITS.importBytes) throw tooLarge();
  const cells = trimEnd(isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes));
  if (cells.length === 0) throw new Refused('file-unreadable');
  // The headings are a row more.
  if (cells.length > LIMITS.importRows + 1) throw tooManyRows();
  if (cells.some((row) => row.findLastIndex(isFilled) >= MOST_COLUMNS)) throw new Refused('file-unreadable');
  return cells.map((row) => (row.length > MOST_COLUMNS ? row.slice(0, MOST_COLUMNS) : row));
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function trimEnd(cells: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const last = cells.findLastIndex((row) => row.some(isFilled));
  return cells.slice(0, last + 1);
}

function isFilled(cell: Cell): boolean {
  return cell !== null && cell !== '';
}
