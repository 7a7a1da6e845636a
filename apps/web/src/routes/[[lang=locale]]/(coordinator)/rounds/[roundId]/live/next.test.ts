import type { NextBest } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';
import { describe, expect, it } from 'vitest';
import { differenceSentences, useSentences } from './next.ts';

const t = translateTo('en');
const names = { own: 'Gunilla', next: 'Åsa' };
const nobody: NextBest['use'] = { free: 0, pinned: 0, longerWaiting: 0, betterTogether: 0 };

describe('what made the difference to the next best', () => {
  it('is told by the three largest differences, each with whom it speaks for', () => {
    const difference = [
      { criterion: 'language', points: 20 },
      { criterion: 'nearness', points: -120 },
      { criterion: 'age', points: 10 },
      { criterion: 'common-time', points: 200 },
    ] as const;
    expect(differenceSentences(t, { difference }, { names, fullScore: 2000 })).toEqual([
      'Times that suit both: 10 more points with Gunilla',
      'Live near each other: 6 more points with Åsa',
      'Can talk with each other: 1 more point with Gunilla',
    ]);
  });

  it('is said to be nothing where no criterion comes to a point', () => {
    const difference = [{ criterion: 'language', points: 4 }] as const;
    expect(differenceSentences(t, { difference }, { names, fullScore: 2000 })).toEqual([t('next.same')]);
  });
});

describe('who has the place of the next best', () => {
  it('is told by each kind that there is', () => {
    const use = { free: 1, pinned: 1, longerWaiting: 2, betterTogether: 1 };
    expect(useSentences(t, { use }, { name: 'Åsa', aim: 'most-people' })).toEqual([
      'Åsa has one place free.',
      'Åsa is locked in another pair.',
      'Åsa meets 2 who have waited longer.',
      'Åsa meets someone else. That makes the whole round best.',
    ]);
  });

  it('is not told by waiting where waiting does not go first', () => {
    const use = { ...nobody, longerWaiting: 1, betterTogether: 1 };
    const by = (aim: 'best-pairs' | 'stable') => useSentences(t, { use }, { name: 'Åsa', aim });
    expect(by('best-pairs')).toEqual([t('next.better-together', { name: 'Åsa', count: 2 })]);
    expect(by('stable')).toEqual([t('next.nobody-would-swap', { name: 'Åsa', count: 2 })]);
  });
});
