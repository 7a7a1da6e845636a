import type { PairContext } from './context.ts';
import { hundredthsOf, judge, PREFERENCE_ORDER } from './criteria.ts';
import type { Person, Preference, PreferenceKind, Share } from '../model.ts';

/** A criterion that counts: its weight, and the most it can give a pair, weight · 100. */
export interface Weighted {
  readonly criterion: PreferenceKind;
  readonly weight: number;
  readonly of: number;
}

/** The criteria of weight above 0, in `PREFERENCE_ORDER`. None means that every pair scores 0. */
export function weigh(preferences: readonly Preference[]): readonly Weighted[] {
  return preferences
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => PREFERENCE_ORDER.indexOf(a.kind) - PREFERENCE_ORDER.indexOf(b.kind))
    .map(({ kind, weight }) => ({ criterion: kind, weight, of: weight * 100 }));
}

/** The most a pair can score: the sum of weight · 100. */
export function fullScoreOf(preferences: readonly Preference[]): number {
  return preferences.reduce((sum, { weight }) => sum + weight * 100, 0);
}

/** Each criterion's share of a pair's score: its weight times the hundredths of its value. */
export function sharesOf(
  weights: readonly Weighted[],
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): readonly Share[] {
  return weights.map(({ criterion, weight, of }) => {
    const { value, facts } = judge(criterion, newcomer, mentor, context);
    return { criterion, value, points: weight * hundredthsOf(value), of, facts };
  });
}

/** The score of a pair: the sum of its shares' points. */
export function totalOf(shares: readonly Pick<Share, 'points'>[]): number {
  return shares.reduce((total, { points }) => total + points, 0);
}
