import type { RoundChange } from '@parvis/contracts';
import type { PersonPair, RoundResult } from '@parvis/matching';

/** What one result changed against another: pairs formed and parted, and the figures before and after. */
export function compareResults(before: RoundResult, after: RoundResult): RoundChange {
  return {
    formed: pairsOnlyIn(after, before),
    parted: pairsOnlyIn(before, after),
    before: figuresOf(before),
    after: figuresOf(after),
  };
}

function pairsOnlyIn({ pairs }: RoundResult, other: RoundResult): readonly PersonPair[] {
  const known = new Set(other.pairs.map(keyOf));
  return pairs
    .filter((pair) => !known.has(keyOf(pair)))
    .map(({ newcomer, mentor }) => ({ newcomer, mentor }));
}

/** What a result is measured by. */
export function figuresOf({ pairs, leftOut, certificate, fullScore }: RoundResult): RoundChange['before'] {
  return {
    people: certificate.people,
    total: certificate.total,
    weakest: pairs.reduce<number | null>((least, { score }) => Math.min(least ?? score, score), null),
    longestLeftOutWeeks: leftOut.reduce<number | null>(
      (most, { weeksWaiting }) => Math.max(most ?? 0, weeksWaiting),
      null,
    ),
    fullScore,
  };
}

export function keyOf({ newcomer, mentor }: PersonPair): string {
  return `${newcomer} ${mentor}`;
}
