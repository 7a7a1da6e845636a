import { GENDER_ORDER, WAY_ORDER } from '../judge/skills.ts';
import { SAME_LINE_OF_WORK, SPEAKS } from '../judge/wishes.ts';
import type { Side, Wish } from '../model.ts';
import { has, keepOf } from './bits.ts';
import { LEVEL_STEP } from './columns.ts';
import type { Pool, Test } from './pool.ts';
import { occupationsOf, sieveClose, sieveWithin, sieveYears } from './sieves.ts';
import { remember, viewFrom, type Sieve, type View } from './view.ts';

/** For each person of the view's side, the others who meet each of her wishes that counts. */
export function listGranted(view: View, counts: (wish: Wish) => boolean): readonly (readonly Int32Array[])[] {
  const granting = grantWishes(view);
  return view.own.people.map(({ wishes }, at) => wishes.filter(counts).map((wish) => granting(at, wish)));
}

/** For each person of a side, by position, a test for each of her wishes that counts. */
export function compileWishes(
  pool: Pool,
  side: Side,
  counts: (wish: Wish) => boolean,
): readonly (readonly Test[])[] {
  const granted = listGranted(viewFrom(pool, side), counts);
  return granted.map((sets) =>
    sets.map((set): Test => (side === 'newcomer' ? (_, j) => has(set, j) : (i) => has(set, i))),
  );
}

/* Wishes of one kind share what was worked out for them: many ask for the same. */
function grantWishes(view: View): (at: number, wish: Wish) => Int32Array {
  const within = remember((kilometres: number) => sieveWithin(view, kilometres));
  const years = remember((span: number) => sieveYears(view, span));
  const sameWork = sieveClose(occupationsOf(view), SAME_LINE_OF_WORK);
  const sieveFor = (wish: Wish): Sieve => {
    const { by } = view.others;
    switch (wish.about) {
      case 'gender':
        return (_, set) => keepOf(set, by.gender, GENDER_ORDER.indexOf(wish.gender) + 1);
      case 'age':
        return years(wish.years);
      case 'language': {
        const language = view.pool.codes.languages.get(wish.language);
        if (language === undefined) return (_, set) => void set.fill(0);
        return (_, set) => keepOf(set, by.language, language * LEVEL_STEP + SPEAKS);
      }
      case 'occupation':
        return sameWork;
      case 'municipality':
        return (at, set) => keepOf(set, by.municipality, view.own.municipality[at] ?? 0);
      case 'nearness':
        return within(wish.kilometres);
      case 'way':
        return (_, set) => keepOf(set, by.way, WAY_ORDER.indexOf(wish.way));
    }
  };
  return (at, wish) => {
    const set = view.everyone.slice();
    sieveFor(wish)(at, set);
    return set;
  };
}
