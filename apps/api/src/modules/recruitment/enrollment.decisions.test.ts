import type { EnrollmentStatus } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { decideStatusAfter } from './enrollment.decisions.ts';

const CASES: readonly (readonly [
  current: EnrollmentStatus,
  livePairs: number,
  capacity: number,
  after: EnrollmentStatus,
])[] = [
  ['waiting', 0, 1, 'waiting'],
  ['waiting', 1, 1, 'matched'],
  ['waiting', 1, 2, 'waiting'],
  ['waiting', 2, 2, 'matched'],
  ['matched', 0, 1, 'waiting'],
  ['matched', 1, 2, 'waiting'],
  ['matched', 1, 1, 'matched'],
  ['matched', 3, 2, 'matched'],
  ['paused', 0, 1, 'paused'],
  ['withdrawn', 0, 1, 'withdrawn'],
  ['completed', 0, 1, 'completed'],
  ['applied', 0, 1, 'applied'],
];

describe('an enrollment after one of its pairs was made or closed', () => {
  it.each(CASES)('%s with %i live pairs of %i is %s', (current, livePairs, capacity, after) => {
    expect(decideStatusAfter({ current, livePairs, capacity })).toBe(after);
  });
});
