import { kilometres, occupationNearness, speaks, years } from './measures.ts';
import type { Side, Wish } from '../model.ts';
import { wayBit } from './columns.ts';
import type { Pool, Test } from './pool.ts';
import { GENDER_ORDER } from '../judge/skills.ts';
import { SAME_LINE_OF_WORK, SPEAKS } from '../judge/wishes.ts';

/** For each person of a side, by position, a test for each of her wishes that counts; the twin of `isWishMet`. */
export function compileWishes(
  pool: Pool,
  side: Side,
  counts: (wish: Wish) => boolean,
): readonly (readonly Test[])[] {
  const { people } = side === 'newcomer' ? pool.newcomers : pool.mentors;
  return people.map(({ wishes }) => wishes.filter(counts).map((wish) => compileWish(pool, side, wish)));
}

function compileWish(pool: Pool, side: Side, wish: Wish): Test {
  const other = side === 'newcomer' ? pool.mentors : pool.newcomers;
  const ofOther = (isMet: (position: number) => boolean): Test =>
    side === 'newcomer' ? (_, j) => isMet(j) : (i) => isMet(i);
  switch (wish.about) {
    case 'gender': {
      const gender = GENDER_ORDER.indexOf(wish.gender) + 1;
      return ofOther((position) => other.gender[position] === gender);
    }
    case 'age':
      return (i, j) => years(pool, i, j) <= wish.years;
    case 'language': {
      const code = pool.languageCodes.get(wish.language);
      if (code === undefined) return () => false;
      return ofOther((position) => speaks(other, position, code, SPEAKS, pool.languageWords));
    }
    case 'occupation':
      return (i, j) => occupationNearness(pool, i, j) >= SAME_LINE_OF_WORK;
    case 'municipality':
      return (i, j) => pool.newcomers.municipality[i] === pool.mentors.municipality[j];
    case 'nearness':
      return (i, j) => kilometres(pool, i, j) <= wish.kilometres;
    case 'way': {
      const bit = wayBit(wish.way);
      return ofOther((position) => ((other.ways[position] ?? 0) & bit) !== 0);
    }
  }
}
