import { describe, expect, it } from 'vitest';
import { isRecent, sortItems, urgencyOfApplied, urgencyOfProposal, type Urgency } from './today.decisions.ts';

const now = '2026-11-21T09:00:00.000Z';

describe('how urgent it is', () => {
  it.each([
    ['2026-11-21T15:00:00.000Z', 'now'],
    ['2026-11-22T09:00:00.000Z', 'now'],
    ['2026-11-22T09:00:00.001Z', 'this-week'],
    ['2026-11-24T09:00:00.000Z', 'this-week'],
    ['2026-11-27T09:00:00.000Z', 'when-you-can'],
  ])('when a proposal is to be answered by %s: %s', (answerBy, urgency) => {
    expect(urgencyOfProposal(answerBy, now)).toBe(urgency);
  });

  it('grows for one who has waited a working week for a first talk', () => {
    expect([0, 4, 5, 6].map(urgencyOfApplied)).toEqual(['this-week', 'this-week', 'now', 'now']);
  });
});

it('a week ago is recent, longer ago is not', () => {
  expect(isRecent('2026-11-14T09:00:00.000Z', now)).toBe(true);
  expect(isRecent('2026-11-14T08:59:59.999Z', now)).toBe(false);
  expect(isRecent(null, now)).toBe(false);
});

it('sorts by urgency, then by what has waited longest; a day comes before the instants in it', () => {
  const waiting = (since: string, urgency: Urgency, number: number) => ({
    since,
    item: {
      kind: 'round-draft' as const,
      program: { programId: 'p', name: 'Kv(in)na', tint: 'plommon' as const },
      urgency,
      roundId: 'r',
      number,
      pairs: 1,
      leftOut: 0,
    },
  });
  const sorted = sortItems([
    waiting('2026-11-01', 'when-you-can', 5),
    waiting('2026-11-20T10:00:00.000Z', 'now', 2),
    waiting('2026-11-19', 'now', 1),
    waiting('2026-11-20T10:00:00.000Z', 'this-week', 4),
    waiting('2026-11-20', 'this-week', 3),
  ]);
  expect(sorted.map((item) => (item.kind === 'round-draft' ? item.number : 0))).toEqual([1, 2, 3, 4, 5]);
});
