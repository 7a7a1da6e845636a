import { and, eq, gt, lte } from 'drizzle-orm';
import { write, type Store, type Write } from '../../database/store.ts';
import { account, session } from '../../database/tables.ts';

/** The account behind a session that still holds. */
export async function findAsker({ read }: Store, sessionId: string, now: string) {
  const [found] = await read
    .select({ sessionId: session.id, accountId: session.accountId, locale: account.locale })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(and(eq(session.id, sessionId), gt(session.expiresAt, now)));
  return found ?? null;
}

export function insertSession(row: typeof session.$inferInsert): Write {
  return write((db) => db.insert(session).values(row));
}

export function deleteSession(sessionId: string): Write {
  return write((db) => db.delete(session).where(eq(session.id, sessionId)));
}

export function deleteSessionsExpiredBy(instant: string): Write {
  return write((db) => db.delete(session).where(lte(session.expiresAt, instant)));
}
