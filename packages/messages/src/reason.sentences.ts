import type { MeetingWay, Share } from '@parvis/matching';
import { formatList, formatNumber, weekdayName } from './dates.ts';
import type { Speaker } from './speaker.ts';

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
