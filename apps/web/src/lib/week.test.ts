import { translateTo } from '@parvis/messages/all';
import { describe, expect, it } from 'vitest';
import { DAY_PARTS, readWeek, slotOf, slotsOfPart, spansOf, weekWords } from './week.ts';

const evening = DAY_PARTS[2] ?? { key: 'evening', from: 34, to: 42 };

describe('a week of half-hours', () => {
  it('joins neighbouring half-hours of a day and never two days', () => {
    expect(spansOf([35, 34, 47, 48])).toEqual([
      { day: 0, from: 34, to: 36 },
      { day: 0, from: 47, to: 48 },
      { day: 1, from: 0, to: 1 },
    ]);
  });

  it('is said with days of the same hours together', () => {
    const slots = [...slotsOfPart(1, evening), ...slotsOfPart(3, evening), slotOf(5, 18), slotOf(5, 19)];
    expect(weekWords(translateTo('sv'), 'sv', slots)).toBe(
      'tisdag och torsdag 17.00–21.00, lördag 9.00–10.00',
    );
  });

  it('is read from half-hours and, without JavaScript, from parts of days', () => {
    const sent: Record<string, string[]> = { time: ['34,35'], 'time-part': ['0:evening'] };
    const form = { list: (name: string) => sent[name] ?? [] };
    expect(readWeek(form, 'time')).toEqual([34, 35, 36, 37, 38, 39, 40, 41]);
  });
});
