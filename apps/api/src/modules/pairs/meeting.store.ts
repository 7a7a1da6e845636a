import { and, asc, eq, inArray } from 'drizzle-orm';
import { guardedWrite, write, type Store, type Write } from '../../database/store.ts';
import { meeting, pair } from '../../database/tables.ts';

export type MeetingRow = typeof meeting.$inferSelect;
type NewMeeting = typeof meeting.$inferInsert;

/** The meetings of a pair, earliest first; those that were taken away are among them. */
export async function listMeetings({ read }: Store, pairId: string): Promise<readonly MeetingRow[]> {
  return read
    .select()
    .from(meeting)
    .where(eq(meeting.pairId, pairId))
    .orderBy(asc(meeting.date), asc(meeting.createdAt), asc(meeting.id));
}

/** The meetings of these pairs, earliest first. */
export async function listMeetingsOfPairs(
  { read }: Store,
  pairIds: readonly string[],
): Promise<readonly MeetingRow[]> {
  return read
    .select()
    .from(meeting)
    .where(inArray(meeting.pairId, [...pairIds]))
    .orderBy(asc(meeting.date), asc(meeting.createdAt), asc(meeting.id));
}

/** The meetings of all pairs of these programs, earliest first. */
export async function listMeetingsOfPrograms(
  { read }: Store,
  programIds: readonly string[],
): Promise<readonly MeetingRow[]> {
  const rows = await read
    .select({ meeting })
    .from(meeting)
    .innerJoin(pair, eq(pair.id, meeting.pairId))
    .where(inArray(pair.programId, [...programIds]))
    .orderBy(asc(meeting.date), asc(meeting.createdAt), asc(meeting.id));
  return rows.map((row) => row.meeting);
}

/** `meeting-twice` when the pair has a meeting that day. */
export function insertMeeting(row: NewMeeting): Write {
  return write((db) => db.insert(meeting).values(row), { code: 'meeting-twice', facts: { date: row.date } });
}

type MeetingChanges = Partial<
  Pick<
    MeetingRow,
    'status' | 'way' | 'minutes' | 'topics' | 'note' | 'reportedBy' | 'disputedBy' | 'disputedAt'
  >
> & { readonly updatedAt: string };

/** Changes the meeting as it was read; `changed-meanwhile` when someone was first. */
export function updateMeeting(
  { id, version }: Pick<MeetingRow, 'id' | 'version'>,
  changes: MeetingChanges,
): Write {
  return guardedWrite(
    (db) =>
      db
        .update(meeting)
        .set({ ...changes, version: version + 1 })
        .where(and(eq(meeting.id, id), eq(meeting.version, version))),
    'changed-meanwhile',
  );
}
