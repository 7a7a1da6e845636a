import { count, eq, inArray } from 'drizzle-orm';
import { write, type Store, type Write } from '../../database/store.ts';
import { municipality } from '../../database/tables.ts';

export type MunicipalityRow = typeof municipality.$inferSelect;

export async function findMunicipality({ read }: Store, code: string): Promise<MunicipalityRow | null> {
  const [found] = await read.select().from(municipality).where(eq(municipality.code, code));
  return found ?? null;
}

/** The municipalities that are here, by name. */
export async function listMunicipalities({ read }: Store): Promise<readonly MunicipalityRow[]> {
  return read.select().from(municipality).orderBy(municipality.name, municipality.code);
}

export async function listMunicipalityNames({ read }: Store, codes: readonly string[]) {
  return read
    .select({ code: municipality.code, name: municipality.name })
    .from(municipality)
    .where(inArray(municipality.code, [...codes]))
    .orderBy(municipality.name);
}

export function insertMunicipality(row: MunicipalityRow): Write {
  return write((db) => db.insert(municipality).values(row));
}

export async function countMunicipalities({ read }: Store): Promise<number> {
  const [found] = await read.select({ n: count() }).from(municipality);
  return found?.n ?? 0;
}
