import { INTERESTS, type Labels, type Locale } from '@parvis/contracts';
import type { RoundInput } from '@parvis/matching';
import { nameKeys } from '../../modules/programs/labels.ts';
import { occupationKey } from '../../modules/recruitment/pool.person.ts';

/** Names for every code that a reason about these people may tell. */
export function namePool({ newcomers, mentors }: RoundInput, locale: Locale): Labels {
  const keys = new Set<string>(INTERESTS.map((interest) => `interest:${interest}`));
  for (const person of [...newcomers, ...mentors]) {
    keys.add(`municipality:${person.municipality}`);
    for (const { language } of person.languages) keys.add(`language:${language}`);
    for (const { field } of person.educations)
      for (let digits = 1; digits <= (field?.length ?? 0); digits++)
        keys.add(`field:${field?.slice(0, digits) ?? ''}`);
    for (const one of person.occupations) {
      keys.add(occupationKey(one));
      for (let digits = 1; digits <= one.ssyk.length; digits++) keys.add(`ssyk:${one.ssyk.slice(0, digits)}`);
    }
  }
  return nameKeys(locale, keys);
}
