import { lazily, readTable, splitList } from './table.ts';

/** Languages in which occupations have names. */
export type LabelLocale = 'sv' | 'en' | 'ar';

/** One of the Swedish Public Employment Service's occupations (JobTech Taxonomy). */
export interface Occupation {
  /** JobTech concept id, e.g. `YHfo_Sbx_vzK`. */
  readonly id: string;
  /** SSYK 2012 as JobTech groups it, four digits. */
  readonly ssyk: string;
  readonly sv: string;
  /** Name of the ESCO occupation that is the same, close to it, or wider; null when there is none. */
  readonly en: string | null;
  readonly ar: string | null;
}

/** A group of SSYK 2012, one to four digits. */
export interface OccupationGroup {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  /** The code under which occupations stand: JobTech merges some of SCB's four-digit groups (1211 → 1210). Empty where JobTech has none. */
  readonly group: string;
  /** ISCO-08 unit groups; four-digit groups only. */
  readonly isco: readonly string[];
}

/** `occupation` can be replaced by `by`: 75 much alike, 25 somewhat alike. Directed, as published. */
export interface Substitute {
  readonly occupation: string;
  readonly by: string;
  readonly percent: 75 | 25;
}

export function listOccupations(): readonly Occupation[] {
  return occupations().list;
}

export function findOccupation(id: string): Occupation | null {
  return occupations().byId.get(id) ?? null;
}

export function listOccupationGroups(): readonly OccupationGroup[] {
  return [...groups().values()];
}

/** Titles of an SSYK 2012 code of one to four digits, SCB's or JobTech's. */
export function occupationGroup(ssyk: string): OccupationGroup | null {
  return groups().get(ssyk) ?? null;
}

/**
 * What to call an occupation in a language. English without a name of its own takes the title of its group; Arabic takes
 * the English name. Null for an unknown id.
 */
export function occupationLabel(id: string, locale: LabelLocale): string | null {
  return occupationLabelWithLanguage(id, locale)?.text ?? null;
}

/** As `occupationLabel`, with the language it came out in, for the `lang` of the page. */
export function occupationLabelWithLanguage(
  id: string,
  locale: LabelLocale,
): { readonly text: string; readonly language: LabelLocale } | null {
  const occupation = findOccupation(id);
  if (!occupation) return null;
  if (locale === 'ar' && occupation.ar !== null) return { text: occupation.ar, language: 'ar' };
  if (locale === 'sv') return { text: occupation.sv, language: 'sv' };
  const english = occupation.en ?? occupationGroup(occupation.ssyk)?.en;
  return english === undefined ? { text: occupation.sv, language: 'sv' } : { text: english, language: 'en' };
}

/** Every published pair of occupations within these, for a match round. Ordered by `occupation`, then `by`. */
export function substitutesAmong(ids: Iterable<string>): Substitute[] {
  const wanted = new Set(ids);
  return [...wanted]
    .sort()
    .flatMap((id) => (substitutes().get(id) ?? []).filter((substitute) => wanted.has(substitute.by)));
}

/** What can replace one occupation, the most alike first. */
export function listSubstitutes(id: string): readonly Substitute[] {
  return (substitutes().get(id) ?? []).toSorted((a, b) => b.percent - a.percent);
}

const occupations = lazily(() => {
  const list = readTable('occupations.tsv').map((row): Occupation => ({
    id: row('id'),
    ssyk: row('ssyk'),
    sv: row('sv'),
    en: row('en') || null,
    ar: row('ar') || null,
  }));
  return { list, byId: new Map(list.map((occupation) => [occupation.id, occupation])) };
});

const groups = lazily(
  () =>
    new Map(
      readTable('ssyk.tsv').map((row): [string, OccupationGroup] => [
        row('code'),
        {
          code: row('code'),
          sv: row('sv'),
          en: row('en'),
          group: row('group'),
          isco: splitList(row('isco')),
        },
      ]),
    ),
);

const substitutes = lazily(
  () =>
    new Map(
      readTable('substitutes.tsv').map((row): [string, Substitute[]] => {
        const occupation = row('occupation');
        const high = splitList(row('by_75')).map((by): Substitute => ({ occupation, by, percent: 75 }));
        const low = splitList(row('by_25')).map((by): Substitute => ({ occupation, by, percent: 25 }));
        return [occupation, [...high, ...low].sort((a, b) => (a.by < b.by ? -1 : 1))];
      }),
    ),
);
