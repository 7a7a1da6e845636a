/**
 * Reference data: what people work with, what they have learnt, which languages they speak and where they live, by
 * published codes and names. For the server and the command line: the tables are read from files beside the code, each at
 * its first use. No network. Sources and licences: `CREDITS.md`.
 */
export type { Confidence } from './confidence.ts';
export {
  findOccupation,
  listOccupationGroups,
  listOccupations,
  listSubstitutes,
  occupationGroup,
  occupationLabel,
  occupationLabelWithLanguage,
  substitutesAmong,
} from './occupations.ts';
export type { LabelLocale, Occupation, OccupationGroup, Substitute } from './occupations.ts';
export { resolveOccupation, searchOccupations } from './occupation-search.ts';
export type { OccupationHit, ResolvedOccupation } from './occupation-search.ts';
export {
  findEducationLevel,
  listEducationLevels,
  resolveEducationLevel,
  stepOfSunLevel,
} from './education-levels.ts';
export type { EducationLevel } from './education-levels.ts';
export { findField, listFields, resolveField, searchFields } from './education-fields.ts';
export type { EducationField, FieldHit } from './education-fields.ts';
export {
  findLanguage,
  languageName,
  languageNameLocales,
  listLanguages,
  resolveLanguage,
} from './languages.ts';
export type { Language, LanguageNameLocale } from './languages.ts';
export { findMunicipality, listMunicipalities, resolveMunicipality } from './municipalities.ts';
export type { Municipality } from './municipalities.ts';
export { countPlaces, resolvePlace, searchPlaces } from './places.ts';
export type { ResolvedPlace } from './places.ts';
export { cefrOfSfiCourse, listSfiCourses, resolveSfiCourse } from './sfi.ts';
export type { SfiCefr, SfiCourse, SfiCourseLevels } from './sfi.ts';
export { accentKey, searchKey } from './search-key.ts';
export { prepareReference } from './prepare.ts';
