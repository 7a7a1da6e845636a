/**
 * One spelling for what people spell in many ways: lower case, no accents (å ä → a, ö ø → o, æ → ae), one form of each
 * Arabic letter (alef, hamza, ta marbuta, alef maqsura, Persian kaf and ya) without vowel signs, digits as 0–9, and a
 * single space for everything that is neither letter, sign nor digit. Two texts with the same key count as the same word.
 */
export function searchKey(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return normalise(text.toLowerCase().normalize('NFKD').replace(marks, ''));
}

/**
 * As `searchKey` but keeps å, ä and ö: Habo is not Håbo, a målare is no malare. Compare by this one first, and by
 * `searchKey` when nothing is found.
 */
export function accentKey(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const kept = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[åäö]/g, (letter) => keep[letter] ?? letter);
  return normalise(kept.normalize('NFKD').replace(marks, '')).replace(
    /[\uE000-\uE002]/g,
    (letter) => back[letter] ?? letter,
  );
}

/** The words of a key, each without the Arabic article and conjunction before it. */
export function splitWords(key: string): string[] {
  const words = key === '' ? [] : key.split(' ');
  return arabic.test(key) ? words.map(stripArticle) : words;
}

/** Nothing to mend but the case; most phrases are such. */
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
/** Accents and Arabic vowel signs over and under letters, hamza among them, and the stroke that only lengthens a word. */
const marks = /\p{Script=Inherited}|\u0640/gu;
const keep: Readonly<Record<string, string>> = { å: '\uE000', ä: '\uE001', ö: '\uE002' };
const back: Readonly<Record<string, string>> = { '\uE000': 'å', '\uE001': 'ä', '\uE002': 'ö' };
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ء: '',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  '\u200C': '',
};

function normalise(text: string): string {
  return text
    .replace(/[øæœßđłıءٱةىیک\u200C]/g, (letter) => letters[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{L}\p{M}\p{N}\uE000-\uE002]+/gu, ' ')
    .trim();
}

const arabic = /[\u0621-\u064A]/;

/** `والمهندس` → `مهندس`; what is left has at least three letters. */
function stripArticle(word: string): string {
  return word.replace(/^(?:و?(?:ال|لل)|بال)(?=[\u0621-\u064A]{3})/u, '');
}
