import type { FieldProblem, Labels, Locale, ProgramDefinition, RefusalCode } from '@parvis/contracts';
import { REFUSALS } from '@parvis/contracts';
import type {
  Gender,
  LeftOut,
  MeetingWay,
  Obstacle,
  PersonalRule,
  PinConflict,
  PreferenceKind,
  Requirement,
  RuleName,
  Share,
  Side,
  Wish,
} from '@parvis/matching';
import { formatChoice, formatList, formatNumber, weekdayName } from './dates.ts';
import type { MessageKey, Translate } from './dictionary.ts';
import { problems } from './sv/problems.ts';

/**
 * The engine's codes and numbers as sentences, in one place for pages, letters, spreadsheets and the terminal.
 * `labels` names the codes (languages, occupations, fields, municipalities) in the reader's language.
 */
export interface Speaker {
  readonly locale: Locale;
  readonly t: Translate;
  readonly labels: Labels;
}

/* Programs */

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

/* Reasons */

/** Why this pair, for staff: one short phrase for one criterion. */
export function shareSentence(speaker: Speaker, share: Share): string {
  const { t } = speaker;
  const { facts } = share;
  const said = factWords(speaker, facts);
  switch (facts.criterion) {
    case 'occupation':
      return t(`reasons.desk.occupation.${occupationNearness(facts.closeness)}`, {
        newcomer: said.newcomer,
        mentor: said.mentor,
      });
    case 'education-field':
      return t(`reasons.desk.education-field.${fieldNearness(facts.digits)}`, { field: said.field });
    case 'education-level':
      return t(`reasons.desk.education-level.${levelNearness(facts.newcomer, facts.mentor)}`);
    case 'language':
      return facts.languages.length === 0
        ? t('reasons.desk.language.none')
        : t('reasons.desk.language.some', { languages: said.list });
    case 'common-time':
      return facts.halfHours === 0
        ? t('reasons.desk.common-time.none')
        : t('reasons.desk.common-time.some', { count: facts.halfHours / 2, weekdays: said.list });
    case 'nearness':
      if (facts.kilometres === null) return t('reasons.desk.nearness.none');
      return facts.kilometres < 1
        ? t('reasons.desk.nearness.close')
        : t('reasons.desk.nearness.some', { kilometres: said.kilometres });
    case 'ways':
      return facts.ways.length === 0
        ? t('reasons.desk.ways.none')
        : t('reasons.desk.ways.some', { ways: said.list });
    case 'age':
      if (facts.years === null) return t('reasons.desk.age.none');
      return facts.years === 0
        ? t('reasons.desk.age.same')
        : t('reasons.desk.age.some', { count: facts.years });
    case 'interests':
      return facts.interests.length === 0
        ? t('reasons.desk.interests.none')
        : t('reasons.desk.interests.some', { interests: said.list });
    case 'wishes':
    case 'wish-most':
      return facts.of === 0
        ? t(`reasons.desk.${facts.criterion}.none`)
        : t(`reasons.desk.${facts.criterion}.some`, { met: facts.met, of: facts.of });
  }
}

/** Why the two of you: a sentence to the pair, or null when there is nothing good to say about this criterion. */
export function ourSentence(speaker: Speaker, share: Share): string | null {
  const { t } = speaker;
  const { facts } = share;
  const said = factWords(speaker, facts);
  switch (facts.criterion) {
    case 'occupation': {
      const near = occupationNearness(facts.closeness);
      if (near === 'none') return null;
      return near === 'same'
        ? t('reasons.ours.occupation.same', { newcomer: said.newcomer })
        : t(`reasons.ours.occupation.${near}`);
    }
    case 'education-field': {
      const near = fieldNearness(facts.digits);
      if (near === 'none') return null;
      return near === 'same'
        ? t('reasons.ours.education-field.same', { field: said.field })
        : t('reasons.ours.education-field.near');
    }
    case 'education-level':
      return levelNearness(facts.newcomer, facts.mentor) === 'same'
        ? t('reasons.ours.education-level.same')
        : null;
    case 'language':
      return facts.languages.length === 0 ? null : t('reasons.ours.language.some', { languages: said.list });
    case 'common-time':
      return facts.halfHours === 0
        ? null
        : t('reasons.ours.common-time.some', { count: facts.halfHours / 2, weekdays: said.list });
    case 'nearness':
      if (facts.kilometres === null || facts.kilometres > 20) return null;
      return facts.kilometres < 2
        ? t('reasons.ours.nearness.close')
        : t('reasons.ours.nearness.some', {
            kilometres: formatNumber(speaker.locale, Math.round(facts.kilometres)),
          });
    case 'ways':
      return facts.ways.length === 0 ? null : t('reasons.ours.ways.some', { ways: said.list });
    case 'age':
      return facts.years !== null && facts.years <= 5 ? t('reasons.ours.age.some') : null;
    case 'interests':
      return facts.interests.length === 0 ? null : t('reasons.ours.interests.some', { interests: said.list });
    case 'wishes':
      return facts.of > 0 && facts.met === facts.of ? t('reasons.ours.wishes.some') : null;
    case 'wish-most':
      return null;
  }
}

/** Why not that pair: one broken requirement. */
export function obstacleSentence(speaker: Speaker, obstacle: Obstacle): string {
  const { t, labels, locale } = speaker;
  const known = (value: number | null): string =>
    value === null ? t('reasons.unknown') : formatNumber(locale, value, 1);
  switch (obstacle.rule) {
    case 'gender':
      return t('reasons.obstacle.gender', {
        genders: genderWords(speaker, obstacle.allowed),
        side: t(`reasons.side.${obstacle.side}`),
      });
    case 'minimum-age':
      return t('reasons.obstacle.minimum-age', {
        years: obstacle.years,
        actual: known(obstacle.actual),
        side: t(`reasons.side.${obstacle.side}`),
      });
    case 'age-span':
      return t('reasons.obstacle.age-span', { years: obstacle.years, actual: known(obstacle.actual) });
    case 'language':
      return t('reasons.obstacle.language');
    case 'common-time':
      return t('reasons.obstacle.common-time', {
        hours: known(obstacle.halfHours / 2),
        actual: known(obstacle.actual / 2),
      });
    case 'nearness':
      return t(obstacle.orRemote ? 'reasons.obstacle.nearness.or-remote' : 'reasons.obstacle.nearness', {
        kilometres: obstacle.kilometres,
        actual: obstacle.actual === null ? t('reasons.unknown') : `${known(obstacle.actual)} km`,
      });
    case 'field':
      return t('reasons.obstacle.field');
    case 'municipality':
      return t(obstacle.outside ? 'reasons.obstacle.municipality.outside' : 'reasons.obstacle.municipality', {
        newcomer: labels[`municipality:${obstacle.newcomer}`] ?? t('reasons.unknown'),
        mentor: labels[`municipality:${obstacle.mentor}`] ?? t('reasons.unknown'),
      });
    case 'wish':
      return t('reasons.obstacle.wish', {
        side: t(`reasons.side.${obstacle.side}`),
        wish: wishWords(speaker, obstacle.wish),
      });
    case 'never-with':
    case 'earlier-pair':
    case 'household':
    case 'ban':
      return t(`reasons.obstacle.${obstacle.rule}`);
  }
}

/** Why a person is left out, as the sentences that tell it, the most telling first. */
export function leftOutSentences(speaker: Speaker, leftOut: Pick<LeftOut, 'reasons'>): readonly string[] {
  return leftOut.reasons.flatMap((reason) => leftOutReasonSentences(speaker, reason));
}

function leftOutReasonSentences(
  { t, locale }: Speaker,
  reason: LeftOut['reasons'][number],
): readonly string[] {
  switch (reason.code) {
    case 'nobody-there':
      return [t('reasons.left-out.nobody-there')];
    case 'no-allowed-partner': {
      const [most] = reason.blocked;
      const [alone] = reason.alone;
      return [
        t('reasons.left-out.no-allowed-partner', { count: reason.possible }),
        ...(most === undefined
          ? []
          : [
              t('reasons.left-out.blocked', {
                rule: ruleWords(t, most.rule),
                partners: most.partners,
                possible: reason.possible,
              }),
            ]),
        alone === undefined
          ? t('reasons.left-out.alone-none')
          : t('reasons.left-out.alone', { rule: ruleWords(t, alone.rule), count: alone.partners }),
      ];
    }
    case 'partners-better-used': {
      const { pinned, longerWaiting, betterTogether } = reason.by;
      const by = [
        ...(pinned > 0 ? [t('reasons.left-out.by-pinned', { count: pinned })] : []),
        ...(longerWaiting > 0 ? [t('reasons.left-out.by-longer-waiting', { count: longerWaiting })] : []),
        ...(betterTogether > 0 ? [t('reasons.left-out.by-better-together', { count: betterTogether })] : []),
      ];
      const list = formatList(locale, by);
      return [
        t('reasons.left-out.partners-better-used', { count: reason.allowed }),
        ...(by.length === 0 ? [] : [`${list.charAt(0).toLocaleUpperCase(locale)}${list.slice(1)}.`]),
      ];
    }
  }
}

export function conflictSentence(t: Translate, conflict: PinConflict): string {
  return t(`reasons.conflict.${conflict.code}`);
}

/** A wish in words, without who made it: "vill träffa kvinna". */
export function wishWords(speaker: Speaker, wish: Wish): string {
  const { t, labels } = speaker;
  switch (wish.about) {
    case 'gender':
      return t('reasons.wish.gender', { gender: genderWords(speaker, [wish.gender]) });
    case 'age':
      return t('reasons.wish.age', { years: wish.years });
    case 'language':
      return t('reasons.wish.language', { language: labels[`language:${wish.language}`] ?? wish.language });
    case 'occupation':
    case 'municipality':
      return t(`reasons.wish.${wish.about}`);
    case 'nearness':
      return t('reasons.wish.nearness', { kilometres: wish.kilometres });
    case 'way':
      return t('reasons.wish.way', { way: t(`reasons.way.${wish.way}`) });
  }
}

/* No */

/** What happened, why, and what to do now. */
export function refusalSentence(
  t: Translate,
  code: RefusalCode,
  facts: Readonly<Record<string, unknown>>,
): string {
  return loosely(t, `refusals.${code}`, facts);
}

/** What is wrong with one field. */
export function problemSentence(t: Translate, problem: Pick<FieldProblem, 'code' | 'facts'>): string {
  return loosely(
    t,
    isProblemCode(problem.code) ? `problems.${problem.code}` : 'problems.other',
    problem.facts,
  );
}

export function isRefusalCode(code: string): code is RefusalCode {
  return code in REFUSALS;
}

function isProblemCode(code: string): code is keyof typeof problems {
  return code in problems;
}

function loosely(t: Translate, key: MessageKey, facts: Readonly<Record<string, unknown>>): string {
  const plain = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  return t.loosely(key, Object.fromEntries(plain));
}

/* Words inside sentences */

function genderWords({ locale, t }: Speaker, genders: readonly Gender[]): string {
  return formatChoice(
    locale,
    genders.map((gender) => t(`reasons.gender.${gender}`)),
  );
}

function factWords(speaker: Speaker, facts: Share['facts']) {
  const { labels, locale, t } = speaker;
  const name = (kind: string, code: string | null): string =>
    code === null ? t('reasons.unknown') : (labels[`${kind}:${code}`] ?? code);
  const items = ((): readonly string[] => {
    switch (facts.criterion) {
      case 'language':
        return facts.languages.map((tag) => name('language', tag));
      case 'common-time':
        return facts.weekdays.map((day) => weekdayName(locale, day));
      case 'ways':
        return facts.ways.map((way: MeetingWay) => t(`reasons.way.${way}`));
      case 'interests':
        return facts.interests.map((interest) => labels[`interest:${interest}`] ?? interest);
      default:
        return [];
    }
  })();
  return {
    list: formatList(locale, items),
    newcomer: facts.criterion === 'occupation' ? occupationName(speaker, facts.newcomer, facts.ssyk) : '',
    mentor: facts.criterion === 'occupation' ? occupationName(speaker, facts.mentor, facts.ssyk) : '',
    field: facts.criterion === 'education-field' ? name('field', facts.field) : '',
    kilometres:
      facts.criterion === 'nearness' && facts.kilometres !== null
        ? formatNumber(locale, facts.kilometres, 1)
        : '',
  };
}

function occupationName({ labels, t }: Speaker, occupation: string | null, ssyk: string | null): string {
  const byOccupation = occupation === null ? undefined : labels[`occupation:${occupation}`];
  const byGroup = ssyk === null ? undefined : labels[`ssyk:${ssyk}`];
  return byOccupation ?? byGroup ?? t('reasons.unknown');
}

function occupationNearness(closeness: string): 'same' | 'near' | 'group' | 'none' {
  if (closeness === 'same') return 'same';
  if (closeness === 'substitute' || closeness === 'ssyk4') return 'near';
  return closeness === 'ssyk3' || closeness === 'ssyk2' ? 'group' : 'none';
}

function fieldNearness(digits: number): 'same' | 'near' | 'none' {
  if (digits >= 3) return 'same';
  return digits >= 1 ? 'near' : 'none';
}

function levelNearness(newcomer: number | null, mentor: number | null): 'same' | 'near' | 'none' {
  if (newcomer === null || mentor === null) return 'none';
  const apart = Math.abs(newcomer - mentor);
  return apart === 0 ? 'same' : apart === 1 ? 'near' : 'none';
}
