import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Store } from '../../database/store.ts';
import { enrollment, person } from '../../database/tables.ts';

/** Newcomers who have waited in the program since a day or later, newest first, as they are now; who withdrew is not among them. */
export async function listNewcomersSince(
  { read }: Store,
  { programId, since, most }: { readonly programId: string; readonly since: string; readonly most: number },
) {
  return read
    .select({ enrollment, person })
    .from(enrollment)
    .innerJoin(person, eq(person.id, enrollment.personId))
    .where(
      and(
        eq(enrollment.programId, programId),
        eq(enrollment.side, 'newcomer'),
        inArray(enrollment.status, ['approved', 'waiting', 'matched', 'completed', 'paused']),
        gte(enrollment.waitingSince, since),
      ),
    )
    .orderBy(desc(enrollment.waitingSince), desc(enrollment.id))
    .limit(most);
}
