import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readSources, ROOT } from './sources.ts';

/** The model: whose room a table belongs to, what it may never hold, and the migrations that make it. */

const ROOMS: Readonly<Record<string, readonly string[]>> = {
  identity: ['account', 'session', 'signInCode', 'staffGrant'],
  matching: ['proposal', 'round', 'roundVariant'],
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

const FOLDER = join(ROOT, 'drizzle');
const journalShape = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });
const snapshotShape = z.object({
  tables: z.record(z.string(), z.object({ name: z.string(), columns: z.record(z.string(), z.unknown()) })),
});

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
    const columns = Object.values(snapshotOf(readJournal().length - 1).tables).flatMap((table) =>
      Object.keys(table.columns).map((column) => `${table.name}.${column}`),
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(
      columns.filter((name) => /personn|person_?num|identity_?num|ssn|samordnings|birth_?da/i.test(name)),
    ).toEqual([]);
  });

  it('come of migrations that are all there, and none beside them', () => {
    const journal = readJournal();
    const listed = journal.map(({ tag }) => `${tag}.sql`);
    expect(journal.map(({ idx }) => idx)).toEqual(listed.map((_, place) => place));
    expect(
      readdirSync(FOLDER)
        .filter((name) => name.endsWith('.sql'))
        .sort(),
    ).toEqual(listed);
    for (const { idx } of journal) expect(Object.keys(snapshotOf(idx).tables)).toContain('person');
  });
});

function readJournal() {
  return journalShape.parse(readJson('meta/_journal.json')).entries;
}

/** The model as a migration left it. */
function snapshotOf(idx: number) {
  return snapshotShape.parse(readJson(`meta/${String(idx).padStart(4, '0')}_snapshot.json`));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));
}

function importedTables(text: string): readonly string[] {
  const [, named = ''] = /import \{([^}]*)\} from '[./]*database\/tables\.ts'/.exec(text) ?? [];
  return named
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
