import { hasPair } from '../judge/context.ts';
import type { Discontent } from './content.ts';
import { countKept } from './kept.ts';
import type {
  MatchedPair,
  Obstacle,
  Person,
  PersonPair,
  Pin,
  PinConflict,
  RoundInput,
  RoundResult,
} from '../model.ts';
import type { Pool } from '../columns/pool.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { fullScoreOf, sharesOf, totalOf, weigh } from '../judge/score.ts';

/** What is wrong with a result. */
export type Problem =
  | { readonly code: 'unknown-person'; readonly id: string }
  | ({ readonly code: 'paired-twice' } & PersonPair)
  | ({ readonly code: 'not-allowed'; readonly obstacles: readonly Obstacle[] } & PersonPair)
  | ({ readonly code: 'wrong-score'; readonly expected: number; readonly actual: number } & PersonPair)
  | ({ readonly code: 'not-pinned' | 'pin-not-kept' } & PersonPair)
  | { readonly code: 'over-capacity'; readonly id: string; readonly pairs: number; readonly capacity: number }
  | { readonly code: 'wrong-left-out'; readonly id: string }
  | {
      readonly code: 'wrong-count';
      readonly of: 'matched' | 'people' | 'total' | 'full-score';
      readonly expected: number;
      readonly actual: number;
    }
  /** A mentor is kept for others without cause, or with other numbers than the expected newcomers give. */
  | { readonly code: 'wrong-kept'; readonly id: string }
  | { readonly code: 'price-missing'; readonly id: string }
  | { readonly code: 'proof-missing' }
  /** So many pairs score less than the weakest is said to. */
  | { readonly code: 'below-weakest'; readonly atLeast: number; readonly pairs: number }
  | Discontent
  /** `value` is what the assignment earns, `bound` what the prices show that none can exceed. */
  | { readonly code: 'not-proved-best'; readonly value: number; readonly bound: number };

/** Everything that keeps a result from being used, each pair held against the rules as written; the proof of optimality apart. */
export function checkFeasible(input: RoundInput, pool: Pool, result: RoundResult): readonly Problem[] {
  return [
    ...checkPairs(input, pool, result),
    ...checkPeople(input, result),
    ...checkPins(input, pool, result),
    ...checkCounts(result),
    ...checkFullScore(input, result),
    ...checkKept(input, pool, result),
  ];
}

/** How often each id occurs. */
export function countBy(ids: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  return count;
}

function checkPairs(input: RoundInput, pool: Pool, { pairs }: RoundResult): readonly Problem[] {
  const people = byId(input);
  const rules = listRules(input.program);
  const weights = weigh(input.program.preferences);
  const seen = new Set<string>();
  return pairs.flatMap((pair): readonly Problem[] => {
    const names = { newcomer: pair.newcomer, mentor: pair.mentor };
    const newcomer = people.newcomers.get(pair.newcomer);
    const mentor = people.mentors.get(pair.mentor);
    if (newcomer === undefined) return [{ code: 'unknown-person', id: pair.newcomer }];
    if (mentor === undefined) return [{ code: 'unknown-person', id: pair.mentor }];
    const problems: Problem[] = [];
    const key = JSON.stringify([pair.newcomer, pair.mentor]);
    if (seen.has(key)) problems.push({ code: 'paired-twice', ...names });
    seen.add(key);
    const obstacles = findObstacles(rules, newcomer, mentor, pool.context);
    const overridden =
      pair.pinned && pair.pinReason !== null && !obstacles.some(({ rule }) => rule === 'ban');
    if (obstacles.length > 0 && !overridden) problems.push({ code: 'not-allowed', ...names, obstacles });
    const expected = totalOf(sharesOf(weights, newcomer, mentor, pool.context));
    if (pair.score !== expected)
      problems.push({ code: 'wrong-score', ...names, expected, actual: pair.score });
    return problems;
  });
}

function checkPeople(
  { newcomers, mentors }: RoundInput,
  { pairs, leftOut }: RoundResult,
): readonly Problem[] {
  const count = countBy(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  const leftOutIds = new Set(leftOut.map(({ id }) => id));
  return [...newcomers, ...mentors].flatMap(({ id, capacity }): readonly Problem[] => {
    const of = count.get(id) ?? 0;
    if (of > capacity) return [{ code: 'over-capacity', id, pairs: of, capacity }];
    return (of === 0) === leftOutIds.has(id) ? [] : [{ code: 'wrong-left-out', id }];
  });
}

/* Every pinned pair was pinned, and every pin is a pinned pair or stands in a conflict that is real. */
function checkPins(input: RoundInput, pool: Pool, { pairs, conflicts }: RoundResult): readonly Problem[] {
  const pins = input.pins ?? [];
  const pinned = pairs.filter((pair) => pair.pinned);
  const invented = pinned.filter(
    (pair) => !pins.some((pin) => isSame(pin, pair) && pin.reason === pair.pinReason),
  );
  const lost = pins.filter((pin) => {
    const conflict = conflicts.find((other) => isSame(other, pin));
    return conflict === undefined
      ? !pinned.some((pair) => isSame(pair, pin))
      : !isReal(conflict, pin, input, pool, pinned);
  });
  return [
    ...invented.map(({ newcomer, mentor }): Problem => ({ code: 'not-pinned', newcomer, mentor })),
    ...lost.map(({ newcomer, mentor }): Problem => ({ code: 'pin-not-kept', newcomer, mentor })),
  ];
}

function isReal(
  { code }: PinConflict,
  pin: Pin,
  input: RoundInput,
  { context }: Pool,
  pinned: readonly MatchedPair[],
): boolean {
  const newcomer = input.newcomers.find(({ id }) => id === pin.newcomer);
  const mentor = input.mentors.find(({ id }) => id === pin.mentor);
  if (newcomer === undefined || mentor === undefined) return code === 'unknown-person';
  switch (code) {
    case 'unknown-person':
      return false;
    case 'also-banned':
      return hasPair(context.bans, newcomer, mentor);
    case 'breaks-requirement':
      return findObstacles(listRules(input.program), newcomer, mentor, context).length > 0;
    case 'pinned-twice':
      return (input.pins ?? []).filter((other) => isSame(other, pin)).length > 1;
    case 'over-capacity': {
      const hers = pinned.filter((pair) => pair.newcomer === newcomer.id).length;
      const theirs = pinned.filter((pair) => pair.mentor === mentor.id).length;
      return hers >= newcomer.capacity || theirs >= mentor.capacity;
    }
  }
}

function checkCounts({ pairs, certificate }: RoundResult): readonly Problem[] {
  const expected = {
    matched: pairs.length,
    people: new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor])).size,
    total: pairs.reduce((sum, { score }) => sum + score, 0),
  };
  return (['matched', 'people', 'total'] as const)
    .filter((of) => certificate[of] !== expected[of])
    .map((of) => ({ code: 'wrong-count', of, expected: expected[of], actual: certificate[of] }));
}

function checkFullScore({ program }: RoundInput, { fullScore }: RoundResult): readonly Problem[] {
  const expected = fullScoreOf(program.preferences);
  return fullScore === expected
    ? []
    : [{ code: 'wrong-count', of: 'full-score', expected, actual: fullScore }];
}

function checkKept(input: RoundInput, { context }: Pool, { kept = [] }: RoundResult): readonly Problem[] {
  const counted = countKept(input, context);
  const wrong = kept.filter(({ mentor, only, of, points }) => {
    const own = counted.get(mentor);
    return own === undefined || own.only !== only || own.of !== of || own.points !== points;
  });
  const told = new Set(kept.map(({ mentor }) => mentor));
  const untold = [...counted.keys()].filter((id) => !told.has(id));
  return [...wrong.map(({ mentor }) => mentor), ...untold].map((id) => ({ code: 'wrong-kept', id }));
}

function byId({ newcomers, mentors }: RoundInput): {
  newcomers: Map<string, Person>;
  mentors: Map<string, Person>;
} {
  const index = (people: readonly Person[]): Map<string, Person> =>
    new Map(people.map((person) => [person.id, person]));
  return { newcomers: index(newcomers), mentors: index(mentors) };
}

function isSame(a: PersonPair, b: PersonPair): boolean {
  return a.newcomer === b.newcomer && a.mentor === b.mentor;
}
