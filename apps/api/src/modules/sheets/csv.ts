import { LIMITS, Refused } from '@parvis/contracts';
import { parse } from 'csv-parse/sync';
import type { Cell } from './cells/reading.ts';
import { tooManyRows } from './limits.ts';

const DELIMITERS = [';', '\t', ',', '|'] as const;

/** A text file of cells: `;`, tab, `,` or `|` between them, in UTF-8, UTF-16 or Windows-1252. */
export function readCsv(bytes: Uint8Array): readonly (readonly Cell[])[] {
  const text = decode(bytes);
  if (looksBinary(text)) throw new Refused('file-unreadable');
  const { delimiter, body } = findDelimiter(text);
  try {
    const rows: string[][] = parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
      // A row more than may be shows that there are too many.
      to: LIMITS.importRows + 2,
      max_record_size: 1_000_000,
    });
    if (rows.length > LIMITS.importRows + 1) throw tooManyRows();
    return rows.map((row) => row.map((cell): Cell => (cell === '' ? null : cell)));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('file-unreadable');
  }
}

/** By its mark, else UTF-8 when it is valid, else what Swedish Excel saves. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A picture, an old XLS, a PDF: mostly signs that no text has. A stray NUL in one cell is told for that cell. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 4_000);
  const strange = start.replace(/[^\u0000-\u0008\u000e-\u001f\ufffd]/g, '').length;
  return text.startsWith('%PDF') || text.startsWith('ÐÏ\u0011à') || strange > start.length / 20;
}

/** Excel may say it in the first line (`sep=;`); else the sign that the first lines have most of outside quotes. */
function findDelimiter(text: string): { readonly delimiter: string; readonly body: string } {
  const said = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  if (said) return { delimiter: said[1] ?? ';', body: text.slice(said[0].length) };
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const [first = ''] = start.split(/\r?\n/).filter((line) => line.trim() !== '');
  const counts = DELIMITERS.map((sign) => first.split(sign).length + start.split(sign).length / 1e6);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';', body: text };
}
