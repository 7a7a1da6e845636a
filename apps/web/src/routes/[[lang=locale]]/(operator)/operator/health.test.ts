import { describe, expect, it } from 'vitest';
import { findWorries, type Machine } from './health.ts';

const WELL: Machine = {
  ...{
    version: '1',
    startedAt: '2026-11-21T08:00:00.000Z',
    migration: '0001',
    municipalities: 1,
    programs: 1,
  },
  ...{ accounts: 1, sessions: 1, roundsSolving: 0, lettersWaiting: 0, lettersFailed: 0 },
  ...{ oldestLetterWaiting: null, databaseBytes: 1e6, freeBytes: 5e10 },
};
const NOW = { readAt: '2026-11-21T12:00:00.000Z', demo: false };

describe('what the operator should look at', () => {
  it.each([
    ['nothing, when all is well', {}, []],
    ['letters that could not be sent', { lettersFailed: 1 }, ['failed']],
    [
      'a letter that has waited for more than an hour',
      { oldestLetterWaiting: '2026-11-21T10:59:00.000Z' },
      ['late'],
    ],
    ['not one that waits a moment', { oldestLetterWaiting: '2026-11-21T11:59:00.000Z' }, []],
    ['a disk with no room for a backup', { databaseBytes: 4e10 }, ['full']],
  ] as const)('%s', (_situation, changed, worries) => {
    expect(findWorries({ ...WELL, ...changed }, NOW)).toEqual(worries);
  });

  it('the demo’s letters wait on purpose', () => {
    const machine = { ...WELL, oldestLetterWaiting: '2026-11-01T10:00:00.000Z' };
    expect(findWorries(machine, { ...NOW, demo: true })).toEqual([]);
  });
});
