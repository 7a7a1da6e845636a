import type { RoundChange, RoundFailure, RoundPerson, RoundStatus } from '@parvis/contracts';
import type { RoundInput, RoundResult } from '@parvis/matching';
import { and, count, desc, eq, lt, max, sql } from 'drizzle-orm';
import { guardedWrite, write, writeMany, type Store, type Write } from '../../database/store.ts';
import {
  enrollment,
  person,
  proposal,
  round,
  type FormerDraft,
  type RoundStep,
} from '../../database/tables.ts';

export type RoundRow = typeof round.$inferSelect;

export async function findRound({ read }: Store, roundId: string): Promise<RoundRow | null> {
  const [found] = await read.select().from(round).where(eq(round.id, roundId));
  return found ?? null;
}

/** How a round stands, without what it holds. */
export async function findStanding({ read }: Store, roundId: string) {
  const { id, status, version, failure } = round;
  const [found] = await read.select({ id, status, version, failure }).from(round).where(eq(id, roundId));
  return found ?? null;
}

/** Newest first, without snapshots and results: the counts are read out of them where they lie. */
export async function listRoundsOfProgram({ read }: Store, programId: string) {
  return read
    .select({
      id: round.id,
      number: round.number,
      status: round.status,
      createdAt: round.createdAt,
      publishedAt: round.publishedAt,
      createdBy: round.createdBy,
      pairs: sql<number>`coalesce(json_array_length(${round.result}, '$.pairs'), 0)`,
      leftOut: sql<number>`coalesce(json_array_length(${round.result}, '$.leftOut'), 0)`,
      total: sql<number>`coalesce(json_extract(${round.result}, '$.certificate.total'), 0)`,
    })
    .from(round)
    .where(eq(round.programId, programId))
    .orderBy(desc(round.number));
}

/** The round that is open, how many are published, and the number of the newest. */
export async function findStandOfRounds({ read }: Store, programId: string) {
  const [open] = await read
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.programId, programId), sql`${round.status} in ('solving', 'draft')`));
  const [published] = await read
    .select({ n: count() })
    .from(round)
    .where(and(eq(round.programId, programId), eq(round.status, 'published')));
  const [newest] = await read
    .select({ n: max(round.number) })
    .from(round)
    .where(eq(round.programId, programId));
  return { openRound: open?.id ?? null, publishedRounds: published?.n ?? 0, newest: newest?.n ?? 0 };
}

/** The newest published round of a program that left a person out. */
export async function findRoundWithout(
  { read }: Store,
  { programId, personId }: { readonly programId: string; readonly personId: string },
): Promise<string | null> {
  const leftOut = sql`exists (select 1 from json_each(${round.result}, '$.leftOut') as one
    where json_extract(one.value, '$.id') = ${personId})`;
  const [found] = await read
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.programId, programId), eq(round.status, 'published'), leftOut))
    .orderBy(desc(round.number))
    .limit(1);
  return found?.id ?? null;
}

/** How often each person was left out of the program's published rounds before one. */
export async function countLeftOut(
  { read }: Store,
  { programId, number }: Pick<RoundRow, 'programId' | 'number'>,
): Promise<Readonly<Record<string, number>>> {
  const published = await read
    .select({ leftOut: sql<string>`coalesce(json_extract(${round.result}, '$.leftOut'), '[]')` })
    .from(round)
    .where(and(eq(round.programId, programId), eq(round.status, 'published'), lt(round.number, number)));
  const times: Record<string, number> = {};
  for (const { leftOut } of published) {
    const people: readonly { readonly id: string }[] = JSON.parse(leftOut);
    for (const { id } of people) times[id] = (times[id] ?? 0) + 1;
  }
  return times;
}

/** Rounds that were being solved when the server stopped. */
export async function listSolvingRounds({ read }: Store): Promise<readonly RoundRow[]> {
  return read.select().from(round).where(eq(round.status, 'solving')).orderBy(round.createdAt);
}

/** Refuses `round-open` when the program has an open round already. */
export function insertRound(row: typeof round.$inferInsert): Write {
  return write((db) => db.insert(round).values(row), 'round-open');
}

/** What a step makes of a round; the version goes up by one. */
export interface RoundUpdate {
  readonly status?: RoundStatus;
  readonly programVersion?: number;
  readonly snapshot?: RoundInput;
  readonly people?: readonly RoundPerson[];
  readonly away?: readonly string[];
  readonly result?: RoundResult;
  readonly steps?: readonly RoundStep[];
  readonly change?: RoundChange | null;
  readonly engine?: string;
  readonly failure?: RoundFailure | null;
  readonly former?: FormerDraft | null;
  readonly solvedAt?: string;
  readonly publishedAt?: string;
  readonly discardedAt?: string;
}

/** Refuses `changed-meanwhile` unless the round still stands as it was read. */
export function updateRound(
  { id, version, status }: Pick<RoundRow, 'id' | 'version' | 'status'>,
  update: RoundUpdate,
): Write {
  return guardedWrite(
    (db) =>
      db
        .update(round)
        .set({ ...update, version: version + 1 })
        .where(and(eq(round.id, id), eq(round.version, version), eq(round.status, status))),
    'changed-meanwhile',
  );
}

export function insertProposals(rows: readonly (typeof proposal.$inferInsert)[]): readonly Write[] {
  return writeMany(rows, (db, some) => db.insert(proposal).values(some));
}

/**
 * Undoes the whole list with `round-outdated` unless these people still wait, unchanged since they were stamped. It counts in
 * the tables of another room, because what was read from them must still hold in the moment of writing.
 */
export function guardPeople(
  { id, programId }: Pick<RoundRow, 'id' | 'programId'>,
  people: readonly { readonly id: string; readonly person: number; readonly enrollment: number }[],
): readonly Write[] {
  const chunks = Array.from({ length: Math.ceil(people.length / MOST_GUARDED) }, (_, index) =>
    people.slice(index * MOST_GUARDED, (index + 1) * MOST_GUARDED),
  );
  return chunks.map((some) => {
    const stamps = sql.join(
      some.map((one) => sql`(${one.id}, ${one.person}, ${one.enrollment})`),
      sql`, `,
    );
    const unchanged = sql`(
      select count(*) from ${enrollment} join ${person} on ${person.id} = ${enrollment.personId}
      where ${enrollment.programId} = ${programId} and ${enrollment.status} = 'waiting'
      and (${person.id}, ${person.version}, ${enrollment.version}) in (values ${stamps}))`;
    return guardedWrite(
      (db) =>
        db
          .update(round)
          .set({ programId })
          .where(and(eq(round.id, id), sql`${unchanged} = ${some.length}`)),
      'round-outdated',
    );
  });
}

/** SQLite takes 32,766 values in one statement, and 500 terms in one compound. */
const MOST_GUARDED = 400;
