import type { Cefr, Gender, LanguageSkill, MeetingWay, Person } from '../model.ts';

/** The steps of the Common European Framework, lowest first. */
export const CEFR_ORDER: readonly Cefr[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
export const GENDER_ORDER: readonly Gender[] = ['woman', 'man', 'other'];
export const WAY_ORDER: readonly MeetingWay[] = ['in-person', 'walk', 'video', 'telephone'];
/** BCP 47 tag of Swedish. */
export const SWEDISH = 'sv';

/** 1 for A1 … 6 for C2; 0 for no knowledge or an unknown word. */
export function levelNumber(level: Cefr | null): number {
  return level === null ? 0 : CEFR_ORDER.indexOf(level) + 1;
}

/** The best level a person has told of in a language, 0..6. */
export function levelIn(languages: readonly LanguageSkill[], language: string): number {
  return languages.reduce(
    (best, skill) => (skill.language === language ? Math.max(best, levelNumber(skill.level)) : best),
    0,
  );
}

/** The level at which two people can talk (the lower of the two, in the language where that is highest), 0..6, and in which languages. */
export function sharedLanguages(
  newcomer: Person,
  mentor: Person,
): { readonly level: number; readonly languages: readonly string[] } {
  let best = 0;
  const levels = new Map<string, number>();
  for (const { language } of newcomer.languages) {
    const level = Math.min(levelIn(newcomer.languages, language), levelIn(mentor.languages, language));
    levels.set(language, level);
    best = Math.max(best, level);
  }
  const languages =
    best === 0 ? [] : [...levels].filter(([, level]) => level === best).map(([language]) => language);
  return { level: best, languages: languages.sort() };
}

/** The ways of meeting both accept, in the order of `WAY_ORDER`. */
export function sharedWays(newcomer: Person, mentor: Person): readonly MeetingWay[] {
  return WAY_ORDER.filter((way) => newcomer.ways.includes(way) && mentor.ways.includes(way));
}

/** Can the two meet without travelling: both accept video, or both the telephone? */
export function canMeetRemotely(newcomer: Person, mentor: Person): boolean {
  const ways = sharedWays(newcomer, mentor);
  return ways.includes('video') || ways.includes('telephone');
}

/** The half-hours of the week both have, ascending. */
export function sharedHalfHours(newcomer: Person, mentor: Person): readonly number[] {
  const theirs = new Set(mentor.availability);
  return [...new Set(newcomer.availability)].filter((halfHour) => theirs.has(halfHour)).sort((a, b) => a - b);
}

/** Years between two births, or null when either is unknown. */
export function yearsApart(newcomer: Person, mentor: Person): number | null {
  if (newcomer.birthYear === null || mentor.birthYear === null) return null;
  return Math.abs(newcomer.birthYear - mentor.birthYear);
}
