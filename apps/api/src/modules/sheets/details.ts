import type { EnrollmentDetails, Locale, PersonDetails } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts';
import type { SheetFields } from './cells/reading.ts';

type Fields = Partial<SheetFields>;
type Enrolled = Pick<EnrollmentDetails, 'capacity' | 'waitingSince' | 'wishes'>;

/** Upper secondary: what a field of education alone is taken for. */
export const ASSUMED_LEVEL = 4;

/** Nothing known of her yet but where she lives. Who says no way of meeting is met in person. */
export function blankDetails({
  municipality,
  locale,
}: {
  readonly municipality: string;
  readonly locale: Locale;
}): PersonDetails {
  return {
    name: '',
    addressedAs: null,
    email: null,
    phone: null,
    birthYear: null,
    gender: null,
    municipality,
    locality: null,
    postalCode: null,
    languages: [],
    sfi: null,
    educations: [],
    occupations: [],
    availability: [],
    ways: ['in-person'],
    maxKilometres: null,
    interests: [],
    interfaceLanguage: locale,
    household: null,
  };
}

/** What is known, with what the row says put over it: an empty cell takes nothing away. */
export function mergeDetails(known: PersonDetails, fields: Fields): PersonDetails {
  return {
    ...known,
    name: fields.name ?? known.name,
    email: fields.email ?? known.email,
    phone: fields.phone ?? known.phone,
    birthYear: fields.birthYear ?? known.birthYear,
    gender: fields.gender ?? known.gender,
    municipality: fields.municipality ?? fields.place?.municipality ?? known.municipality,
    locality: fields.place === undefined ? known.locality : fields.place.locality,
    postalCode: fields.place === undefined ? known.postalCode : fields.place.postalCode,
    languages: fields.skills?.languages ?? known.languages,
    sfi: fields.skills === undefined ? known.sfi : fields.skills.sfi,
    educations: mergeEducations(known.educations, fields),
    occupations: fields.occupations?.map((one) => asKnown(one, known.occupations)) ?? known.occupations,
    availability: [...(fields.availability ?? known.availability)],
    ways: fields.ways === undefined ? known.ways : asOrdered(fields.ways, known.ways),
    maxKilometres: fields.maxKilometres ?? known.maxKilometres,
    interests:
      fields.interests === undefined ? known.interests : asOrdered(fields.interests, known.interests),
    household: fields.household ?? known.household,
  };
}

/** The same choices in another order are the same choices. */
function asOrdered<T>(read: readonly T[], known: readonly T[]): readonly T[] {
  return read.length === known.length && read.every((one) => known.includes(one)) ? known : read;
}

/** The same work in other words is the same work: hers are kept. */
function asKnown(
  one: PersonDetails['occupations'][number],
  known: PersonDetails['occupations'],
): PersonDetails['occupations'][number] {
  const same = known.find(
    ({ occupation, ssyk, years }) =>
      ssyk !== null && occupation === one.occupation && ssyk === one.ssyk && years === one.years,
  );
  return same ?? one;
}

export function mergeEnrolled(known: Enrolled, fields: Fields): Enrolled {
  return {
    capacity: fields.capacity ?? known.capacity,
    waitingSince: fields.waitingSince ?? known.waitingSince,
    wishes: fields.wishes ?? known.wishes,
  };
}

/** The first level goes with the first field, and so on; where one is missing, what is known, or the words of the field, say it. */
function mergeEducations(
  known: PersonDetails['educations'],
  { educationLevels, educationFields }: Fields,
): PersonDetails['educations'] {
  if (educationLevels === undefined && educationFields === undefined) return known;
  const count = Math.max(educationLevels?.length ?? 0, educationFields?.length ?? 0);
  return Array.from({ length: Math.min(count, LIMITS.educations) }, (_, index) => {
    const before = known[index];
    const field = educationFields?.[index];
    return {
      level:
        educationLevels?.[index] ?? field?.level ?? before?.level ?? educationLevels?.at(-1) ?? ASSUMED_LEVEL,
      field: field?.field ?? (educationFields === undefined ? (before?.field ?? null) : null),
    };
  });
}
