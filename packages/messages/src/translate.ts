import type { Locale } from '@parvis/contracts';
import type { Arguments, Dictionary, Entry, MessageKey, Translate } from './dictionary.ts';

const RIGHT_TO_LEFT: readonly Locale[] = ['ar'];
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Which way a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr';
}

/**
 * Binds a dictionary to its language. Numbers are written the language's way; text that runs the other way (a
 * Swedish name in an Arabic sentence) is isolated, so that it does not turn the words around it.
 */
export function createTranslate(locale: Locale, dictionary: Dictionary): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(numberLocale(locale));
  const direction = directionOf(locale);
  const written = (value: string | number): string => {
    if (typeof value === 'number') return numbers.format(value);
    return direction === 'rtl' || RTL_LETTER.test(value)
      ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`
      : value;
  };
  const speak = (key: string, values: Readonly<Record<string, string | number>>): string =>
    formOf(findEntry(dictionary, key), values['count'], plurals).replace(
      /\{(\w+)\}/g,
      (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : written(value);
      },
    );
  const translate = <K extends MessageKey>(key: K, ...[parameters]: Arguments<K>): string =>
    speak(key, parameters ?? {});
  return Object.assign(translate, { loosely: speak });
}

/** Arabic in Sweden is read with the digits that stand on Swedish clocks and buses. */
export function numberLocale(locale: Locale): string {
  return locale === 'ar' ? 'ar-u-nu-latn' : locale === 'en' ? 'en-GB' : 'sv-SE';
}

function findEntry(dictionary: Dictionary, key: string): Entry {
  const dot = key.indexOf('.');
  const namespaces: Readonly<Record<string, Readonly<Record<string, Entry>>>> = dictionary;
  const entry = namespaces[key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (entry === undefined) throw new Error(`no message ${key}`);
  return entry;
}

function formOf(entry: Entry, count: string | number | undefined, plurals: Intl.PluralRules): string {
  if (typeof entry === 'string') return entry;
  const category = typeof count === 'number' ? plurals.select(count) : 'other';
  return entry[category] ?? entry.other;
}
