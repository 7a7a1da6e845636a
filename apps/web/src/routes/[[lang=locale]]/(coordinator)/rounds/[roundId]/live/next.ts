import { ofHundred, type Aim, type NextBest } from '@parvis/matching';
import { preferenceWords, type Translate } from '@parvis/messages';

/** The two partners that are held against each other, by name. */
interface Names {
  readonly own: string;
  readonly next: string;
}
const TOLD = 3;

/** What made the difference, the largest first, in points of 100; what rounds to nothing is not told. */
export function differenceSentences(
  t: Translate,
  { difference }: Pick<NextBest, 'difference'>,
  { names, fullScore }: { readonly names: Names; readonly fullScore: number },
): readonly string[] {
  const told = [...difference]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, TOLD)
    .map(({ criterion, points }) => ({
      what: preferenceWords(t, criterion),
      count: ofHundred(Math.abs(points), fullScore),
      name: points > 0 ? names.own : names.next,
    }))
    .filter(({ count }) => count > 0);
  return told.length === 0 ? [t('next.same')] : told.map((facts) => t('next.difference', facts));
}

/** Who has that partner's places, in general terms. Only where waiting goes first is it a reason. */
export function useSentences(
  t: Translate,
  { use }: Pick<NextBest, 'use'>,
  { name, aim }: { readonly name: string; readonly aim: Aim },
): readonly string[] {
  const { free, pinned } = use;
  const others = use.longerWaiting + use.betterTogether;
  const isByWaiting = aim === 'most-people' || aim === 'no-weak-pair';
  return [
    ...(free > 0 ? [t('next.free', { name, count: free })] : []),
    ...(pinned > 0 ? [t('next.pinned', { name, count: pinned })] : []),
    ...(isByWaiting && use.longerWaiting > 0
      ? [t('next.longer-waiting', { name, count: use.longerWaiting })]
      : []),
    ...(isByWaiting && use.betterTogether > 0
      ? [t('next.better-together', { name, count: use.betterTogether })]
      : []),
    ...(aim === 'best-pairs' && others > 0 ? [t('next.better-together', { name, count: others })] : []),
    ...(aim === 'stable' && others > 0 ? [t('next.nobody-would-swap', { name, count: others })] : []),
  ];
}
