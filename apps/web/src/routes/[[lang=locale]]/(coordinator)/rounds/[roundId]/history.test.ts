import { describe, expect, it } from 'vitest';
import { listDeeds, readHistory } from './history.ts';

type Steps = Parameters<typeof listDeeds>[0];
const step = (what: Steps[number]['what'], pair = ''): Steps[number] => {
  const [newcomer = null, mentor = null] = pair === '' ? [] : pair.split('.');
  return { at: '2026-11-23T07:12:00.000Z', by: 'Karin Ek', what, newcomer, mentor };
};
const pair = (key: string) => {
  const [newcomer = '', mentor = ''] = key.split('.');
  return { newcomer, mentor };
};
const pin = (key: string) => ({ ...pair(key), reason: null });
const solved = step('solved');

describe('undo and redo', () => {
  it('of a round that was only run lead nowhere', () => {
    expect(readHistory({ steps: [solved], pins: [], bans: [] })).toEqual({ undo: null, redo: null });
  });

  it('undo takes back the last deed and keeps the earlier one', () => {
    const steps = [solved, step('pinned', 'n1.m1'), solved, step('banned', 'n2.m2'), solved];
    const { undo } = readHistory({ steps, pins: [pin('n1.m1')], bans: [pair('n2.m2')] });
    expect(undo).toEqual({
      pins: [pin('n1.m1')],
      bans: [],
      deeds: [{ ...pair('n2.m2'), what: 'banned' }],
    });
  });

  it('undo goes on past what was undone, and redo comes back', () => {
    const steps = [
      solved,
      step('pinned', 'n1.m1'),
      solved,
      step('banned', 'n2.m2'),
      solved,
      step('unbanned', 'n2.m2'),
      solved,
    ];
    const { undo, redo } = readHistory({ steps, pins: [pin('n1.m1')], bans: [] });
    expect(undo).toMatchObject({ pins: [], bans: [] });
    expect(redo).toMatchObject({ pins: [pin('n1.m1')], bans: [pair('n2.m2')] });
  });

  it('a new deed after an undo forgets what could be done again', () => {
    const steps = [
      solved,
      step('pinned', 'n1.m1'),
      solved,
      step('unpinned', 'n1.m1'),
      solved,
      step('banned', 'n2.m2'),
      solved,
    ];
    const { undo, redo } = readHistory({ steps, pins: [], bans: [pair('n2.m2')] });
    expect(undo).toMatchObject({ pins: [], bans: [] });
    expect(redo).toBeNull();
  });

  it('solving anew without a deed changes nothing', () => {
    const steps = [solved, step('pinned', 'n1.m1'), solved, solved];
    expect(readHistory({ steps, pins: [pin('n1.m1')], bans: [] }).undo).toMatchObject({ pins: [] });
  });

  it('keep the written reason of a lock that stays', () => {
    const reason = 'They know each other from the choir.';
    const steps = [solved, step('pinned', 'n1.m1'), solved, step('banned', 'n2.m2'), solved];
    const { undo } = readHistory({
      steps,
      pins: [{ ...pair('n1.m1'), reason }],
      bans: [pair('n2.m2')],
    });
    expect(undo?.pins).toEqual([{ ...pair('n1.m1'), reason }]);
  });
});

describe('the list of what was done', () => {
  it('stands newest first, and names the solving only where nothing else was done', () => {
    const steps = [solved, step('unbanned', 'n1.m1'), step('pinned', 'n1.m1'), solved];
    expect(listDeeds(steps).map((group) => group.map(({ what }) => what))).toEqual([
      ['unbanned', 'pinned'],
      ['solved'],
    ]);
  });
});
