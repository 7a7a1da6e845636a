import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as model from '../../apps/api/src/database/tables.ts';
import { readSources, ROOT } from './sources.ts';

/** The model: whose room a table belongs to, what it may never hold, and the migrations that make it. */

const ROOMS: Readonly<Record<string, readonly string[]>> = {
  identity: ['account', 'session', 'signInCode', 'staffGrant'],
  matching: ['proposal', 'round'],
  messages: ['letter'],
  pairs: ['meeting', 'pair'],
  programs: ['municipality', 'program', 'programMunicipality'],
  recruitment: ['enrollment', 'person'],
  sheets: ['importFile'],
};

/** Each with its reason beside the code; who adds one here says why there. */
const GUESTS: Readonly<Record<string, readonly string[]>> = {
  // Counted or guarded in the very statement that writes: what was read must still hold.
  'recruitment/enrollment.store.ts': ['pair'],
  'recruitment/person.store.ts': ['account'],
  'matching/round.store.ts': ['enrollment', 'person'],
  // The door of every room: ids alone.
  'identity/relations.store.ts': ['enrollment', 'importFile', 'pair', 'person', 'round'],
  // Counts alone, for one who reads no person.
  'operations/operations.store.ts': ['account', 'letter', 'municipality', 'program', 'round', 'session'],
};

describe('the tables', () => {
  it('are read and written through the store of their own room', () => {
    const guests = readSources('apps/api/src/modules').flatMap(({ file, text }) => {
      const [, room = '', name = ''] = /modules\/([^/]+)\/(.+)$/.exec(file) ?? [];
      const own = [...(ROOMS[room] ?? []), ...(GUESTS[`${room}/${name}`] ?? [])];
      return importedTables(text)
        .filter((table) => !own.includes(table) || !name.endsWith('.store.ts'))
        .map((table) => `${file} reaches for ${table}`);
    });
    expect(guests).toEqual([]);
  });

  it('hold no personal identity number', () => {
    const columns = Object.values(model).flatMap((table) =>
      is(table, SQLiteTable)
        ? Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`)
        : [],
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(
      columns.filter((name) => /personn|person_?num|identity_?num|ssn|samordnings|birth_?da/i.test(name)),
    ).toEqual([]);
  });

  it('come of migrations that are all there, and none beside them', () => {
    const journal = z
      .object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'drizzle/meta/_journal.json'), 'utf8')));
    const listed = journal.entries.map(({ tag }) => `${tag}.sql`);
    expect(journal.entries.map(({ idx }) => idx)).toEqual(listed.map((_, place) => place));
    expect(
      readdirSync(join(ROOT, 'drizzle'))
        .filter((name) => name.endsWith('.sql'))
        .sort(),
    ).toEqual(listed);
    const pictures = journal.entries.map(
      ({ idx }) => `drizzle/meta/${String(idx).padStart(4, '0')}_snapshot.json`,
    );
    expect(pictures.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

function importedTables(text: string): readonly string[] {
  const [, named = ''] = /import \{([^}]*)\} from '[./]*database\/tables\.ts'/.exec(text) ?? [];
  return named
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
