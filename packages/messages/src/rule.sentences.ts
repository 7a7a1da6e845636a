import type { ProgramDefinition } from '@parvis/contracts';
import type { PersonalRule, PreferenceKind, Requirement, RuleName, Side } from '@parvis/matching';
import { formatChoice } from './dates.ts';
import type { Translate } from './dictionary.ts';
import { genderWords, type Speaker } from './speaker.ts';

/** "Minst 3 träffar på 6 månader" */
export function cadenceSentence(
  t: Translate,
  program: Pick<ProgramDefinition, 'cadence' | 'period'>,
): string {
  const period = periodWords(t, program.period);
  if (program.cadence.each === null)
    return t('programs.cadence.within', { count: program.cadence.meetings, period });
  return t(`programs.cadence.${program.cadence.each}`, { period });
}

/** "6 månader" */
export function periodWords(
  t: Translate,
  period: { length: number; unit: 'day' | 'week' | 'month' },
): string {
  return t(`programs.period.${period.unit}`, { count: period.length });
}

/** What a side is called in a program: "adept", "språkvänner". */
export function sideWord(
  t: Translate,
  program: Pick<ProgramDefinition, 'words'>,
  side: Side,
  count: number,
): string {
  return t(`programs.word.${program.words[side]}`, { count });
}

/** A requirement as the sentence that everyone reads. */
export function requirementSentence(speaker: Speaker, rule: Requirement): string {
  const { locale, t, labels } = speaker;
  switch (rule.kind) {
    case 'gender':
      return t(`rules.gender.${rule.side}`, { genders: genderWords(speaker, rule.allowed) });
    case 'minimum-age':
      return t(`rules.minimum-age.${rule.side}`, { years: rule.years });
    case 'age-span':
      return t('rules.age-span', { years: rule.years });
    case 'language':
      if (rule.common !== null && rule.swedish !== null) {
        return t('rules.language.both', { common: rule.common, swedish: rule.swedish });
      }
      return rule.common !== null
        ? t('rules.language.common', { common: rule.common })
        : t('rules.language.swedish', { swedish: rule.swedish ?? 'A1' });
    case 'common-time':
      return t('rules.common-time', { count: rule.halfHours / 2 });
    case 'nearness':
      return t(rule.orRemote ? 'rules.nearness.or-remote' : 'rules.nearness', {
        kilometres: rule.kilometres,
      });
    case 'field': {
      const alternatives = rule.anyOf.map((one) =>
        one.by === 'education-field' && one.postSecondary === true
          ? t('rules.field.education-field-post-secondary')
          : t(`rules.field.${one.by}`),
      );
      return t('rules.field', { alternatives: formatChoice(locale, alternatives) });
    }
    case 'municipality': {
      const places = formatChoice(
        locale,
        rule.among.map((code) => labels[`municipality:${code}`] ?? code),
      );
      if (rule.among.length === 0) {
        if (rule.across === 'never') return t('rules.municipality.same');
        return t(
          rule.across === 'always' ? 'rules.municipality.anywhere' : 'rules.municipality.anywhere-if-remote',
        );
      }
      if (rule.among.length === 1 || rule.across === 'always')
        return t('rules.municipality.among', { places });
      return t(
        rule.across === 'never' ? 'rules.municipality.among-same' : 'rules.municipality.across-if-remote',
        { places },
      );
    }
  }
}

/** The rules that hold in every program, in the order they are read. */
export const ALWAYS: readonly (PersonalRule | 'capacity')[] = [
  'wish',
  'never-with',
  'earlier-pair',
  'household',
  'capacity',
];

export function alwaysSentence(t: Translate, rule: PersonalRule | 'capacity'): string {
  return t(`rules.always.${rule}`);
}

export function ruleWords(t: Translate, rule: RuleName): string {
  return t(`rules.name.${rule}`);
}

export function preferenceWords(t: Translate, kind: PreferenceKind): string {
  return t(`rules.preference.${kind}`);
}
