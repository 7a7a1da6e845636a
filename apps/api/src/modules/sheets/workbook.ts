import writeXlsxFile, { type Cell as WrittenCell, type Row } from 'write-excel-file/node';

export type SheetCell = string | number | boolean | null;
export interface SheetColumn {
  readonly heading: string;
  /** In characters; 16 when not said. */
  readonly width?: number;
}
export interface Sheet {
  /** Shown on the tab; cut to the 31 signs that spreadsheets take. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns run from the right, as in Arabic. */
  readonly rightToLeft?: boolean;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * An XLSX of one or several sheets, headings in the first row. Safe against formula injection: text is written as text and
 * never as a formula, and text that a spreadsheet would take for one, were the file saved as CSV and opened again, carries
 * an apostrophe before it, which `readSheetFile` takes off.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = new Set<string>();
  const buffer = await writeXlsxFile(
    sheets.map(({ name, columns, rows, rightToLeft = false }) => ({
      sheet: nameTab(name, names),
      data: [columns.map(({ heading }) => writeHeading(heading)), ...rows.map(writeRow)],
      columns: columns.map(({ width = 16 }) => ({ width })),
      stickyRowsCount: 1,
      rightToLeft,
    })),
  ).toBuffer();
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** A text that a spreadsheet would run: `=HYPERLINK(…)`, `@SUM`, `+1`, `-1`, and what hides behind a tab or a line break. */
const RUNNABLE = /^[=+\-@\t\r\n]/;
/** A telephone number and a negative number only look so. */
const HARMLESS = /^[+-]?\d[\d\s]*$/;

export function defuse(text: string): string {
  return RUNNABLE.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** The text behind the apostrophe that `defuse` put there. */
export function restore(text: string): string {
  return text.startsWith("'") && RUNNABLE.test(text.slice(1)) ? text.slice(1) : text;
}

function writeRow(row: readonly SheetCell[]): Row {
  return row.map((cell): WrittenCell => (typeof cell === 'string' ? writeText(cell) : cell));
}

function writeHeading(text: string): WrittenCell {
  return { type: String, value: writable(text), fontWeight: 'bold', wrap: true };
}

function writeText(text: string): WrittenCell {
  return text === '' ? null : { type: String, value: writable(text) };
}

/** What no XML may hold is left out, and no cell takes more than 32,767 signs. */
function writable(text: string): string {
  return defuse(text)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, 32_000);
}

function nameTab(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || 'Parvis';
  let tab = plain;
  for (let number = 2; taken.has(tab.toLowerCase()); number++) tab = `${plain.slice(0, 27)} ${number}`;
  taken.add(tab.toLowerCase());
  return tab;
}
