import type { PersonPair, Pin } from '@parvis/matching';
import { keyOf, pinned, type ByHand } from '../byhand.ts';

/**
 * The least that must be decided so that two pairs change partners: nothing if the round does it by itself, one lock if
 * the other follows from it, or both. `solve` gives the pairs of a round with these locks and bans. Null when even both
 * locks do not bring it about.
 */
export function findSwap<H extends ByHand>(
  now: H,
  { one, other }: { readonly one: PersonPair; readonly other: PersonPair },
  solve: (byHand: H) => readonly PersonPair[],
): H | null {
  const [first, second] = crossed(one, other);
  const free = { ...now, ...without(now, [one, other]) };
  const lock = (byHand: H, ...pairs: readonly PersonPair[]): H =>
    pairs.reduce<H>((held, pair) => ({ ...held, ...pinned(held, { ...pair, reason: null }) }), byHand);
  const tries = [free, lock(free, first), lock(free, second), lock(free, first, second)];
  return (
    tries.find((byHand) => {
      const made = new Set(solve(byHand).map(keyOf));
      return made.has(keyOf(first)) && made.has(keyOf(second));
    }) ?? null
  );
}

/** The two pairs that come of it when two pairs change partners. */
export function crossed(one: PersonPair, other: PersonPair): readonly [PersonPair, PersonPair] {
  return [
    { newcomer: other.newcomer, mentor: one.mentor },
    { newcomer: one.newcomer, mentor: other.mentor },
  ];
}

/* The old pairs are let go of, and the new ones are no longer barred. */
function without({ pins, bans }: ByHand, old: readonly [PersonPair, PersonPair]): ByHand {
  const parted = new Set(old.map(keyOf));
  const wanted = new Set(crossed(...old).map(keyOf));
  return {
    pins: pins.filter((pin: Pin) => !parted.has(keyOf(pin))),
    bans: bans.filter((ban) => !wanted.has(keyOf(ban))),
  };
}
