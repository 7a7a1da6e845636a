import type { Change, Choice } from './changes.ts';

/**
 * Every set of exactly `size` choices, those that ask least first, then in the order of the list. Choices of one `of` exclude
 * each other. Sets of all sizes, smallest size first, are the documented order of cost.
 */
export function listSets<C extends Change>(
  choices: readonly Choice<C>[],
  size: number,
): readonly (readonly C[])[] {
  const sets: { readonly changes: readonly Choice<C>[]; readonly burden: number }[] = [];
  const extend = (from: number, chosen: readonly Choice<C>[], burden: number): void => {
    if (chosen.length === size) {
      sets.push({ changes: chosen, burden });
      return;
    }
    for (let at = from; at < choices.length; at++) {
      const next = choices[at];
      if (next === undefined || chosen.some(({ of }) => of === next.of)) continue;
      extend(at + 1, [...chosen, next], burden + next.burden);
    }
  };
  extend(0, [], 0);
  // The sort is stable: what asks the same keeps the order of the list.
  sets.sort((a, b) => a.burden - b.burden);
  return sets.map(({ changes }) => changes.map(({ change }) => change));
}
