import type { PersonDetails } from '@parvis/contracts';
import { resolvePlace } from '@parvis/reference';
import { searchKey, sortKey } from '../../database/keys.ts';
import type { NewPersonRow, PersonChanges, PersonRow } from './person.store.ts';

/** A new person's row: her details, the keys she is sorted and found by, and where on the map she lives. */
export function recordPerson({
  id,
  accountId,
  details,
  at,
}: {
  readonly id: string;
  readonly accountId: string | null;
  readonly details: PersonDetails;
  readonly at: string;
}): NewPersonRow {
  return { id, accountId, ...columnsOf(details), createdAt: at, updatedAt: at };
}

/** The same of a person who is known: what her row changes to. */
export function recordChanges({
  accountId,
  details,
  at,
}: {
  readonly accountId: string | null;
  readonly details: PersonDetails;
  readonly at: string;
}): PersonChanges {
  return { accountId, ...columnsOf(details), updatedAt: at };
}

/** A person's details as they were given. */
export function detailsOf(row: PersonRow): PersonDetails {
  return {
    name: row.name,
    addressedAs: row.addressedAs,
    email: row.email,
    phone: row.phone,
    birthYear: row.birthYear,
    gender: row.gender,
    municipality: row.municipality,
    locality: row.locality,
    postalCode: row.postalCode,
    languages: row.languages,
    sfi: row.sfi,
    educations: row.educations,
    occupations: row.occupations,
    availability: [...row.availability],
    ways: row.ways,
    maxKilometres: row.maxKilometres,
    interests: row.interests,
    interfaceLanguage: row.interfaceLanguage,
    household: row.household,
  };
}

function columnsOf(details: PersonDetails) {
  return {
    ...details,
    nameSort: sortKey(details.name),
    nameSearch: searchKey(details.name, details.addressedAs, details.email, details.phone, details.locality),
    ...pointOf(details),
  };
}

/** A postal code is nearer than a locality, which is nearer than nothing: distance is then unknown, not guessed. */
function pointOf({ municipality, postalCode, locality }: PersonDetails) {
  for (const text of [postalCode, locality]) {
    const place = text === null ? null : resolvePlace({ municipality, text });
    if (place !== null) return { latitude: place.latitude, longitude: place.longitude };
  }
  return { latitude: null, longitude: null };
}
