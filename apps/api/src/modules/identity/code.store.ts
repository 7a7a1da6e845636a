import { and, count, desc, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import { guardedWrite, write, type Store, type Write } from '../../database/store.ts';
import { signInCode } from '../../database/tables.ts';

export async function countCodes(
  { read }: Store,
  {
    addressHash,
    remoteHash,
    since,
  }: { readonly addressHash: string; readonly remoteHash: string; readonly since: string },
) {
  const after = gt(signInCode.createdAt, since);
  const [address] = await read
    .select({ n: count() })
    .from(signInCode)
    .where(and(eq(signInCode.addressHash, addressHash), after));
  const [remote] = await read
    .select({ n: count() })
    .from(signInCode)
    .where(and(eq(signInCode.remoteHash, remoteHash), after));
  return { forAddress: address?.n ?? 0, fromRemote: remote?.n ?? 0 };
}

/** The newest code that this browser asked for; older ones open nothing any more. */
export async function findCodeOfBrowser({ read }: Store, browserHash: string) {
  const [found] = await read
    .select()
    .from(signInCode)
    .where(eq(signInCode.browserHash, browserHash))
    .orderBy(desc(signInCode.createdAt), desc(signInCode.id))
    .limit(1);
  return found ?? null;
}

export function insertCode(row: typeof signInCode.$inferInsert): Write {
  return write((db) => db.insert(signInCode).values(row));
}

/** Counts a try before the code is looked at: of many at once, no more than the allowed get through. */
export function updateTries(codeId: string, most: number): Write {
  return guardedWrite(
    (db) =>
      db
        .update(signInCode)
        .set({ tries: sql`${signInCode.tries} + 1` })
        .where(and(eq(signInCode.id, codeId), lt(signInCode.tries, most), isNull(signInCode.usedAt))),
    'code-used-up',
  );
}

/** Single use: of two at once, one signs in. */
export function updateUsed(codeId: string, at: string): Write {
  return guardedWrite(
    (db) =>
      db
        .update(signInCode)
        .set({ usedAt: at })
        .where(and(eq(signInCode.id, codeId), isNull(signInCode.usedAt))),
    'code-used-up',
  );
}

/** Kept an hour, to count by. */
export function deleteCodesAskedBy(instant: string): Write {
  return write((db) => db.delete(signInCode).where(lte(signInCode.createdAt, instant)));
}
