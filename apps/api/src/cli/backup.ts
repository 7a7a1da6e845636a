import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { checkDatabase } from './integrity.ts';
import { runCommand, UsageError } from './installation.ts';

const HELP = `Writes a checked copy of the database, also while the server runs.

  npm run backup -- FILE

FILE must not exist. The database is that of DATABASE_FILE. The copy holds personal data: keep it as you keep the database.
`;

await runCommand(HELP, async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help === true) return HELP;
  const [target, ...more] = positionals;
  if (target === undefined || more.length > 0) throw new UsageError('name one file to write');
  if (existsSync(target)) throw new UsageError(`${target} exists already`);
  const { databaseFile } = readConfig(process.env);
  if (!existsSync(databaseFile)) throw new Error(`there is no database at ${databaseFile}`);
  // A copy of the files is torn when someone writes meanwhile; this one is a moment of the database, under load too.
  process.umask(0o077);
  const database = new Database(databaseFile, { readonly: true });
  database.prepare('VACUUM INTO ?').run(target);
  database.close();
  checkDatabase(target);
  return `${target}: written and checked\n`;
});
