import type { Meeting } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { heldOf, planOf } from './meetings.ts';

const on = (date: string, status: Meeting['status']): Meeting => ({
  ...{ id: `${date}-${status}`, status, date, time: '18:00', way: 'walk', where: null },
  ...{ minutes: null, topics: [], note: null, mine: true, reportedBy: 'Samira' },
});
const TODAY = '2026-11-21';

describe('the meetings of a pair, as its page speaks of them', () => {
  it('asks first about a plan whose day went by, the latest of them', () => {
    const meetings = [
      on('2026-11-26', 'planned'),
      on('2026-11-10', 'planned'),
      on('2026-11-18', 'planned'),
      on('2026-11-20', 'held'),
    ];
    expect(planOf(meetings, TODAY)?.date).toBe('2026-11-18');
  });

  it('otherwise speaks of the nearest to come, today included', () => {
    expect(planOf([on('2026-12-01', 'planned'), on(TODAY, 'planned')], TODAY)?.date).toBe(TODAY);
    expect(planOf([on('2026-11-20', 'held')], TODAY)).toBeUndefined();
  });

  it('lists what was held or is in dispute, newest first', () => {
    const meetings = [on('2026-11-01', 'held'), on('2026-11-26', 'planned'), on('2026-11-10', 'disputed')];
    expect(heldOf(meetings).map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-01']);
  });
});
