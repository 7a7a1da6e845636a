import readXlsxFile from 'read-excel-file/node';
import { Refused } from '@parvis/contracts';
import type { Cell } from './cells/reading.ts';
import { guardZip } from './zip.ts';

/** The first sheet of a workbook that has anything in it. Of a formula, its last result; of a date, its day. */
export async function readXlsx(bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  guardZip(bytes);
  const sheets = await readSheets(bytes);
  const filled =
    sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ?? sheets[0];
  return (filled?.data ?? []).map((row) => row.map(asCell));
}

interface ReadSheet {
  readonly data: readonly (readonly unknown[])[];
}

async function readSheets(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  try {
    return await readXlsxFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: false });
  } catch {
    // Each kind of damage throws its own error; to the one who sent the file they mean the same.
    throw new Refused('file-unreadable');
  }
}

function asCell(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
