import type { Endpoint } from '@parvis/contracts';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Deps } from './deps.ts';
import { registerDocs } from './http/docs.ts';
import { registerGuard } from './http/guard.ts';
import { registerProblems, sendProblem } from './http/problems.ts';
import { registerAccess, type Api } from './http/route.ts';
import { registerSession } from './http/session.ts';
import { findRelations } from './modules/identity/relations.store.ts';
import { sessionRoutes } from './modules/identity/session.routes.ts';
import { findAsker } from './modules/identity/session.store.ts';
import { roundRoutes } from './modules/matching/round.routes.ts';
import { letterRoutes } from './modules/messages/letter.routes.ts';
import { operationsRoutes } from './modules/operations/operations.routes.ts';
import { pairRoutes } from './modules/pairs/pair.routes.ts';
import { todayRoutes } from './modules/support/today.routes.ts';
import { programRoutes } from './modules/programs/program.routes.ts';
import { personRoutes } from './modules/recruitment/person.routes.ts';
import { referenceRoutes } from './modules/reference/reference.routes.ts';
import { sheetRoutes } from './modules/sheets/sheet.routes.ts';

/** The table of contents: one line for each noun that is served. */
const ROOMS: readonly ((api: Api) => void)[] = [
  sessionRoutes,
  letterRoutes,
  operationsRoutes,
  pairRoutes,
  todayRoutes,
  programRoutes,
  personRoutes,
  referenceRoutes,
  sheetRoutes,
  roundRoutes,
];

export interface App {
  readonly fastify: FastifyInstance;
  /** Every contract that is served, once each. */
  readonly served: readonly Endpoint[];
}

/** The whole API over its dependencies, not yet listening: tests ask it by `fastify.inject`, and may add routes of their own. */
export async function buildApp(deps: Deps, more: (api: Api) => void = () => undefined): Promise<App> {
  const { config, store, secret, log } = deps;
  const fastify = Fastify({
    loggerInstance: log,
    // Its own lines carry the address and the path.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => deps.newId(),
    // A number of hops, or `true`, lets anyone say where she comes from.
    trustProxy: config.trustedProxy.length > 0 ? [...config.trustedProxy] : false,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // Fastify sets no limits of time on its own. Ten megabytes over a slow telephone take a minute.
    requestTimeout: 120_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, error),
  });
  registerProblems(fastify);
  await registerGuard(fastify, config);
  await registerSession(fastify, secret);
  registerAccess(
    fastify,
    {
      findAsker: (sessionId) => findAsker(store, sessionId, deps.now()),
      findRelations: (accountId, params) => findRelations(store, accountId, params),
    },
    config.origin,
  );
  await registerDocs(fastify);
  const api: Api = { fastify, deps, served: [] };
  for (const open of [...ROOMS, more]) open(api);
  return { fastify, served: api.served };
}
