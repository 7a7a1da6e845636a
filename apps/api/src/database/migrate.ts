import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Connections } from './sqlite.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../../../drizzle', import.meta.url));

/**
 * Brings the tables up to date. A table is rebuilt inside a transaction, where switching the keys off does nothing, and
 * with the keys on its child rows are cascaded away without an error: so off before, checked after, then on.
 */
export function migrateDatabase({ writer, write }: Connections, folder = MIGRATIONS): void {
  writer.pragma('foreign_keys = OFF');
  try {
    migrate(write, { migrationsFolder: folder });
    const broken = writer.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`${broken.length} rows point at nothing after migrating; restore the backup`);
    }
  } finally {
    writer.pragma('foreign_keys = ON');
  }
}

/** Name of the newest migration: which model this database has. */
export function newestMigration(folder = MIGRATIONS): string {
  const journal = z
    .object({ entries: z.array(z.object({ tag: z.string() })) })
    .parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')));
  return journal.entries.at(-1)?.tag ?? 'none';
}
