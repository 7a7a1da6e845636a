import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginDeeds, does, listDone, redoes, settingsBefore, settingsOf, turnsOf, undoes } from './deeds.ts';
import { withLimit, withWeight, type Deed, type Settings } from './settings.ts';

const start: Settings = {
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
const at = '2026-11-23T07:31:00.000Z';
const weigh = (deeds: ReturnType<typeof beginDeeds>, kind: 'nearness' | 'language', to: number) => {
  const now = settingsOf(deeds);
  const from = now.program.preferences.find((one) => one.kind === kind)?.weight ?? 0;
  return does(deeds, { deed: { what: 'weight', kind, from, to }, settings: withWeight(now, kind, to), at });
};

describe('what she has done', () => {
  it('a slider that is dragged on is one step, from where it stood', () => {
    const deeds = [5, 6, 7].reduce((so, to) => weigh(so, 'nearness', to), beginDeeds(start));
    expect(listDone(deeds).map(({ deed }) => deed)).toEqual([
      { what: 'weight', kind: 'nearness', from: 4, to: 7 },
    ]);
    expect(settingsBefore(deeds)).toBe(start);
  });

  it('a slider that comes back to where it stood is no step', () => {
    const deeds = weigh(weigh(beginDeeds(start), 'nearness', 8), 'nearness', 4);
    expect(deeds).toMatchObject({ steps: [], done: 0 });
  });

  it('a limit that is moved on is one step', () => {
    const [rule] = start.program.requirements;
    if (rule?.kind !== 'nearness') throw new Error('no limit');
    const move = (from: number, to: number): Deed => ({
      what: 'limit',
      rule: 'nearness',
      from: { ...rule, kilometres: from },
      to: { ...rule, kilometres: to },
    });
    const once = does(beginDeeds(start), {
      deed: move(20, 25),
      settings: withLimit(start, { ...rule, kilometres: 25 }),
      at,
    });
    const twice = does(once, {
      deed: move(25, 30),
      settings: withLimit(start, { ...rule, kilometres: 30 }),
      at,
    });
    expect(listDone(twice).map(({ deed }) => deed)).toEqual([move(20, 30)]);
  });

  it('undo takes back the last step, redo does it again, and a new step forgets what was undone', () => {
    const two = weigh(weigh(beginDeeds(start), 'nearness', 8), 'language', 2);
    const one = undoes(two);
    expect(turnsOf(one).redo?.deed).toMatchObject({ kind: 'language', from: 9, to: 2 });
    expect(settingsOf(redoes(one))).toEqual(settingsOf(two));
    const other = weigh(undoes(one), 'language', 5);
    expect(turnsOf(other)).toMatchObject({ undo: { deed: { to: 5 } }, redo: null });
  });

  it('as many undos as steps lead back to the start, and as many redos to the end', () => {
    const step = fc.record({
      kind: fc.constantFrom('nearness' as const, 'language' as const),
      to: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const done = steps.reduce((so, { kind, to }) => weigh(so, kind, to), beginDeeds(start));
        const back = steps.reduce(undoes, done);
        expect(settingsOf(back)).toBe(start);
        expect(settingsOf(steps.reduce(redoes, back))).toBe(settingsOf(done));
      }),
    );
  });
});
