import { describe, expect, it } from 'vitest';
import { makeRandom, makeRound } from '../../bench/people.ts';
import { applyChanges, matchRound, smallestChange, smallestChanges } from '../index.ts';
import type { Aim, Change, RoundInput, SmallestChange } from '../index.ts';
import { listOwnChoices, type Choice } from './changes.ts';
import { listSets } from './choose.ts';
import { listRuleChoices } from './rule-changes.ts';

const IS_WHOLE = process.env['PROVE'] !== undefined;
const ROUNDS = IS_WHOLE ? 1000 : 40;
const SMALL_ROUNDS = IS_WHOLE ? 200 : 8;
const ROUNDS_OF_OTHER_AIMS = IS_WHOLE ? 60 : 4;

/* Rules that leave some out for want of a partner, others because the places go elsewhere. */
function makeInput(seed: number, most: number, aim: Aim = 'most-people'): RoundInput {
  const random = makeRandom(seed);
  const size = (): number => 2 + Math.floor(random() * most);
  const round = makeRound(seed, size(), size());
  const strict = random() < 0.5;
  const pairs = round.newcomers.flatMap(({ id: newcomer }) =>
    round.mentors.map(({ id: mentor }) => ({ newcomer, mentor })),
  );
  return {
    ...round,
    program: {
      ...round.program,
      aim,
      requirements: [
        { kind: 'age-span', years: strict ? 15 : 40 },
        { kind: 'language', common: 'B1', swedish: null },
        { kind: 'common-time', halfHours: strict ? 4 : 1 },
        { kind: 'nearness', kilometres: 20, orRemote: random() < 0.5 },
        { kind: 'municipality', among: [], across: strict ? 'if-remote' : 'always' },
      ],
    },
    bans: pairs.filter(() => random() < 0.05),
    pins: pairs
      .filter(() => random() < 0.01)
      .map((pair) => ({ ...pair, reason: random() < 0.5 ? 'x' : null })),
  };
}

function pairedIn(input: RoundInput): ReadonlySet<string> {
  return new Set(matchRound(input).pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
}

/* What the round says of a remedy once it is applied. */
function checkRemedies(input: RoundInput, { forStaff }: SmallestChange): number {
  let claimed = 0;
  for (const { remedy } of [forStaff.own, forStaff.rules]) {
    if (remedy === null) continue;
    claimed++;
    const after = matchRound(applyChanges(input, forStaff.id, remedy.changes));
    const partners = after.pairs.flatMap(({ newcomer, mentor }) =>
      newcomer === forStaff.id ? [mentor] : mentor === forStaff.id ? [newcomer] : [],
    );
    expect(partners.length).toBeGreaterThan(0);
    const before = pairedIn(input);
    const then = new Set(after.pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
    expect(remedy).toEqual({
      changes: remedy.changes,
      partners,
      people: { before: before.size, after: then.size },
      lost: [...before].filter((id) => !then.has(id)).sort(),
      gained: [...then].filter((id) => !before.has(id) && id !== forStaff.id).sort(),
    });
  }
  return claimed;
}

describe('the smallest change that would help', () => {
  it('is no promise: made, and the round solved again, she is paired, and what it says of the others holds', () => {
    let claimed = 0;
    for (let seed = 0; seed < ROUNDS; seed++) {
      const input = makeInput(seed, 12);
      for (const one of smallestChanges(input, matchRound(input))) claimed += checkRemedies(input, one);
    }
    expect(claimed).toBeGreaterThan(ROUNDS);
  });

  it('is the smallest: every set before it in the order of cost leaves her out', () => {
    let looked = 0;
    for (let seed = 5000; seed < 5000 + SMALL_ROUNDS; seed++) {
      const input = makeInput(seed, 5);
      for (const { forStaff } of smallestChanges(input, matchRound(input))) {
        const person = [...input.newcomers, ...input.mentors].find(({ id }) => id === forStaff.id);
        if (person === undefined) throw new Error('nobody');
        const own = forStaff.own.remedy?.changes ?? null;
        looked += checkNoneHelps(input, forStaff.id, setsBefore(listOwnChoices(person), own, 3));
        const rules = forStaff.rules.remedy?.changes ?? null;
        const choices = listRuleChoices(input.program.requirements);
        looked += checkNoneHelps(input, forStaff.id, setsBefore(choices, rules, 1));
      }
    }
    expect(looked).toBeGreaterThan(SMALL_ROUNDS * 10);
  });

  it.each<Aim>(['best-pairs', 'no-weak-pair', 'stable'])('holds under the aim %s', (aim) => {
    let claimed = 0;
    for (let seed = 9000; seed < 9000 + ROUNDS_OF_OTHER_AIMS; seed++) {
      const input = makeInput(seed, 8, aim);
      for (const one of smallestChanges(input, matchRound(input))) claimed += checkRemedies(input, one);
    }
    expect(claimed).toBeGreaterThan(0);
  });

  it('is nothing for one who is in a pair, and of nobody it names her', () => {
    const input = makeRound(1, 4, 4);
    const result = matchRound(input);
    expect(smallestChange(input, result, result.pairs[0]?.newcomer ?? '')).toBeNull();
    expect(() => smallestChange(input, result, 'nobody')).toThrow('nobody');
  });
});

/* The sets in the order of cost up to the claimed one; with none claimed, all of one change, in the whole proof also of two. */
function setsBefore<C extends Change>(
  choices: readonly Choice<C>[],
  claimed: readonly C[] | null,
  most: number,
): readonly (readonly C[])[] {
  const size = Math.min(most, claimed?.length ?? (IS_WHOLE ? 2 : 1));
  const sets = Array.from({ length: size }, (_, n) => listSets(choices, n + 1)).flat();
  const at = sets.findIndex((changes) => JSON.stringify(changes) === JSON.stringify(claimed));
  return at === -1 ? sets : sets.slice(0, at);
}

function checkNoneHelps(input: RoundInput, id: string, sets: readonly (readonly Change[])[]): number {
  for (const changes of sets) {
    expect([id, changes, pairedIn(applyChanges(input, id, changes)).has(id)]).toEqual([id, changes, false]);
  }
  return sets.length;
}
