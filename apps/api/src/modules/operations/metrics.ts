import { Refused } from '@parvis/contracts';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { inNetworks } from '../../config.ts';
import type { Api } from '../../http/route.ts';
import { countLetters } from './operations.store.ts';

/** Numbers for the operator's own network; for everyone else there is no such page. */
export function openMetrics({ fastify, deps }: Api): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answered = new Histogram({
    name: 'parvis_answer_seconds',
    help: 'How long answers took, by route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'parvis_letters_waiting',
    help: 'Letters in the outbox.',
    registers: [registry],
    async collect() {
      this.set((await countLetters(deps.store)).waiting);
    },
  });
  fastify.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    answered.observe(
      { method, route: routeOptions.url ?? 'unknown', status: statusCode },
      elapsedTime / 1000,
    );
  });

  const mayRead = inNetworks(deps.config.metricsNetwork);
  fastify.get('/metrics', async (request, reply) => {
    // Behind a proxy that is not trusted, everyone seems to come from the proxy's own address.
    const unknown = request.headers['x-forwarded-for'] !== undefined && deps.config.trustedProxy.length === 0;
    if (unknown || !mayRead(request.ip)) throw new Refused('not-there');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
