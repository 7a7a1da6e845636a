import { LOCALES, REFUSALS, type Locale } from '@parvis/contracts';
import { directionOf, type Entry } from '@parvis/messages';
import { DICTIONARIES, translateTo } from '@parvis/messages/all';
import { describe, expect, it } from 'vitest';

/** The sentences a person reads: the same keys and the same blanks in every language. */

const reference = entriesOf('sv');

describe('messages', () => {
  it('every refusal has a sentence', () => {
    expect(Object.keys(DICTIONARIES.sv.refusals).sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  for (const locale of LOCALES) {
    it(`${locale} has a sentence for each key and no others`, () => {
      expect([...entriesOf(locale).keys()].sort()).toEqual([...reference.keys()].sort());
    });

    it(`${locale} fills the same blanks`, () => {
      const differing = [...entriesOf(locale)].filter(([key, entry]) => {
        const asked = blanksOf(reference.get(key) ?? '');
        // A plural form may leave its number out ("en träff"), never invent a blank.
        return [...blanksOf(entry)].some((blank) => !asked.has(blank)) || !covers(entry, asked);
      });
      expect(differing.map(([key]) => key)).toEqual([]);
    });

    it(`${locale} has the plural forms its language needs`, () => {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const surplus = [...entriesOf(locale)].filter(
        ([, entry]) =>
          typeof entry !== 'string' &&
          Object.keys(entry).some((form) => !needed.some((category) => category === form)),
      );
      expect(surplus.map(([key]) => key)).toEqual([]);
    });

    it(`${locale} has no empty sentence and no exclamation mark`, () => {
      const bad = [...entriesOf(locale)].filter(([, entry]) =>
        formsOf(entry).some((form) => form.trim() === '' || form.includes('!')),
      );
      expect(bad.map(([key]) => key)).toEqual([]);
    });
  }

  it('Arabic runs from the right and isolates a Swedish name', () => {
    expect(directionOf('ar')).toBe('rtl');
    expect(translateTo('ar')('rules.language.common', { common: 'A2' })).toContain('\u2068A2\u2069');
  });
});

function entriesOf(locale: Locale): ReadonlyMap<string, Entry> {
  const namespaces: Readonly<Record<string, Readonly<Record<string, Entry>>>> = DICTIONARIES[locale];
  return new Map(
    Object.entries(namespaces).flatMap(([namespace, entries]) =>
      Object.entries(entries).map(([key, entry]) => [`${namespace}.${key}`, entry] as const),
    ),
  );
}

function formsOf(entry: Entry): readonly string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function blanksOf(entry: Entry): ReadonlySet<string> {
  return new Set(
    formsOf(entry).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
  );
}

function covers(entry: Entry, asked: ReadonlySet<string>): boolean {
  const other = blanksOf(typeof entry === 'string' ? entry : entry.other);
  return [...asked].every((blank) => blank === 'count' || other.has(blank));
}
