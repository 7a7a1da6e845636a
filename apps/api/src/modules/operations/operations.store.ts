import { and, count, eq, gt, min, sql } from 'drizzle-orm';
import type { Store } from '../../database/store.ts';
import { account, letter, municipality, program, round, session } from '../../database/tables.ts';

/** Counts for the operator, who keeps the machine running and reads no person. */

export async function isReady({ read }: Store): Promise<boolean> {
  await read.select({ n: count() }).from(municipality);
  return true;
}

export async function countThings({ read }: Store, now: string) {
  const [found] = await read
    .select({
      municipalities: sql<number>`(select count(*) from ${municipality})`,
      programs: sql<number>`(select count(*) from ${program})`,
      accounts: sql<number>`(select count(*) from ${account})`,
    })
    .from(sql`(select 1)`);
  const [sessions] = await read.select({ n: count() }).from(session).where(gt(session.expiresAt, now));
  const [solving] = await read.select({ n: count() }).from(round).where(eq(round.status, 'solving'));
  return {
    municipalities: found?.municipalities ?? 0,
    programs: found?.programs ?? 0,
    accounts: found?.accounts ?? 0,
    sessions: sessions?.n ?? 0,
    roundsSolving: solving?.n ?? 0,
  };
}

export async function countLetters({ read }: Store) {
  const [waiting] = await read
    .select({ n: count(), oldest: min(letter.createdAt) })
    .from(letter)
    .where(eq(letter.status, 'queued'));
  const [failed] = await read
    .select({ n: count() })
    .from(letter)
    .where(and(eq(letter.status, 'failed')));
  return { waiting: waiting?.n ?? 0, failed: failed?.n ?? 0, oldest: waiting?.oldest ?? null };
}
