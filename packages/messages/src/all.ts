import type { Locale } from '@parvis/contracts';
import { ar } from './ar/index.ts';
import type { Dictionary, Translate } from './dictionary.ts';
import { en } from './en/index.ts';
import { sv } from './sv/index.ts';
import { createTranslate } from './translate.ts';

/** Every language at once: for the server and the tests. A page loads only its own (`loadDictionary`). */
export const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { sv, en, ar };

const translates = new Map<Locale, Translate>();

/** The sentences of one language. */
export function translateTo(locale: Locale): Translate {
  const known = translates.get(locale);
  if (known !== undefined) return known;
  const made = createTranslate(locale, DICTIONARIES[locale]);
  translates.set(locale, made);
  return made;
}
