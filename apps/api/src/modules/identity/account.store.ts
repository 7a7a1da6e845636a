import { Refused, type Locale } from '@parvis/contracts';
import { and, eq } from 'drizzle-orm';
import { write, type Store, type Write } from '../../database/store.ts';
import { account, staffGrant } from '../../database/tables.ts';

export type AccountRow = typeof account.$inferSelect;
export type GrantRow = typeof staffGrant.$inferSelect;

export async function findAccountByEmail({ read }: Store, email: string): Promise<AccountRow | null> {
  const [found] = await read.select().from(account).where(eq(account.email, email));
  return found ?? null;
}

export async function loadAccount({ read }: Store, accountId: string): Promise<AccountRow> {
  const [found] = await read.select().from(account).where(eq(account.id, accountId));
  if (found === undefined) throw new Refused('not-there');
  return found;
}

export async function listGrants({ read }: Store, accountId: string): Promise<readonly GrantRow[]> {
  return read.select().from(staffGrant).where(eq(staffGrant.accountId, accountId));
}

/** The programs that an account coordinates. */
export async function listCoordinated({ read }: Store, accountId: string): Promise<readonly string[]> {
  const grants = await read
    .select({ programId: staffGrant.programId })
    .from(staffGrant)
    .where(and(eq(staffGrant.accountId, accountId), eq(staffGrant.role, 'coordinator')));
  return grants.flatMap(({ programId }) => programId ?? []);
}

export function insertAccount(row: {
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  readonly locale: Locale;
  readonly createdAt: string;
}): Write {
  // Two people of one address may be added at once: the second finds the first's account.
  return write((db) => db.insert(account).values(row).onConflictDoNothing({ target: account.email }));
}

export function insertGrant(row: typeof staffGrant.$inferInsert): Write {
  return write((db) => db.insert(staffGrant).values(row).onConflictDoNothing());
}

export function updateSignedIn(accountId: string, at: string): Write {
  return write((db) => db.update(account).set({ lastSignedInAt: at }).where(eq(account.id, accountId)));
}
