import type { Api } from '../../http/route.ts';
import { isReady } from './operations.store.ts';

/** `live`: the process answers. `ready`: it can also read its database; a balancer sends people only then. */
export function openHealth({ fastify, deps }: Api): void {
  fastify.get('/health/live', async () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const ready = await isReady(deps.store).catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}
