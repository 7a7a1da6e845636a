import type { Cell } from './reading.ts';

/** What stands instead of a personal identity number, in what is kept and in what is shown. */
export const MASK = '••••••-••••';

// A year with or without its century, month, day (or coordination number, day + 60), a sign, three digits and the control.
const WRITTEN =
  /(?<![\d+])((?:19|20)?\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\s?([-+–]?)\s?(\d{4}|[TRSUWXJKLMN]\d{3})(?!\d)/g;

/**
 * Takes personal identity numbers out of a cell before anything is kept or told: they are stored nowhere. With a century, or
 * a sign before the last four, the form alone is enough. Ten bare digits may be a telephone number, so they must have the
 * right control digit, and in a column of telephone numbers (`phone`) they stay.
 */
export function maskPersonalNumbers(cell: Cell, column: 'phone' | 'other'): Cell {
  if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
  const text = typeof cell === 'number' && Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  const masked = text.replace(
    WRITTEN,
    (whole, year: string, month: string, day: string, sign: string, last: string) => {
      const digits = `${year.slice(-2)}${month}${day}${last}`;
      if (year.length === 4) return MASK;
      if (sign !== '') return column === 'phone' && !isControlled(digits) ? whole : MASK;
      return column === 'other' && isControlled(digits) ? MASK : whole;
    },
  );
  return masked === text ? cell : masked;
}

export function isMasked(text: string): boolean {
  return text.includes(MASK);
}

/** Luhn: the last digit follows from the nine before it. */
function isControlled(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return true;
  const sum = [...digits].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
