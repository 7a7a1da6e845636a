import { emailAddress, phoneNumber } from '@parvis/contracts';
import type { CellReading, FilledCell } from './reading.ts';
import { guessed, splitParts, sure, wrong } from './reading.ts';

/** An e-mail address; of several the first, told as a guess. */
export function readEmail(text: string): CellReading<string> {
  const [first = '', ...others] = splitParts(text, /[;,\s]+/).map((part) =>
    part.replace(/^mailto:/i, '').replace(/^<|[>.]$/g, ''),
  );
  const read = emailAddress.safeParse(first);
  if (!read.success || others.some((other) => !other.includes('@'))) return wrong('not-an-email');
  return others.length === 0 ? sure(read.data) : guessed(read.data, read.data);
}

/**
 * A telephone number as E.164. Takes what Excel makes of one: `4,6701740605E+10`, a lost leading zero, a number cell; and
 * `0046`, `+46 (0)70`, spaces and hyphens. Without any country a number is Swedish.
 */
export function readPhone({ text }: FilledCell): CellReading<string> {
  const [first = '', ...others] = splitParts(text, /[;/,\n]\s*(?=\+|0)|\s+eller\s+|\s+or\s+/i);
  const written = writeOut(first);
  if (written === null) return wrong('phone-lost-digits');
  const { number, certain } = normalize(written);
  if (!phoneNumber.safeParse(number).success || number.length < 9) return wrong('not-a-phone');
  return certain && others.length === 0 ? sure(number) : guessed(number, number);
}

/** `4,6701740605E+10` in full; null when Excel has rounded digits away. */
function writeOut(text: string): string | null {
  const exponent = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i.exec(text.replace(/\s/g, ''));
  if (exponent === null) return text;
  const [, lead = '', fraction = '', power = ''] = exponent;
  // Rounded to two or three decimals, the digits behind are gone; a number that truly ends in so many zeros is no one's.
  if (Number(power) - fraction.length > 2) return null;
  return `${lead}${fraction}`.padEnd(Number(power) + 1, '0');
}

function normalize(text: string): { readonly number: string; readonly certain: boolean } {
  if (/[\p{L}]/u.test(text.replace(/^(?:tel|telefon|mobil|phone|t|m)[.:\s]*/i, '')))
    return { number: '', certain: false };
  const digits = text
    .replace(/^\D*?(?=[+\d(])/, '')
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '');
  if (digits.startsWith('+460')) return { number: `+46${digits.slice(4)}`, certain: true };
  if (digits.startsWith('+')) return { number: digits, certain: true };
  if (digits.startsWith('00460')) return { number: `+46${digits.slice(5)}`, certain: true };
  if (digits.startsWith('00')) return { number: `+${digits.slice(2)}`, certain: true };
  if (digits.startsWith('0')) return { number: `+46${digits.slice(1)}`, certain: true };
  if (/^46\d{8,9}$/.test(digits)) return { number: `+${digits}`, certain: true };
  // A mobile number that lost its zero is still unmistakable.
  if (/^7[02369]\d{7}$/.test(digits)) return { number: `+46${digits}`, certain: true };
  if (/^[1-9]\d{6,8}$/.test(digits)) return { number: `+46${digits}`, certain: false };
  return { number: '', certain: false };
}
