import Database from 'better-sqlite3';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const PORT = 3992;

describe('the server as a process', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parvis-main-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
    const server = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        PORT: String(PORT),
        LOG_LEVEL: 'silent',
        DATABASE_FILE: join(folder, 'parvis.sqlite'),
        TRUSTED_PROXY: '127.0.0.1',
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      server.stderr?.on('data', (chunk) => String(chunk).includes('open ') && resolve());
      server.once('exit', (status) => reject(new Error(`ended with ${status}`)));
    });
    return server;
  }

  it('loses nothing that was acknowledged when it is told to stop', async () => {
    const server = await startServer();
    let acknowledged = 0;
    let ended = false;
    const ask = async (who: number): Promise<void> => {
      for (let n = 0; !ended; n++) {
        const address = `10.${who}.${n >> 8}.${n & 255}`;
        const answer = await fetch(`http://127.0.0.1:${PORT}/api/session/codes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
          body: JSON.stringify({ email: `${who}-${n}@example.se` }),
        }).catch(() => null);
        if (answer?.status === 202) acknowledged += 1;
        else return;
      }
    };
    const asking = Array.from({ length: 8 }, (_, who) => ask(who));
    await new Promise((resolve) => setTimeout(resolve, 700));
    server.kill('SIGTERM');
    const [status] = await once(server, 'exit');
    ended = true;
    await Promise.all(asking);
    expect(status).toBe(0);
    expect(acknowledged).toBeGreaterThan(50);
    const database = new Database(join(folder, 'parvis.sqlite'), { readonly: true });
    const kept = database.prepare('select count(*) from sign_in_code').pluck().get();
    database.close();
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
  });

  it('makes its secret once, for the owner alone', async () => {
    const server = await startServer();
    const file = join(folder, 'session-secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    server.kill('SIGTERM');
    await once(server, 'exit');
  });

  it('names every setting that cannot be used, and how to mend it', async () => {
    const server = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], PORT: 'eighty', DEMO: 'perhaps' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr.on('data', (chunk) => (said += String(chunk)));
    const [status] = await once(server, 'exit');
    expect(status).toBe(1);
    expect(said).toContain('PORT: give a port number');
    expect(said).toContain('DEMO: write on or off');
  });

  it('stops when the command that started it is gone', async () => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${MAIN}" & echo started $!; read never`], {
      env: {
        PATH: process.env['PATH'],
        npm_lifecycle_event: 'start',
        PORT: String(PORT),
        LOG_LEVEL: 'silent',
        DATABASE_FILE: join(folder, 'parvis.sqlite'),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stopped = false;
    shell.stderr.on('data', (chunk) => {
      if (String(chunk).includes('open ')) shell.kill('SIGKILL');
      if (String(chunk).includes('is gone')) stopped = true;
    });
    await once(shell.stderr, 'close');
    expect(stopped).toBe(true);
  });
});
