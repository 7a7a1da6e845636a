import { TEMPLATES, type MeetingStatus, type TemplateKey } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { daysSilent, decidePace, dueDays, progressOf, type Paced } from './pace.ts';
import { decideEndsOn } from './period.decisions.ts';

function paced(
  template: TemplateKey,
  {
    startsOn,
    today,
    held = [],
    others = [],
    status = 'active',
  }: {
    readonly startsOn: string;
    readonly today: string;
    readonly held?: readonly string[];
    readonly others?: readonly (readonly [MeetingStatus, string])[];
    readonly status?: Paced['pair']['status'];
  },
): Paced {
  const definition = TEMPLATES[template];
  const pair = { status, startsOn, endsOn: decideEndsOn(startsOn, definition.period) };
  const meetings = [
    ...held.map((date) => ({ status: 'held' as const, date })),
    ...others.map(([state, date]) => ({ status: state, date })),
  ];
  return { definition, pair, meetings, today };
}

describe('Kv(in)na: three meetings in six months', () => {
  const startsOn = '2026-01-15';

  it('asks for a meeting by two months, by four, and by the end', () => {
    expect(dueDays(paced('kvinna', { startsOn, today: startsOn }))).toEqual([
      '2026-03-16',
      '2026-05-16',
      '2026-07-15',
    ]);
  });

  it('says "1 of 3, 5 months left" a month in', () => {
    const progress = progressOf(paced('kvinna', { startsOn, today: '2026-02-14', held: ['2026-02-01'] }));
    expect(progress).toMatchObject({ held: 1, of: 3, left: { length: 5, unit: 'month' }, over: false });
  });

  it.each([
    ['2026-01-15', 6, 'month'],
    ['2026-02-20', 5, 'month'],
    ['2026-05-15', 2, 'month'],
    ['2026-05-16', 9, 'week'],
    ['2026-07-01', 2, 'week'],
    ['2026-07-02', 13, 'day'],
    ['2026-07-15', 0, 'day'],
    ['2026-09-01', 0, 'day'],
  ] as const)('on %s has %i %ss left', (today, length, unit) => {
    expect(progressOf(paced('kvinna', { startsOn, today }))?.left).toEqual({ length, unit });
  });

  it.each([
    ['just begun', '2026-01-15', [], [], 'on-pace'],
    ['two months without a meeting', '2026-03-16', [], [], 'on-pace'],
    ['a day more', '2026-03-17', [], [], 'behind'],
    ['three months without a meeting', '2026-04-17', [], [], 'silent'],
    ['the same with a plan', '2026-04-17', [], [['planned', '2026-04-20']], 'behind'],
    [
      'a plan gone by without a word is a sign of life',
      '2026-04-17',
      [],
      [['planned', '2026-03-01']],
      'behind',
    ],
    ['a cancelled plan is none', '2026-04-17', [], [['cancelled', '2026-03-01']], 'silent'],
    ['a disputed meeting does not count', '2026-03-17', [], [['disputed', '2026-03-01']], 'behind'],
    ['one of three after a month', '2026-02-14', ['2026-02-01'], [], 'on-pace'],
    ['one of three, and the second is due', '2026-04-30', ['2026-02-01'], [], 'on-pace'],
    ['one of three, quiet for three months', '2026-05-03', ['2026-02-01'], [], 'silent'],
    ['three of three half-way', '2026-04-01', ['2026-02-01', '2026-02-08', '2026-03-01'], [], 'finished'],
    ['two of three after the end', '2026-07-20', ['2026-06-01', '2026-07-01'], [], 'behind'],
  ] as const)('%s, on %s', (_situation, today, held, others, pace) => {
    expect(decidePace(paced('kvinna', { startsOn, today, held, others }))).toBe(pace);
  });

  it('lays three stones: held, next with the day agreed on, later', () => {
    const progress = progressOf(
      paced('kvinna', {
        startsOn,
        today: '2026-02-14',
        held: ['2026-02-01'],
        others: [['planned', '2026-03-01']],
      }),
    );
    expect(progress?.stones).toEqual([
      { state: 'held', date: '2026-02-01', due: '2026-03-16' },
      { state: 'next', date: '2026-03-01', due: '2026-05-16' },
      { state: 'later', date: null, due: '2026-07-15' },
    ]);
  });

  it('lays a stone more when they meet more often than asked', () => {
    const held = ['2026-02-01', '2026-02-08', '2026-03-01', '2026-03-08'];
    const progress = progressOf(
      paced('kvinna', { startsOn, today: '2026-03-10', held, others: [['planned', '2026-03-15']] }),
    );
    expect(progress?.stones.map(({ state }) => state)).toEqual(['held', 'held', 'held', 'held', 'next']);
    expect(progress).toMatchObject({ held: 4, of: 3 });
  });
});

describe('Nema problema: one meeting a month for eight months', () => {
  const startsOn = '2026-01-31';

  it('asks for a meeting in every month, the last day of the short ones', () => {
    expect(dueDays(paced('nema-problema', { startsOn, today: startsOn }))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
    ]);
  });

  it.each([
    ['2026-02-28', [], 'on-pace'],
    ['2026-03-01', [], 'behind'],
    ['2026-03-18', [], 'silent'],
    ['2026-04-01', ['2026-02-15', '2026-03-15'], 'on-pace'],
    ['2026-05-01', ['2026-02-15', '2026-03-20'], 'behind'],
    ['2026-05-10', ['2026-02-15', '2026-03-20'], 'silent'],
  ] as const)('on %s with %j is %s', (today, held, pace) => {
    expect(decidePace(paced('nema-problema', { startsOn, today, held }))).toBe(pace);
  });

  it('shows the late ones, then the next', () => {
    const progress = progressOf(
      paced('nema-problema', { startsOn, today: '2026-04-10', held: ['2026-02-15'] }),
    );
    expect(progress?.stones.map(({ state }) => state)).toEqual([
      'held',
      'late',
      'next',
      'later',
      'later',
      'later',
      'later',
      'later',
    ]);
  });

  it('a late meeting with a day agreed on is the next', () => {
    const progress = progressOf(
      paced('nema-problema', {
        startsOn,
        today: '2026-05-10',
        held: ['2026-02-15'],
        others: [['planned', '2026-05-12']],
      }),
    );
    expect(progress?.stones.slice(0, 5).map(({ state, date }) => [state, date])).toEqual([
      ['held', '2026-02-15'],
      ['next', '2026-05-12'],
      ['late', null],
      ['later', null],
      ['later', null],
    ]);
  });
});

describe('Språkvän: once a week for ten weeks', () => {
  it('is not called silent before three weeks, and counts in weeks', () => {
    const startsOn = '2026-11-02';
    const at = (today: string) => paced('sprakvan', { startsOn, today });
    expect(decidePace(at('2026-11-23'))).toBe('behind');
    expect(decidePace(at('2026-11-24'))).toBe('silent');
    expect(progressOf(at('2026-11-02'))?.left).toEqual({ length: 10, unit: 'week' });
  });
});

describe('a pair that is not going on', () => {
  const dates = { startsOn: '2026-01-15', today: '2026-02-01' };
  it.each([
    ['proposed', 'proposed'],
    ['declined', 'ended'],
    ['expired', 'ended'],
    ['ended', 'ended'],
    ['completed', 'finished'],
  ] as const)('%s is %s, and nobody counts its silence', (status, pace) => {
    expect(decidePace(paced('kvinna', { ...dates, status }))).toBe(pace);
    expect(daysSilent(paced('kvinna', { ...dates, status }))).toBeNull();
  });

  it('has no progress before both have said yes', () => {
    const { definition } = paced('kvinna', dates);
    const pair = { status: 'proposed', startsOn: null, endsOn: null } as const;
    expect(progressOf({ definition, pair, meetings: [], today: dates.today })).toBeNull();
  });
});

it('counts the days since the pair last met, or since it began', () => {
  const dates = { startsOn: '2026-01-15', today: '2026-02-15' };
  expect(daysSilent(paced('kvinna', dates))).toBe(31);
  expect(daysSilent(paced('kvinna', { ...dates, held: ['2026-02-01'] }))).toBe(14);
});
