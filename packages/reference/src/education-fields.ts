import type { Confidence } from './confidence.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { PhraseMatch } from './phrase-index.ts';
import { accentKey, searchKey } from './search-key.ts';
import { lazily, readTable, readWords, splitList } from './table.ts';

/** A field of education in SUN 2020, one (broad) to four (detailed) characters. */
export interface EducationField {
  readonly code: string;
  readonly sv: string;
  /** Unofficial, and on the broadest level only. */
  readonly en: string | null;
  /** Names of educations that lead here. */
  readonly keywords: readonly string[];
}

export interface FieldHit {
  readonly field: string;
  readonly label: string;
  /** The title or keyword that answered. */
  readonly matched: string;
  readonly score: number;
}

export const listFields = lazily((): readonly EducationField[] =>
  readTable('education-fields.tsv').map((row) => ({
    code: row('code'),
    sv: row('sv'),
    en: row('en_unofficial') || null,
    keywords: splitList(row('keywords')),
  })),
);

export function findField(code: string): EducationField | null {
  return byCode().get(code) ?? null;
}

/** Finds fields by title, by the name of an education, or by everyday words in Swedish, English and Arabic. Best first; at most `limit` (10). */
export function searchFields(query: string, { limit = 10 }: { readonly limit?: number } = {}): FieldHit[] {
  return rank(query, limit).map(describe);
}

/** The one field that a cell means: a code, a title, or words; null when nothing is near or several are. */
export function resolveField(
  text: string,
): { readonly field: string; readonly label: string; readonly confidence: Confidence } | null {
  const trimmed = text.slice(0, 200).trim();
  const code = /^(?:sun[\s:]*)?(\d{1,3}[a-z]?$|\d{3}[a-z]?(?=[\s:–-]+\D))/i.exec(trimmed)?.[1]?.toLowerCase();
  const byItsCode = findField(code ?? '');
  if (byItsCode) return { field: byItsCode.code, label: byItsCode.sv, confidence: 'exact' };
  const title = titles().get(accentKey(trimmed)) ?? titles().get(searchKey(trimmed));
  if (title) return { field: title.code, label: title.sv, confidence: 'exact' };
  const [best, ...others] = rank(trimmed, 8);
  if (!best || best.score < 0.55) return null;
  const { field, label } = describe(best);
  const margin = best.whole ? 0.001 : best.score < 0.72 ? 0.1 : 0.03;
  const rival = others.some(
    (other) => other.score > best.score - margin && !isSameBranch(describe(other).field, field),
  );
  return rival ? null : { field, label, confidence: 'guessed' };
}

function isSameBranch(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2);
}

function rank(query: string, limit: number): PhraseMatch[] {
  return index().search(query, limit);
}

function describe({ item, matched, score }: PhraseMatch): FieldHit {
  const field = listFields()[item];
  if (!field) throw new RangeError(`no field of education has the number ${item}`);
  return { field: field.code, label: field.sv, matched, score: Math.round(score * 1000) / 1000 };
}

const byCode = lazily(() => new Map(listFields().map((field) => [field.code, field])));

/** Of fields with one title, each the only part of the other, the most detailed: it is as true and says more. */
const titles = lazily(() => {
  const known = new Map<string, EducationField>();
  for (const field of listFields()) {
    const key = accentKey(field.sv);
    const other = known.get(key);
    if (!other || field.code.startsWith(other.code)) known.set(key, field);
  }
  return known;
});

const index = lazily(() => {
  const made = new PhraseIndex();
  const numbers = new Map(listFields().map(({ code }, number) => [code, number]));
  for (const [item, field] of listFields().entries()) {
    if (titles().get(accentKey(field.sv)) === field) made.add(field.sv, [{ item, weight: 1 }]);
    if (field.en !== null) made.add(field.en, [{ item, weight: 0.9 }]);
    for (const keyword of field.keywords) made.add(keyword, [{ item, weight: 0.93 }]);
  }
  for (const row of readWords('education-fields.tsv')) {
    const item = numbers.get(row('code'));
    if (item === undefined)
      throw new Error(`words/education-fields.tsv: no field has the code ${row('code')}`);
    for (const word of splitList(row('words'))) made.add(word, [{ item, weight: 1 }]);
  }
  return made;
});
