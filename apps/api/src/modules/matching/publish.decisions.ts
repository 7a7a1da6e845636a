import { Refused, type RefusalFacts, type RoundDifference, type RoundStatus } from '@parvis/contracts';
import type { MatchedPair } from '@parvis/matching';
import { decideOnDraft } from './round.decisions.ts';

interface Publishing {
  readonly round: { readonly status: RoundStatus; readonly version: number };
  /** The version that she who publishes has seen. */
  readonly seen: number;
  readonly pairs: readonly MatchedPair[];
  /** What is no longer as the round saw it. */
  readonly difference: RoundDifference | null;
}

/** May this round be published, as it stands? When the world has changed it says who, and how. */
export function decidePublish({ round, seen, pairs, difference }: Publishing): void {
  decideOnDraft(round, seen);
  if (difference !== null) throw new Refused('round-outdated', factsOf(difference));
  if (pairs.length === 0) throw new Refused('round-empty');
}

function factsOf({ program, people, pairs }: RoundDifference): RefusalFacts {
  return {
    program,
    people: people.map(({ id }) => id),
    changes: people.map(({ what }) => what),
    pairs: pairs.map(({ newcomer, mentor }) => `${newcomer} ${mentor}`),
  };
}

/** Pairs of each person in a list of pairs. */
export function countPairs(pairs: readonly MatchedPair[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { newcomer, mentor } of pairs) {
    for (const id of [newcomer, mentor]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The last moment to answer. */
export function decideAnswerBy(now: string, days: number): string {
  return new Date(Date.parse(now) + days * DAY).toISOString();
}

const DAY = 86_400_000;
