import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSight, listRows, ribbonsIn } from './ribbons.ts';

describe('the rows in the page', () => {
  it('are those in sight and those that must be there, and the gaps make up the rest', () => {
    const wanted = fc.record({
      count: fc.integer({ min: 0, max: 400 }),
      from: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 0, max: 80 }),
      kept: fc.array(fc.integer({ min: 0, max: 399 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(wanted, ({ count, from, length, kept }) => {
        const there = kept.filter((at) => at < count);
        const rows = listRows(count, { from, to: from + length }, there);
        const places = rows.map(({ at }) => at);
        expect(there.every((at) => places.includes(at))).toBe(true);
        expect(rows.reduce((sum, { gap }) => sum + gap + 1, 0)).toBe((places.at(-1) ?? -1) + 1);
        for (let at = from; at < Math.min(from + length, count); at++) expect(places).toContain(at);
      }),
    );
  });

  it('follow the scroll: a field of 300 rows that begins far above the screen shows its middle', () => {
    const { from, to } = inSight({ top: -4050, height: 8100 }, 810, 300);
    expect(from).toBeLessThanOrEqual(150);
    expect(from).toBeGreaterThan(130);
    expect(to).toBeGreaterThanOrEqual(180);
    expect(to).toBeLessThan(200);
  });
});

describe('the ribbons in the page', () => {
  const at = new Map(Array.from({ length: 100 }, (_, row) => [String(row), row]));
  const ribbon = (left: number, right: number) => ({ left: String(left), right: String(right) });
  const placed = (...ribbons: readonly ReturnType<typeof ribbon>[]) =>
    ribbonsIn(ribbons, { leftAt: at, rightAt: at, sight: { from: 40, to: 60 } });

  it('begin or end in sight; those that only pass are thin, and the others are not there', () => {
    const { near, far } = placed(
      ribbon(50, 90),
      ribbon(5, 45),
      ribbon(10, 80),
      ribbon(70, 90),
      ribbon(0, 39),
    );
    expect(near.map(({ ribbon: { left } }) => left)).toEqual(['5', '50']);
    expect(far.map(({ ribbon: { left } }) => left)).toEqual(['10']);
  });

  it('a mentor’s ribbon is the same ribbon when its other end has moved', () => {
    expect(placed(ribbon(50, 55)).near[0]?.key).toBe(placed(ribbon(50, 41)).near[0]?.key);
  });
});
