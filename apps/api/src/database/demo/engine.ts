import type { Person } from '@parvis/matching';
import { resolvePlace } from '@parvis/reference';
import { asPerson } from '../../modules/recruitment/pool.person.ts';
import { demoId } from './ids.ts';
import type { Joined } from './plan.ts';

/** A planned person as a round sees her. */
export function personInRound({ key, details, enrollment }: Joined): Person {
  return asPerson({ id: demoId(key), details, place: placeOf(details), enrollment });
}

function placeOf({ municipality, postalCode, locality }: Joined['details']): Person['place'] {
  const text = postalCode ?? locality;
  const place = text === null ? null : resolvePlace({ municipality, text });
  return place && { latitude: place.latitude, longitude: place.longitude };
}
