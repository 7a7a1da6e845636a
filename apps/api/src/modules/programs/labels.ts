import { interest, type Labels, type Locale } from '@parvis/contracts';
import type { Obstacle, Rules, Share } from '@parvis/matching';
import { weekdayName } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';
import {
  findEducationLevel,
  findField,
  findMunicipality,
  languageName,
  occupationGroup,
  occupationLabel,
} from '@parvis/reference';
import { TIMES_OF_WEEK } from './supply.decisions.ts';

/** Names for keys such as `language:ar` or `occupation:YHfo_Sbx_vzK`, in a language; a code that nobody knows is left out. */
export function nameKeys(locale: Locale, keys: Iterable<string>): Labels {
  const named: Record<string, string> = {};
  for (const key of new Set(keys)) {
    const at = key.indexOf(':');
    const name = NAMERS[key.slice(0, at)]?.(key.slice(at + 1), locale) ?? null;
    if (name !== null) named[key] = name;
  }
  return named;
}

export function keysOfRules({ requirements }: Rules): readonly string[] {
  return keysOfRequirements(requirements);
}

export function keysOfRequirements(requirements: Rules['requirements']): readonly string[] {
  return requirements.flatMap((rule) =>
    rule.kind === 'municipality' ? rule.among.map((code) => `municipality:${code}`) : [],
  );
}

export function keysOfShares(shares: readonly Share[]): readonly string[] {
  return shares.flatMap(({ facts }) => {
    switch (facts.criterion) {
      case 'occupation':
        return [
          keyOf('occupation', facts.newcomer),
          keyOf('occupation', facts.mentor),
          keyOf('ssyk', facts.ssyk),
        ].flat();
      case 'education-field':
        return keyOf('field', facts.field);
      case 'language':
        return facts.languages.map((tag) => `language:${tag}`);
      case 'interests':
        return facts.interests.map((interest) => `interest:${interest}`);
      default:
        return [];
    }
  });
}

export function keysOfObstacles(obstacles: readonly Obstacle[]): readonly string[] {
  return obstacles.flatMap((obstacle) => {
    if (obstacle.rule === 'municipality')
      return [`municipality:${obstacle.newcomer}`, `municipality:${obstacle.mentor}`];
    return obstacle.rule === 'wish' && obstacle.wish.about === 'language'
      ? [`language:${obstacle.wish.language}`]
      : [];
  });
}

function keyOf(kind: string, code: string | null): readonly string[] {
  return code === null ? [] : [`${kind}:${code}`];
}

const NAMERS: Readonly<Record<string, (code: string, locale: Locale) => string | null>> = {
  language: languageName,
  occupation: occupationLabel,
  // No group has an Arabic title.
  ssyk: (code, locale) => occupationGroup(code)?.[locale === 'sv' ? 'sv' : 'en'] ?? null,
  // Only the broadest fields have an English title.
  field: (code, locale) => {
    const field = findField(code);
    return locale === 'sv' ? (field?.sv ?? null) : (field?.en ?? field?.sv ?? null);
  },
  'education-level': (code, locale) => findEducationLevel(Number(code))?.[locale] ?? null,
  municipality: (code) => findMunicipality(code)?.nameShort ?? null,
  interest: (code, locale) => {
    const known = interest.safeParse(code);
    return known.success ? translateTo(locale)(`vocabulary.interest.${known.data}`) : null;
  },
  time: (code, locale) => {
    const time = TIMES_OF_WEEK.find(({ key }) => key === code);
    if (time === undefined) return null;
    const days = time.days.map((day) => weekdayName(locale, day, 'short')).join('–');
    return `${days} ${time.hours.join('–')}`;
  },
};
