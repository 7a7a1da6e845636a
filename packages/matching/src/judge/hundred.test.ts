import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofHundred, scoreOfHundred, sharesOfHundred } from './hundred.ts';
import { totalOf } from './score.ts';

describe('a score as people read it', () => {
  it('three equal weights become 34, 33 and 33 of 100', () => {
    const all = sharesOfHundred([
      { points: 100, of: 100 },
      { points: 100, of: 100 },
      { points: 50, of: 100 },
    ]);
    expect(all).toEqual([
      { points: 34, of: 34 },
      { points: 33, of: 33 },
      { points: 16, of: 33 },
    ]);
  });

  it('shares made when a full score was a thousand read the same', () => {
    const old = [
      { points: 170, of: 240 },
      { points: 760, of: 760 },
    ];
    expect(sharesOfHundred(old)).toEqual([
      { points: 17, of: 24 },
      { points: 76, of: 76 },
    ]);
    expect(scoreOfHundred(old)).toBe(93);
  });

  it('where nothing counts, nothing is given', () => {
    expect([sharesOfHundred([]), scoreOfHundred([]), ofHundred(0, 0)]).toEqual([[], 0, 0]);
  });

  it('its parts add up, and each is near what it stands for', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 100 }))
      .map(([weight, hundredths]) => ({ points: weight * hundredths, of: weight * 100 }));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 11 }), (shares) => {
        const shown = sharesOfHundred(shares);
        const full = shares.reduce((sum, { of }) => sum + of, 0);
        expect(totalOf(shown)).toBe(scoreOfHundred(shares));
        expect(shown.reduce((sum, { of }) => sum + of, 0)).toBe(100);
        for (const [at, { points, of }] of shown.entries()) {
          expect(points).toBeLessThanOrEqual(of);
          expect(Math.abs(of - (100 * (shares[at]?.of ?? 0)) / full)).toBeLessThan(1);
          expect(Math.abs(points - (100 * (shares[at]?.points ?? 0)) / full)).toBeLessThan(2);
        }
      }),
    );
  });
});
