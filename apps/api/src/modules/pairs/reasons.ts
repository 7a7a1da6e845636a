import type { Labels, Locale } from '@parvis/contracts';
import type { Share } from '@parvis/matching';
import { ourSentence } from '@parvis/messages';
import { translateTo } from '@parvis/messages/all';

/**
 * Why the two of you, as the two may know it: only what is told them in a sentence, and no more of it than the sentence says.
 * Years and kilometres to the decimal would give away when the other was born and where she lives.
 */
export function tellReasons(
  shares: readonly Share[],
  { locale, labels }: { readonly locale: Locale; readonly labels: Labels },
): readonly Share[] {
  const speaker = { locale, labels, t: translateTo(locale) };
  return shares.filter((share) => ourSentence(speaker, share) !== null).map(coarsen);
}

function coarsen(share: Share): Share {
  const { facts } = share;
  if (facts.criterion === 'age') {
    return { ...share, value: 1, points: share.of, facts: { ...facts, years: NEAR_IN_AGE } };
  }
  if (facts.criterion === 'nearness' && facts.kilometres !== null) {
    const kilometres = facts.kilometres < NEIGHBOURS ? 1 : Math.round(facts.kilometres / 5) * 5 || 2;
    return { ...share, value: 1, points: share.of, facts: { ...facts, kilometres } };
  }
  return share;
}

/** The sentences about age and nearness begin to differ here (packages/messages, `ourSentence`). */
const NEAR_IN_AGE = 5;
const NEIGHBOURS = 2;
