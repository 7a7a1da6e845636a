import Database from 'better-sqlite3';

/** Throws unless the file is a sound database of ours, every reference in it whole. */
export function checkDatabase(file: string): void {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const said: unknown = database.pragma('integrity_check', { simple: true });
    if (said !== 'ok') throw new Error(`${file} is damaged: ${String(said)}`);
    const broken = database.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(`${file}: ${broken.length} rows point at nothing`);
    const ours = database.prepare("select 1 from sqlite_master where name = 'municipality'").get();
    if (ours === undefined) throw new Error(`${file} is not a database of Parvis`);
  } finally {
    database.close();
  }
}
