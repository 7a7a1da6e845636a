import { openRound, type Person, type PersonPair, type RoundInput } from '@parvis/matching';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../byhand.ts';
import { findSwap } from './swap.ts';

const person = (id: string, latitude: number, more: Partial<Person> = {}): Person => ({
  id,
  gender: null,
  birthYear: 1990,
  municipality: '0162',
  place: { latitude, longitude: 18 },
  languages: [{ language: 'sv', level: 'B1' }],
  educations: [],
  occupations: [],
  availability: [36, 37],
  ways: ['walk'],
  maxKilometres: null,
  interests: [],
  capacity: 1,
  waitingSince: '2026-01-05',
  household: null,
  wishes: [],
  neverWith: [],
  ...more,
});
const input: RoundInput = {
  program: { requirements: [], preferences: [{ kind: 'nearness', weight: 5 }] },
  newcomers: [person('n1', 59.4), person('n2', 59.5), person('n3', 59.6)],
  mentors: [person('m1', 59.4), person('m2', 59.5), person('m3', 59.6)],
  now: '2026-03-02',
};
const now = { program: input.program, pins: [], bans: [], away: [] };
const pair = (newcomer: string, mentor: string): PersonPair => ({ newcomer, mentor });
const swapIn = (round: RoundInput, settings: Parameters<typeof findSwap>[0] = now) => {
  const live = openRound(round);
  const solve = (byHand: typeof settings) => live.show({ ...now, ...byHand }).pairs;
  const found = findSwap(settings, { one: pair('n1', 'm1'), other: pair('n2', 'm2') }, solve);
  return { found, pairs: found === null ? [] : solve(found).map(keyOf) };
};

describe('two pairs that change partners', () => {
  it('need one lock where the other follows from it', () => {
    const { found, pairs } = swapIn(input);
    expect(pairs).toEqual(['n1.m2', 'n2.m1', 'n3.m3']);
    expect(found?.pins).toHaveLength(1);
  });

  it('let go of the locks on the old pairs and of the bans on the new', () => {
    const { found, pairs } = swapIn(input, {
      pins: [{ ...pair('n1', 'm1'), reason: null }],
      bans: [pair('n2', 'm1')],
    });
    expect(pairs).toEqual(['n1.m2', 'n2.m1', 'n3.m3']);
    expect(found?.bans).toEqual([]);
    expect(found?.pins.map(keyOf)).not.toContain('n1.m1');
  });

  it('cannot where two of them are never to be a pair', () => {
    const apart = {
      ...input,
      newcomers: [person('n1', 59.4), person('n2', 59.5, { neverWith: ['m1'] }), person('n3', 59.6)],
    };
    expect(swapIn(apart).found).toBeNull();
  });

  it('need nothing where the round does it by itself', () => {
    const turned = { ...input, newcomers: [person('n1', 59.5), person('n2', 59.4), person('n3', 59.6)] };
    const held = { pins: [{ ...pair('n1', 'm1'), reason: null }], bans: [] };
    expect(swapIn(turned, held).found?.pins).toEqual([]);
  });
});
