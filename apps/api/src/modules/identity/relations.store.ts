import { and, eq, inArray, or } from 'drizzle-orm';
import type { Store } from '../../database/store.ts';
import { enrollment, importFile, pair, person, round, staffGrant } from '../../database/tables.ts';

type Params = Readonly<Record<string, string>>;

/**
 * What holds between an account and what a path names. It stands at the door of every room, so it alone reads ids, and only
 * ids, from the tables of others.
 */
export async function findRelations(store: Store, accountId: string, params: Params) {
  const grants = await store.read.select().from(staffGrant).where(eq(staffGrant.accountId, accountId));
  const coordinates = new Set(
    grants.filter((grant) => grant.role === 'coordinator').map((grant) => grant.programId),
  );
  return {
    self: await isSelf(store, accountId, params),
    memberOfPair: await isMember(store, accountId, params),
    coordinator: coordinates.size > 0 && (await coversAll(store, coordinates, params)),
    admin: grants.some(
      (grant) => grant.role === 'admin' && grant.municipalityCode === (params['municipalityId'] ?? ''),
    ),
    operator: grants.some((grant) => grant.role === 'operator'),
  };
}

async function isSelf({ read }: Store, accountId: string, { personId }: Params): Promise<boolean> {
  if (personId === undefined) return false;
  const found = await read
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.accountId, accountId)));
  return found.length > 0;
}

async function isMember({ read }: Store, accountId: string, { pairId }: Params): Promise<boolean> {
  if (pairId === undefined) return false;
  const found = await read
    .select({ id: pair.id })
    .from(pair)
    .innerJoin(person, or(eq(person.id, pair.newcomerId), eq(person.id, pair.mentorId)))
    .where(and(eq(pair.id, pairId), eq(person.accountId, accountId)));
  return found.length > 0;
}

/** Is there one program of the coordinator's to which everything belongs that the path names? */
async function coversAll(
  store: Store,
  coordinates: ReadonlySet<string | null>,
  params: Params,
): Promise<boolean> {
  let left = [...coordinates];
  for (const [name, value] of Object.entries(params)) {
    const programs = await programsOf[name]?.(store, value);
    if (programs !== undefined) left = left.filter((programId) => programs.includes(programId ?? ''));
  }
  return left.length > 0;
}

const programsOf: Readonly<Record<string, (store: Store, id: string) => Promise<readonly string[]>>> = {
  programId: async (_store, id) => [id],
  roundId: async ({ read }, id) =>
    ids(await read.select({ id: round.programId }).from(round).where(eq(round.id, id))),
  pairId: async ({ read }, id) =>
    ids(await read.select({ id: pair.programId }).from(pair).where(eq(pair.id, id))),
  importId: async ({ read }, id) =>
    ids(await read.select({ id: importFile.programId }).from(importFile).where(eq(importFile.id, id))),
  enrollmentId: async ({ read }, id) =>
    ids(await read.select({ id: enrollment.programId }).from(enrollment).where(eq(enrollment.id, id))),
  personId: async ({ read }, id) =>
    ids(
      await read
        .select({ id: enrollment.programId })
        .from(enrollment)
        .where(inArray(enrollment.personId, [id])),
    ),
};

function ids(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}
