import type { RefusalCode } from '@parvis/contracts';
import { and, desc, eq, inArray, lt, ne, or, type SQL } from 'drizzle-orm';
import { guardedWrite, write, writeMany, type Store, type Write } from '../../database/store.ts';
import { pair } from '../../database/tables.ts';

export type PairRow = typeof pair.$inferSelect;
export type NewPair = typeof pair.$inferInsert;

/** SQLite takes 32,766 values in one statement, and each id is asked for on both sides. */
const MOST_IDS = 10_000;

export async function findPair({ read }: Store, pairId: string): Promise<PairRow | null> {
  const [found] = await read.select().from(pair).where(eq(pair.id, pairId));
  return found ?? null;
}

/** Newest first. */
export async function listPairsOfProgram({ read }: Store, programId: string): Promise<readonly PairRow[]> {
  return read
    .select()
    .from(pair)
    .where(eq(pair.programId, programId))
    .orderBy(desc(pair.proposedAt), desc(pair.id));
}

/** The pairs these people are or were in, on either side and in any program, newest first. */
export async function listPairsOfPeople(
  store: Store,
  personIds: readonly string[],
): Promise<readonly PairRow[]> {
  return listByPeople(store, personIds, undefined);
}

/**
 * Pairs that are not to be proposed once more: all that these people are or were in, in any program. A proposal that nobody
 * answered in time is not among them: the letter may never have been read.
 */
export async function listEarlierPairs(
  store: Store,
  personIds: readonly string[],
): Promise<readonly PairRow[]> {
  return listByPeople(store, personIds, ne(pair.status, 'expired'));
}

/** Proposals whose time to answer is out. */
export async function listProposalsToExpire({ read }: Store, now: string): Promise<readonly PairRow[]> {
  return read
    .select()
    .from(pair)
    .where(and(eq(pair.status, 'proposed'), lt(pair.answerBy, now)));
}

/** Active pairs whose last day has gone by. */
export async function listPairsToComplete({ read }: Store, today: string): Promise<readonly PairRow[]> {
  return read
    .select()
    .from(pair)
    .where(and(eq(pair.status, 'active'), lt(pair.endsOn, today)));
}

/** `ifTaken`: what to say when the two already are in a live pair of the program. */
export function insertPair(row: NewPair, ifTaken: RefusalCode = 'round-outdated'): Write {
  return write((db) => db.insert(pair).values(row), ifTaken);
}

export function insertPairs(
  rows: readonly NewPair[],
  ifTaken: RefusalCode = 'round-outdated',
): readonly Write[] {
  return writeMany(rows, (db, some) => db.insert(pair).values(some), { ifTaken });
}

type PairChanges = Partial<
  Pick<
    PairRow,
    | 'status'
    | 'newcomerAnswer'
    | 'mentorAnswer'
    | 'startedAt'
    | 'startsOn'
    | 'endsOn'
    | 'closedAt'
    | 'closedBy'
    | 'closeReason'
    | 'closeNote'
  >
> & { readonly updatedAt: string };

/** Changes the pair as it was read; `changed-meanwhile` when someone was first. */
export function updatePair({ id, version }: Pick<PairRow, 'id' | 'version'>, changes: PairChanges): Write {
  return guardedWrite(
    (db) =>
      db
        .update(pair)
        .set({ ...changes, version: version + 1 })
        .where(and(eq(pair.id, id), eq(pair.version, version))),
    'changed-meanwhile',
  );
}

async function listByPeople(
  { read }: Store,
  personIds: readonly string[],
  which: SQL | undefined,
): Promise<readonly PairRow[]> {
  const found = new Map<string, PairRow>();
  for (let start = 0; start < personIds.length; start += MOST_IDS) {
    const some = personIds.slice(start, start + MOST_IDS);
    const rows = await read
      .select()
      .from(pair)
      .where(and(or(inArray(pair.newcomerId, some), inArray(pair.mentorId, some)), which))
      .orderBy(desc(pair.proposedAt), desc(pair.id));
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}
