import type { Confidence } from './confidence.ts';
import { allowEdits, measureEdits } from './edit-distance.ts';
import { accentKey, searchKey } from './search-key.ts';
import { lazily, readTable } from './table.ts';

export interface Municipality {
  /** SCB, four digits. */
  readonly code: string;
  /** `Danderyds kommun` */
  readonly name: string;
  /** `Danderyd` */
  readonly nameShort: string;
  readonly countyCode: string;
  readonly county: string;
  /** Where most people live; the coordinates are its. WGS 84. */
  readonly mainLocality: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** All 290, by code. */
export const listMunicipalities = lazily((): readonly Municipality[] =>
  readTable('municipalities.tsv').map((row) => ({
    code: row('code'),
    name: row('name'),
    nameShort: row('short'),
    countyCode: row('county_code'),
    county: row('county'),
    mainLocality: row('main_locality'),
    latitude: Number(row('latitude')),
    longitude: Number(row('longitude')),
  })),
);

export function findMunicipality(code: string): Municipality | null {
  return byCode().get(code) ?? null;
}

/** By code or name, with or without "kommun" and its genitive s, English names of the largest cities too. A slip in a name is forgiven as a guess. */
export function resolveMunicipality(
  text: string,
): { readonly code: string; readonly confidence: Confidence } | null {
  const trimmed = text.slice(0, 100).trim();
  const digits = /^\d{3,4}$/.test(trimmed) ? trimmed.padStart(4, '0') : null;
  if (digits !== null) return byCode().has(digits) ? { code: digits, confidence: 'exact' } : null;
  // With å ä ö before without: Habo is not Håbo.
  for (const key of [stripWords(accentKey(trimmed)), stripWords(searchKey(trimmed))]) {
    const code = names().get(key);
    if (code !== undefined) return { code, confidence: 'exact' };
  }
  return guess(stripWords(searchKey(trimmed)));
}

function guess(key: string): { readonly code: string; readonly confidence: Confidence } | null {
  const limit = Math.min(allowEdits(key.length), 2);
  for (let edits = 1; edits <= limit; edits++) {
    const near = new Set(
      [...names()].filter(([name]) => measureEdits(key, name, edits, false) <= edits).map(([, code]) => code),
    );
    const [code] = near;
    if (near.size === 1 && code !== undefined) return { code, confidence: 'guessed' };
    if (near.size > 1) return null;
  }
  return null;
}

function stripWords(key: string): string {
  return key
    .replace(/^(?:kommun|stad|region|municipality of|city of) /, '')
    .replace(/ (?:kommun|stad|stads|municipality|city)$/, '');
}

/** Names in use abroad and in speech. */
const otherNames: Readonly<Record<string, string>> = {
  gothenburg: '1480',
  goteborg: '1480',
  malmoe: '1280',
  'upplands bro': '0139',
};

const byCode = lazily(() => new Map(listMunicipalities().map((one) => [one.code, one])));

/** Exact spellings claim first, then those without å ä ö; a folded name that two share belongs to none. */
const names = lazily(() => {
  const exact = new Map<string, string>();
  const folded = new Map<string, Set<string>>();
  for (const { code, name, nameShort } of listMunicipalities())
    for (const form of [nameShort, `${nameShort}s`, name.replace(/ (?:kommun|stad)$/, '')]) {
      exact.set(accentKey(form), code);
      folded.set(searchKey(form), (folded.get(searchKey(form)) ?? new Set()).add(code));
    }
  for (const [name, codes] of folded) {
    const [code] = codes;
    if (codes.size === 1 && code !== undefined && !exact.has(name)) exact.set(name, code);
  }
  for (const [name, code] of Object.entries(otherNames)) exact.set(name, code);
  return exact;
});
