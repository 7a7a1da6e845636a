import type { Locale } from '@parvis/contracts';
import type { Wish } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';

/** A wish as `readWishes` reads it: `krav:kvinna`, `helst:högst 5 år!`. Arabic sheets carry English words. */
export function writeWish(wish: Wish, locale: Locale): string {
  const swedish = locale === 'sv';
  const strength = wish.strength === 'must' ? (swedish ? 'krav' : 'must') : swedish ? 'helst' : 'rather';
  return `${strength}:${aboutOf(wish, swedish ? 'sv' : 'en')}${wish.most ? '!' : ''}`;
}

function aboutOf(wish: Wish, locale: 'sv' | 'en'): string {
  const t = translateTo(locale);
  const swedish = locale === 'sv';
  switch (wish.about) {
    case 'gender':
      return t(`vocabulary.gender.${wish.gender}`);
    case 'age':
      return swedish ? `högst ${wish.years} års ålder emellan` : `age within ${wish.years} years`;
    case 'language':
      return wish.language;
    case 'occupation':
      return swedish ? 'samma yrke' : 'same occupation';
    case 'municipality':
      return swedish ? 'samma kommun' : 'same municipality';
    case 'nearness':
      return swedish ? `inom ${wish.kilometres} km` : `within ${wish.kilometres} km`;
    case 'way':
      return t(`vocabulary.way.${wish.way}`);
  }
}
