import { and, eq, lt } from 'drizzle-orm';
import { guardedWrite, write, type Store, type Write } from '../../database/store.ts';
import { importFile } from '../../database/tables.ts';

export type ImportRow = typeof importFile.$inferSelect;

export async function findImport({ read }: Store, importId: string): Promise<ImportRow | null> {
  const [found] = await read.select().from(importFile).where(eq(importFile.id, importId));
  return found ?? null;
}

export function insertImport(row: typeof importFile.$inferInsert): Write {
  return write((db) => db.insert(importFile).values(row));
}

/** Only while it is not applied, and has not been changed since it was read. */
export function updateImport(
  { id, version }: Pick<ImportRow, 'id' | 'version'>,
  changes: Partial<Pick<ImportRow, 'cells' | 'columns' | 'report' | 'status' | 'appliedAt'>>,
): Write {
  return guardedWrite(
    (db) =>
      db
        .update(importFile)
        .set({ ...changes, version: version + 1 })
        .where(and(eq(importFile.id, id), eq(importFile.version, version), eq(importFile.status, 'checked'))),
    'import-already-applied',
  );
}

/** What was read and never applied is forgotten: it is full of people. */
export function deleteImportsCheckedBefore(programId: string, instant: string): Write {
  return write((db) =>
    db
      .delete(importFile)
      .where(
        and(
          eq(importFile.programId, programId),
          eq(importFile.status, 'checked'),
          lt(importFile.createdAt, instant),
        ),
      ),
  );
}
