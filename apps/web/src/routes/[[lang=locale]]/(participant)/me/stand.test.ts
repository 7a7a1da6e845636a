import { describe, expect, it } from 'vitest';
import { sortEnrollments, sortPairs, standOf, stepOf, type HomeEnrollment, type HomePair } from './stand.ts';

const pair = (status: HomePair['status'], answered: HomePair['answered'] = null): HomePair => ({
  pairId: `${status}-${answered ?? 'open'}`,
  status,
  otherName: 'Samira',
  answered,
  answerBy: '2026-11-28T22:59:00.000Z',
  held: 0,
  of: 3,
});
const enrollment = (
  status: HomeEnrollment['status'],
  pairs: readonly HomePair[] = [],
): Pick<HomeEnrollment, 'status' | 'pairs'> => ({ status, pairs });

describe('where a person stands', () => {
  it.each([
    ['a proposal to answer comes before a pair', 'matched', [pair('active'), pair('proposed')], 'proposed'],
    [
      'a pair comes before a proposal that is answered',
      'matched',
      [pair('proposed', 'yes'), pair('active')],
      'matched',
    ],
    ['one who has said yes waits for the other', 'matched', [pair('proposed', 'yes')], 'answered'],
    ['what is over says nothing of now', 'waiting', [pair('ended'), pair('declined', 'no')], 'waiting'],
    ['one who has paused is told so', 'paused', [], 'paused'],
  ] as const)('%s', (_situation, status, pairs, stand) => {
    expect(standOf(enrollment(status, pairs) as HomeEnrollment).stand).toBe(stand);
  });

  it('has a present step only on the way to a pair', () => {
    expect(stepOf('applied')).toBe('approved');
    expect(stepOf('waiting')).toBe('waiting');
    expect(stepOf('answered')).toBe('proposal');
    expect(stepOf('matched')).toBeNull();
    expect(stepOf('paused')).toBeNull();
  });

  it('what needs an answer stands first, among pairs and among programs', () => {
    const { live, over } = sortPairs([
      pair('ended'),
      pair('proposed', 'yes'),
      pair('active'),
      pair('proposed'),
    ]);
    expect(live.map(({ pairId }) => pairId)).toEqual(['proposed-open', 'active-open', 'proposed-yes']);
    expect(over.map(({ pairId }) => pairId)).toEqual(['ended-open']);
    const [first] = sortEnrollments([
      enrollment('waiting') as HomeEnrollment,
      enrollment('matched', [pair('proposed')]) as HomeEnrollment,
    ]);
    expect(first?.status).toBe('matched');
  });
});
