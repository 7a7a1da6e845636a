import type { Person } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import { detailsOf } from './person.record.ts';
import { listNewcomersSince } from './expected.store.ts';
import { asPerson } from './pool.person.ts';

/** Those who come are like those who came in half a year: long enough to count, short enough to be now. */
export const WEEKS_OF_HISTORY = 26;
const MOST_EXPECTED = 200;
const DAY = 86_400_000;

/**
 * Newcomers like those who will come: those who came to the program lately, newest first, with what decides whom they can
 * meet and nothing that says who they are.
 */
export async function loadExpected(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  { programId }: { readonly programId: string },
): Promise<readonly Person[]> {
  const today = now();
  const since = new Date(Date.parse(today) - WEEKS_OF_HISTORY * 7 * DAY).toISOString().slice(0, 10);
  const rows = await listNewcomersSince(store, { programId, since, most: MOST_EXPECTED });
  return rows.map(({ person: row, enrollment: { wishes } }, at) => {
    const { latitude, longitude } = row;
    return asPerson({
      id: `expected-${String(at + 1)}`,
      details: { ...detailsOf(row), interests: [], household: null },
      place: latitude === null || longitude === null ? null : { latitude, longitude },
      enrollment: {
        side: 'newcomer',
        capacity: 1,
        waitingSince: today.slice(0, 10),
        wishes,
        neverWith: [],
      },
    });
  });
}
