import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { ENDPOINTS, type Endpoint } from '@parvis/contracts';
import type { FastifyInstance } from 'fastify';
import { describeApi } from './openapi.ts';

/** The documentation at /api/docs, made from the contracts; the document itself at /api/docs/json. */
export async function registerDocs(
  fastify: FastifyInstance,
  endpoints: readonly Endpoint[] = ENDPOINTS,
): Promise<void> {
  await fastify.register(swagger, {
    mode: 'static',
    specification: { document: describeApi(endpoints) as never },
  });
  await fastify.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}
