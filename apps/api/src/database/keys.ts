/**
 * Neither SQLite nor PostgreSQL sorts å ä ö after z, or finds Åsa when someone types "asa", so both keys are made here and
 * kept beside the name.
 */

const SWEDISH_LAST: Readonly<Record<string, string>> = {
  å: 'z\u007b',
  ä: 'z\u007c',
  æ: 'z\u007c',
  ö: 'z\u007d',
  ø: 'z\u007d',
};
const MARKS = /\p{M}/gu;
const FOLDED: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
};

/** Orders names as a Swedish reader expects: å ä ö last, other marks and case overlooked. */
export function sortKey(name: string): string {
  return [...name.normalize('NFC').toLocaleLowerCase('sv')]
    .map((letter) => SWEDISH_LAST[letter] ?? letter.normalize('NFD').replace(MARKS, ''))
    .join('')
    .trim();
}

/** What a search is compared with: small letters without marks, words one space apart. Fold what the person typed the same way. */
export function searchKey(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(' ')
    .toLocaleLowerCase('sv')
    .replace(/./gu, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Pattern for `like … escape '\'` that finds the folded text anywhere; the reader's % and _ are plain letters. */
export function containing(typed: string): string {
  return `%${searchKey(typed).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
