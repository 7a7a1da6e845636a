import type { Confidence } from './confidence.ts';
import { idOf, occupationIndex } from './occupation-index.ts';
import type { Sought } from './occupation-index.ts';
import { findOccupation, occupationGroup, occupationLabel } from './occupations.ts';
import type { LabelLocale } from './occupations.ts';
import type { PhraseMatch } from './phrase-index.ts';
import { accentKey, searchKey } from './search-key.ts';
import { lazily, readWords, splitList } from './table.ts';

export interface OccupationHit {
  /** JobTech concept id; null when the hit is a whole SSYK group. */
  readonly occupation: string | null;
  /** SSYK 2012 code: four digits of an occupation, two to four of a group. */
  readonly ssyk: string;
  /** In the wanted language, or what comes nearest: see `occupationLabel`. */
  readonly label: string;
  /** In Swedish, to tell hits apart whose label is the same in the wanted language. */
  readonly labelSv: string;
  /** The phrase that answered, in whichever language it was typed. */
  readonly matched: string;
  /** 0..about 1.1, only good for comparing hits of one search. */
  readonly score: number;
}

export interface ResolvedOccupation extends OccupationHit {
  readonly confidence: Confidence;
}

/**
 * Finds occupations and groups as people type them: the beginning of a word, a part of a compound, misspelt, words in
 * any order, in Swedish, English or Arabic whatever the locale of the page. An SSYK code finds its group and the
 * occupations in it. Best first; at most `limit` (10).
 */
export function searchOccupations(
  query: string,
  { locale = 'sv', limit = 10 }: { readonly locale?: LabelLocale; readonly limit?: number } = {},
): OccupationHit[] {
  const text = query.slice(0, 200).trim();
  const byCode = listByCode(text, locale);
  if (byCode.length > 0) return byCode.slice(0, limit);
  return rank(text, limit + 10)
    .filter(dropEchoes())
    .slice(0, limit)
    .map((match) => describe(match, locale));
}

/**
 * The one occupation or group that a cell of a spreadsheet means, or null when nothing is near or several are. Takes a
 * JobTech id, an SSYK code (alone or before a name), a name, or words.
 */
export function resolveOccupation(text: string, locale: LabelLocale = 'sv'): ResolvedOccupation | null {
  const trimmed = text.slice(0, 200).trim();
  const [byCode] = listByCode(trimmed, locale);
  if (byCode) return { ...byCode, confidence: 'exact' };
  if (noOccupation().has(searchKey(trimmed))) return null;
  const name = findName(publishedNames(), trimmed);
  if (name !== undefined) return { ...describeItem(name, trimmed, locale), confidence: 'exact' };
  const word = findName(ownWords(), trimmed);
  return word === undefined
    ? guess(trimmed, locale)
    : { ...describeItem(word, trimmed, locale), confidence: 'guessed' };
}

/** Common ones are lifted a little, whole groups lowered a little. */
function rank(text: string, limit: number): PhraseMatch[] {
  const { index, sought, common } = occupationIndex();
  return index.search(text, limit, (item) => {
    const entry = sought[item];
    if (entry?.kind !== 'group') return common.has(item) ? 1.05 : 1;
    return groupShare[entry.group.code.length] ?? 0;
  });
}

/** By the digits of its code: the wider the group, the less it says. */
const groupShare: Readonly<Record<number, number>> = { 2: 0.75, 3: 0.85, 4: 0.97 };

/** A group that has the very name of an occupation found before it says nothing new. */
function dropEchoes(): (match: PhraseMatch) => boolean {
  const seen = new Set<string>();
  return ({ item }) => {
    const entry = occupationIndex().sought[item];
    if (!entry) return false;
    const name = searchKey(entry.kind === 'occupation' ? entry.occupation.sv : entry.group.sv);
    if (entry.kind === 'group' && seen.has(name)) return false;
    seen.add(name);
    return true;
  };
}

function describe({ item, matched, score }: PhraseMatch, locale: LabelLocale): OccupationHit {
  const entry = occupationIndex().sought[item];
  if (!entry) throw new RangeError(`no occupation has the number ${item}`);
  return { ...labelOf(entry, locale), matched, score: Math.round(score * 1000) / 1000 };
}

function labelOf(entry: Sought, locale: LabelLocale): Omit<OccupationHit, 'matched' | 'score'> {
  if (entry.kind === 'group') {
    const { code, sv, en } = entry.group;
    return { occupation: null, ssyk: code, label: locale === 'sv' ? sv : en || sv, labelSv: sv };
  }
  const { id, ssyk, sv } = entry.occupation;
  return { occupation: id, ssyk, label: occupationLabel(id, locale) ?? sv, labelSv: sv };
}

/** A name may follow three digits or more, for "25 years as a cook" is no code: `2221`, `SSYK 2221`, `2221 Grundutbildade sjuksköterskor`, `YHfo_Sbx_vzK`. */
function listByCode(text: string, locale: LabelLocale): OccupationHit[] {
  const occupation = findOccupation(text);
  if (occupation)
    return [{ ...labelOf({ kind: 'occupation', occupation }, locale), matched: text, score: 1 }];
  const code = /^(?:ssyk[\s:]*)?(\d{2,4}$|\d{3,4}(?=[\s–-]+\D))/i.exec(text)?.[1];
  const published = code === undefined ? null : occupationGroup(code);
  if (!published || code === undefined) return [];
  const group = occupationGroup(published.group || code) ?? published;
  const members = occupationIndex().sought.filter(
    (entry) => entry.kind === 'occupation' && entry.occupation.ssyk === group.code,
  );
  return [{ kind: 'group', group } as const, ...members].map((entry) => ({
    ...labelOf(entry, locale),
    matched: code,
    score: 1,
  }));
}

/** Names published for one occupation alone, in three languages, or for a group. */
const publishedNames = lazily(() => {
  const names = new Map<string, Set<number>>();
  const swedish = new Map<string, Set<number>>();
  const groups = new Map<string, Set<number>>();
  for (const [item, entry] of occupationIndex().sought.entries()) {
    if (entry.kind === 'group') {
      if (entry.group.code.length > 2)
        for (const name of [entry.group.sv, entry.group.en]) addName(groups, name, item);
      continue;
    }
    const { sv, en, ar } = entry.occupation;
    addName(swedish, sv, item);
    for (const name of [...sv.split('/'), en ?? '', ...(ar ?? '').split(' / ')]) addName(names, name, item);
  }
  return [swedish, names, groups];
});

/** Words kept by hand that mean one occupation or group. */
const ownWords = lazily(() => {
  const numbers = new Map(occupationIndex().sought.map((entry, item) => [idOf(entry), item]));
  const words = new Map<string, Set<number>>();
  for (const row of readWords('occupations.tsv')) {
    const item = numbers.get(row('target'));
    for (const word of splitList(row('words'))) if (item !== undefined) addName(words, word, item);
  }
  return [words];
});

const noOccupation = lazily(
  () => new Set(readWords('no-occupation.tsv').map((row) => searchKey(row('word')))),
);

function addName(names: Map<string, Set<number>>, name: string, item: number): void {
  for (const key of new Set([accentKey(name), searchKey(name)]))
    if (key !== '') names.set(key, (names.get(key) ?? new Set()).add(item));
}

/** The item in the first table that knows the name; nothing when it means several there. With å ä ö first. */
function findName(
  tables: readonly ReadonlyMap<string, ReadonlySet<number>>[],
  text: string,
): number | undefined {
  for (const names of tables) {
    const items = names.get(accentKey(text)) ?? names.get(searchKey(text));
    if (items) return items.size === 1 ? [...items][0] : undefined;
  }
  return undefined;
}

function describeItem(item: number, matched: string, locale: LabelLocale): OccupationHit {
  return describe({ item, matched, score: 1, whole: true }, locale);
}

/** The best hit when it answers well enough and no hit of another kind of work comes near it. */
function guess(text: string, locale: LabelLocale): ResolvedOccupation | null {
  const [best, ...others] = rank(text, 20);
  if (!best || best.score < 0.5) return null;
  const hit = describe(best, locale);
  const margin = best.score < 0.72 ? 0.12 : 0.04;
  const rivals = others
    .filter(({ score }) => score > best.score - margin)
    .filter((match) => !describe(match, locale).ssyk.startsWith(hit.ssyk.slice(0, 3)));
  const settled = rivals.length === 0 || (best.whole && rivals.length < 3);
  return settled ? { ...hit, confidence: 'guessed' } : null;
}
