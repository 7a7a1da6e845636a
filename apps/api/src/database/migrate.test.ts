import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase, MIGRATIONS, newestMigration } from './migrate.ts';
import { openSqlite, type Connections } from './sqlite.ts';

const REBUILD = `CREATE TABLE \`__new_account\` (\`id\` text PRIMARY KEY NOT NULL, \`email\` text NOT NULL, \`name\` text,
  \`locale\` text NOT NULL, \`created_at\` text NOT NULL, \`last_signed_in_at\` text, \`added\` text);--> statement-breakpoint
INSERT INTO \`__new_account\` SELECT id, email, name, locale, created_at, last_signed_in_at, null FROM \`account\`;--> statement-breakpoint
DROP TABLE \`account\`;--> statement-breakpoint
ALTER TABLE \`__new_account\` RENAME TO \`account\`;`;

describe('bringing the tables up to date', () => {
  let folder = '';
  let connections: Connections;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-migrate-'));
    connections = openSqlite(join(folder, 'parvis.sqlite'));
    migrateDatabase(connections);
    connections.writer.exec(`
      insert into account (id, email, locale, created_at) values ('a', 'a@example.se', 'sv', '2026-11-21');
      insert into session (id, account_id, created_at, expires_at) values ('s', 'a', '2026-11-21', '2099-01-01');`);
  });
  afterEach(() => {
    connections.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const countSessions = () => connections.reader.prepare('select count(*) from session').pluck().get();
  const keysHeld = () => connections.writer.pragma('foreign_keys', { simple: true });
  /** The migrations, and one more. */
  function withMigration(sql: string): string {
    const target = join(folder, 'drizzle');
    cpSync(MIGRATIONS, target, { recursive: true });
    const journal = join(target, 'meta/_journal.json');
    const read: { entries: object[] } = JSON.parse(readFileSync(journal, 'utf8'));
    read.entries.push({
      idx: 999,
      version: '6',
      when: 4_000_000_000_000,
      tag: '0999_more',
      breakpoints: true,
    });
    writeFileSync(journal, JSON.stringify(read));
    writeFileSync(join(target, '0999_more.sql'), sql);
    return target;
  }

  it('does nothing the second time', () => {
    migrateDatabase(connections);
    expect(countSessions()).toBe(1);
    expect(keysHeld()).toBe(1);
  });

  it('keeps the child rows of a table that is rebuilt', () => {
    migrateDatabase(connections, withMigration(REBUILD));
    expect(connections.reader.prepare('select added from account').all()).toEqual([{ added: null }]);
    expect(countSessions()).toBe(1);
    expect(keysHeld()).toBe(1);
  });

  it('says so when rows point at nothing afterwards', () => {
    expect(() => migrateDatabase(connections, withMigration('DELETE FROM account;'))).toThrow(
      /1 rows point at nothing/,
    );
    expect(keysHeld()).toBe(1);
  });

  it('knows the newest migration', () => {
    expect(newestMigration()).toMatch(/^\d{4}_/);
  });
});
