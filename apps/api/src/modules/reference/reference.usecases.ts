import type {
  findOccupations as occupationsContract,
  findPlaces as placesContract,
  listChoices as choicesContract,
  Locale,
} from '@parvis/contracts';
import {
  findField,
  findMunicipality,
  languageName,
  listEducationLevels,
  listFields,
  listLanguages,
  listMunicipalities,
  occupationGroup,
  searchOccupations,
  searchPlaces,
} from '@parvis/reference';
import type { UseCase } from '../../http/route.ts';
import type { Asker } from '../../http/session.ts';

/** Single occupations only: a form asks for what someone does, not for a group of it. */
export const findOccupations: UseCase<typeof occupationsContract, Asker | null> = async (
  _deps,
  { query: { q, limit }, locale },
) => ({
  occupations: searchOccupations(q, { locale, limit: limit * 2 })
    .flatMap(({ occupation, ssyk, label }) =>
      occupation === null
        ? []
        : [{ occupation, ssyk, label, group: occupationGroup(ssyk)?.[locale === 'sv' ? 'sv' : 'en'] ?? '' }],
    )
    .slice(0, limit),
});

export const findPlaces: UseCase<typeof placesContract, Asker | null> = async (
  _deps,
  { query: { q, limit } },
) => ({
  places: searchPlaces(q, { limit: limit * 2 })
    .flatMap(({ kind, label, municipality }) => {
      const of = municipality === null || kind === 'municipality' ? null : findMunicipality(municipality);
      return of === null ? [] : [{ label, municipality: of.code, municipalityName: of.nameShort }];
    })
    .slice(0, limit),
});

const choices = new Map<Locale, Awaited<ReturnType<UseCase<typeof choicesContract, Asker | null>>>>();

/** The same for all who read one language, so each is put together once. */
export const listChoices: UseCase<typeof choicesContract, Asker | null> = async (_deps, { locale }) => {
  const known = choices.get(locale);
  if (known !== undefined) return known;
  const made = makeChoices(locale);
  choices.set(locale, made);
  return made;
};

function makeChoices(locale: Locale) {
  const swedish = new Intl.Collator('sv').compare;
  const byLabel = new Intl.Collator(locale).compare;
  return {
    languages: listLanguages()
      .map(({ tag, endonym, core }) => {
        const label = languageName(tag, locale) ?? tag;
        return { code: tag, label, endonym: endonym ?? label, common: core };
      })
      .sort((a, b) => Number(b.common) - Number(a.common) || byLabel(a.label, b.label)),
    educationLevels: listEducationLevels().map((level) => ({ code: level.step, label: level[locale] })),
    educationFields: listFields().map(({ code, sv }) => ({
      code,
      label: locale === 'sv' ? sv : (findField(code)?.en ?? sv),
    })),
    municipalities: listMunicipalities()
      .map(({ code, nameShort }) => ({ code, label: nameShort }))
      .sort((a, b) => swedish(a.label, b.label)),
  };
}
