import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePerson, makeRound, NOW } from '../../bench/people.ts';
import { FEWEST_TOLD, matchRound, reportFairness } from '../index.ts';
import type { FairnessReport, FairnessTable, Person, RoundInput } from '../index.ts';
import { hideRows, type Split } from './hidden.ts';

const IS_WHOLE = process.env['PROVE'] !== undefined;
const OPEN = { program: { requirements: [], preferences: [] }, now: NOW };

function people(letter: string, count: number, of: (n: number) => Partial<Person>): readonly Person[] {
  return Array.from({ length: count }, (_, n) => makePerson(`${letter}${String(n).padStart(3, '0')}`, of(n)));
}

function tableOf({ tables }: FairnessReport, side: string, by: string): FairnessTable['rows'] {
  return tables.find((table) => table.side === side && table.by === by)?.rows ?? [];
}

describe('the fairness report', () => {
  it('tells paired and waiting by group where both are large enough', () => {
    const input: RoundInput = {
      ...OPEN,
      newcomers: people('n', 30, (n) => ({
        gender: n % 2 === 0 ? 'woman' : 'man',
        birthYear: n % 2 === 0 ? 1990 : 1960,
        languages: [{ language: n % 2 === 0 ? 'ti' : 'ar', level: 'C2' }],
        waitingSince: n < 15 ? '2025-12-01' : '2026-02-23',
      })),
      mentors: people('m', 15, () => ({})),
    };
    const report = reportFairness(input, matchRound(input));
    const both = (paired: number | null, waiting: number | null): object => ({ paired, waiting });
    expect(tableOf(report, 'both', 'side')).toEqual([
      { group: { is: 'code', code: 'newcomer' }, ...both(15, 15) },
      { group: { is: 'code', code: 'mentor' }, ...both(null, null) },
    ]);
    expect(tableOf(report, 'newcomer', 'gender')).toEqual([
      { group: { is: 'code', code: 'man' }, ...both(7, 8) },
      { group: { is: 'code', code: 'woman' }, ...both(8, 7) },
    ]);
    expect(tableOf(report, 'newcomer', 'age')).toEqual([
      { group: { is: 'range', from: 35, to: 44 }, ...both(8, 7) },
      { group: { is: 'range', from: 65, to: null }, ...both(7, 8) },
    ]);
    // Those who waited longest are all paired: that nobody of them waits is a small number too.
    expect(tableOf(report, 'newcomer', 'weeks')).toEqual([
      { group: { is: 'range', from: 0, to: 3 }, ...both(null, null) },
      { group: { is: 'range', from: 13, to: 25 }, ...both(null, null) },
    ]);
  });

  it('tells languages and municipalities of few people together', () => {
    const tongues = ['ti', 'so', 'so', 'fa', 'fa', 'prs', 'uk', 'uk', 'ku', 'ku'];
    const input: RoundInput = {
      ...OPEN,
      newcomers: people('n', 20, (n) => ({
        languages: [{ language: tongues[n] ?? 'ar', level: 'C2' }],
      })),
      mentors: people('m', 10, () => ({})),
    };
    const rows = tableOf(reportFairness(input, matchRound(input)), 'newcomer', 'language');
    expect(rows.map(({ group }) => group)).toEqual([{ is: 'code', code: 'ar' }, { is: 'others' }]);
  });

  it('names those passed over more than once, most often first', () => {
    const input: RoundInput = {
      ...OPEN,
      newcomers: people('n', 4, (n) => ({ waitingSince: n === 3 ? '2025-12-01' : '2026-02-02' })),
      mentors: people('m', 1, () => ({})),
    };
    const report = reportFairness(input, matchRound(input), { n000: 1, n001: 2, n003: 5, gone: 3 });
    expect(report.passedOver).toEqual([
      { id: 'n001', side: 'newcomer', weeksWaiting: 4, times: 3 },
      { id: 'n000', side: 'newcomer', weeksWaiting: 4, times: 2 },
    ]);
  });

  it('never tells a small number, and each hidden number could be several others, whatever is subtracted', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 30 }));
    const split = fc.record({ paired: cell, waiting: cell }).filter((row) => row.paired + row.waiting > 0);
    fc.assert(fc.property(fc.array(split, { minLength: 1, maxLength: 6 }), checkHidden), {
      numRuns: IS_WHOLE ? 100_000 : 1000,
    });
  });

  it('adds up on generated rounds: rows that are told never exceed a side, and the sides are those of the round', () => {
    for (let seed = 0; seed < 10; seed++) {
      const input = makeRound(seed, 120, 80);
      const result = matchRound(input);
      const waiting = result.leftOut.filter(({ side }) => side === 'newcomer').length;
      const report = reportFairness(input, result);
      expect(tableOf(report, 'both', 'side')[0]).toMatchObject({ waiting, paired: 120 - waiting });
      for (const { side, rows } of report.tables) {
        if (side !== 'newcomer' || rows.some((row) => row.waiting === null)) continue;
        expect(rows.reduce((sum, row) => sum + (row.waiting ?? 0), 0)).toBe(waiting);
      }
    }
  });
});

/* Someone knows the side's sums when they are told, and every row that is told; what can the others be? */
function checkHidden(rows: readonly Split[]): void {
  const hidden = hideRows(rows);
  for (const of of ['paired', 'waiting'] as const) {
    const told = rows.filter((_, at) => !hidden[at]);
    expect(told.every((row) => row[of] >= FEWEST_TOLD)).toBe(true);
    const side = rows.reduce((sum, row) => sum + row[of], 0);
    const isSideTold = (['paired', 'waiting'] as const).every(
      (one) => rows.reduce((sum, row) => sum + row[one], 0) >= FEWEST_TOLD,
    );
    const gone = rows.filter((_, at) => hidden[at]);
    if (!isSideTold || gone.length === 0) continue;
    const rest = side - told.reduce((sum, row) => sum + row[of], 0);
    // One hidden row would be the rest itself; two or more share it in rest + 1 ways or more.
    expect(gone.length).toBeGreaterThanOrEqual(2);
    expect(rest).toBeGreaterThanOrEqual(FEWEST_TOLD);
  }
}
