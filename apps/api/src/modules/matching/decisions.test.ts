import {
  LIMITS,
  Refused,
  type EnrollmentStatus,
  type PersonChange,
  type RoundStatus,
} from '@parvis/contracts';
import type { Person, PinConflict, RoundInput, RoundResult, Rules } from '@parvis/matching';
import { describe, expect, it } from 'vitest';
import { compareResults } from './change.decisions.ts';
import { decideByHand, keepKnown, listSteps, tidyByHand } from './pins.decisions.ts';
import { decideAnswerBy, decidePublish } from './publish.decisions.ts';
import {
  decideDiscard,
  decideOnDraft,
  decidePatience,
  decideRun,
  decideStop,
  decideTrial,
  MOST_PAIRS_AT_ONCE,
} from './round.decisions.ts';
import { inShape, isSame, listDeeds, shapeOf, solvedFrom } from './shape.decisions.ts';
import { findDifference, type Stamp, type Stamps } from './standing.decisions.ts';

/** What a decision says: its refusal's code, or yes. */
function said(decide: () => void): string {
  try {
    decide();
    return 'yes';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refusal(decide: () => void): unknown {
  try {
    decide();
    return null;
  } catch (error) {
    return error;
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
      expect(said(() => decidePublish({ round, seen, pairs, difference: null }))).toBe(publish);
      expect(said(() => decideDiscard(round, seen))).toBe(discard);
      const stop = status !== 'solving' ? 'round-not-solving' : seen === 3 ? 'yes' : 'changed-meanwhile';
      expect(said(() => decideStop(round, seen))).toBe(stop);
    });
  }

  it('is not published when outdated, nor without pairs', () => {
    const round = { status: 'draft' as const, version: 3 };
    const pairs = [pairOf('n1', 'm1')];
    const difference = {
      program: true,
      people: [{ id: 'n1', name: 'Amina', what: 'paused' as const }],
      pairs: [{ newcomer: 'n2', mentor: 'm2' }],
    };
    expect(refusal(() => decidePublish({ round, seen: 3, pairs, difference }))).toEqual(
      new Refused('round-outdated', {
        program: true,
        people: ['n1'],
        changes: ['paused'],
        pairs: ['n2 m2'],
      }),
    );
    expect(said(() => decidePublish({ round, seen: 3, pairs: [], difference: null }))).toBe('round-empty');
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
  const statuses: ReadonlyMap<string, EnrollmentStatus> = new Map([
    ['n1', 'waiting'],
    ['m1', 'waiting'],
  ]);
  const now = { version: 1, stamps: stamps(), statuses, earlierPairs: [] };
  const earlier = [{ newcomer: 'm1', mentor: 'n1' }];
  type Worlds = Parameters<typeof findDifference>;
  const still: readonly (readonly [string, Worlds])[] = [
    ['nothing has happened', [then, now]],
    ['someone has come', [then, { ...now, stamps: new Map([...stamps(), ['n2', stamp]]) }]],
    [
      'the two were a pair before, and it was known',
      [
        { ...then, history: earlier },
        { ...now, earlierPairs: earlier },
      ],
    ],
    ['others were a pair elsewhere', [then, { ...now, earlierPairs: [{ newcomer: 'n1', mentor: 'm9' }] }]],
  ];
  for (const [what, worlds] of still) {
    it(`still stands when ${what}`, () => {
      expect(findDifference(...worlds)).toBe(null);
    });
  }

  it('has been left behind when the program was changed, or two of it have been a pair elsewhere since', () => {
    const none = { program: false, people: [], pairs: [] };
    expect(findDifference(then, { ...now, version: 2 })).toEqual({ ...none, program: true });
    expect(findDifference(then, { ...now, earlierPairs: earlier })).toEqual({ ...none, pairs: [pair] });
  });

  const left = (status: EnrollmentStatus | null) => ({
    ...now,
    stamps: new Map([['m1', stamp]]),
    statuses: new Map(status === null ? [] : [['n1', status]]),
  });
  const changes: readonly (readonly [string, PersonChange, Worlds])[] = [
    ['who has changed her answers', 'changed', [then, { ...now, stamps: stamps({ person: 2 }) }]],
    ['who takes part in another way', 'changed', [then, { ...now, stamps: stamps({ enrollment: 2 }) }]],
    ['who came between two readings', 'changed', [{ ...then, stamps: stamps(null) }, now]],
    ['with a place less', 'paired', [then, { ...now, stamps: stamps({ room: 0 }) }]],
    ['with no place left', 'paired', [then, left('waiting')]],
    ['who was paired', 'paired', [then, left('matched')]],
    ['who is paused', 'paused', [then, left('paused')]],
    ['who has withdrawn', 'withdrawn', [then, left('withdrawn')]],
    ['who is done', 'not-waiting', [then, left('completed')]],
    ['who is not in the program any more', 'gone', [then, left(null)]],
  ];
  for (const [who, what, worlds] of changes) {
    it(`names one ${who}: ${what}`, () => {
      expect(findDifference(...worlds)).toEqual({ program: false, people: [{ id: 'n1', what }], pairs: [] });
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

describe('the shape of a draft', () => {
  const person = (id: string): Person => ({
    ...{ id, gender: null, birthYear: null, municipality: '0162', place: null, languages: [] },
    ...{ educations: [], occupations: [], availability: [], ways: [], maxKilometres: null, interests: [] },
    ...{ capacity: 1, waitingSince: '2026-01-01', household: null, wishes: [], neverWith: [] },
  });
  const rules: Rules = {
    requirements: [{ kind: 'age-span', years: 10 }],
    preferences: [{ kind: 'age', weight: 3 }],
  };
  const snapshot: RoundInput = {
    program: rules,
    newcomers: [person('n1'), person('n2')],
    mentors: [person('m1')],
    now: '2026-11-21',
  };
  const plain = shapeOf({ snapshot, away: [] });
  const at = '2026-11-21T09:00:00.000Z';

  it('takes people out, each once and only those who are there, and keeps them in the snapshot', () => {
    const shaped = inShape(snapshot, { ...plain, away: ['n2', 'n9', 'n2', 'm1'] });
    expect(shaped.away).toEqual(['m1', 'n2']);
    expect(shaped.snapshot.newcomers).toHaveLength(2);
    const { newcomers, mentors } = solvedFrom(shaped);
    expect([newcomers.map(({ id }) => id), mentors]).toEqual([['n1'], []]);
  });

  it('leaves the deeds behind that lead to it, each with what it was and what it is', () => {
    const after = inShape(snapshot, {
      ...plain,
      rules: {
        requirements: [
          { kind: 'age-span', years: 12 },
          { kind: 'common-time', halfHours: 2 },
        ],
        preferences: [{ kind: 'language', weight: 5 }],
        aim: 'stable',
        keepScarce: true,
      },
      away: ['n2'],
    });
    const deeds = listDeeds({ before: plain, after: shapeOf(after), by: 'a1', at });
    const told = deeds.map(({ what, facts }) => [what, facts]);
    const span = { kind: 'age-span', years: 12 };
    expect(told).toEqual([
      ['weighed', { about: 'weight', criterion: 'language', from: 0, to: 5 }],
      ['weighed', { about: 'weight', criterion: 'age', from: 3, to: 0 }],
      ['rule-changed', { about: 'rule', from: { kind: 'age-span', years: 10 }, to: span }],
      ['rule-changed', { about: 'rule', from: null, to: { kind: 'common-time', halfHours: 2 } }],
      ['aim-chosen', { about: 'aim', from: 'most-people', to: 'stable' }],
      ['scarce-switched', { about: 'scarce', from: 'free', to: 'kept' }],
      ['taken-out', { about: 'person', id: 'n2' }],
      ['solved', undefined],
    ]);
    const back = listDeeds({ before: shapeOf(after), after: plain, by: 'a1', at });
    expect(back.map(({ what }) => what)).toContain('put-back');
  });

  it('is the same whatever the order of its keys, and tells nothing when nothing was done', () => {
    expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSame([], {})).toBe(false);
    expect(listDeeds({ before: plain, after: plain, by: null, at }).map(({ what }) => what)).toEqual([
      'solved',
    ]);
  });
});
