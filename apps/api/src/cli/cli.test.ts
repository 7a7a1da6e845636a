import Database from 'better-sqlite3';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const HERE = fileURLToPath(new URL('.', import.meta.url));

describe('the command lines', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-cli-'));
    file = join(folder, 'data/parvis.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const environment = (more: Readonly<Record<string, string>> = {}) => ({
    PATH: process.env['PATH'],
    DATABASE_FILE: file,
    ...more,
  });
  function run(command: string, ...words: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(HERE, `${command}.ts`), ...words], {
      env: environment(),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }
  function makeTown() {
    return run(
      'admin',
      'municipality',
      '--code',
      '0162',
      '--email',
      'Admin@Danderyd.example',
      '--name',
      'Anna',
    );
  }

  it('set up an empty installation: a municipality, its admin, a program, its coordinator', () => {
    expect(makeTown()).toMatchObject({
      status: 0,
      stdout: 'Danderyd (0162); admin@danderyd.example is its admin\n',
    });
    const made = run('admin', 'program', '--municipality', '0162', '--template', 'kvinna');
    expect(made.stdout).toMatch(/^[0-9a-f-]{36}\n$/);
    const { stdout } = run(
      'admin',
      'coordinator',
      '--program',
      made.stdout.trim(),
      '--email',
      'c@danderyd.example',
    );
    expect(stdout).toBe('c@danderyd.example coordinates Kv(in)na\n');
    expect(run('admin', 'operator', '--email', 'drift@danderyd.example').status).toBe(0);
    expect(makeTown().status).toBe(0);
    const database = new Database(file, { readonly: true });
    expect(database.prepare('select role from staff_grant order by role').pluck().all()).toEqual([
      'admin',
      'coordinator',
      'operator',
    ]);
    expect(database.prepare('select count(*) from audit_entry').pluck().get()).toBe(5);
    database.close();
  });

  it('say what is wrong and how it is done, with status 2', () => {
    for (const words of [['nothing'], ['municipality', '--code', '9999', '--email', 'a@b.se'], ['--wrong']]) {
      const { status, stdout, stderr } = run('admin', ...words);
      expect([words, status, stdout]).toEqual([words, 2, '']);
      expect(stderr).toContain('npm run admin');
    }
    for (const command of ['admin', 'backup', 'restore']) {
      const { status, stdout } = run(command, '--help');
      expect([command, status]).toEqual([command, 0]);
      expect(stdout).toContain(`npm run ${command}`);
    }
  });

  it('back up and restore: what was there comes back, sessions do not, the replaced database is kept', () => {
    makeTown();
    const backup = join(folder, 'backup.sqlite');
    expect(run('backup', backup)).toMatchObject({ status: 0 });
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(run('backup', backup).status).toBe(2);
    run('admin', 'operator', '--email', 'later@example.se');
    expect(run('restore', backup)).toMatchObject({ status: 0, stderr: '' });
    const database = new Database(file, { readonly: true });
    expect(database.prepare('select email from account').pluck().all()).toEqual(['admin@danderyd.example']);
    database.close();
    expect(readdirSync(join(folder, 'data')).some((name) => name.startsWith('parvis.sqlite.before-'))).toBe(
      true,
    );
  });

  it('refuse to restore a damaged file, and leave the database as it is', () => {
    makeTown();
    const damaged = join(folder, 'damaged.sqlite');
    writeFileSync(damaged, 'this is no database'.repeat(1000));
    expect(run('restore', damaged).status).toBe(1);
    expect(run('admin', 'operator', '--email', 'still@example.se').status).toBe(0);
    expect(readdirSync(join(folder, 'data')).filter((name) => name.includes('restor'))).toEqual([]);
  });

  it('refuse to restore while the server runs; a backup is taken all the same', async () => {
    makeTown();
    const server = spawn(process.execPath, [join(HERE, '../main.ts')], {
      env: environment({ PORT: '3991', LOG_LEVEL: 'silent' }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    for await (const chunk of server.stderr) {
      said += String(chunk);
      if (said.includes('open ')) break;
    }
    const backup = join(folder, 'backup.sqlite');
    expect(run('backup', backup).status).toBe(0);
    const refused = run('restore', backup);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('stop the server');
    server.kill('SIGTERM');
    const [status] = await once(server, 'exit');
    expect(status).toBe(0);
    expect(run('restore', backup).status).toBe(0);
  });
});
