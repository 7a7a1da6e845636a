import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { LIMITS, Refused } from '@parvis/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Settings {
  readonly origin: string;
  readonly ratePerMinute: number;
  /** Off where the machine is expected to be overloaded: in tests. */
  readonly pressure: boolean;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const UNLIMITED = /^\/(health\/|metrics$)/;
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What stands before every route: headers, whose page asks, how often, how busy, how large, and the log line. */
export async function registerGuard(
  fastify: FastifyInstance,
  { origin, ratePerMinute, pressure }: Settings,
): Promise<void> {
  // Helmet's own no-referrer makes browsers send `Origin: null` with a form post when there is no JavaScript.
  await fastify.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: origin.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: false },
  });
  await fastify.register(rateLimit, {
    // Not per route: it would then stand behind the hook that asks the database who this is.
    global: false,
    max: ratePerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !isForApi(request),
    errorResponseBuilder: (_request, { ttl }) =>
      new Refused('too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  });
  fastify.addHook('onRequest', fastify.rateLimit());
  if (pressure) {
    await fastify.register(underPressure, {
      maxEventLoopDelay: 2_000,
      retryAfter: 10,
      // Async: a plain throw in here would end the process.
      pressureHandler: async (request, reply) => {
        if (UNLIMITED.test(request.routeOptions.url ?? '')) return;
        reply.header('retry-after', '10');
        throw new Refused('too-busy', { seconds: 10 });
      },
    });
  }
  readBodies(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isForApi(request)) return;
    reply.header('cache-control', 'no-store');
    if (request.routeOptions.url?.startsWith('/api/docs') !== true)
      reply.header('content-security-policy', API_POLICY);
    if (isForeign(request, origin)) throw new Refused('foreign-origin');
  });
  logAnswers(fastify);
}

/** By the route it comes to, not by how it is written: `/%61pi/session` and `http://any/api/session` come to the API too. */
function isForApi({ url, routeOptions }: FastifyRequest): boolean {
  return url.startsWith('/api/') || routeOptions.url?.startsWith('/api/') === true;
}

/** JSON and files; Fastify reads text/plain too, which a form on any page may send without asking first. */
function readBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: LIMITS.importBytes },
    (_request, body, done) => done(null, body),
  );
}

/** Every browser tells whose page sends a write; what tells neither is no browser, and carries no one else's cookies. */
function isForeign({ method, headers }: FastifyRequest, own: string): boolean {
  if (SAFE_METHODS.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return headers.origin !== undefined && headers.origin !== own;
}

/** One line for each answer, without address, path or anything a person wrote. */
function logAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
