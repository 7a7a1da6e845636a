import { describe, expect, it } from 'vitest';
import { settingsOf, turnsOf, undoes } from './deeds.ts';
import { layDeeds, layOn } from './lay.ts';
import { isSameSettings, withAim, withoutPerson, withWeight, type Settings } from './settings.ts';

const base: Settings = {
  program: {
    requirements: [{ kind: 'nearness', kilometres: 20, orRemote: true }],
    preferences: [
      { kind: 'nearness', weight: 4 },
      { kind: 'language', weight: 9 },
    ],
  },
  pins: [],
  bans: [],
  away: [],
};
const known = ['ada', 'bo', 'cia', 'dan'];
const ada = { newcomer: 'ada', mentor: 'bo' };
const cia = { newcomer: 'cia', mentor: 'dan' };
const pin = { ...ada, reason: null };

describe('changes that are not saved, when another has saved', () => {
  it('both keep what they changed', () => {
    const theirs = withWeight({ ...base, bans: [cia] }, 'language', 6);
    const mine = withAim(withWeight({ ...base, pins: [pin] }, 'nearness', 7), 'best-pairs');
    expect(layOn(theirs, { base, mine }, known)).toMatchObject({
      program: {
        aim: 'best-pairs',
        preferences: [
          { kind: 'nearness', weight: 7 },
          { kind: 'language', weight: 6 },
        ],
      },
      pins: [pin],
      bans: [cia],
    });
  });

  it('nothing changed leaves what the other saved', () => {
    const theirs = withoutPerson(withWeight(base, 'language', 6), 'dan');
    expect(isSameSettings(layOn(theirs, { base, mine: base }, known), theirs)).toBe(true);
  });

  it('nothing changed by the other leaves mine', () => {
    const mine = withoutPerson({ ...withWeight(base, 'language', 6), bans: [ada] }, 'dan');
    expect(isSameSettings(layOn(base, { base, mine }, known), mine)).toBe(true);
  });

  it('what I took away stays away', () => {
    const before = { ...base, pins: [pin], bans: [cia] };
    const mine = { ...base, program: { ...base.program, requirements: [] } };
    const theirs = withWeight(before, 'nearness', 1);
    const laid = layOn(theirs, { base: before, mine }, known);
    expect(laid).toMatchObject({ program: { requirements: [] }, pins: [], bans: [] });
  });

  it('where both changed the same weight, mine counts', () => {
    const laid = layOn(
      withWeight(base, 'language', 2),
      { base, mine: withWeight(base, 'language', 5) },
      known,
    );
    expect(laid.program.preferences).toContainEqual({ kind: 'language', weight: 5 });
  });

  it('two whom one locked and the other keeps apart are as I left them', () => {
    const apart = { ...base, bans: [ada] };
    const locked = { ...base, pins: [pin] };
    expect(layOn(apart, { base, mine: locked }, known)).toMatchObject({ pins: [pin], bans: [] });
    expect(layOn(locked, { base, mine: apart }, known)).toMatchObject({ pins: [], bans: [ada] });
  });

  it('nobody is locked who was taken out, or who has left the round', () => {
    const locked = { ...base, pins: [pin, { ...cia, reason: null }] };
    const laid = layOn(withoutPerson(base, 'bo'), { base, mine: locked }, ['ada', 'bo', 'cia']);
    expect(laid).toMatchObject({ pins: [], away: ['bo'] });
  });

  it('they are one step, and undone the round is as the other saved it', () => {
    const theirs = withWeight(base, 'language', 6);
    const people = known.map((id) => ({ id }));
    const deeds = layDeeds(theirs, { base, mine: withWeight(base, 'nearness', 7) }, people);
    expect(turnsOf(deeds).undo?.deed).toEqual({ what: 'laid' });
    expect(settingsOf(undoes(deeds))).toBe(theirs);
    expect(layDeeds(theirs, { base, mine: base }, people)).toMatchObject({ steps: [], done: 0 });
  });
});
