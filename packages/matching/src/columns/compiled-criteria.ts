import { compileWishes } from './compiled-wishes.ts';
import {
  LANGUAGE_CURVE,
  ageCurve,
  interestsCurve,
  nearnessCurve,
  timeCurve,
  waysCurve,
  wishesCurve,
} from '../judge/criteria.ts';
import {
  countBits,
  fieldNearness,
  halfHours,
  kilometres,
  levelNearness,
  occupationNearness,
  sharedInterests,
  sharedLevel,
  sharedWayBits,
  years,
} from './measures.ts';
import type { PreferenceKind, Wish } from '../model.ts';
import type { Measure, Pool } from './pool.ts';
import { isMost, isRather } from '../judge/wishes.ts';

/** A criterion's value, 0..1, as a question about positions; the twin of `judge`. */
export function compileCriterion(pool: Pool, criterion: PreferenceKind): Measure {
  switch (criterion) {
    case 'occupation':
      return (i, j) => occupationNearness(pool, i, j);
    case 'education-field':
      return (i, j) => fieldNearness(pool, i, j);
    case 'education-level':
      return (i, j) => levelNearness(pool, i, j);
    case 'language':
      return (i, j) => LANGUAGE_CURVE[sharedLevel(pool, i, j)] ?? 0;
    case 'common-time':
      return (i, j) => timeCurve(halfHours(pool, i, j));
    case 'nearness':
      return (i, j) => nearnessCurve(known(kilometres(pool, i, j)));
    case 'ways':
      return compileWays(pool);
    case 'age':
      return (i, j) => ageCurve(known(years(pool, i, j)));
    case 'interests':
      return (i, j) => interestsCurve(sharedInterests(pool, i, j));
    case 'wishes':
      return compileWishShare(pool, isRather);
    case 'wish-most':
      return compileWishShare(pool, isMost);
  }
}

function known(measured: number): number | null {
  return Number.isNaN(measured) ? null : measured;
}

function compileWays(pool: Pool): Measure {
  const hers = pool.newcomers.ways.map(countBits);
  const theirs = pool.mentors.ways.map(countBits);
  return (i, j) => waysCurve(countBits(sharedWayBits(pool, i, j)), Math.min(hers[i] ?? 0, theirs[j] ?? 0));
}

function compileWishShare(pool: Pool, counts: (wish: Wish) => boolean): Measure {
  const hers = compileWishes(pool, 'newcomer', counts);
  const theirs = compileWishes(pool, 'mentor', counts);
  return (i, j) => {
    const a = hers[i] ?? [];
    const b = theirs[j] ?? [];
    let met = 0;
    for (const isMet of a) if (isMet(i, j)) met++;
    for (const isMet of b) if (isMet(i, j)) met++;
    return wishesCurve(met, a.length + b.length);
  };
}
