import {
  LANGUAGE_CURVE,
  ageCurve,
  interestsCurve,
  nearnessCurve,
  timeCurve,
  waysCurve,
  wishesCurve,
} from './criteria.ts';
import {
  countBits,
  fieldNearness,
  halfHours,
  kilometres,
  levelNearness,
  occupationNearness,
  sharedInterests,
  sharedLevel,
  sharedWayBits,
  speaks,
  years,
} from './measures.ts';
import type {
  FieldAlternative,
  PersonPair,
  PreferenceKind,
  Requirement,
  RoundInput,
  RuleName,
  Side,
  Wish,
} from './model.ts';
import { wayBit, type Columns, type Pool } from './pool.ts';
import { RULE_ORDER } from './rules.ts';
import { pointsOf, weigh } from './score.ts';
import { GENDER_ORDER, levelNumber } from './skills.ts';
import { isMost, isRather, SAME_LINE_OF_WORK, SPEAKS } from './wishes.ts';

/** A question about newcomer `i` and mentor `j` of a pool. */
type Test = (i: number, j: number) => boolean;
type Measure = (i: number, j: number) => number;

/** A program made ready for one pool: its rules and criteria as questions about positions. */
export interface Compiled {
  readonly pool: Pool;
  /** Does the pair break no rule? */
  readonly isAllowed: Test;
  /** The rules the pair breaks: bit `RULE_ORDER.indexOf(rule)`. */
  readonly broken: Measure;
  /** 0..1000 */
  readonly score: Measure;
}

/** The quick twin of rules, criteria and score; a property test holds them equal. */
export function compileProgram(pool: Pool, input: RoundInput): Compiled {
  const tests = compileRules(pool, input);
  const weights = weigh(input.program.preferences).map(({ criterion, of }) => ({
    of,
    value: compileCriterion(pool, criterion),
  }));
  return {
    pool,
    isAllowed(i, j) {
      for (const { isMet } of tests) if (!isMet(i, j)) return false;
      return true;
    },
    broken(i, j) {
      let bits = 0;
      for (const { bit, isMet } of tests) if (!isMet(i, j)) bits |= bit;
      return bits;
    },
    score(i, j) {
      let points = 0;
      for (const { value, of } of weights) points += pointsOf(value(i, j), of);
      return points;
    },
  };
}

/** The bit of a rule in `Compiled.broken`. */
export function ruleBit(rule: RuleName): number {
  return 1 << RULE_ORDER.indexOf(rule);
}

function compileRules(
  pool: Pool,
  input: RoundInput,
): readonly { readonly bit: number; readonly isMet: Test }[] {
  const { newcomers, mentors } = pool;
  const tests: { rule: RuleName; isMet: Test }[] = input.program.requirements.map((requirement) => ({
    rule: requirement.kind,
    isMet: compileRequirement(pool, requirement),
  }));
  const neverWith = [...newcomers.people, ...mentors.people].flatMap(({ id, neverWith: others }) =>
    others.map((other) => ({ newcomer: id, mentor: other })),
  );
  tests.push({ rule: 'ban', isMet: noneOf(pool, input.bans ?? []) });
  tests.push({ rule: 'never-with', isMet: noneOf(pool, neverWith) });
  tests.push({ rule: 'earlier-pair', isMet: noneOf(pool, input.history ?? []) });
  tests.push({
    rule: 'household',
    isMet: (i, j) => newcomers.household[i] === 0 || newcomers.household[i] !== mentors.household[j],
  });
  tests.push({ rule: 'wish', isMet: compileMusts(pool) });
  return tests.map(({ rule, isMet }) => ({ bit: ruleBit(rule), isMet })).sort((a, b) => a.bit - b.bit);
}

/* Listed pairs hold in both directions, as in `hasPair`. Few people have any: rows without are answered at once. */
function noneOf(pool: Pool, pairs: readonly PersonPair[]): Test {
  const newcomers = new Map(pool.newcomers.people.map(({ id }, position) => [id, position]));
  const mentors = new Map(pool.mentors.people.map(({ id }, position) => [id, position]));
  const rows: (Set<number> | undefined)[] = pool.newcomers.people.map(() => undefined);
  const add = (a: string, b: string): void => {
    const i = newcomers.get(a);
    const j = mentors.get(b);
    if (i !== undefined && j !== undefined) rows[i] = (rows[i] ?? new Set()).add(j);
  };
  for (const { newcomer, mentor } of pairs) {
    add(newcomer, mentor);
    add(mentor, newcomer);
  }
  return (i, j) => rows[i]?.has(j) !== true;
}

function compileMusts(pool: Pool): Test {
  const isMust = ({ strength }: Wish): boolean => strength === 'must';
  const hers = compileWishes(pool, 'newcomer', isMust);
  const theirs = compileWishes(pool, 'mentor', isMust);
  return (i, j) => {
    for (const isMet of hers[i] ?? []) if (!isMet(i, j)) return false;
    for (const isMet of theirs[j] ?? []) if (!isMet(i, j)) return false;
    return true;
  };
}

/* For each person of the side, a test for each wish that counts. */
function compileWishes(
  pool: Pool,
  side: Side,
  counts: (wish: Wish) => boolean,
): readonly (readonly Test[])[] {
  const { people } = side === 'newcomer' ? pool.newcomers : pool.mentors;
  return people.map(({ wishes }) => wishes.filter(counts).map((wish) => compileWish(pool, side, wish)));
}

function compileWish(pool: Pool, side: Side, wish: Wish): Test {
  const other = side === 'newcomer' ? pool.mentors : pool.newcomers;
  const ofOther = (isMet: (position: number) => boolean): Test =>
    side === 'newcomer' ? (_, j) => isMet(j) : (i) => isMet(i);
  switch (wish.about) {
    case 'gender': {
      const gender = GENDER_ORDER.indexOf(wish.gender) + 1;
      return ofOther((position) => other.gender[position] === gender);
    }
    case 'age':
      return (i, j) => years(pool, i, j) <= wish.years;
    case 'language': {
      const code = pool.languageCodes.get(wish.language);
      if (code === undefined) return () => false;
      return ofOther((position) => speaks(other, position, code, SPEAKS, pool.languageWords));
    }
    case 'occupation':
      return (i, j) => occupationNearness(pool, i, j) >= SAME_LINE_OF_WORK;
    case 'municipality':
      return (i, j) => pool.newcomers.municipality[i] === pool.mentors.municipality[j];
    case 'nearness':
      return (i, j) => kilometres(pool, i, j) <= wish.kilometres;
    case 'way': {
      const bit = wayBit(wish.way);
      return ofOther((position) => ((other.ways[position] ?? 0) & bit) !== 0);
    }
  }
}

function compileRequirement(pool: Pool, requirement: Requirement): Test {
  const { newcomers, mentors } = pool;
  switch (requirement.kind) {
    case 'gender': {
      const allowed = requirement.allowed.reduce(
        (bits, gender) => bits | (2 << GENDER_ORDER.indexOf(gender)),
        0,
      );
      return ofSide(
        requirement.side,
        newcomers,
        mentors,
        ({ gender }, at) => ((1 << (gender[at] ?? 0)) & allowed) !== 0,
      );
    }
    case 'minimum-age': {
      const latest = pool.context.year - requirement.years;
      return ofSide(requirement.side, newcomers, mentors, ({ birthYear }, at) => {
        const year = birthYear[at] ?? 0;
        return year !== 0 && year <= latest;
      });
    }
    case 'age-span':
      return (i, j) => years(pool, i, j) <= requirement.years;
    case 'language':
      return compileLanguage(pool, requirement);
    case 'common-time':
      return (i, j) => halfHours(pool, i, j) >= requirement.halfHours;
    case 'nearness':
      return compileNearness(pool, requirement);
    case 'field': {
      const ways = requirement.anyOf.map((way) => ({
        measure: compileAlternative(pool, way),
        atLeast: way.atLeast,
      }));
      return (i, j) => ways.some(({ measure, atLeast }) => measure(i, j) >= atLeast);
    }
    case 'municipality':
      return compileMunicipality(pool, requirement);
  }
}

function ofSide(
  side: Side,
  newcomers: Columns,
  mentors: Columns,
  isMet: (columns: Columns, at: number) => boolean,
): Test {
  return side === 'newcomer' ? (i) => isMet(newcomers, i) : (_, j) => isMet(mentors, j);
}

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;

function compileLanguage(pool: Pool, { common, swedish }: Of<'language'>): Test {
  if (common === null && swedish === null) return () => true;
  const { newcomers, mentors } = pool;
  const least = common === null ? Infinity : levelNumber(common);
  const leastSwedish = swedish === null ? Infinity : levelNumber(swedish);
  return (i, j) =>
    Math.min(newcomers.swedish[i] ?? 0, mentors.swedish[j] ?? 0) >= leastSwedish ||
    sharedLevel(pool, i, j) >= least;
}

const REMOTE = wayBit('video') | wayBit('telephone');

function compileNearness(pool: Pool, { kilometres: limit, orRemote }: Of<'nearness'>): Test {
  const { newcomers, mentors } = pool;
  const remote = orRemote ? REMOTE : 0;
  return (i, j) =>
    (sharedWayBits(pool, i, j) & remote) !== 0 ||
    kilometres(pool, i, j) <= Math.min(limit, newcomers.reach[i] ?? 0, mentors.reach[j] ?? 0);
}

function compileAlternative(pool: Pool, { by }: FieldAlternative): Measure {
  switch (by) {
    case 'education-level':
      return (i, j) => levelNearness(pool, i, j);
    case 'education-field':
      return (i, j) => fieldNearness(pool, i, j);
    case 'occupation':
      return (i, j) => occupationNearness(pool, i, j);
  }
}

function compileMunicipality(pool: Pool, { among, across }: Of<'municipality'>): Test {
  const hers = pool.newcomers.municipality;
  const theirs = pool.mentors.municipality;
  const inside = new Uint8Array(pool.municipalityCodes.size);
  for (const [municipality, code] of pool.municipalityCodes) {
    inside[code] = among.length === 0 || among.includes(municipality) ? 1 : 0;
  }
  const remote = across === 'if-remote' ? REMOTE : 0;
  return (i, j) => {
    const a = hers[i] ?? 0;
    const b = theirs[j] ?? 0;
    if (inside[a] !== 1 || inside[b] !== 1) return false;
    return a === b || across === 'always' || (sharedWayBits(pool, i, j) & remote) !== 0;
  };
}

function compileCriterion(pool: Pool, criterion: PreferenceKind): Measure {
  switch (criterion) {
    case 'occupation':
      return (i, j) => occupationNearness(pool, i, j);
    case 'education-field':
      return (i, j) => fieldNearness(pool, i, j);
    case 'education-level':
      return (i, j) => levelNearness(pool, i, j);
    case 'language':
      return (i, j) => LANGUAGE_CURVE[sharedLevel(pool, i, j)] ?? 0;
    case 'common-time':
      return (i, j) => timeCurve(halfHours(pool, i, j));
    case 'nearness':
      return (i, j) => nearnessCurve(known(kilometres(pool, i, j)));
    case 'ways':
      return compileWays(pool);
    case 'age':
      return (i, j) => ageCurve(known(years(pool, i, j)));
    case 'interests':
      return (i, j) => interestsCurve(sharedInterests(pool, i, j));
    case 'wishes':
      return compileWishShare(pool, isRather);
    case 'wish-most':
      return compileWishShare(pool, isMost);
  }
}

function known(measured: number): number | null {
  return Number.isNaN(measured) ? null : measured;
}

function compileWays(pool: Pool): Measure {
  const hers = pool.newcomers.ways.map(countBits);
  const theirs = pool.mentors.ways.map(countBits);
  return (i, j) => waysCurve(countBits(sharedWayBits(pool, i, j)), Math.min(hers[i] ?? 0, theirs[j] ?? 0));
}

function compileWishShare(pool: Pool, counts: (wish: Wish) => boolean): Measure {
  const hers = compileWishes(pool, 'newcomer', counts);
  const theirs = compileWishes(pool, 'mentor', counts);
  return (i, j) => {
    const a = hers[i] ?? [];
    const b = theirs[j] ?? [];
    let met = 0;
    for (const isMet of a) if (isMet(i, j)) met++;
    for (const isMet of b) if (isMet(i, j)) met++;
    return wishesCurve(met, a.length + b.length);
  };
}
