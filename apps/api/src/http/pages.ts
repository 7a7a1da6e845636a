import { Refused } from '@parvis/contracts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the built pages are handed a request by. */
export type PagesHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * The pages on the same port, for every path that is not the API's. They ask the API by `inject`, without a socket
 * between; the visitor's address goes along, or all visitors would share one limit.
 */
export function mountPages(fastify: FastifyInstance, handler: PagesHandler, demo: boolean): void {
  fastify.register(async (pages) => {
    // The pages read their bodies themselves.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _body, done) => done(null));
    pages.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/*',
      handler: (request, reply) => {
        if (/^\/(api|health|metrics)(\/|\?|$)/.test(request.url)) throw new Refused('not-there');
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value);
        }
        const parvis = {
          inject: (asked: InjectOptions) => fastify.inject(withOctets(asked)),
          remoteAddress: request.ip,
          demo,
          report: (fault: unknown, requestId: string) =>
            request.log.error({ requestId, err: fault }, 'page fault'),
        };
        handler(Object.assign(request.raw, { parvis }), reply.raw, () => reply.raw.writeHead(404).end());
      },
    });
  });
}

/** Octets that are no Buffer would go in as JSON. */
function withOctets(asked: InjectOptions): InjectOptions {
  const { payload } = asked;
  return payload instanceof Uint8Array ? { ...asked, payload: Buffer.from(payload) } : asked;
}
