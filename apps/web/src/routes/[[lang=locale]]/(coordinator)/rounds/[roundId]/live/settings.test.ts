import type { Requirement } from '@parvis/matching';
import { describe, expect, it } from 'vitest';
import {
  isSameSettings,
  listRules,
  stanceOf,
  weightIn,
  withAim,
  withoutPerson,
  withPersonBack,
  withStance,
  withWeight,
  type Settings,
} from './settings.ts';

const nearness: Requirement = { kind: 'nearness', kilometres: 20, orRemote: true };
const women: Requirement = { kind: 'gender', side: 'mentor', allowed: ['woman'] };
const time: Requirement = { kind: 'common-time', halfHours: 2 };
const settings: Settings = {
  program: {
    requirements: [women, nearness, time],
    preferences: [{ kind: 'nearness', weight: 3 }],
  },
  pins: [{ newcomer: 'n1', mentor: 'm1', reason: null }],
  bans: [],
  away: [],
};
const before = settings.program;
const withTime = (stance: 'must' | 'rather' | 'off') => withStance(settings, { rule: time, stance, before });

describe('a rule', () => {
  it('that need no longer hold weighs instead, with its weight or with one of its own', () => {
    const near = withStance(settings, { rule: nearness, stance: 'rather', before });
    expect(stanceOf(near.program, nearness)).toBe('rather');
    expect(weightIn(near.program, 'nearness')).toBe(3);
    expect(weightIn(withTime('rather').program, 'common-time')).toBe(5);
  });

  it('that is off neither holds nor weighs', () => {
    const off = withStance(settings, { rule: nearness, stance: 'off', before });
    expect(stanceOf(off.program, nearness)).toBe('off');
    expect(weightIn(off.program, 'nearness')).toBe(0);
  });

  it('that must hold again is as it was, in its place, and so are the weights', () => {
    const off = withStance(settings, { rule: nearness, stance: 'off', before });
    const again = withStance(off, { rule: nearness, stance: 'must', before });
    expect(again.program.requirements).toEqual(before.requirements);
    expect(isSameSettings(again, settings)).toBe(true);
  });

  it('that cannot be weighed is on or off', () => {
    const off = withStance(settings, { rule: women, stance: 'off', before });
    expect(stanceOf(off.program, women)).toBe('off');
  });

  it('that is off can still be found, with the limit it has where it holds', () => {
    const off = withStance(settings, { rule: nearness, stance: 'off', before });
    const wider = { ...off.program, requirements: [{ ...time, halfHours: 6 }] };
    expect(listRules(wider, before)).toEqual([women, nearness, { ...time, halfHours: 6 }]);
  });
});

describe('settings', () => {
  it('are the same in another order, with a weight of none, and with the aim unsaid', () => {
    const other: Settings = {
      ...settings,
      program: {
        requirements: [time, women, nearness],
        preferences: [
          { kind: 'age', weight: 0 },
          { kind: 'nearness', weight: 3 },
        ],
        aim: 'most-people',
      },
    };
    expect(isSameSettings(other, settings)).toBe(true);
  });

  it.each([
    ['a weight', withWeight(settings, 'nearness', 4)],
    ['the aim', withAim(settings, 'stable')],
    ['a lock', { ...settings, pins: [] }],
    ['the reason of a lock', { ...settings, pins: [{ newcomer: 'n1', mentor: 'm1', reason: 'the choir' }] }],
    ['a ban', { ...settings, bans: [{ newcomer: 'n2', mentor: 'm1' }] }],
    ['someone taken out', { ...settings, away: ['n2'] }],
    [
      'a limit',
      { ...settings, program: { ...before, requirements: [women, { ...nearness, kilometres: 9 }, time] } },
    ],
  ])('differ by %s', (_, other) => {
    expect(isSameSettings(other, settings)).toBe(false);
  });

  it('let go of the locks of someone who is taken out, once, and take her back', () => {
    const out = withoutPerson(withoutPerson(settings, 'm1'), 'm1');
    expect(out).toMatchObject({ away: ['m1'], pins: [] });
    expect(withPersonBack(out, 'm1').away).toEqual([]);
  });
});
