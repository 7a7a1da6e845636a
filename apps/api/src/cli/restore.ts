import Database from 'better-sqlite3';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { checkDatabase } from './integrity.ts';
import { runCommand, UsageError } from './installation.ts';

const HELP = `Puts a backup in the place of the database. Stop the server first.

  npm run restore -- FILE

Everyone signs in anew. The database that was there is kept beside it, with the time in its name. The database is that of DATABASE_FILE.
`;

await runCommand(HELP, async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help === true) return HELP;
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) throw new UsageError('name one file to restore from');
  if (!existsSync(source)) throw new UsageError(`${source} does not exist`);
  checkDatabase(source);
  const { databaseFile } = readConfig(process.env);
  const arriving = `${databaseFile}.restoring`;
  process.umask(0o077);
  copyFileSync(source, arriving);
  try {
    endSessions(arriving);
    checkDatabase(arriving);
    const kept = setAside(databaseFile);
    renameSync(arriving, databaseFile);
    return `${databaseFile}: restored and checked${kept === null ? '' : `; the old one is ${kept}`}\n`;
  } finally {
    rmSync(arriving, { force: true });
  }
});

/** Or a session that was ended after the backup would come back to life. */
function endSessions(file: string): void {
  const database = new Database(file);
  database.pragma('secure_delete = ON');
  database.exec('DELETE FROM session; DELETE FROM sign_in_code;');
  database.close();
}

/** Renames the database that is there, once nobody has it open. */
function setAside(file: string): string | null {
  if (!existsSync(file)) return null;
  const database = new Database(file, { timeout: 0 });
  try {
    // Leaving WAL needs the file for oneself alone, and puts everything that was acknowledged into the one file.
    const mode: unknown = database.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new Error(`${file} is in use`);
  } catch {
    throw new Error(`${file} is in use: stop the server, then restore`);
  } finally {
    database.close();
  }
  const kept = `${file}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(file, kept);
  return kept;
}
