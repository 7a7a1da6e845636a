import { describe, expect, it } from 'vitest';
import { betterment, figuresOf } from './figures.ts';
import { countSame, listDifferences } from './variants.ts';

const pairs = (...keys: readonly string[]) => ({
  pairs: keys.map((key) => {
    const [newcomer = '', mentor = '', score = '0'] = key.split('.');
    return { newcomer, mentor, score: Number(score) };
  }),
});

describe('two variants', () => {
  const one = pairs('n1.m1.80', 'n2.m2.70', 'n3.m2.60');
  const other = pairs('n1.m1.85', 'n2.m3.75', 'n3.m2.60');

  it('differ in the mentors who meet someone else, in their order', () => {
    expect(listDifferences(one, other, ['m3', 'm2', 'm1'])).toEqual([
      { mentor: 'm3', one: [], other: [{ newcomer: 'n2', score: 75 }] },
      { mentor: 'm2', one: [{ newcomer: 'n2', score: 70 }], other: [] },
    ]);
  });

  it('have in common the pairs that both have, whatever their score', () => {
    expect(countSame(one, other)).toBe(2);
  });
});

describe('the figures of a round', () => {
  const said = { people: 4, total: 3070, pairs: 2, weakest: 1404, longestLeftOutWeeks: 3, fullScore: 2000 };

  it('are of a hundred, the mean with one decimal', () => {
    expect(figuresOf(said)).toEqual({ people: 4, mean: 76.8, weakest: 70, longestLeftOutWeeks: 3 });
  });

  it('a round without pairs has no mean', () => {
    expect(figuresOf({ ...said, pairs: 0, total: 0, weakest: null }).mean).toBeNull();
  });

  it('a shorter wait is better, and so are more people', () => {
    const before = figuresOf(said);
    const after = { ...before, longestLeftOutWeeks: 5, people: 6 };
    expect(betterment('longestLeftOutWeeks', before, after)).toBe(-1);
    expect(betterment('people', before, after)).toBe(1);
    expect(betterment('mean', before, after)).toBe(0);
  });
});
