import { describe, expect, it } from 'vitest';
import { limitGuesses, limitProblems } from './report.ts';

describe('a report of a very large file', () => {
  it('tells each kind of guess once, where it stands first', () => {
    const guesses = Array.from({ length: 3_000 }, (_, row) => ({
      row,
      column: 'Tider',
      value: 'helger',
      understood: `${row % 3}`,
    }));
    expect(limitGuesses(guesses).map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(limitGuesses(guesses.slice(0, 900))).toHaveLength(900);
  });

  it('leaves out no row that failed', () => {
    const problems = Array.from({ length: 60_000 }, (_, index) => ({
      row: Math.floor(index / 5),
      column: 'Yrke',
      value: 'x',
      problem: 'other',
      facts: {},
    }));
    const limited = limitProblems(problems);
    expect(limited).toHaveLength(24_000);
    expect(new Set(limited.map(({ row }) => row)).size).toBe(12_000);
    expect(limitProblems(problems.slice(0, 100))).toHaveLength(100);
  });
});
