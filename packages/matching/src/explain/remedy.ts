import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { Remedy } from './help.ts';
import type { PersonPair } from '../model.ts';

/** Is somebody in one of the pairs? */
export function isIn(pairs: readonly PersonPair[], id: string): boolean {
  return pairs.some(({ newcomer, mentor }) => newcomer === id || mentor === id);
}

/** What changes do to the round, from the pairs as they then are. */
export function describeRemedy<C extends Change>(
  { paired }: Board,
  id: string,
  changes: readonly C[],
  pairs: readonly PersonPair[],
): Remedy<C> {
  const then = new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  return {
    changes,
    partners: pairs.flatMap(({ newcomer, mentor }) => {
      if (newcomer === id) return [mentor];
      return mentor === id ? [newcomer] : [];
    }),
    people: { before: paired.size, after: then.size },
    lost: [...paired].filter((one) => !then.has(one)).sort(),
    gained: [...then].filter((one) => !paired.has(one) && one !== id).sort(),
  };
}
