import manifest from '../package.json' with { type: 'json' };
import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import { DEMO_PERSONS, type DemoPerson } from './database/demo.ts';
import { createKeptReplies, type KeptReplies } from './database/idempotency.ts';
import { migrateDatabase, newestMigration } from './database/migrate.ts';
import { openSqlite, type Connections } from './database/sqlite.ts';
import { createStore, type Store } from './database/store.ts';
import { createSolver, type Solver } from './modules/matching/solver.ts';
import { createMailTransport, type MailTransport } from './modules/messages/transport.ts';

/** All that a use case may reach for. It takes them first; tests hand in their own clock and randomness. */
export interface Deps {
  readonly config: Config;
  readonly store: Store;
  /** Answers kept under idempotency keys; used by `http/route` alone. */
  readonly keptReplies: KeptReplies;
  readonly clock: () => Date;
  /** ISO instant, from the clock. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Eight random digits. */
  readonly newCode: () => string;
  /** 256 random bits, for a browser to keep. */
  readonly newToken: () => string;
  /** Signs sessions; never leaves the process. */
  readonly secret: string;
  /** Keyed hash of a value that must be known again but never read back; `purpose` keeps equal values apart. */
  readonly hash: (purpose: string, value: string) => string;
  /** The matching engine, in threads of its own. */
  readonly solver: Solver;
  /** Null when no mail server is set: letters wait in the outbox. */
  readonly mail: MailTransport | null;
  readonly log: FastifyBaseLogger;
  /** Whom one can be in the demo. */
  readonly demoPersons: () => readonly DemoPerson[];
  readonly startedAt: string;
  /** Of Parvis. */
  readonly version: string;
  /** The newest migration of the database. */
  readonly migration: string;
}

export interface Composed {
  readonly deps: Deps;
  readonly connections: Connections;
  /** Waits until every write asked for is on the disk, then closes. */
  readonly close: () => Promise<void>;
}

type Given = Pick<Deps, 'config' | 'secret' | 'log'> & Partial<Pick<Deps, 'clock' | 'mail'>>;

/** Composes the dependencies over the database that the configuration names, migrated. */
export function composeDeps({ config, secret, log, clock = () => new Date(), mail }: Given): Composed {
  const connections = openSqlite(config.databaseFile);
  migrateDatabase(connections);
  const { drain, ...store } = createStore(connections);
  const solver = createSolver();
  const deps: Deps = {
    config,
    secret,
    log,
    store,
    keptReplies: createKeptReplies(store),
    clock,
    now: () => clock().toISOString(),
    newId: randomUUID,
    newCode: () => String(randomInt(100_000_000)).padStart(8, '0'),
    hash: (purpose, value) => createHmac('sha256', secret).update(`${purpose}:${value}`).digest('base64url'),
    newToken: () => randomBytes(32).toString('base64url'),
    demoPersons: () => DEMO_PERSONS,
    startedAt: clock().toISOString(),
    version: manifest.version,
    migration: newestMigration(),
    solver,
    mail: mail ?? createMailTransport(config),
  };
  const close = async (): Promise<void> => {
    await solver.close();
    await drain();
    connections.close();
  };
  return { deps, connections, close };
}
