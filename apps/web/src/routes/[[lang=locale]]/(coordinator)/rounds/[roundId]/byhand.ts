import type { Round } from '@parvis/contracts';

/** What the coordinator has decided by hand, and the changes she makes to it. */
export type Pin = Round['pins'][number];
export type PersonPair = Round['bans'][number];
export interface ByHand {
  readonly pins: readonly Pin[];
  readonly bans: readonly PersonPair[];
}

export function keyOf({ newcomer, mentor }: { newcomer: string; mentor: string }): string {
  return `${newcomer}.${mentor}`;
}

/** Locked together; a ban on the two goes, and a lock with another reason is replaced. */
export function pinned({ pins, bans }: ByHand, pin: Pin): ByHand {
  return { pins: [...without(pins, pin), pin], bans: without(bans, pin) };
}

export function unpinned({ pins, bans }: ByHand, pair: PersonPair): ByHand {
  return { pins: without(pins, pair), bans };
}

/** Never together; a lock on the two goes. */
export function banned({ pins, bans }: ByHand, { newcomer, mentor }: PersonPair): ByHand {
  const pair = { newcomer, mentor };
  return { pins: without(pins, pair), bans: [...without(bans, pair), pair] };
}

export function unbanned({ pins, bans }: ByHand, pair: PersonPair): ByHand {
  return { pins, bans: without(bans, pair) };
}

function without<P extends PersonPair>(pairs: readonly P[], pair: PersonPair): P[] {
  return pairs.filter((other) => keyOf(other) !== keyOf(pair));
}
