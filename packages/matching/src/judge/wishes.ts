import { occupationCloseness } from './closeness.ts';
import { kilometresApart, type PairContext } from './context.ts';
import type { Person, Wish, WishAbout } from '../model.ts';
import { levelIn, levelNumber, yearsApart } from './skills.ts';

/** From this closeness on, two people are in the same line of work. */
export const SAME_LINE_OF_WORK = 0.5;
/** "Speaks this language" begins here. */
export const SPEAKS = levelNumber('A2');

/** Is the wish of `wisher` met by `other`? What is not known never meets a wish. */
export function isWishMet(wish: WishAbout, wisher: Person, other: Person, context: PairContext): boolean {
  switch (wish.about) {
    case 'gender':
      return other.gender === wish.gender;
    case 'age':
      return atMost(yearsApart(wisher, other), wish.years);
    case 'language':
      return levelIn(other.languages, wish.language) >= SPEAKS;
    case 'occupation':
      return (
        occupationCloseness(wisher.occupations, other.occupations, context.substitution).value >=
        SAME_LINE_OF_WORK
      );
    case 'municipality':
      return wisher.municipality === other.municipality;
    case 'nearness':
      return atMost(kilometresApart(wisher, other), wish.kilometres);
    case 'way':
      return other.ways.includes(wish.way);
  }
}

/** Both people's wishes of one sort, met and made. */
export function countWishes(
  { newcomer, mentor }: { readonly newcomer: Person; readonly mentor: Person },
  context: PairContext,
  counts: (wish: Wish) => boolean,
): { readonly met: number; readonly of: number } {
  const hers = newcomer.wishes.filter(counts);
  const theirs = mentor.wishes.filter(counts);
  const met =
    hers.filter((wish) => isWishMet(wish, newcomer, mentor, context)).length +
    theirs.filter((wish) => isWishMet(wish, mentor, newcomer, context)).length;
  return { met, of: hers.length + theirs.length };
}

export function isRather(wish: Wish): boolean {
  return wish.strength === 'rather';
}

export function isMost(wish: Wish): boolean {
  return wish.most;
}

function atMost(actual: number | null, limit: number): boolean {
  return actual !== null && actual <= limit;
}
