import type { RefusalCode } from '@parvis/contracts';
import { eq, inArray, sql } from 'drizzle-orm';
import { guardedWrite, write, writeMany, type Store, type Write } from '../../database/store.ts';
import { account, person } from '../../database/tables.ts';

export type PersonRow = typeof person.$inferSelect;
export type NewPersonRow = typeof person.$inferInsert;
/** What a change may touch; who she is and how often she was changed are not among it. */
export type PersonChanges = Partial<Omit<NewPersonRow, 'id' | 'version' | 'createdAt'>>;

export async function findPerson({ read }: Store, personId: string): Promise<PersonRow | null> {
  const [found] = await read.select().from(person).where(eq(person.id, personId));
  return found ?? null;
}

/** In the order of their names; ids that are nobody's are passed over. */
export async function listPersonsByIds(
  { read }: Store,
  personIds: readonly string[],
): Promise<readonly PersonRow[]> {
  const found: PersonRow[] = [];
  // SQLite takes 32,766 values in one statement.
  for (let at = 0; at < personIds.length; at += MOST_IDS) {
    const some = personIds.slice(at, at + MOST_IDS);
    found.push(...(await read.select().from(person).where(inArray(person.id, some))));
  }
  return found.sort((a, b) => (a.nameSort < b.nameSort ? -1 : a.nameSort > b.nameSort ? 1 : 0));
}

const MOST_IDS = 10_000;

export async function listPeopleOfAccount({ read }: Store, accountId: string) {
  return read
    .select({ personId: person.id, name: person.name })
    .from(person)
    .where(eq(person.accountId, accountId))
    .orderBy(person.nameSort);
}

/** `recordPerson` makes the row of a person's details. */
export function insertPerson(row: NewPersonRow): Write {
  return write((db) => db.insert(person).values({ ...row, ...accountOf(row) }));
}

export function insertPersons(rows: readonly NewPersonRow[]): readonly Write[] {
  return writeMany(
    rows,
    (db, some) => db.insert(person).values(some.map((row) => ({ ...row, ...accountOf(row) }))),
    { size: 100 },
  );
}

/** Guarded by the version that was read: two who change at once cannot overwrite each other. */
export function updatePerson({
  personId,
  version,
  changes,
  otherwise = 'changed-meanwhile',
}: {
  readonly personId: string;
  readonly version: number;
  readonly changes: PersonChanges;
  readonly otherwise?: RefusalCode;
}): Write {
  return guardedWrite(
    (db) =>
      db
        .update(person)
        .set({ ...changes, ...accountOf(changes), version: version + 1 })
        .where(sql`${person.id} = ${personId} and ${person.version} = ${version}`),
    otherwise,
  );
}

/** Of two people of one new address, added at once, the second is given the account that the first one made. */
function accountOf({ accountId, email }: Pick<PersonChanges, 'accountId' | 'email'>) {
  if (accountId === undefined || accountId === null || email === undefined || email === null) return {};
  return {
    accountId: sql`coalesce((select ${account.id} from ${account} where ${account.email} = ${email}), ${accountId})`,
  };
}
