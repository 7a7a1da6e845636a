import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepareReference } from '@parvis/reference';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { plantDemo } from './database/demo.ts';
import { composeDeps } from './deps.ts';
import { mountPages, type PagesHandler } from './http/pages.ts';
import { startJobs } from './jobs.ts';
import { countMunicipalities } from './modules/programs/municipality.store.ts';

/** The only file that touches `process`: settings, database, demo, pages, listening, stopping. */

const PAGES = fileURLToPath(new URL('../../web/build/handler.js', import.meta.url));
const LONGEST_STOP_MS = 15_000;
// Read first of all: the parent may be gone before the server listens.
const PARENT = process.ppid;

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`parvis: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  mkdirSync(dirname(config.databaseFile), { recursive: true });
  const log = pino({ level: config.logLevel });
  const { deps, close } = composeDeps({ config, log, secret: config.sessionSecret ?? keepSecret(config) });
  if (config.demo && (await countMunicipalities(deps.store)) === 0) {
    say('planting the demo towns');
    await plantDemo(deps);
  }
  const { fastify } = await buildApp(deps);
  const pages = await loadPages(config);
  if (pages === null) say('no pages are built, so only the API is served (npm run build)');
  else mountPages(fastify, pages, config.demo);
  // Read before the first visitor types an occupation, not while she waits for it.
  prepareReference();
  await fastify.listen({ port: config.port, host: config.host });
  const stopJobs = startJobs(deps);
  say(`open ${config.origin}`);

  const stop = once(async (why: string, status: number) => {
    say(`stopping: ${why}`);
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    // First no more is taken in, then what was taken in is answered (a connection kept open for
    // later is not waited for), then the database closes.
    const idle = setInterval(() => fastify.server.closeIdleConnections(), 50);
    await fastify.close();
    clearInterval(idle);
    await stopJobs();
    await close();
    process.exit(status);
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(signal, 0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught');
    stop('a fault that nobody caught', 1);
  });
  watchParent(() => stop('the command that started it is gone', 0));
}

/**
 * Adapter-node reads its settings when it is imported, so they stand before. It knows no ORIGIN: it takes the address
 * of a page from headers, and without them believes in https, so that forms sent over plain http are refused.
 */
async function loadPages(config: Config): Promise<PagesHandler | null> {
  if (!existsSync(PAGES)) return null;
  process.env['PROTOCOL_HEADER'] = 'x-parvis-protocol';
  process.env['HOST_HEADER'] = 'x-parvis-host';
  // A spreadsheet of ten megabytes, and the form around it.
  process.env['BODY_SIZE_LIMIT'] = '11M';
  const pages: { readonly handler: PagesHandler } = await import(pathToFileURL(PAGES).href);
  const { protocol, host } = new URL(config.origin);
  return (request, response, next) => {
    // Set over whatever a visitor says: the pages stand at the configured address and nowhere else.
    Object.assign(request.headers, {
      'x-parvis-protocol': protocol.slice(0, -1),
      'x-parvis-host': host,
    });
    pages.handler(request, response, next);
  };
}

/** Made on first start; without it every session would end with the process. */
function keepSecret({ databaseFile }: Config): string {
  const file = join(dirname(databaseFile), 'session-secret');
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600, flag: 'wx' });
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${file} is too short; remove it and a new one is made`);
  return secret;
}

function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('base64url');
}

/** npm's shell dies of a SIGTERM without passing it on; the orphan would keep the port. */
function watchParent(gone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  setInterval(() => {
    if (process.ppid !== PARENT) gone();
  }, 500).unref();
}

function once(work: (why: string, status: number) => Promise<void>): (why: string, status: number) => void {
  let begun = false;
  return (why, status) => {
    if (begun) return;
    begun = true;
    work(why, status).catch((error: unknown) => {
      say(String(error));
      process.exit(1);
    });
  };
}

function say(line: string): void {
  process.stderr.write(`parvis: ${line}\n`);
}
