import { RULE_ORDER } from '../judge/rules.ts';
import type { PersonPair, RoundInput, RuleName, Wish } from '../model.ts';
import { has, keep } from './bits.ts';
import { positionOf } from './pool.ts';
import { sieveOf, sieveOut } from './sieves.ts';
import { viewFrom, type Sieve, type View } from './view.ts';
import { listGranted } from './wishes.ts';

/** A rule with its bit, as in `Compiled.broken`. */
export interface RuleSieve {
  readonly rule: RuleName;
  readonly bit: number;
  readonly sieve: Sieve;
}

/** The bit of a rule in `Compiled.broken`. */
export function ruleBit(rule: RuleName): number {
  return 1 << RULE_ORDER.indexOf(rule);
}

/** Every rule of a program as a sieve, those that look at pairs one by one last: they then look at few. */
export function listSieves(view: View, input: RoundInput): readonly RuleSieve[] {
  const { people } = view.own;
  const neverWith = [...people, ...view.others.people].flatMap(({ id, neverWith: others }) =>
    others.map((other) => ({ newcomer: id, mentor: other })),
  );
  const rules: readonly (readonly [rule: RuleName, sieve: Sieve])[] = [
    ...input.program.requirements.map((one) => [one.kind, sieveOf(view, one)] as const),
    ['ban', sievePairs(view, input.bans ?? [])],
    ['never-with', sievePairs(view, neverWith)],
    ['earlier-pair', sievePairs(view, input.history ?? [])],
    ['household', sieveHousehold(view)],
    ['wish', sieveMusts(view)],
  ];
  return rules
    .map(([rule, sieve]) => ({ rule, bit: ruleBit(rule), sieve }))
    .sort((a, b) => LAST.indexOf(a.rule) - LAST.indexOf(b.rule));
}

const LAST: readonly RuleName[] = ['nearness', 'common-time'];

/* Listed pairs hold in both directions, as in `hasPair`. */
function sievePairs({ own, others }: View, pairs: readonly PersonPair[]): Sieve {
  const listed = new Map<number, number[]>();
  const add = (a: string, b: string): void => {
    const at = positionOf(own, a);
    const j = positionOf(others, b);
    if (at === -1 || j === -1) return;
    const list = listed.get(at);
    if (list === undefined) listed.set(at, [j]);
    else list.push(j);
  };
  for (const { newcomer, mentor } of pairs) {
    add(newcomer, mentor);
    add(mentor, newcomer);
  }
  return sieveOut((at) => listed.get(at));
}

function sieveHousehold({ own, others }: View): Sieve {
  const members = new Map<number, number[]>();
  for (const [j, household] of others.household.entries()) {
    if (household === 0) continue;
    const list = members.get(household);
    if (list === undefined) members.set(household, [j]);
    else list.push(j);
  }
  return sieveOut((at) => members.get(own.household[at] ?? 0));
}

function sieveMusts(view: View): Sieve {
  const isMust = ({ strength }: Wish): boolean => strength === 'must';
  const hers = listGranted(view, isMust);
  const theirs = listGranted(viewFrom(view.pool, view.side === 'newcomer' ? 'mentor' : 'newcomer'), isMust);
  const wishing = [...theirs.entries()].filter(([, granted]) => granted.length > 0);
  // Row by row whom each of them refuses, in those words of a set in which somebody wishes.
  const words = Int32Array.from(new Set(wishing.map(([j]) => j >> 5)));
  const refused = new Int32Array(view.own.people.length * words.length);
  for (const [j, granted] of wishing) {
    const word = words.indexOf(j >> 5);
    for (let at = 0; at < view.own.people.length; at++) {
      const place = at * words.length + word;
      if (!granted.every((set) => has(set, at))) refused[place] = (refused[place] ?? 0) | (1 << (j & 31));
    }
  }
  return (at, set) => {
    for (const granted of hers[at] ?? []) keep(set, granted);
    dropRefused(set, refused, at * words.length, words);
  };
}

function dropRefused(set: Int32Array, refused: Int32Array, from: number, words: Int32Array): void {
  for (let k = 0; k < words.length; k++) {
    const w = words[k] ?? 0;
    set[w] = (set[w] ?? 0) & ~(refused[from + k] ?? 0);
  }
}
