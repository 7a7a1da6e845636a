import { Refused, type MeetingStatus } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import {
  decideCancel,
  decideDispute,
  decideMeeting,
  decidePlan,
  decideSettlement,
  type KnownMeeting,
  type MeetingPair,
} from './meeting.decisions.ts';

const ACTIVE: MeetingPair = { status: 'active', startsOn: '2026-11-01', endsOn: '2027-05-01' };
const today = '2026-11-21';
const on = (date: string, status: MeetingStatus, reportedBy: string | null = 'amina'): KnownMeeting => ({
  id: `${status} ${date}`,
  status,
  date,
  reportedBy,
  disputedBy: null,
});

describe('logging a meeting', () => {
  it.each([
    ['today', ACTIVE, [], today, null],
    ['on the first day', ACTIVE, [], '2026-11-01', null],
    ['on a day when a meeting was taken away', ACTIVE, [on(today, 'cancelled')], today, null],
    [
      'before the pair began',
      ACTIVE,
      [],
      '2026-10-31',
      new Refused('meeting-before-pair', { date: '2026-11-01' }),
    ],
    ['in the future', ACTIVE, [], '2026-11-22', new Refused('meeting-in-future', { date: '2026-11-22' })],
    [
      'after the end',
      { ...ACTIVE, endsOn: '2026-11-10' },
      [],
      '2026-11-11',
      new Refused('meeting-after-end', { date: '2026-11-10' }),
    ],
    ['twice on a day', ACTIVE, [on(today, 'held')], today, new Refused('meeting-twice', { date: today })],
    [
      'on the day of a disputed one',
      ACTIVE,
      [on(today, 'disputed')],
      today,
      new Refused('meeting-twice', { date: today }),
    ],
    [
      'before both said yes',
      { status: 'proposed', startsOn: null, endsOn: null },
      [],
      today,
      new Refused('pair-not-active'),
    ],
    ['when the pair has ended', { ...ACTIVE, status: 'ended' }, [], today, new Refused('pair-ended')],
  ] as const)('%s', (_situation, pair, meetings, date, refusal) => {
    const log = () => decideMeeting({ pair, meetings, date, today });
    if (refusal === null) expect(log()).toEqual({ becomes: null });
    else expect(log).toThrow(expect.objectContaining({ code: refusal.code, facts: refusal.facts }));
  });

  it('is possible for a fortnight after the period, of days within it', () => {
    const pair = { ...ACTIVE, status: 'completed', endsOn: '2026-11-07' } as const;
    const log = (date: string, day = today) => decideMeeting({ pair, meetings: [], date, today: day });
    expect(log('2026-11-07')).toEqual({ becomes: null });
    expect(() => log('2026-11-08')).toThrow(expect.objectContaining({ code: 'meeting-after-end' }));
    expect(() => log('2026-11-07', '2026-11-22')).toThrow(new Refused('pair-ended'));
  });

  it('turns the plan of that day into the meeting', () => {
    const meetings = [on('2026-11-20', 'planned'), on(today, 'planned')];
    expect(decideMeeting({ pair: ACTIVE, meetings, date: today, today })).toEqual({
      becomes: `planned ${today}`,
    });
  });
});

describe('planning a meeting', () => {
  const NOW = { today, time: '12:00' };
  it.each([
    ['later today', ACTIVE, [], { date: today, time: '12:00' }, null],
    ['on the last day', ACTIVE, [], { date: '2027-05-01', time: '18:00' }, null],
    ['earlier today', ACTIVE, [], { date: today, time: '11:59' }, 'meeting-in-past'],
    ['yesterday', ACTIVE, [], { date: '2026-11-20', time: '18:00' }, 'meeting-in-past'],
    ['after the end', ACTIVE, [], { date: '2027-05-02', time: '18:00' }, 'meeting-after-end'],
    [
      'twice on a day',
      ACTIVE,
      [on('2026-12-01', 'planned')],
      { date: '2026-12-01', time: '18:00' },
      'meeting-twice',
    ],
    [
      'before both said yes',
      { status: 'proposed', startsOn: null, endsOn: null },
      [],
      { date: '2026-12-01', time: '18:00' },
      'pair-not-active',
    ],
    [
      'when the pair is over',
      { ...ACTIVE, status: 'completed' },
      [],
      { date: '2026-12-01', time: '18:00' },
      'pair-ended',
    ],
  ] as const)('%s', (_situation, pair, meetings, plan, code) => {
    const decide = () => decidePlan({ pair, meetings, plan, ...NOW });
    if (code === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(expect.objectContaining({ code }));
  });
});

describe('taking away a meeting', () => {
  it.each([
    ['a plan of the other', on(today, 'planned', 'lisbeth'), null],
    ['an own report', on(today, 'held'), null],
    ['a report of the other', on(today, 'held', 'lisbeth'), 'status-does-not-allow'],
    ['an own report that is disputed', on(today, 'disputed'), 'status-does-not-allow'],
    ['what is already away', on(today, 'cancelled'), 'status-does-not-allow'],
  ] as const)('%s', (_situation, meeting, code) => {
    const cancel = () => decideCancel({ pair: ACTIVE, meeting, personId: 'amina', today });
    if (code === null) expect(cancel).not.toThrow();
    else expect(cancel).toThrow(expect.objectContaining({ code }));
  });

  it('is not possible when the pair has ended', () => {
    const pair = { ...ACTIVE, status: 'ended' } as const;
    expect(() => decideCancel({ pair, meeting: on(today, 'planned'), personId: 'amina', today })).toThrow(
      new Refused('pair-ended'),
    );
  });
});

describe('saying that a report is not right', () => {
  it.each([
    ['the other’s report', ACTIVE, on(today, 'held', 'lisbeth'), null],
    ['a report of one who is no longer known', ACTIVE, on(today, 'held', null), null],
    ['an own report', ACTIVE, on(today, 'held'), 'meeting-own-report'],
    [
      'a second time',
      ACTIVE,
      { ...on(today, 'disputed', 'lisbeth'), disputedBy: 'amina' },
      'meeting-already-disputed',
    ],
    [
      'when staff have found that it was held',
      ACTIVE,
      { ...on(today, 'held', 'lisbeth'), disputedBy: 'amina' },
      'meeting-already-disputed',
    ],
    ['a plan', ACTIVE, on(today, 'planned', 'lisbeth'), 'status-does-not-allow'],
    ['when the pair has ended', { ...ACTIVE, status: 'ended' }, on(today, 'held', 'lisbeth'), 'pair-ended'],
  ] as const)('%s', (_situation, pair, meeting, code) => {
    const dispute = () => decideDispute({ pair, meeting, personId: 'amina', today });
    if (code === null) expect(dispute).not.toThrow();
    else expect(dispute).toThrow(expect.objectContaining({ code }));
  });
});

describe('settling a dispute', () => {
  it('makes the meeting held, or takes it away', () => {
    expect(decideSettlement(on(today, 'disputed'), 'held')).toBe('held');
    expect(decideSettlement(on(today, 'disputed'), 'not-held')).toBe('cancelled');
  });
  it.each(['planned', 'held', 'cancelled'] as const)('is refused for one that is %s', (status) => {
    expect(() => decideSettlement(on(today, status), 'held')).toThrow(
      expect.objectContaining({ code: 'status-does-not-allow' }),
    );
  });
});
