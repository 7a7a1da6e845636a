import type { LeftOut, Obstacle, PinConflict, Wish } from '@parvis/matching';
import { formatList, formatNumber } from './dates.ts';
import type { Translate } from './dictionary.ts';
import { ruleWords } from './rule.sentences.ts';
import { genderWords, type Speaker } from './speaker.ts';

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
      const { pinned, longerWaiting, betterTogether, ratherOthers = 0, kept = 0 } = reason.by;
      const by = [
        ...(pinned > 0 ? [t('reasons.left-out.by-pinned', { count: pinned })] : []),
        ...(longerWaiting > 0 ? [t('reasons.left-out.by-longer-waiting', { count: longerWaiting })] : []),
        ...(betterTogether > 0 ? [t('reasons.left-out.by-better-together', { count: betterTogether })] : []),
        ...(ratherOthers > 0 ? [t('reasons.left-out.by-rather-others', { count: ratherOthers })] : []),
      ];
      const list = formatList(locale, by);
      return [
        kept === 0
          ? t('reasons.left-out.partners-better-used', { count: reason.allowed })
          : t('reasons.left-out.kept', { count: kept }),
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
