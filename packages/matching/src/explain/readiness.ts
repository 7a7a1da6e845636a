import { aimOf } from '../aims/aim.ts';
import { listBroken, solveAnew } from './board.ts';
import { compileProgram, ruleBit } from '../columns/compiled.ts';
import { fillPool, type Pool } from '../columns/pool.ts';
import { countPeople, makeGrid, placesOf } from './coverable.ts';
import { leaveOut, tally, viewRound } from './leftout.ts';
import type { LeftOut, Person, Readiness, RoundInput, RuleName, Side } from '../model.ts';
import { keepPins } from '../round/pins.ts';
import { RULE_ORDER } from '../judge/rules.ts';

/**
 * What stands in the way before any round: who can match nobody and by which rule, and what each rule costs.
 * Lists the program's own rules always, the others when they forbid something, in `RULE_ORDER`.
 */
export function checkReadiness(input: RoundInput): Readiness {
  const pool = fillPool(input);
  const compiled = compileProgram(pool, input);
  const newcomers = pool.newcomers.people.length;
  const mentors = pool.mentors.people.length;
  const broken = listBroken(compiled);
  const pairsBreaking = new Int32Array(1 << RULE_ORDER.length);
  const forbids = RULE_ORDER.map(() => 0);
  const aloneForbids = RULE_ORDER.map(() => 0);
  const partners = { newcomer: new Int32Array(newcomers), mentor: new Int32Array(mentors) };
  for (let i = 0; i < newcomers; i++) {
    for (let j = 0; j < mentors; j++) {
      const bits = broken[i * mentors + j] ?? 0;
      pairsBreaking[bits] = (pairsBreaking[bits] ?? 0) + 1;
      if (bits !== 0) continue;
      partners.newcomer[i] = (partners.newcomer[i] ?? 0) + 1;
      partners.mentor[j] = (partners.mentor[j] ?? 0) + 1;
    }
  }
  for (const [bits, pairs] of pairsBreaking.entries()) {
    if (pairs > 0) tally(bits, { blocked: forbids, alone: aloneForbids, pairs });
  }
  const beforehand = viewRound(input, []);
  const stuckOn = (side: Side): readonly LeftOut[] =>
    [...partners[side].entries()]
      .filter(([, count]) => count === 0)
      .map(([position]) => leaveOut(compiled, side, position, beforehand));
  const own = new Set<string>(input.program.requirements.map(({ kind }) => kind));
  const count = countWithout(input, pool, broken);
  return {
    newcomers,
    mentors,
    possiblePairs: partners.newcomer.reduce((sum, one) => sum + one, 0),
    peoplePaired: count(null),
    stuck: [...stuckOn('newcomer'), ...stuckOn('mentor')],
    rules: RULE_ORDER.map((rule, at) => ({
      rule,
      forbids: forbids[at] ?? 0,
      aloneForbids: aloneForbids[at] ?? 0,
    }))
      .filter(({ rule, forbids: pairs }) => own.has(rule) || pairs > 0)
      .map((row) => ({ ...row, peopleWithout: count(row.rule) })),
  };
}

/* Where the most people come first, their number is counted; under the other aims it takes a whole round. */
function countWithout(input: RoundInput, pool: Pool, broken: Uint16Array): (rule: RuleName | null) => number {
  const aim = aimOf(input.program);
  const grid = makeGrid(broken, pool.mentors.people.length);
  // A pin that was refused may be kept once a rule, or a ban, is gone.
  const known = keepPins(input, pool);
  return (rule) => {
    const lifted = rule === null ? input : liftRule(input, rule);
    if (aim !== 'most-people' && aim !== 'no-weak-pair') {
      return new Set(solveAnew(lifted).flatMap(({ newcomer, mentor }) => [newcomer, mentor])).size;
    }
    const pins = known.conflicts.length === 0 ? known.kept : keepPins(lifted, fillPool(lifted)).kept;
    const most = countPeople(placesOf(pool, pins), grid, rule === null ? 0 : ruleBit(rule));
    return most.newcomers + most.mentors;
  };
}

/** The round's input without a rule: a requirement of the program on both sides, or one that comes from the people. */
export function liftRule(input: RoundInput, rule: RuleName): RoundInput {
  const change = (person: (one: Person) => Person): RoundInput => ({
    ...input,
    newcomers: input.newcomers.map(person),
    mentors: input.mentors.map(person),
  });
  switch (rule) {
    case 'ban':
      return { ...input, bans: [] };
    case 'earlier-pair':
      return { ...input, history: [] };
    case 'never-with':
      return change((one) => ({ ...one, neverWith: [] }));
    case 'household':
      return change((one) => ({ ...one, household: null }));
    case 'wish':
      return change((one) => ({
        ...one,
        wishes: one.wishes.filter(({ strength }) => strength === 'rather'),
      }));
    default: {
      const requirements = input.program.requirements.filter(({ kind }) => kind !== rule);
      return { ...input, program: { ...input.program, requirements } };
    }
  }
}
