import { programFromTemplate, TEMPLATES, type Endpoint, type Locale } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type * as z from 'zod';
import { buildApp, type App } from './app.ts';
import { readConfig, type Config } from './config.ts';
import type { Connections } from './database/sqlite.ts';
import { composeDeps, type Deps } from './deps.ts';
import type { Api } from './http/route.ts';
import { cookieNames } from './http/session.ts';
import { insertAccount, insertGrant } from './modules/identity/account.store.ts';
import { insertSession } from './modules/identity/session.store.ts';
import type { MailTransport } from './modules/messages/transport.ts';
import { addProgram, addTown } from './modules/programs/test-people.ts';

/** A whole house for tests: real SQLite in a folder of its own, a clock that stands still until it is moved. */
export interface TestHouse extends App {
  readonly deps: Deps;
  readonly connections: Connections;
  readonly moveClock: (milliseconds: number) => void;
  /** Makes an account with these grants and a session; gives what to send along as it. */
  readonly signInAs: (person?: TestPerson) => Promise<TestSession>;
  readonly ask: <C extends Endpoint>(contract: C, asking?: TestAsking) => Promise<TestAnswer<C>>;
  readonly close: () => Promise<void>;
}

interface TestPerson {
  readonly email?: string;
  readonly name?: string;
  readonly locale?: Locale;
  readonly coordinates?: readonly string[];
  readonly administers?: readonly string[];
  readonly operates?: boolean;
}
export interface TestSession {
  readonly accountId: string;
  readonly sessionId: string;
  readonly cookie: string;
}
export interface TestAsking {
  readonly as?: TestSession;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}
interface TestAnswer<C extends Endpoint> {
  readonly status: number;
  /** The good answer, when it was one. */
  readonly body: z.output<C['reply']>;
  /** The answer when it was not a good one. */
  readonly problem: TestProblem | null;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, string>>;
}
interface TestProblem {
  readonly kind: 'invalid' | 'refused' | 'fault';
  readonly status: number;
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly fields?: readonly { readonly path: string; readonly code: string }[];
  readonly requestId: string;
}

export async function openTestHouse(
  given: Partial<Config> & { readonly mail?: MailTransport } = {},
  more: (api: Api) => void = () => undefined,
): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-'));
  let now = Date.parse('2026-11-21T09:00:00.000Z');
  const { mail, ...settings } = given;
  const config: Config = {
    ...readConfig({ ORIGIN: 'http://localhost:3000' }),
    databaseFile: join(folder, 'parvis.sqlite'),
    pressure: false,
    strictReplies: true,
    ratePerMinute: 1_000_000,
    ...settings,
  };
  const composed = composeDeps({
    config,
    secret: 'a secret that is only for the tests of this house',
    log: pino({ level: 'silent' }),
    clock: () => new Date(now),
    ...(mail === undefined ? {} : { mail }),
  });
  const { deps, connections } = composed;
  const app = await buildApp(deps, more);
  return {
    ...app,
    deps,
    connections,
    moveClock: (milliseconds) => {
      now += milliseconds;
    },
    signInAs: (person = {}) => signInAs(app, deps, person),
    ask: (contract, asking) => ask(app, contract, asking),
    close: async () => {
      await app.fastify.close();
      await composed.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A municipality and a program in it, by the template of Kv(in)na. */
export async function plantProgram(
  house: Pick<TestHouse, 'deps'>,
  programId: string,
  code = '0162',
): Promise<void> {
  await addTown(house, code, `Kommun ${code}`);
  const definition = programFromTemplate(TEMPLATES.kvinna, [code]);
  await addProgram(house, { id: programId, definition, municipalities: [code] });
}

async function signInAs({ fastify }: App, deps: Deps, person: TestPerson): Promise<TestSession> {
  const accountId = randomUUID();
  const sessionId = randomUUID();
  const createdAt = deps.now();
  const grant = { accountId, createdAt };
  await deps.store.writeTogether([
    insertAccount({
      id: accountId,
      email: person.email ?? `${accountId}@example.se`,
      name: person.name ?? null,
      locale: person.locale ?? 'sv',
      createdAt,
    }),
    ...(person.coordinates ?? []).map((programId) =>
      insertGrant({ ...grant, id: randomUUID(), role: 'coordinator', programId }),
    ),
    ...(person.administers ?? []).map((municipalityCode) =>
      insertGrant({ ...grant, id: randomUUID(), role: 'admin', municipalityCode }),
    ),
    ...(person.operates === true ? [insertGrant({ ...grant, id: randomUUID(), role: 'operator' })] : []),
    insertSession({ id: sessionId, accountId, createdAt, expiresAt: '2099-01-01T00:00:00.000Z' }),
  ]);
  await fastify.ready();
  const token = fastify.jwt.sign({ sid: sessionId }, { expiresIn: '1d' });
  return { accountId, sessionId, cookie: `${cookieNames(deps.config.origin).session}=${token}` };
}

async function ask<C extends Endpoint>(
  { fastify }: App,
  contract: C,
  asking: TestAsking = {},
): Promise<TestAnswer<C>> {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(asking.params?.[name] ?? randomUUID()),
  );
  const search = new URLSearchParams(asking.query).toString();
  const octets = asking.body instanceof Uint8Array;
  const answer = await fastify.inject({
    method: contract.method,
    url: search === '' ? path : `${path}?${search}`,
    headers: {
      ...(asking.as === undefined ? {} : { cookie: asking.as.cookie }),
      ...(octets ? { 'content-type': 'application/octet-stream' } : {}),
      ...asking.headers,
    },
    ...(asking.body === undefined
      ? {}
      : { payload: octets ? Buffer.from(asking.body as Uint8Array) : asking.body }),
  });
  const json = String(answer.headers['content-type'] ?? '').includes('json');
  const body: unknown = json ? answer.json() : answer.rawPayload;
  return {
    status: answer.statusCode,
    body: body as z.output<C['reply']>,
    problem: answer.statusCode < 400 ? null : (body as TestProblem),
    headers: answer.headers,
    cookies: Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])),
  };
}
