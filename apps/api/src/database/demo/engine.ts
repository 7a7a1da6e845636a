import type { Occupation, Person } from '@parvis/matching';
import { cefrOfSfiCourse, resolvePlace } from '@parvis/reference';
import { demoId } from './ids.ts';
import type { Joined } from './plan.ts';

/** A planned person as a round sees her. */
export function personInRound({ key, details, enrollment }: Joined): Person {
  const { gender, birthYear, municipality, educations, availability, ways } = details;
  const { capacity, waitingSince, wishes, neverWith } = enrollment;
  return {
    id: demoId(key),
    gender,
    birthYear,
    municipality,
    place: placeOf(details),
    languages: languagesOf(details),
    educations,
    occupations: details.occupations.flatMap(({ occupation, ssyk, years }): Occupation[] =>
      ssyk === null ? [] : [{ occupation, ssyk, years }],
    ),
    availability,
    ways,
    maxKilometres: details.maxKilometres,
    interests: details.interests,
    capacity,
    waitingSince,
    household: details.household,
    wishes,
    neverWith,
  };
}

function placeOf({ municipality, postalCode, locality }: Joined['details']): Person['place'] {
  const text = postalCode ?? locality;
  const place = text === null ? null : resolvePlace({ municipality, text });
  return place && { latitude: place.latitude, longitude: place.longitude };
}

/** A sfi course counts as Swedish at its level for one who has not said how good her Swedish is. */
function languagesOf({ languages, sfi }: Joined['details']): Person['languages'] {
  if (sfi === null || languages.some(({ language }) => language === 'sv')) return languages;
  return [...languages, { language: 'sv', level: cefrOfSfiCourse(sfi) }];
}
