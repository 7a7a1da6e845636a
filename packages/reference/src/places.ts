import type { Confidence } from './confidence.ts';
import { findMunicipality, listMunicipalities } from './municipalities.ts';
import { PhraseIndex } from './phrase-index.ts';
import { accentKey, searchKey } from './search-key.ts';
import { lazily, readTable } from './table.ts';

/** A point to measure distance from, never an address. */
export interface ResolvedPlace {
  readonly kind: 'postal-code' | 'locality' | 'municipality';
  /** SCB code; null for the few postal codes whose municipality no source tells. */
  readonly municipality: string | null;
  /** WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** `182 36 Danderyd`, `Djursholm`. */
  readonly label: string;
  readonly confidence: Confidence;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
interface Locality extends Point {
  readonly name: string;
  readonly municipality: string;
}
interface PostalCode extends Point {
  readonly code: string;
  readonly locality: string;
  readonly municipality: string | null;
}

/**
 * Where someone lives: a postal code (`182 36`, `18236`, `SE-182 36`), with or without its locality after it, or the name
 * of a locality or municipality. `municipality` (code) decides between places of one name. Null when unknown.
 */
export function resolvePlace({
  municipality,
  text,
}: {
  readonly municipality?: string;
  readonly text: string;
}): ResolvedPlace | null {
  const trimmed = text.slice(0, 100).trim();
  const digits = /^(?:se?\s*-?\s*)?(\d{3})\s?(\d{2})(?!\d)(.*)$/i.exec(trimmed);
  if (digits) {
    const postal = postalCodes().get(`${digits[1] ?? ''}${digits[2] ?? ''}`);
    if (postal) return describePostalCode(postal, municipality ?? null);
    const rest = (digits[3] ?? '').trim();
    const place = rest === '' ? null : resolveName(rest, municipality);
    return place && { ...place, confidence: 'guessed' };
  }
  return resolveName(trimmed, municipality);
}

/** Localities and municipalities by the beginning of their name, misspelt too, and postal codes by their first digits. At most `limit` (10). */
export function searchPlaces(
  query: string,
  { limit = 10 }: { readonly limit?: number } = {},
): ResolvedPlace[] {
  const digits = query.replace(/\s/g, '');
  if (/^\d{2,5}$/.test(digits)) {
    const found: ResolvedPlace[] = [];
    for (const [code, postal] of postalCodes())
      if (found.length < limit && code.startsWith(digits)) found.push(describePostalCode(postal, null));
    return found;
  }
  return index()
    .search(query, limit)
    .flatMap(({ item, whole }) => describeItem(item, whole ? 'exact' : 'guessed'));
}

/** How many postal codes and localities there are, for a look at the data's health. */
export function countPlaces(): { readonly localities: number; readonly postalCodes: number } {
  return { localities: localities().length, postalCodes: postalCodes().size };
}

function resolveName(text: string, municipality: string | undefined): ResolvedPlace | null {
  const named = byName().get(accentKey(text)) ?? byName().get(searchKey(text)) ?? [];
  const here = named.find((locality) => locality.municipality === municipality);
  if (here) return describeLocality(here, 'exact');
  const [largest, ...others] = named;
  if (largest) {
    const sure = municipality === undefined && others.length === 0;
    return describeLocality(largest, sure ? 'exact' : 'guessed');
  }
  const [best, second] = index().search(text, 2);
  if (!best || best.score < 0.6 || (second && second.score > best.score - 0.04 && !best.whole)) return null;
  return describeItem(best.item, best.whole ? 'exact' : 'guessed')[0] ?? null;
}

function describePostalCode(postal: PostalCode, stated: string | null): ResolvedPlace {
  return {
    kind: 'postal-code',
    municipality: postal.municipality ?? stated,
    latitude: postal.latitude,
    longitude: postal.longitude,
    label: `${postal.code.slice(0, 3)} ${postal.code.slice(3)} ${postal.locality}`,
    confidence: 'exact',
  };
}

function describeLocality(locality: Locality, confidence: Confidence): ResolvedPlace {
  const { name, municipality, latitude, longitude } = locality;
  return { kind: 'locality', municipality, latitude, longitude, label: name, confidence };
}

/** Localities are numbered first, municipalities after them. */
function describeItem(item: number, confidence: Confidence): ResolvedPlace[] {
  const locality = localities()[item];
  if (locality) return [describeLocality(locality, confidence)];
  const municipality = listMunicipalities()[item - localities().length];
  if (!municipality) return [];
  const { code, name, latitude, longitude } = municipality;
  return [{ kind: 'municipality', municipality: code, latitude, longitude, label: name, confidence }];
}

const localities = lazily((): readonly Locality[] =>
  readTable('localities.tsv').map((row) => ({
    name: row('name'),
    municipality: row('municipality'),
    latitude: Number(row('latitude')),
    longitude: Number(row('longitude')),
  })),
);

const postalCodes = lazily(() => {
  const codes = new Map<string, PostalCode>();
  for (const row of readTable('postal-codes.tsv')) {
    const locality = row('locality') === '' ? undefined : localities()[Number(row('locality'))];
    const [latitude, longitude] = [row('latitude'), row('longitude')];
    codes.set(row('code'), {
      code: row('code'),
      locality: locality?.name ?? row('name'),
      municipality: locality?.municipality ?? null,
      latitude: latitude === '' && locality ? locality.latitude : Number(latitude),
      longitude: longitude === '' && locality ? locality.longitude : Number(longitude),
    });
  }
  return codes;
});

/** By name, with and without å ä ö; the one with most postal codes first, then the lowest municipality. */
const byName = lazily(() => {
  const codes = new Map<string, number>();
  for (const { locality, municipality } of postalCodes().values()) {
    const key = `${locality}|${municipality ?? ''}`;
    codes.set(key, (codes.get(key) ?? 0) + 1);
  }
  const count = (one: Locality): number => codes.get(`${one.name}|${one.municipality}`) ?? 0;
  const ordered = localities().toSorted(
    (a, b) => count(b) - count(a) || Number(a.municipality) - Number(b.municipality),
  );
  const names = Map.groupBy(ordered, ({ name }) => accentKey(name));
  for (const [key, all] of Map.groupBy(ordered, ({ name }) => searchKey(name)))
    if (!names.has(key)) names.set(key, all);
  return names;
});

const index = lazily(() => {
  const made = new PhraseIndex();
  for (const [item, { name, municipality }] of localities().entries()) {
    made.add(name, [{ item, weight: 1 }]);
    made.add(`${name} ${findMunicipality(municipality)?.nameShort ?? ''}`, [{ item, weight: 0.9 }]);
  }
  for (const [number, { name, nameShort }] of listMunicipalities().entries()) {
    const item = localities().length + number;
    made.add(nameShort, [{ item, weight: 0.98 }]);
    made.add(name, [{ item, weight: 0.98 }]);
  }
  return made;
});
