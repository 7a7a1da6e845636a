import {
  REFERENCE_LOCALE,
  Refused,
  locale as localeSchema,
  LIMITS,
  type Endpoint,
  type Locale,
} from '@parvis/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Deps } from '../deps.ts';
import { mayAccess, type Relations } from './access.ts';
import { readBy } from './invalid.ts';
import { createOnce } from './once.ts';
import { sendFile, shapeReply } from './reply.ts';
import { sendIfChanged } from './revalidate.ts';
import { browserOf, readSessionId, type Asker, type Browser } from './session.ts';

/** What rooms hang their routes on. */
export interface Api {
  readonly fastify: FastifyInstance;
  readonly deps: Deps;
  /** Every contract served so far. */
  readonly served: Endpoint[];
}

/** A request that was read by its contract and let in. */
export interface Asked<C extends Endpoint, A extends Asker | null = Asker> {
  readonly params: z.output<C['params']>;
  readonly query: z.output<C['query']>;
  readonly body: z.output<C['body']>;
  readonly asker: A;
  /** The account's language, or the one the browser asks for. */
  readonly locale: Locale;
  readonly remoteAddress: string;
  readonly browser: Browser;
}

export type Reply<C extends Endpoint> = z.output<C['reply']>;
export type UseCase<C extends Endpoint, A extends Asker | null = Asker> = (
  deps: Deps,
  asked: Asked<C, A>,
) => Promise<Reply<C>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Endpoint;
  }
  interface FastifyRequest {
    asker: Asker | null;
  }
}

/** Binds a contract to its use case. */
export function serve<C extends Endpoint>(api: Api, contract: C, useCase: UseCase<C>): void {
  if (contract.access === 'anyone') throw new Error(`${contract.name} is open to anyone: use serveAnyone`);
  addRoute(api, contract, (deps, asked) => {
    if (asked.asker === null) throw new Refused('signed-out');
    return useCase(deps, { ...asked, asker: asked.asker });
  });
}

/** Binds a contract that is open to anyone: `asker` is null for one who is not signed in. */
export function serveAnyone<C extends Endpoint>(
  api: Api,
  contract: C,
  useCase: UseCase<C, Asker | null>,
): void {
  if (contract.access !== 'anyone') throw new Error(`${contract.name} is not open to anyone: use serve`);
  addRoute(api, contract, useCase);
}

export interface Doorkeeper {
  /** Null when the session has ended. */
  readonly findAsker: (sessionId: string) => Promise<Asker | null>;
  readonly findRelations: (accountId: string, params: Readonly<Record<string, string>>) => Promise<Relations>;
}

/**
 * The one hook that lets in or not. It stands before the body is read, so that what one may not see and what does not exist
 * answer alike whatever is sent along. A route without a contract does not boot.
 */
export function registerAccess(
  fastify: FastifyInstance,
  { findAsker, findRelations }: Doorkeeper,
  origin: string,
): void {
  fastify.decorateRequest('asker', null);
  fastify.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/') && !url.startsWith('/api/docs') && config?.contract === undefined) {
      throw new Error(`${url} has no contract, so nobody knows who may`);
    }
  });
  fastify.addHook('onRequest', async (request) => {
    const { contract } = request.routeOptions.config;
    if (contract === undefined) return;
    const sessionId = readSessionId(request, origin);
    request.asker = sessionId === null ? null : await findAsker(sessionId);
    if (contract.access === 'anyone') return;
    if (request.asker === null) throw new Refused('signed-out');
    const relations = await findRelations(request.asker.accountId, request.params as Record<string, string>);
    if (!mayAccess(contract.access, relations)) throw new Refused('not-there');
  });
}

function addRoute<C extends Endpoint>(api: Api, contract: C, useCase: UseCase<C, Asker | null>): void {
  const { fastify, deps, served } = api;
  if (contract.demoOnly && !deps.config.demo) return;
  served.push(contract);
  const once = createOnce();
  fastify.route({
    method: contract.method,
    url: contract.path,
    bodyLimit: contract.carries === 'octets' ? LIMITS.importBytes : LIMITS.bodyBytes,
    config: { contract },
    handler: async (request, reply) => {
      const asked = readAsked(contract, request, reply, deps.config.origin);
      const key = request.headers['idempotency-key'];
      const work = (given: Deps) => useCase(given, asked);
      const said =
        contract.idempotent && typeof key === 'string'
          ? await once(
              deps,
              {
                asker: request.asker?.accountId ?? 'anyone',
                endpoint: contract.name,
                key,
                asked: [asked.params, asked.query, asked.body],
              },
              work,
            )
          : await work(deps);
      const answer = shapeReply(contract, said, deps);
      reply.code(contract.status);
      if (contract.carries === 'file') return sendFile(reply, answer);
      if (contract.revalidates) return sendIfChanged(request, reply, answer);
      return reply.send(contract.status === 204 ? undefined : answer);
    },
  });
}

function readAsked<C extends Endpoint>(
  contract: C,
  request: FastifyRequest,
  reply: FastifyReply,
  origin: string,
): Asked<C, Asker | null> {
  const octets = contract.carries === 'octets';
  if (request.body !== undefined && Buffer.isBuffer(request.body) !== octets) throw new Refused('not-json');
  return {
    params: readBy(contract.params, request.params) as Asked<C>['params'],
    query: readBy(contract.query, request.query) as Asked<C>['query'],
    body: readBy(contract.body, request.body ?? (octets ? undefined : {})) as Asked<C>['body'],
    asker: request.asker,
    // The page that is read says its language, also when the account has another.
    locale: askedLocale(request.headers['accept-language']) ?? request.asker?.locale ?? REFERENCE_LOCALE,
    remoteAddress: request.ip,
    browser: browserOf(request, reply, origin),
  };
}

/** The first language of ours that the browser asks for, if any. */
function askedLocale(accepted = ''): Locale | undefined {
  for (const part of accepted.split(',', 20)) {
    const read = localeSchema.safeParse(part.trim().slice(0, 2).toLowerCase());
    if (read.success) return read.data;
  }
  return undefined;
}
