import {
  fieldCloseness,
  highestLevel,
  levelCloseness,
  occupationCloseness,
  POST_SECONDARY,
} from './closeness.ts';
import { hasPair, kilometresApart, type PairContext } from './context.ts';
import type { FieldAlternative, Obstacle, Person, Requirement, RuleName, Rules, Side } from '../model.ts';
import {
  canMeetRemotely,
  levelIn,
  levelNumber,
  sharedHalfHours,
  sharedLanguages,
  SWEDISH,
  yearsApart,
} from './skills.ts';
import { isWishMet } from './wishes.ts';

/** Every rule, in the order in which obstacles are told and counted: decisions about the two first, then the program's, then wishes. */
export const RULE_ORDER: readonly RuleName[] = [
  'ban',
  'never-with',
  'earlier-pair',
  'household',
  'gender',
  'minimum-age',
  'age-span',
  'municipality',
  'nearness',
  'language',
  'common-time',
  'field',
  'wish',
];

/** A requirement: what stands between two people, nothing when it is met. What is not known never meets a requirement. */
interface Rule {
  readonly name: RuleName;
  readonly obstacles: (newcomer: Person, mentor: Person, context: PairContext) => readonly Obstacle[];
}

/** The program's requirements and those that hold in every program, as one list in `RULE_ORDER`. */
export function listRules(program: Rules): readonly Rule[] {
  const rules = [...PERSONAL_RULES, ...program.requirements.map(ruleOf)];
  return rules.sort((a, b) => RULE_ORDER.indexOf(a.name) - RULE_ORDER.indexOf(b.name));
}

/** Everything that stands between two people; empty when the pair is allowed. */
export function findObstacles(
  rules: readonly Rule[],
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): readonly Obstacle[] {
  return rules.flatMap((rule) => rule.obstacles(newcomer, mentor, context));
}

const PERSONAL_RULES: readonly Rule[] = [
  { name: 'ban', obstacles: (a, b, { bans }) => (hasPair(bans, a, b) ? [{ rule: 'ban' }] : []) },
  {
    name: 'never-with',
    obstacles: (a, b) =>
      a.neverWith.includes(b.id) || b.neverWith.includes(a.id) ? [{ rule: 'never-with' }] : [],
  },
  {
    name: 'earlier-pair',
    obstacles: (a, b, { history }) => (hasPair(history, a, b) ? [{ rule: 'earlier-pair' }] : []),
  },
  {
    name: 'household',
    obstacles: (a, b) => (a.household !== null && a.household === b.household ? [{ rule: 'household' }] : []),
  },
  {
    name: 'wish',
    obstacles: (newcomer, mentor, context) => [
      ...brokenWishes('newcomer', newcomer, mentor, context),
      ...brokenWishes('mentor', mentor, newcomer, context),
    ],
  },
];

function brokenWishes(side: Side, wisher: Person, other: Person, context: PairContext): readonly Obstacle[] {
  return wisher.wishes
    .filter((wish) => wish.strength === 'must' && !isWishMet(wish, wisher, other, context))
    .map((wish) => ({ rule: 'wish', side, wish }));
}

function ruleOf(requirement: Requirement): Rule {
  return {
    name: requirement.kind,
    obstacles: (newcomer, mentor, context) => {
      const obstacle = check(requirement, newcomer, mentor, context);
      return obstacle === null ? [] : [obstacle];
    },
  };
}

function check(
  requirement: Requirement,
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): Obstacle | null {
  switch (requirement.kind) {
    case 'gender':
      return checkGender(requirement, requirement.side === 'newcomer' ? newcomer : mentor);
    case 'minimum-age':
      return checkMinimumAge(requirement, requirement.side === 'newcomer' ? newcomer : mentor, context);
    case 'age-span': {
      const actual = yearsApart(newcomer, mentor);
      return actual !== null && actual <= requirement.years
        ? null
        : { rule: 'age-span', years: requirement.years, actual };
    }
    case 'language':
      return checkLanguage(requirement, newcomer, mentor);
    case 'common-time': {
      const actual = sharedHalfHours(newcomer, mentor).length;
      return actual >= requirement.halfHours
        ? null
        : { rule: 'common-time', halfHours: requirement.halfHours, actual };
    }
    case 'nearness':
      return checkNearness(requirement, newcomer, mentor);
    case 'field':
      return checkField(requirement, newcomer, mentor, context);
    case 'municipality':
      return checkMunicipality(requirement, newcomer, mentor);
  }
}

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;

function checkGender({ side, allowed }: Of<'gender'>, { gender }: Person): Obstacle | null {
  return gender !== null && allowed.includes(gender)
    ? null
    : { rule: 'gender', side, allowed, actual: gender };
}

/* Only the year of birth is known: the age is the one the person reaches during the year of the round. */
function checkMinimumAge(
  { side, years }: Of<'minimum-age'>,
  { birthYear }: Person,
  { year }: PairContext,
): Obstacle | null {
  const actual = birthYear === null ? null : year - birthYear;
  return actual !== null && actual >= years ? null : { rule: 'minimum-age', side, years, actual };
}

/* With both ways switched off the rule asks for nothing. */
function checkLanguage(
  { common, swedish }: Of<'language'>,
  newcomer: Person,
  mentor: Person,
): Obstacle | null {
  if (common === null && swedish === null) return null;
  if (common !== null && sharedLanguages(newcomer, mentor).level >= levelNumber(common)) return null;
  const swedishLevel = Math.min(levelIn(newcomer.languages, SWEDISH), levelIn(mentor.languages, SWEDISH));
  if (swedish !== null && swedishLevel >= levelNumber(swedish)) return null;
  return { rule: 'language', common, swedish };
}

function checkNearness(
  { kilometres, orRemote }: Of<'nearness'>,
  newcomer: Person,
  mentor: Person,
): Obstacle | null {
  if (orRemote && canMeetRemotely(newcomer, mentor)) return null;
  const actual = kilometresApart(newcomer, mentor);
  const limit = Math.min(kilometres, newcomer.maxKilometres ?? Infinity, mentor.maxKilometres ?? Infinity);
  return actual !== null && actual <= limit
    ? null
    : { rule: 'nearness', kilometres: limit, actual, orRemote };
}

function checkField(
  { anyOf }: Of<'field'>,
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): Obstacle | null {
  const measured = anyOf.map((way) => ({ ...way, actual: measure(way, newcomer, mentor, context) }));
  return measured.some(({ actual, atLeast }) => actual >= atLeast)
    ? null
    : { rule: 'field', anyOf: measured };
}

function measure(way: FieldAlternative, newcomer: Person, mentor: Person, context: PairContext): number {
  switch (way.by) {
    case 'education-level':
      return levelCloseness(highestLevel(newcomer.educations), highestLevel(mentor.educations));
    case 'education-field':
      return way.postSecondary === true && !(isPostSecondary(newcomer) && isPostSecondary(mentor))
        ? 0
        : fieldCloseness(newcomer.educations, mentor.educations);
    case 'occupation':
      return occupationCloseness(newcomer.occupations, mentor.occupations, context.substitution).value;
  }
}

function isPostSecondary({ educations }: Person): boolean {
  return (highestLevel(educations) ?? 0) >= POST_SECONDARY;
}

function checkMunicipality(
  { among, across }: Of<'municipality'>,
  newcomer: Person,
  mentor: Person,
): Obstacle | null {
  const inside =
    among.length === 0 || (among.includes(newcomer.municipality) && among.includes(mentor.municipality));
  const together = newcomer.municipality === mentor.municipality;
  const mayCross = across === 'always' || (across === 'if-remote' && canMeetRemotely(newcomer, mentor));
  if (inside && (together || mayCross)) return null;
  return {
    rule: 'municipality',
    newcomer: newcomer.municipality,
    mentor: mentor.municipality,
    outside: !inside,
  };
}
