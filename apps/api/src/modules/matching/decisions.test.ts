import { LIMITS, type RoundStatus } from '@parvis/contracts';
import type { PinConflict, RoundResult } from '@parvis/matching';
import { describe, expect, it } from 'vitest';
import { compareResults } from './change.decisions.ts';
import { decideByHand, keepKnown, listSteps, tidyByHand } from './pins.decisions.ts';
import { decideAnswerBy, decidePublish } from './publish.decisions.ts';
import {
  decideDiscard,
  decideOnDraft,
  decidePatience,
  decideRun,
  decideTrial,
  MOST_PAIRS_AT_ONCE,
} from './round.decisions.ts';
import { isOutdated, type Stamp, type Stamps } from './standing.decisions.ts';

/** What a decision says: its refusal's code, or yes. */
function said(decide: () => void): string {
  try {
    decide();
    return 'yes';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const result: RoundResult = {
  pairs: [],
  leftOut: [],
  conflicts: [],
  certificate: { matched: 0, people: 0, total: 0, optimal: true, prices: { newcomers: [], mentors: [] } },
  fullScore: 1000,
  engine: 'parvis-2',
};
function pairOf(newcomer: string, mentor: string, score = 500): RoundResult['pairs'][number] {
  return { newcomer, mentor, score, reasons: [], pinned: false, overrides: [], pinReason: null };
}

describe('running a round', () => {
  it('needs that none is open, and not too many people', () => {
    expect(said(() => decideRun({ open: null, people: LIMITS.roundPeople }))).toBe('yes');
    expect(said(() => decideRun({ open: 'r1', people: 2 }))).toBe('round-open');
    expect(said(() => decideRun({ open: null, people: LIMITS.roundPeople + 1 }))).toBe('round-too-large');
  });

  it('answers a small one at once, solves a large one in the background, and tries no pin in a huge one', () => {
    const pool = (side: number) => ({ newcomers: Array(side).fill(0), mentors: Array(side).fill(0) });
    expect(decidePatience(pool(Math.sqrt(MOST_PAIRS_AT_ONCE)))).toBe('while-asked');
    expect(decidePatience(pool(Math.sqrt(MOST_PAIRS_AT_ONCE) + 1))).toBe('in-background');
    expect([decideTrial(pool(1000)), decideTrial(pool(2000))]).toEqual([true, false]);
  });
});

describe('a round that is changed, published or thrown away', () => {
  const cases: readonly (readonly [
    RoundStatus,
    seen: number,
    change: string,
    publish: string,
    discard: string,
  ])[] = [
    ['draft', 3, 'yes', 'yes', 'yes'],
    ['draft', 2, 'changed-meanwhile', 'changed-meanwhile', 'changed-meanwhile'],
    ['solving', 3, 'round-still-solving', 'round-still-solving', 'yes'],
    ['published', 3, 'round-not-draft', 'round-not-draft', 'round-not-draft'],
    ['discarded', 3, 'round-not-draft', 'round-not-draft', 'round-not-draft'],
    ['failed', 3, 'round-not-draft', 'round-not-draft', 'round-not-draft'],
  ];
  for (const [status, seen, change, publish, discard] of cases) {
    it(`${status} at version 3, seen at ${seen}: ${change}, ${publish}, ${discard}`, () => {
      const round = { status, version: 3 };
      const pairs = [pairOf('n1', 'm1')];
      expect(said(() => decideOnDraft(round, seen))).toBe(change);
      expect(said(() => decidePublish({ round, seen, pairs, outdated: 'no' }))).toBe(publish);
      expect(said(() => decideDiscard(round, seen))).toBe(discard);
    });
  }

  it('is not published when outdated, nor without pairs', () => {
    const round = { status: 'draft' as const, version: 3 };
    const pairs = [pairOf('n1', 'm1')];
    expect(said(() => decidePublish({ round, seen: 3, pairs, outdated: 'yes' }))).toBe('round-outdated');
    expect(said(() => decidePublish({ round, seen: 3, pairs: [], outdated: 'no' }))).toBe('round-empty');
  });

  it('gives its pairs the days that the program says', () => {
    expect(decideAnswerBy('2026-11-21T09:00:00.000Z', 7)).toBe('2026-11-28T09:00:00.000Z');
  });
});

describe('a round against the world of now', () => {
  const stamp: Stamp = { person: 1, enrollment: 1, room: 1 };
  const stamps = (changes: Partial<Stamp> | null = {}): Stamps =>
    new Map([
      ['n1', changes === null ? null : { ...stamp, ...changes }],
      ['m1', stamp],
    ]);
  const pair = { newcomer: 'n1', mentor: 'm1' };
  const then = { programVersion: 1, stamps: stamps(), pairs: [pair], history: [] };
  const now = { version: 1, stamps: stamps(), earlierPairs: [] };
  const earlier = [{ newcomer: 'm1', mentor: 'n1' }];
  const cases: readonly (readonly [string, boolean, Parameters<typeof isOutdated>])[] = [
    ['nothing has happened', false, [then, now]],
    ['someone has come', false, [then, { ...now, stamps: new Map([...stamps(), ['n2', stamp]]) }]],
    ['the rules were changed', true, [then, { ...now, version: 2 }]],
    ['a person has changed', true, [then, { ...now, stamps: stamps({ person: 2 }) }]],
    ['an enrollment has changed', true, [then, { ...now, stamps: stamps({ enrollment: 2 }) }]],
    ['a place was taken', true, [then, { ...now, stamps: stamps({ room: 0 }) }]],
    ['someone has left', true, [then, { ...now, stamps: new Map([['m1', stamp]]) }]],
    ['someone came between two readings', true, [{ ...then, stamps: stamps(null) }, now]],
    ['the two were a pair elsewhere since', true, [then, { ...now, earlierPairs: earlier }]],
    [
      'the two were a pair before, and it was known',
      false,
      [
        { ...then, history: earlier },
        { ...now, earlierPairs: earlier },
      ],
    ],
    [
      'others were a pair elsewhere',
      false,
      [then, { ...now, earlierPairs: [{ newcomer: 'n1', mentor: 'm9' }] }],
    ],
  ];
  for (const [what, outdated, [before, after]] of cases) {
    it(`${outdated ? 'is outdated' : 'still stands'} when ${what}`, () => {
      expect(isOutdated(before, after)).toBe(outdated);
    });
  }
});

describe('pins and bans', () => {
  const pair = { newcomer: 'n1', mentor: 'm1' };
  const known = { newcomers: new Set(['n1', 'n2']), mentors: new Set(['m1']) };
  const nothing = { pins: [], bans: [] };
  const conflict = (code: PinConflict['code']): PinConflict => ({ ...pair, code, obstacles: [] });

  it('count once each, the last word holding, in an order of their own', () => {
    const tidy = tidyByHand({
      pins: [
        { newcomer: 'n2', mentor: 'm1', reason: null },
        { ...pair, reason: null },
        { ...pair, reason: 'They know each other.' },
      ],
      bans: [pair, pair],
    });
    expect(tidy).toEqual({
      pins: [
        { ...pair, reason: 'They know each other.' },
        { newcomer: 'n2', mentor: 'm1', reason: null },
      ],
      bans: [pair],
    });
  });

  const codes = [
    ['unknown-person', 'pin-unknown-person'],
    ['breaks-requirement', 'pin-breaks-requirement'],
    ['over-capacity', 'pin-over-capacity'],
    ['also-banned', 'pin-also-banned'],
  ] as const;
  for (const [code, refusal] of codes) {
    it(`are refused as ${refusal}, unless the round had shown it before or the pin is excused`, () => {
      const given = { pins: [{ ...pair, reason: null }], bans: [] };
      const facts = { given, known, conflicts: [conflict(code)], excused: [] };
      expect(said(() => decideByHand({ ...facts, before: { ...nothing, conflicts: [] } }))).toBe(refusal);
      const shown = { ...nothing, conflicts: [conflict(code)] };
      expect(said(() => decideByHand({ ...facts, before: shown }))).toBe('yes');
      const excused = given.pins;
      expect(said(() => decideByHand({ ...facts, before: { ...nothing, conflicts: [] }, excused }))).toBe(
        'yes',
      );
    });
  }

  it('on one who has left are dropped, and no new one is taken', () => {
    const bans = [{ newcomer: 'n9', mentor: 'm1' }, pair];
    const given = { pins: [], bans };
    const before = { ...nothing, conflicts: [] };
    expect(said(() => decideByHand({ given, known, before, conflicts: [], excused: [] }))).toBe(
      'pin-unknown-person',
    );
    const old = { ...before, bans };
    expect(said(() => decideByHand({ given, known, before: old, conflicts: [], excused: [] }))).toBe('yes');
    expect(keepKnown(given, known).bans).toEqual([pair]);
  });

  it('leave their steps behind, in the order in which they take hold', () => {
    const before = { pins: [{ ...pair, reason: null }], bans: [{ newcomer: 'n2', mentor: 'm1' }] };
    const after = { pins: [{ ...pair, reason: 'Asked for it.' }], bans: [pair] };
    const steps = listSteps({ before, after, by: 'a1', at: '2026-11-21T09:00:00.000Z' });
    expect(steps.map(({ what, newcomer }) => [what, newcomer])).toEqual([
      ['unpinned', 'n1'],
      ['unbanned', 'n2'],
      ['pinned', 'n1'],
      ['banned', 'n1'],
      ['solved', null],
    ]);
  });
});

describe('what a step changed', () => {
  it('is told in pairs and in figures', () => {
    const before = { ...result, pairs: [pairOf('n1', 'm1', 700), pairOf('n2', 'm2', 300)] };
    const after = {
      ...result,
      pairs: [pairOf('n1', 'm2', 400), pairOf('n2', 'm2', 300)],
      leftOut: [{ id: 'm1', side: 'mentor' as const, weeksWaiting: 9, reasons: [] }],
    };
    expect(compareResults(before, after)).toMatchObject({
      formed: [{ newcomer: 'n1', mentor: 'm2' }],
      parted: [{ newcomer: 'n1', mentor: 'm1' }],
      before: { weakest: 300, longestLeftOutWeeks: null },
      after: { weakest: 300, longestLeftOutWeeks: 9 },
    });
    expect(compareResults(result, result).after).toMatchObject({ weakest: null, longestLeftOutWeeks: null });
  });
});
