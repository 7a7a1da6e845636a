/** Chance that always falls the same way: the demo towns are the same on every machine and in every year. */
export interface Random {
  /** 0 inclusive to 1 exclusive. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  /** True this often, 0..1. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of the values, each as often as its weight says. */
  readonly weigh: <T>(from: readonly (readonly [value: T, weight: number])[]) => T;
  /** So many different ones, in the order of the list. */
  readonly some: <T>(from: readonly T[], count: number) => T[];
}

/** A stream of its own for each word: changing one person's answers moves nobody else's. */
export function randomFor(word: string): Random {
  let state = hashOf(word);
  // Mulberry32 (Tommy Ettinger, public domain).
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => present(from[between(0, from.length - 1)]);
  return {
    next,
    between,
    pick,
    chance: (share) => next() < share,
    weigh: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      const found = from.find(([, weight]) => (left -= weight) < 0);
      return present(found ?? from.at(-1))[0];
    },
    some: (from, count) => {
      const rest = from.map((_, place) => place);
      const chosen = Array.from({ length: Math.min(count, rest.length) }, () =>
        rest.splice(between(0, rest.length - 1), 1),
      );
      const places = chosen.flat().sort((a, b) => a - b);
      return from.filter((_, place) => places.includes(place));
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
