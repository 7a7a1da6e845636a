import { LIMITS } from '@parvis/contracts';
import type { Cell, CellReading, FilledCell } from './reading.ts';
import { sure, wrong } from './reading.ts';
import { restore } from '../workbook.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const FORMULA = /^[=@]|^[+-]\s*\p{L}/u;
const EXCEL_ERROR =
  /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SAKNAS!|REFERENS!|VÄRDEFEL!|NAMN\?|OGILTIGT!)$/i;
/** How people write that there is nothing to write. */
const NOTHING = /^(?:[-–—?.\s]+|n\/a|ej angivet|saknas)$/i;
/** No cell that means anything is longer; longer ones are not looked into. */
const LONGEST = 4_000;

/** A cell's text; null when it is empty or made of invisible signs only. Whole numbers are written out, never as 4,67E+10. */
export function fillCell(raw: Cell): FilledCell | null {
  if (raw === null) return null;
  const text = restore(typeof raw === 'number' ? writeNumber(raw) : String(raw))
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .trim();
  if (NOTHING.test(text)) return null;
  return VISIBLE.test(text) || CONTROL.test(text) ? { raw, text } : null;
}

/** What no cell may hold, whatever its column. */
export function checkCell({ text }: FilledCell): CellReading<string> {
  if (text.length > LONGEST) return wrong('too-long', { maximum: LONGEST });
  if (CONTROL.test(text) || !text.isWellFormed()) return wrong('unreadable-character');
  if (EXCEL_ERROR.test(text)) return wrong('cell-error');
  if (FORMULA.test(text)) return wrong('formula');
  return sure(text);
}

/** A name, an id, a household: one line of text. */
export function readText(text: string): CellReading<string> {
  return text.length > LIMITS.name
    ? wrong('too-long', { maximum: LIMITS.name })
    : sure(text.replace(/\s+/g, ' '));
}

function writeNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value);
}
