/** What one sends who means no good, and what slips in by accident. */

const TEXTS = [
  '',
  'a\u0000b',
  '\ud800 half a sign',
  'x'.repeat(10_000),
  '\u200b\u200d\u2060',
  "'; DROP TABLE person; --",
  '=HYPERLINK("https://example.com","here")',
  '</script><script>alert(1)</script>',
  '${7*7}{{7*7}}%s',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e400',
  '../../session-secret',
  '%00',
  '2026-02-30',
  '9999-12-31',
  '00000000-0000-0000-0000-000000000000',
];

/** Values as JSON can carry them. */
const VALUES: readonly unknown[] = [
  ...TEXTS,
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  [],
  {},
  [[[[[[]]]]]],
  Array.from({ length: 3_000 }, () => 0),
  JSON.parse('{"__proto__":{"role":"operator"}}'),
  { constructor: { prototype: { role: 'operator' } } },
  { unknown: 'field' },
  { toString: 1, valueOf: 2, length: -1 },
];

/** The same sequence for the same seed. */
export interface Chance {
  readonly below: (most: number) => number;
  readonly pick: <T>(all: readonly [T, ...T[]]) => T;
}

/** Mulberry32: small, and good enough to vary. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const below = (most: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  return { below, pick: (all) => all[below(all.length)] ?? all[0] };
}

/** A value in which `times` places, drawn by chance, hold something hostile; or with a key that nobody asked for. */
export function spoil(value: unknown, chance: Chance, times: number): unknown {
  let spoiled = value;
  for (let time = 0; time < times; time++) spoiled = spoilOnce(spoiled, chance);
  return spoiled;
}

/** The same for what stands in an address, where everything is text. */
export function spoilText(chance: Chance): string {
  return (TEXTS[chance.below(TEXTS.length)] ?? '').toWellFormed();
}

function spoilOnce(value: unknown, chance: Chance): unknown {
  const draw = (): unknown => VALUES[chance.below(VALUES.length)];
  if (typeof value !== 'object' || value === null || chance.below(12) === 0) return draw();
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length === 0) return [draw()];
    const at = chance.below(items.length);
    return items.map((item, index) => (index === at ? spoilOnce(item, chance) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.below(12) === 0) return { ...value, surplus: draw() };
  const at = chance.below(entries.length);
  return Object.fromEntries(
    entries.map(([key, item], index) => [key, index === at ? spoilOnce(item, chance) : item]),
  );
}
