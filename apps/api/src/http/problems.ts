import { LIMITS, Refused, REFUSALS, type Endpoint, type Problem } from '@parvis/contracts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Invalid } from './invalid.ts';

/** Turns whatever was thrown into one of the three kinds of answer, and logs the faults alone. */
export function registerProblems(fastify: FastifyInstance): void {
  fastify.setErrorHandler((error: unknown, request, reply) => sendProblem(request, reply, error));
  fastify.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Refused('not-there')));
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const known = asKnown(error, request.routeOptions.config.contract);
  if (known === null) logFault(request, error);
  const problem = asProblem(known, request.id);
  return reply.code(problem.status).header('cache-control', 'no-store').send(problem);
}

function asProblem(known: Invalid | Refused | null, requestId: string): Problem {
  if (known instanceof Invalid) return { kind: 'invalid', status: 422, fields: [...known.fields], requestId };
  if (known === null) return { kind: 'fault', status: 500, requestId };
  const facts = Object.fromEntries(
    Object.entries(known.facts).map(([name, fact]) => [name, typeof fact === 'object' ? [...fact] : fact]),
  );
  return { kind: 'refused', status: REFUSALS[known.code], code: known.code, facts, requestId };
}

/** The framework's own noes in our words; null for a fault. */
function asKnown(error: unknown, contract: Endpoint | undefined): Invalid | Refused | null {
  if (error instanceof Invalid || error instanceof Refused) return error;
  if (!isFastifyError(error)) return null;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return contract?.carries === 'octets'
        ? new Refused('file-too-large', {
            bytes: LIMITS.importBytes,
            megabytes: LIMITS.importBytes / 1_000_000,
          })
        : new Refused('too-large', { bytes: LIMITS.bodyBytes });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Refused('not-json');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
    case 'FST_ERR_NOT_FOUND':
      return new Refused('not-there');
    default:
      // secure-json-parse throws a plain SyntaxError with a status of its own.
      return error.statusCode === 400 ? new Refused('not-json') : null;
  }
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('statusCode' in error || 'code' in error);
}

/** A failed query carries its parameters, which may be personal: its cause says what happened without them. */
function logFault(request: FastifyRequest, error: unknown): void {
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  request.log.error({ method: request.method, route: request.routeOptions.url, err: told }, 'fault');
}
