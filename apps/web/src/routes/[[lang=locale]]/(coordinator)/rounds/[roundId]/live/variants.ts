import type { RoundVariant } from '@parvis/contracts';
import { ofHundred, type PersonPair } from '@parvis/matching';
import { keyOf } from '../byhand.ts';
import { figuresOf, type Figures } from './figures.ts';
import { savedSettings, type Settings } from './settings.ts';

/** A round that was kept to be held against others: how it was shaped, what came of it. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly settings: Settings;
  readonly figures: Figures;
  /** `score`: 0..100 */
  readonly pairs: readonly (PersonPair & { readonly score: number })[];
}

export function readVariant({ id, name, shape, figures, pairs }: RoundVariant): Variant {
  return {
    id,
    name,
    settings: savedSettings(shape),
    figures: figuresOf(figures),
    pairs: pairs.map((pair) => ({ ...pair, score: ofHundred(pair.score, figures.fullScore) })),
  };
}

/** A kept variant with its pairs; null when it is there no longer, or cannot be had now. */
export async function fetchVariant(roundId: string, id: string): Promise<Variant | null> {
  try {
    const answer = await fetch(`/api/rounds/${roundId}/variants/${id}`);
    if (!answer.ok) return null;
    const said: RoundVariant = await answer.json();
    return readVariant(said);
  } catch {
    return null;
  }
}

/** One mentor's pairs in two variants, where they differ. */
export interface Difference {
  readonly mentor: string;
  readonly one: readonly { readonly newcomer: string; readonly score: number }[];
  readonly other: readonly { readonly newcomer: string; readonly score: number }[];
}

/** The mentors who meet someone else, or nobody, in the other variant; in the order given. */
export function listDifferences(
  one: Pick<Variant, 'pairs'>,
  other: Pick<Variant, 'pairs'>,
  mentors: readonly string[],
): readonly Difference[] {
  const inOne = new Set(one.pairs.map(keyOf));
  const inOther = new Set(other.pairs.map(keyOf));
  const only = ({ pairs }: Pick<Variant, 'pairs'>, mentor: string, known: ReadonlySet<string>) =>
    pairs
      .filter((pair) => pair.mentor === mentor && !known.has(keyOf(pair)))
      .map(({ newcomer, score }) => ({ newcomer, score }));
  return mentors
    .map((mentor) => ({ mentor, one: only(one, mentor, inOther), other: only(other, mentor, inOne) }))
    .filter((difference) => difference.one.length + difference.other.length > 0);
}

/** How many pairs the two have in common. */
export function countSame(one: Pick<Variant, 'pairs'>, other: Pick<Variant, 'pairs'>): number {
  const known = new Set(one.pairs.map(keyOf));
  return other.pairs.filter((pair) => known.has(keyOf(pair))).length;
}
