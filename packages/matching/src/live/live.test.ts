import { describe, expect, it } from 'vitest';
import {
  EVERYDAY_RULES,
  EVERYTHING_COUNTS,
  makePerson,
  makeRandom,
  makeRound,
  NOW,
} from '../../bench/people.ts';
import type { PersonPair, Pin, Requirement, RoundInput, Rules } from '../model.ts';
import { matchRound } from '../round/round.ts';
import { openRound } from './open.ts';
import { withSettings } from './settings.ts';
import { answerOf } from './whole.ts';
import type { LiveSettings } from './words.ts';

const ROUNDS = process.env.PROVE === undefined ? 30 : 3000;
const STEPS = 8;

describe('a round changed by hand', () => {
  it(`shows pair for pair what matchRound makes of the same settings, over ${String(ROUNDS)} rounds of ${String(STEPS)} steps`, () => {
    const random = makeRandom(20261121);
    const seen = { pairs: 0, pinned: 0, conflicts: 0, leftOut: 0, otherAims: 0, moved: 0 };
    for (let n = 0; n < ROUNDS; n++) {
      const input = makeInput(random, n);
      const live = openRound(input);
      let settings: LiveSettings = { program: input.program, pins: [], bans: [], away: [] };
      let before = live.show(settings);
      for (let step = 0; step < STEPS; step++) {
        settings = change(settings, input, random);
        const shown = live.show(settings);
        const whole = answerOf(matchRound(withSettings(input, settings)));
        expect({ n, step, settings, shown }).toEqual({ n, step, settings, shown: whole });
        seen.pairs += shown.pairs.length;
        seen.pinned += shown.pairs.filter(({ pinned }) => pinned).length;
        seen.conflicts += shown.conflicts.length;
        seen.leftOut += shown.leftOut.newcomers.length + shown.leftOut.mentors.length;
        seen.otherAims += (settings.program.aim ?? 'most-people') === 'most-people' ? 0 : 1;
        seen.moved += JSON.stringify(before.pairs) === JSON.stringify(shown.pairs) ? 0 : 1;
        before = shown;
      }
    }
    /* The steps are varied enough to mean something. */
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(ROUNDS / 6);
  }, 3_600_000);

  it('tells what a pin would cost, and shows what it showed before', () => {
    const random = makeRandom(7);
    let possible = 0;
    for (let n = 0; n < ROUNDS; n++) {
      const input = makeInput(random, n);
      const live = openRound(input);
      let settings: LiveSettings = { program: input.program, pins: [], bans: [], away: [] };
      for (let step = 0; step < 3; step++) settings = change(settings, input, random);
      const shown = live.show(settings);
      const pair = pickPair(input, random);
      const effect = live.ifPinned(pair);
      const pinned = { ...settings, pins: [...settings.pins, { ...pair, reason: 'tried' }] };
      if (effect.change !== null) {
        possible++;
        const whole = answerOf(matchRound(withSettings(input, pinned)));
        expect(effect.change).toMatchObject({ before: shown.figures, after: whole.figures });
        const has =
          ({ newcomer, mentor }: PersonPair) =>
          (one: PersonPair) =>
            one.newcomer === newcomer && one.mentor === mentor;
        expect(effect.change.formed).toEqual(
          whole.pairs
            .filter((one) => !shown.pairs.some(has(one)))
            .map(({ newcomer, mentor }) => ({ newcomer, mentor })),
        );
      }
      expect(effect.obstacles.length > 0).toBe(
        effect.conflict === 'breaks-requirement' || (effect.conflict !== null && effect.obstacles.length > 0),
      );
      expect(live.show(settings)).toEqual(shown);
    }
    expect(possible).toBeGreaterThan(ROUNDS / 3);
  }, 3_600_000);

  it('refuses rules that make no sense, and goes on showing what it showed', () => {
    const input = makeRound(5, 12, 12);
    const live = openRound(input);
    const settings: LiveSettings = { program: input.program, pins: [], bans: [], away: [] };
    const shown = live.show(settings);
    const senseless: Rules = { ...input.program, preferences: [{ kind: 'age', weight: 11 }] };
    expect(() => live.show({ ...settings, program: senseless })).toThrow('bad-rule');
    expect(live.show(settings)).toEqual(shown);
  });

  it('leaves a round too large for a browser to the server', () => {
    const people = (letter: string) =>
      Array.from({ length: 1600 }, (_, n) => makePerson(`${letter}${String(n)}`));
    const input = {
      program: { requirements: [], preferences: [] },
      newcomers: people('n'),
      mentors: people('m'),
      now: NOW,
    };
    expect(() => openRound(input)).toThrow('too-large');
  });

  it('answers for nobody by nothing', () => {
    const input = makeRound(1, 0, 3);
    const shown = openRound(input).show({ program: input.program, pins: [], bans: [], away: ['m-0001'] });
    expect(shown.figures).toMatchObject({ people: 0, pairs: 0, total: 0, weakest: null, mean: null });
    expect(shown.leftOut.mentors).toEqual(['m-0000', 'm-0002']);
  });
});

function makeInput(random: () => number, n: number): RoundInput {
  const whole = (below: number): number => Math.floor(random() * below);
  const wide = n % 6 === 0;
  const input = makeRound(whole(1e6), 1 + whole(25), wide ? 70 + whole(20) : 1 + whole(25));
  return { ...input, program: { ...input.program, requirements: EVERYDAY_RULES.slice(0, whole(6)) } };
}

function pickPair({ newcomers, mentors }: RoundInput, random: () => number): PersonPair {
  const pick = (people: RoundInput['newcomers']): string =>
    people[Math.floor(random() * people.length)]?.id ?? '';
  return { newcomer: pick(newcomers), mentor: pick(mentors) };
}

const MOVED_LIMITS: readonly Requirement[] = [
  { kind: 'nearness', kilometres: 15, orRemote: false },
  { kind: 'common-time', halfHours: 6 },
  { kind: 'gender', side: 'mentor', allowed: ['woman'] },
  { kind: 'gender', side: 'newcomer', allowed: ['woman', 'man'] },
  { kind: 'age-span', years: 20 },
  { kind: 'language', common: 'B1', swedish: null },
];

function change(settings: LiveSettings, input: RoundInput, random: () => number): LiveSettings {
  const whole = (below: number): number => Math.floor(random() * below);
  const { program, pins, bans, away } = settings;
  const withRules = (rules: Partial<Rules>): LiveSettings => ({
    ...settings,
    program: { ...program, ...rules },
  });
  const draw = random();
  if (draw < 0.3) {
    const at = whole(EVERYTHING_COUNTS.length);
    return withRules({
      preferences: program.preferences.map((one, n) => (n === at ? { ...one, weight: whole(11) } : one)),
    });
  }
  if (draw < 0.5) {
    const one = MOVED_LIMITS[whole(MOVED_LIMITS.length)];
    const others = program.requirements.filter(({ kind }) => kind !== one?.kind);
    return withRules({ requirements: one === undefined || random() < 0.4 ? others : [...others, one] });
  }
  if (draw < 0.65) {
    const pin: Pin = { ...pickPair(input, random), reason: random() < 0.6 ? 'known' : null };
    return { ...settings, pins: random() < 0.3 ? pins.slice(1) : [...pins, pin] };
  }
  if (draw < 0.8) {
    const pair = pickPair(input, random);
    const ban = random() < 0.2 ? { newcomer: pair.mentor, mentor: pair.newcomer } : pair;
    return { ...settings, bans: random() < 0.3 ? bans.slice(1) : [...bans, ban] };
  }
  if (draw < 0.95) {
    const { newcomer, mentor } = pickPair(input, random);
    const one = random() < 0.5 ? newcomer : mentor;
    return { ...settings, away: random() < 0.4 ? away.slice(1) : [...away, one] };
  }
  return withRules({ aim: random() < 0.4 ? 'no-weak-pair' : 'most-people' });
}
