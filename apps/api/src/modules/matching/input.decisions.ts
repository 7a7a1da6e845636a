import type { Person, PersonPair, RoundInput } from '@parvis/matching';

/**
 * The snapshot with nothing in it that the engine does not need, so that it may leave the server: the same round comes of
 * it. What people wrote, households' names, who asked never to be with whom, and pairs with people outside the round stay.
 */
export function offerInput(snapshot: RoundInput): Required<RoundInput> {
  const {
    newcomers,
    mentors,
    pins = [],
    bans = [],
    history = [],
    substitutes = [],
    expected = [],
    now,
  } = snapshot;
  const isNewcomer = new Set(newcomers.map(({ id }) => id));
  const isMentor = new Set(mentors.map(({ id }) => id));
  const turn = ({ newcomer, mentor }: PersonPair): PersonPair =>
    isNewcomer.has(newcomer) ? { newcomer, mentor } : { newcomer: mentor, mentor: newcomer };
  const households = numberHouseholds([...newcomers, ...mentors]);
  const never = standWithNewcomers(newcomers, mentors);
  const offer = (person: Person): Person => offerPerson(person, { households, never });
  return {
    program: snapshot.program,
    newcomers: newcomers.map(offer),
    mentors: mentors.map(offer),
    pins: pins.map(({ newcomer, mentor, reason }) => ({ newcomer, mentor, reason })),
    bans: bans.map(({ newcomer, mentor }) => ({ newcomer, mentor })),
    history: history
      .map(turn)
      .filter(({ newcomer, mentor }) => isNewcomer.has(newcomer) && isMentor.has(mentor)),
    substitutes: substitutes.map(({ occupation, by, percent }) => ({ occupation, by, percent })),
    expected: expected.map((person, at) => ({ ...offer(person), ...stranger(at, now) })),
    now,
  };
}

/** Of those who came earlier the engine reads only what they were looking for. */
function stranger(at: number, now: string) {
  return { id: `expected-${at + 1}`, waitingSince: now.slice(0, ISO_DAY), household: null, neverWith: [] };
}

/** The words of every code that a reason or an obstacle between two of these people could name: also the broader groups they share. */
export function listKeys(people: readonly Person[]): readonly string[] {
  return people.flatMap(({ municipality, languages, educations, occupations, interests, wishes }) => [
    `municipality:${municipality}`,
    ...languages.map(({ language }) => `language:${language}`),
    ...wishes.flatMap((wish) => (wish.about === 'language' ? [`language:${wish.language}`] : [])),
    ...interests.map((interest) => `interest:${interest}`),
    ...educations.flatMap(({ field }) => startsOf(field ?? '').map((start) => `field:${start}`)),
    ...occupations.flatMap(({ occupation, ssyk }) => [
      ...(occupation === null ? [] : [`occupation:${occupation}`]),
      ...startsOf(ssyk).map((start) => `ssyk:${start}`),
    ]),
  ]);
}

function startsOf(code: string): readonly string[] {
  return Array.from(code, (_, at) => code.slice(0, at + 1));
}

interface Hidden {
  readonly households: ReadonlyMap<string, string>;
  readonly never: ReadonlyMap<string, readonly string[]>;
}

function offerPerson(person: Person, { households, never }: Hidden): Person {
  const { id, gender, birthYear, municipality, availability, ways, maxKilometres, capacity } = person;
  const { languages, educations, occupations, interests, wishes, household, waitingSince } = person;
  return {
    id,
    gender,
    birthYear,
    municipality,
    place: person.place && { latitude: person.place.latitude, longitude: person.place.longitude },
    languages: languages.map(({ language, level }) => ({ language, level })),
    educations: educations.map(({ level, field }) => ({ level, field })),
    occupations: occupations.map(({ occupation, ssyk, years }) => ({ occupation, ssyk, years })),
    availability,
    ways,
    maxKilometres,
    interests,
    capacity,
    waitingSince: waitingSince.slice(0, ISO_DAY),
    household: household === null ? null : (households.get(household) ?? null),
    wishes,
    neverWith: never.get(id) ?? [],
  };
}

const ISO_DAY = 10;

/** A number for each household of two or more: a name may be a family's. */
function numberHouseholds(people: readonly Person[]): ReadonlyMap<string, string> {
  const members = Map.groupBy(people, ({ household }) => household);
  const shared = [...members].filter(([name, of]) => name !== null && of.length > 1);
  return new Map(shared.map(([name], at) => [name ?? '', String(at + 1)]));
}

/** Held with the newcomer alone, whoever asked: which of two wants to be away from the other is nobody's to see. */
function standWithNewcomers(
  newcomers: readonly Person[],
  mentors: readonly Person[],
): ReadonlyMap<string, readonly string[]> {
  const never = new Map(newcomers.map(({ id }) => [id, new Set<string>()]));
  const isMentor = new Set(mentors.map(({ id }) => id));
  for (const { id, neverWith } of newcomers) {
    for (const other of neverWith) if (isMentor.has(other)) never.get(id)?.add(other);
  }
  for (const { id, neverWith } of mentors) for (const other of neverWith) never.get(other)?.add(id);
  return new Map([...never].map(([id, others]) => [id, [...others].sort()]));
}
