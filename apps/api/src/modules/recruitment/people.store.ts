import type { EnrollmentStatus, PEOPLE_SORTS } from '@parvis/contracts';
import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { containing } from '../../database/keys.ts';
import type { Store } from '../../database/store.ts';
import { enrollment, person } from '../../database/tables.ts';
import { livePairs } from './enrollment.store.ts';

export interface PeopleQuery {
  readonly programId: string;
  readonly search: string;
  readonly side: 'newcomer' | 'mentor' | undefined;
  readonly status: EnrollmentStatus | undefined;
  readonly sort: (typeof PEOPLE_SORTS)[number];
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
  readonly offset: number;
}

/** One page of a program's people, with how many live pairs each has, and how many people there are in all. */
export async function listPeoplePage({ read }: Store, query: PeopleQuery) {
  const where = and(
    eq(enrollment.programId, query.programId),
    query.side === undefined ? undefined : eq(enrollment.side, query.side),
    query.status === undefined ? undefined : eq(enrollment.status, query.status),
    ...query.search.split(/\s+/).filter(Boolean).slice(0, 10).map(isFound),
  );
  const people = await read
    .select({ person, enrollment, livePairs })
    .from(enrollment)
    .innerJoin(person, eq(person.id, enrollment.personId))
    .where(where)
    .orderBy(...orderOf(query), asc(person.nameSort), asc(person.id))
    .limit(query.limit)
    .offset(query.offset);
  const [all] = await read
    .select({ total: count() })
    .from(enrollment)
    .innerJoin(person, eq(person.id, enrollment.personId))
    .where(where);
  return { people, total: all?.total ?? 0 };
}

/** Everyone of a program with her person and how many live pairs she is in, by name. */
export async function listPeople({ read }: Store, programId: string) {
  return read
    .select({ person, enrollment, livePairs })
    .from(enrollment)
    .innerJoin(person, eq(person.id, enrollment.personId))
    .where(eq(enrollment.programId, programId))
    .orderBy(asc(person.nameSort), asc(person.id));
}

/** Names of those of these people who are in the program, by name. */
export async function listNamesInProgram(
  { read }: Store,
  { programId, personIds }: { readonly programId: string; readonly personIds: readonly string[] },
) {
  return read
    .select({ personId: person.id, name: person.name })
    .from(enrollment)
    .innerJoin(person, eq(person.id, enrollment.personId))
    .where(and(eq(enrollment.programId, programId), inArray(person.id, [...personIds])))
    .orderBy(asc(person.nameSort), asc(person.id));
}

/** Each word somewhere in the name, the address or the place; a telephone number however its figures are grouped. */
function isFound(word: string): SQL {
  const digits = word.replace(/\D/g, '').replace(/^(?:0046|46|0)/, '');
  const text = sql`${person.nameSearch} like ${containing(word)} escape '\\'`;
  return digits.length < 5 ? text : sql`(${text} or ${person.phone} like ${`%${digits}%`})`;
}

const STATUSES: readonly EnrollmentStatus[] = [
  'applied',
  'approved',
  'waiting',
  'matched',
  'paused',
  'completed',
  'withdrawn',
];

/** Descending by waiting is the longest waiting first, whose first day is the earliest. */
function orderOf({ sort, order }: PeopleQuery): readonly SQL[] {
  const way = order === 'ascending' ? asc : desc;
  switch (sort) {
    case 'name':
      return [way(person.nameSort)];
    case 'waiting':
      return [order === 'ascending' ? desc(enrollment.waitingSince) : asc(enrollment.waitingSince)];
    case 'place':
      return [way(person.municipality), way(sql`coalesce(${person.locality}, '')`)];
    case 'status': {
      const cases = STATUSES.map((status, place) => sql`when ${status} then ${place}`);
      return [way(sql`case ${enrollment.status} ${sql.join(cases, sql` `)} end`)];
    }
  }
}
