import type { PersonDetails, RoundPerson } from '@parvis/contracts';
import type { LanguageSkill, Occupation, Person, Wish } from '@parvis/matching';
import { weeksWaiting } from '@parvis/matching';
import { cefrOfSfiCourse } from '@parvis/reference';

/** What of an enrollment a round goes by; `capacity` is what is left of it. */
export interface PoolEnrollment {
  readonly side: 'newcomer' | 'mentor';
  readonly capacity: number;
  readonly waitingSince: string;
  readonly wishes: readonly Wish[];
  readonly neverWith: readonly string[];
}

/** A person as the engine sees her. An occupation that nobody has placed yet counts for nothing, so it is left out. */
export function asPerson({
  id,
  details,
  place,
  enrollment,
}: {
  readonly id: string;
  readonly details: PersonDetails;
  readonly place: Person['place'];
  readonly enrollment: PoolEnrollment;
}): Person {
  return {
    id,
    gender: details.gender,
    birthYear: details.birthYear,
    municipality: details.municipality,
    place,
    languages: withSfi(details),
    educations: details.educations,
    occupations: details.occupations.filter(isPlaced),
    availability: details.availability,
    ways: details.ways,
    maxKilometres: details.maxKilometres,
    interests: details.interests,
    capacity: enrollment.capacity,
    waitingSince: enrollment.waitingSince,
    household: details.household,
    wishes: enrollment.wishes,
    neverWith: enrollment.neverWith,
  };
}

/** The same person as the workspace of a round shows her. */
export function asRoundPerson({
  person,
  details,
  enrollment,
  now,
}: {
  readonly person: Person;
  readonly details: PersonDetails;
  readonly enrollment: PoolEnrollment;
  readonly now: string;
}): RoundPerson {
  return {
    id: person.id,
    side: enrollment.side,
    name: details.name,
    gender: details.gender,
    birthYear: details.birthYear,
    municipality: details.municipality,
    locality: details.locality,
    weeksWaiting: weeksWaiting(enrollment.waitingSince, now),
    capacity: enrollment.capacity,
    languages: person.languages,
    occupations: person.occupations.map(occupationKey),
    availability: details.availability,
    ways: details.ways,
  };
}

/** A key into `labels`. */
export function occupationKey({ occupation, ssyk }: Pick<Occupation, 'occupation' | 'ssyk'>): string {
  return occupation === null ? `ssyk:${ssyk}` : `occupation:${occupation}`;
}

/** A course of sfi says how well she speaks Swedish as long as nothing else does. */
export function withSfi({
  languages,
  sfi,
}: Pick<PersonDetails, 'languages' | 'sfi'>): readonly LanguageSkill[] {
  if (sfi === null || languages.some(({ language }) => language === 'sv')) return languages;
  return [...languages, { language: 'sv', level: cefrOfSfiCourse(sfi) }];
}

function isPlaced(
  one: PersonDetails['occupations'][number],
): one is PersonDetails['occupations'][number] & Occupation {
  return one.ssyk !== null;
}
