import type { PairContext } from './context.ts';
import { judge, PREFERENCE_ORDER } from './criteria.ts';
import type { Person, Preference, PreferenceKind, Share } from '../model.ts';

/** The most a pair can score. */
export const FULL_SCORE = 1000;

/** How many of the thousand points a criterion can give. */
export interface Weighted {
  readonly criterion: PreferenceKind;
  readonly of: number;
}

/**
 * The program's weights as whole points that sum to 1000 exactly (largest remainder; of equal remainders the
 * criterion that comes first in `PREFERENCE_ORDER`). Criteria of weight 0 are left out; none left means every
 * pair scores 0.
 */
export function weigh(preferences: readonly Preference[]): readonly Weighted[] {
  const counted = preferences
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => PREFERENCE_ORDER.indexOf(a.kind) - PREFERENCE_ORDER.indexOf(b.kind));
  const sum = counted.reduce((total, { weight }) => total + weight, 0);
  const exact = counted.map(({ kind, weight }) => {
    const points = (FULL_SCORE * weight) / sum;
    return { criterion: kind, of: Math.floor(points), remainder: points - Math.floor(points) };
  });
  const missing = FULL_SCORE - exact.reduce((total, { of }) => total + of, 0);
  const rounded = new Set([...exact].sort((a, b) => b.remainder - a.remainder).slice(0, missing));
  return exact.map((share) => ({ criterion: share.criterion, of: share.of + (rounded.has(share) ? 1 : 0) }));
}

/** Whole points of a criterion that values a pair at `value`, 0..1. */
export function pointsOf(value: number, of: number): number {
  return Math.round(value * of);
}

/** Each criterion's share of a pair's score; the points sum to the score. */
export function sharesOf(
  weights: readonly Weighted[],
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): readonly Share[] {
  return weights.map(({ criterion, of }) => {
    const { value, facts } = judge(criterion, newcomer, mentor, context);
    return { criterion, value, points: pointsOf(value, of), of, facts };
  });
}

/** The score of a pair, 0..1000. */
export function totalOf(shares: readonly Share[]): number {
  return shares.reduce((total, { points }) => total + points, 0);
}
