import { AIMS } from './aims/aim.ts';
import { dayNumber } from './judge/calendar.ts';
import { PREFERENCE_ORDER } from './judge/criteria.ts';
import { MatchingError } from './errors.ts';
import type { Person, Requirement, RoundInput } from './model.ts';
import { CEFR_ORDER, GENDER_ORDER, WAY_ORDER } from './judge/skills.ts';

/** Half-hours of a week. */
export const HALF_HOURS = 336;
/** The highest weight a criterion can have. */
export const MOST_WEIGHT = 10;

/**
 * Refuses what no round can be made of, naming the place and the value: `duplicate-person`, `bad-person`,
 * `bad-rule`, `bad-date`. What is merely unlikely, unknown or hopeless passes.
 */
export function checkInput(input: RoundInput): void {
  dayNumber(input.now, 'now');
  checkRules(input);
  const seen = new Set<string>();
  for (const [side, people] of [
    ['newcomers', input.newcomers],
    ['mentors', input.mentors],
  ] as const) {
    for (const person of people) {
      if (seen.has(person.id)) throw new MatchingError('duplicate-person', side, person.id);
      seen.add(person.id);
      checkPerson(person, `${side}[${person.id}]`);
    }
  }
  for (const [at, person] of (input.expected ?? []).entries()) checkPerson(person, `expected[${String(at)}]`);
  for (const { occupation, percent } of input.substitutes ?? []) {
    if (!(percent >= 0 && percent <= 100))
      throw new MatchingError('bad-rule', `substitutes[${occupation}].percent`, percent);
  }
}

function checkRules({ program }: RoundInput): void {
  const { aim, keepScarce } = program;
  if (aim !== undefined && !AIMS.includes(aim)) throw new MatchingError('bad-rule', 'aim', aim);
  if (keepScarce !== undefined && typeof keepScarce !== 'boolean')
    throw new MatchingError('bad-rule', 'keepScarce', keepScarce);
  const kinds = new Set<string>();
  for (const requirement of program.requirements) {
    const place = `requirements[${requirement.kind}]`;
    const key = 'side' in requirement ? `${requirement.kind} ${requirement.side}` : requirement.kind;
    if (kinds.has(key)) throw new MatchingError('bad-rule', place, 'twice');
    kinds.add(key);
    checkRequirement(requirement, place);
  }
  const counted = new Set<string>();
  for (const { kind, weight } of program.preferences) {
    if (!PREFERENCE_ORDER.includes(kind)) throw new MatchingError('bad-rule', 'preferences', kind);
    if (counted.has(kind)) throw new MatchingError('bad-rule', `preferences[${kind}]`, 'twice');
    counted.add(kind);
    if (!(Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT))
      throw new MatchingError('bad-rule', `preferences[${kind}].weight`, weight);
  }
}

function checkRequirement(requirement: Requirement, place: string): void {
  const refuseUnless = (holds: boolean, value: unknown): void => {
    if (!holds) throw new MatchingError('bad-rule', place, value);
  };
  switch (requirement.kind) {
    case 'gender':
      return refuseUnless(
        requirement.allowed.every((gender) => GENDER_ORDER.includes(gender)),
        requirement.allowed,
      );
    case 'minimum-age':
    case 'age-span':
      return refuseUnless(requirement.years >= 0, requirement.years);
    case 'language':
      return [requirement.common, requirement.swedish].forEach((level) =>
        refuseUnless(level === null || CEFR_ORDER.includes(level), level),
      );
    case 'common-time':
      return refuseUnless(requirement.halfHours >= 0, requirement.halfHours);
    case 'nearness':
      return refuseUnless(requirement.kilometres >= 0, requirement.kilometres);
    case 'field':
      return requirement.anyOf.forEach(({ atLeast }) => refuseUnless(atLeast >= 0 && atLeast <= 1, atLeast));
    case 'municipality':
      return refuseUnless(['never', 'if-remote', 'always'].includes(requirement.across), requirement.across);
    default:
      throw new MatchingError('bad-rule', 'requirements', requirement);
  }
}

function checkPerson(person: Person, place: string): void {
  const refuseUnless = (holds: boolean, field: string, value: unknown): void => {
    if (!holds) throw new MatchingError('bad-person', `${place}.${field}`, value);
  };
  const { birthYear, place: home, maxKilometres, capacity } = person;
  refuseUnless(person.gender === null || GENDER_ORDER.includes(person.gender), 'gender', person.gender);
  refuseUnless(
    birthYear === null || (Number.isInteger(birthYear) && birthYear >= 1000 && birthYear <= 9999),
    'birthYear',
    birthYear,
  );
  refuseUnless(
    home === null || (Math.abs(home.latitude) <= 90 && Math.abs(home.longitude) <= 180),
    'place',
    home,
  );
  refuseUnless(maxKilometres === null || maxKilometres >= 0, 'maxKilometres', maxKilometres);
  refuseUnless(Number.isSafeInteger(capacity) && capacity >= 1, 'capacity', capacity);
  dayNumber(person.waitingSince, `${place}.waitingSince`);
  for (const { level } of person.languages) refuseUnless(CEFR_ORDER.includes(level), 'languages', level);
  for (const { level, field } of person.educations) {
    refuseUnless(Number.isInteger(level) && level >= 1 && level <= 7, 'educations', level);
    refuseUnless(field === null || (field.length >= 1 && field.length <= 4), 'educations', field);
  }
  for (const { ssyk } of person.occupations) refuseUnless(/^\d{1,4}$/.test(ssyk), 'occupations', ssyk);
  for (const halfHour of person.availability) {
    refuseUnless(
      Number.isInteger(halfHour) && halfHour >= 0 && halfHour < HALF_HOURS,
      'availability',
      halfHour,
    );
  }
  for (const way of person.ways) refuseUnless(WAY_ORDER.includes(way), 'ways', way);
  refuseUnless(person.wishes.filter(({ most }) => most).length <= 1, 'wishes', 'most, more than once');
}
