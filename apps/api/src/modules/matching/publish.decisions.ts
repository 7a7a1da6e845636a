import { Refused, type RoundStatus } from '@parvis/contracts';
import type { MatchedPair } from '@parvis/matching';
import { decideOnDraft } from './round.decisions.ts';

interface Publishing {
  readonly round: { readonly status: RoundStatus; readonly version: number };
  /** The version that she who publishes has seen. */
  readonly seen: number;
  readonly pairs: readonly MatchedPair[];
  /** Has someone in the round changed, left or been paired since? */
  readonly outdated: 'yes' | 'no';
}

/** May this round be published, as it stands? */
export function decidePublish({ round, seen, pairs, outdated }: Publishing): void {
  decideOnDraft(round, seen);
  if (outdated === 'yes') throw new Refused('round-outdated');
  if (pairs.length === 0) throw new Refused('round-empty');
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
