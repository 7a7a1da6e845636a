import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from './migrate.ts';
import { openSqlite, type Connections } from './sqlite.ts';
import { createStore, guardedWrite, write, writeMany } from './store.ts';
import { account, session } from './tables.ts';

const AT = '2026-11-21T09:00:00.000Z';

describe('writing together', () => {
  let folder = '';
  let connections: Connections;
  let store: ReturnType<typeof createStore>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-store-'));
    connections = openSqlite(join(folder, 'parvis.sqlite'));
    migrateDatabase(connections);
    store = createStore(connections);
  });
  afterEach(() => {
    connections.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const row = (id: string) => ({ id, email: `${id}@example.se`, locale: 'sv' as const, createdAt: AT });
  const insert = (id: string) => write((db) => db.insert(account).values(row(id)), 'already-enrolled');
  const emails = async () => (await store.read.select().from(account)).map(({ email }) => email);
  const rename = (id: string, to: string) =>
    guardedWrite((db) => db.update(account).set({ name: to }).where(eq(account.id, id)), 'changed-meanwhile');

  it('answers after the commit, with the reply that was handed over', async () => {
    expect(await store.writeTogether([insert('a')], { made: 'a' })).toEqual({ made: 'a' });
    expect(await emails()).toEqual(['a@example.se']);
  });

  it('undoes the whole list when one write of it fails, and no other list of the same tick', async () => {
    const answers = await Promise.allSettled([
      store.writeTogether([insert('a')]),
      store.writeTogether([insert('b'), insert('a')]),
      store.writeTogether([insert('c')]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: { name: 'Refused', code: 'already-enrolled' } });
    expect(await emails()).toEqual(['a@example.se', 'c@example.se']);
  });

  it('undoes and refuses when a guarded write touches nothing', async () => {
    const writing = store.writeTogether([insert('a'), rename('nobody', 'x')]);
    await expect(writing).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await emails()).toEqual([]);
  });

  it('puts the lists of one tick into one commit', async () => {
    const commits: string[] = [];
    const exec = connections.writer.exec.bind(connections.writer);
    connections.writer.exec = (sql) => {
      commits.push(sql);
      return exec(sql);
    };
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.writeTogether([insert(`p${n}`)])));
    expect(commits.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
    expect(await emails()).toHaveLength(50);
  });

  it('shows readers nothing of a list before its commit', async () => {
    let seen: unknown[] = ['not looked'];
    const looking = write((db) => {
      seen = connections.reader.prepare('select * from account').all();
      return db.insert(account).values(row('b'));
    });
    await store.writeTogether([insert('a'), looking]);
    expect(seen).toEqual([]);
  });

  it('fails a write that goes past the door', () => {
    expect(() => connections.reader.exec('delete from account')).toThrow(/readonly/);
  });

  it('holds references', async () => {
    const orphan = write((db) =>
      db.insert(session).values({ id: 's', accountId: 'nobody', createdAt: AT, expiresAt: AT }),
    );
    await expect(store.writeTogether([orphan])).rejects.toThrow(/FOREIGN KEY/);
  });

  it('takes many rows in a few statements', async () => {
    const rows = Array.from({ length: 1001 }, (_, n) => row(`p${n}`));
    const writes = writeMany(rows, (db, some) => db.insert(account).values(some));
    expect(writes).toHaveLength(6);
    await store.writeTogether(writes);
    expect(await emails()).toHaveLength(1001);
  });

  it('is drained when everything asked for is on the disk', async () => {
    void store.writeTogether([insert('a')]);
    await store.drain();
    expect(await emails()).toHaveLength(1);
  });
});
