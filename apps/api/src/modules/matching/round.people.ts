import type { RoundPerson } from '@parvis/contracts';
import type { Eligible } from '../recruitment/enrollment.store.ts';
import type { Stamp, Stamps } from './standing.decisions.ts';

/** A person of a round as it is kept: as the workspace shows her, and as she stood. */
export interface StampedPerson extends RoundPerson {
  readonly stamp: Stamp;
}

/** How those who wait stand now. */
export function stampsOf(eligible: readonly Eligible[]): Stamps {
  return new Map(
    eligible.map(({ person, enrollment, remaining }) => [
      person.id,
      { person: person.version, enrollment: enrollment.version, room: remaining },
    ]),
  );
}

/** Who came between the reading of the stamps and of the pool has none, and will count as changed. */
export function stampPeople(people: readonly RoundPerson[], stamps: Stamps): readonly RoundPerson[] {
  return people.map((person): RoundPerson | StampedPerson => {
    const stamp = stamps.get(person.id) ?? null;
    return stamp === null ? person : { ...person, stamp };
  });
}

/** The stamps that were kept with a round's people. */
export function readStamps(people: readonly RoundPerson[]): Stamps {
  return new Map(people.map((person) => [person.id, isStamped(person) ? person.stamp : null]));
}

/** The people without their stamps, which are nobody's to see. */
export function facesOf(people: readonly RoundPerson[]): readonly RoundPerson[] {
  return people.map((person) => (isStamped(person) ? faceOf(person) : person));
}

function faceOf({
  id,
  side,
  name,
  gender,
  birthYear,
  municipality,
  locality,
  weeksWaiting,
  capacity,
  languages,
  occupations,
  availability,
  ways,
}: StampedPerson): RoundPerson {
  const where = { municipality, locality };
  const can = { weeksWaiting, capacity, languages, occupations, availability, ways };
  return { id, side, name, gender, birthYear, ...where, ...can };
}

function isStamped(person: RoundPerson): person is StampedPerson {
  return 'stamp' in person && typeof person.stamp === 'object' && person.stamp !== null;
}
