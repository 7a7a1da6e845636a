import type { EnrollmentStatus, RefusalCode } from '@parvis/contracts';
import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { guardedWrite, write, writeMany, type Store, type Write } from '../../database/store.ts';
import { enrollment, pair, person } from '../../database/tables.ts';
import type { PersonRow } from './person.store.ts';

export type EnrollmentRow = typeof enrollment.$inferSelect;
export type NewEnrollmentRow = typeof enrollment.$inferInsert;
/** One who waits and has room: `remaining` pairs more. */
export interface Eligible {
  readonly enrollment: EnrollmentRow;
  readonly person: PersonRow;
  readonly remaining: number;
}

/**
 * Live pairs of an enrollment: proposed or active, in its program. The pairs' table belongs to another room; it is counted
 * here, never read, so that a round takes its people in one question.
 */
const counted = sql`
  select count(*) from ${pair} where ${pair.programId} = ${enrollment.programId}
  and ${pair.status} in ('proposed', 'active')
  and ${enrollment.personId} in (${pair.newcomerId}, ${pair.mentorId})`;
// Nested, because drizzle takes the table's name off the columns of an outermost sql in a select of one table.
export const livePairs = sql<number>`(${counted})`;

export async function findEnrollment(
  { read }: Store,
  { programId, personId }: { readonly programId: string; readonly personId: string },
): Promise<EnrollmentRow | null> {
  const [found] = await read
    .select()
    .from(enrollment)
    .where(and(eq(enrollment.programId, programId), eq(enrollment.personId, personId)));
  return found ?? null;
}

/** Everyone of a program in every status, in the order in which they were entered. */
export async function listEnrollments({ read }: Store, programId: string): Promise<readonly EnrollmentRow[]> {
  return read
    .select()
    .from(enrollment)
    .where(eq(enrollment.programId, programId))
    .orderBy(asc(enrollment.createdAt), asc(enrollment.id));
}

/** One person of a program, and the side she is on there. */
export interface About {
  readonly personId: string;
  readonly side: EnrollmentRow['side'];
}

/** Those a round takes: who wait and have room for a pair more, by person id. With `about`, she and the other side alone. */
export async function listEligible(
  { read }: Store,
  programId: string,
  about?: About,
): Promise<readonly Eligible[]> {
  return read
    .select({ enrollment, person, remaining: sql<number>`${enrollment.capacity} - ${livePairs}` })
    .from(enrollment)
    .innerJoin(person, eq(person.id, enrollment.personId))
    .where(
      and(
        eq(enrollment.programId, programId),
        eq(enrollment.status, 'waiting'),
        sql`${livePairs} < ${enrollment.capacity}`,
        about && or(ne(enrollment.side, about.side), eq(enrollment.personId, about.personId)),
      ),
    )
    .orderBy(asc(person.id));
}

/** How everyone of a program stands, by person id. */
export async function listStatuses(
  { read }: Store,
  programId: string,
): Promise<ReadonlyMap<string, EnrollmentStatus>> {
  const rows = await read
    .select({ personId: enrollment.personId, status: enrollment.status })
    .from(enrollment)
    .where(eq(enrollment.programId, programId));
  return new Map(rows.map(({ personId, status }) => [personId, status]));
}

export async function countLivePairs(
  { read }: Store,
  { programId, personId }: { readonly programId: string; readonly personId: string },
): Promise<number> {
  const [found] = await read
    .select({ live: livePairs })
    .from(enrollment)
    .where(and(eq(enrollment.programId, programId), eq(enrollment.personId, personId)));
  return found?.live ?? 0;
}

export async function listEnrollmentsOfPerson(
  { read }: Store,
  personId: string,
): Promise<readonly EnrollmentRow[]> {
  return read
    .select()
    .from(enrollment)
    .where(eq(enrollment.personId, personId))
    .orderBy(asc(enrollment.createdAt), asc(enrollment.id));
}

/** Refused with `already-enrolled` when she is in the program, or her id of the sheet is taken there. */
export function insertEnrollment(row: NewEnrollmentRow): Write {
  return write((db) => db.insert(enrollment).values(row), 'already-enrolled');
}

export function insertEnrollments(
  rows: readonly NewEnrollmentRow[],
  ifTaken: RefusalCode = 'already-enrolled',
): readonly Write[] {
  return writeMany(rows, (db, some) => db.insert(enrollment).values(some), { ifTaken });
}

/** Only from one of the `expected` statuses; otherwise the whole list is undone and `otherwise` said. */
export function updateEnrollmentStatus({
  programId,
  personId,
  status,
  at,
  expected,
  waitingSince,
  withLivePairs,
  otherwise = 'status-does-not-allow',
}: {
  readonly programId: string;
  readonly personId: string;
  readonly status: EnrollmentStatus;
  readonly at: string;
  readonly expected: readonly EnrollmentStatus[];
  /** A new first day in the queue; kept when not given. */
  readonly waitingSince?: string;
  /** As many live pairs as were counted when it was decided. */
  readonly withLivePairs?: number;
  readonly otherwise?: RefusalCode;
}): Write {
  const since = waitingSince === undefined ? {} : { waitingSince };
  const set = { status, ...since, statusSince: at, updatedAt: at, version: sql`${enrollment.version} + 1` };
  return guardedWrite(
    (db) =>
      db
        .update(enrollment)
        .set(set)
        .where(
          and(
            eq(enrollment.programId, programId),
            eq(enrollment.personId, personId),
            inArray(enrollment.status, [...expected]),
            withLivePairs === undefined ? undefined : sql`${livePairs} = ${withLivePairs}`,
          ),
        ),
    otherwise,
  );
}

/** Many of one program at once, under the same guard for each. */
export function updateEnrollmentStatuses({
  programId,
  personIds,
  status,
  at,
  expected,
  otherwise,
}: {
  readonly programId: string;
  readonly personIds: readonly string[];
  readonly status: EnrollmentStatus;
  readonly at: string;
  readonly expected: EnrollmentStatus;
  readonly otherwise: RefusalCode;
}): readonly Write[] {
  const set = { status, statusSince: at, updatedAt: at, version: sql`${enrollment.version} + 1` };
  const chunks = Array.from({ length: Math.ceil(personIds.length / MOST_IDS) }, (_, index) =>
    personIds.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
  );
  return chunks.map((some) =>
    guardedWrite(
      (db) =>
        db
          .update(enrollment)
          .set(set)
          .where(
            and(
              eq(enrollment.programId, programId),
              inArray(enrollment.personId, some),
              eq(enrollment.status, expected),
            ),
          ),
      otherwise,
      some.length,
    ),
  );
}

/** SQLite takes 32,766 values in one statement. */
const MOST_IDS = 10_000;

/** Guarded by the version that was read. */
export function updateEnrollment({
  enrollmentId,
  version,
  changes,
  otherwise = 'changed-meanwhile',
}: {
  readonly enrollmentId: string;
  readonly version: number;
  readonly otherwise?: RefusalCode;
  readonly changes: Partial<
    Omit<NewEnrollmentRow, 'id' | 'programId' | 'personId' | 'version' | 'createdAt'>
  >;
}): Write {
  return guardedWrite(
    (db) =>
      db
        .update(enrollment)
        .set({ ...changes, version: version + 1 })
        .where(and(eq(enrollment.id, enrollmentId), eq(enrollment.version, version))),
    otherwise,
  );
}
