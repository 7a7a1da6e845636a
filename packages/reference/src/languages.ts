import type { Confidence } from './confidence.ts';
import { accentKey, searchKey } from './search-key.ts';
import { lazily, readTable, readWords, splitList } from './table.ts';

/** Languages in which the languages have names; not every name exists in every one. */
export const languageNameLocales = [
  'sv',
  'en',
  'ar',
  'fa',
  'uk',
  'so',
  'ti',
  'ps',
  'ckb',
  'ku',
  'tr',
  'am',
  'ru',
  'es',
  'pl',
  'th',
  'bs',
  'fi',
  'fr',
  'sw',
] as const;
export type LanguageNameLocale = (typeof languageNameLocales)[number];

export interface Language {
  /** BCP 47. Kurmanji and Dari keep tags of their own (`kmr`, `prs`), which `Intl` would fold into `ku` and `fa-AF`. */
  readonly tag: string;
  readonly iso639_3: string;
  /** Among the 37 that newcomers in Sweden speak most. */
  readonly core: boolean;
  /** ISO 15924; null for a sign language. */
  readonly script: string | null;
  readonly dir: 'ltr' | 'rtl';
  /** Its own name for itself. */
  readonly endonym: string | null;
  /** Its name per locale, where it has one. */
  readonly names: Readonly<Partial<Record<LanguageNameLocale, string>>>;
}

/** The core languages first, otherwise as in the table: neighbours are related. */
export const listLanguages = lazily((): readonly Language[] =>
  rows()
    .map(({ language }) => language)
    .sort((a, b) => Number(b.core) - Number(a.core)),
);

/** By tag; a region or script after it is ignored (`ar-SY`), and `fa-AF` is Dari. */
export function findLanguage(tag: string): Language | null {
  const lower = tag.toLowerCase().replaceAll('_', '-');
  if (lower === 'fa-af') return byTag().get('prs') ?? null;
  return byTag().get(lower) ?? byTag().get(lower.split('-')[0] ?? '') ?? null;
}

/** What a language is called in another; its English name, then its own, where that one has none. Null for an unknown tag. */
export function languageName(tag: string, locale: LanguageNameLocale): string | null {
  const language = findLanguage(tag);
  return language && (language.names[locale] ?? language.names.en ?? language.endonym);
}

/** A language by tag, ISO 639 code, its own name, or its name in any of the locales. Null when unknown or truly ambiguous. */
export function resolveLanguage(
  text: string,
): { readonly tag: string; readonly confidence: Confidence } | null {
  const trimmed = text.slice(0, 100).trim();
  for (const key of [accentKey(trimmed), searchKey(trimmed)]) {
    const tag = exactNames().get(key);
    if (tag !== undefined) return { tag, confidence: 'exact' };
    const loose = looseNames().get(key);
    if (loose !== undefined) return { tag: loose, confidence: 'guessed' };
  }
  const tagged = /^[a-z]{2,3}[-_][a-z0-9]{2,8}$/i.test(trimmed) ? findLanguage(trimmed) : null;
  if (tagged) return { tag: tagged.tag, confidence: 'exact' };
  return resolvePart(trimmed);
}

/** `persiska/farsi`, `Kurdiska (sorani)`: what stands in parentheses or last is the more precise. */
function resolvePart(text: string): { readonly tag: string; readonly confidence: Confidence } | null {
  const parts = text.split(/[/(),]| - /).map((part) => part.trim());
  const known = parts.flatMap((part) => exactNames().get(accentKey(part)) ?? []);
  const tag = known.at(-1);
  return parts.length > 1 && tag !== undefined ? { tag, confidence: 'guessed' } : null;
}

interface LanguageRow {
  readonly language: Language;
  readonly jobtech: string;
}

const rows = lazily(() =>
  readTable('languages.tsv').map((row): LanguageRow => {
    return {
      jobtech: row('jobtech'),
      language: {
        tag: row('tag'),
        iso639_3: row('iso639_3'),
        core: row('core') === '1',
        script: row('script') || null,
        dir: row('dir') === 'rtl' ? 'rtl' : 'ltr',
        endonym: row('endonym') || null,
        names: Object.fromEntries(
          languageNameLocales.flatMap((locale) => (row(locale) === '' ? [] : [[locale, row(locale)]])),
        ),
      },
    };
  }),
);

const byTag = lazily(() => new Map(rows().map(({ language }) => [language.tag, language])));

/** Tags and the hand-kept names come first, then Swedish, English and Arabic, then the rest: the first to claim a name has it. */
const exactNames = lazily(() => {
  const names = new Map<string, string>();
  const claim = (name: string, tag: string): void => {
    for (const key of new Set([accentKey(name), searchKey(name)]))
      if (key !== '' && !names.has(key)) names.set(key, tag);
  };
  const all = rows();
  for (const { language } of all) claim(language.tag, language.tag);
  for (const { language } of all) claim(language.iso639_3, language.tag);
  for (const row of readWords('languages.tsv'))
    if (row('sure') === '1') for (const word of splitList(row('words'))) claim(word, row('tag'));
  for (const { names, tag } of listLanguages())
    for (const name of [names.sv ?? '', names.en ?? '', names.ar ?? '']) {
      claim(name, tag);
      claim(name.replace(/ \(.*\)$/, ''), tag);
    }
  for (const { language, jobtech } of all)
    for (const name of [jobtech, ...jobtech.split('/')]) claim(name, language.tag);
  for (const { language } of all) claim(language.endonym ?? '', language.tag);
  for (const locale of languageNameLocales)
    for (const { language } of all) claim(language.names[locale] ?? '', language.tag);
  return names;
});

const looseNames = lazily(
  () =>
    new Map(
      readWords('languages.tsv')
        .filter((row) => row('sure') === '0')
        .flatMap((row) => splitList(row('words')).map((word) => [accentKey(word), row('tag')] as const)),
    ),
);
