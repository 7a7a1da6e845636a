import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../test-house.ts';
import { mountPages, type PagesHandler } from './pages.ts';

interface Visit {
  readonly parvis: {
    readonly remoteAddress: string;
    readonly demo: boolean;
    readonly inject: (asking: object) => Promise<{ readonly statusCode: number }>;
  };
}

/** Stands in for the built pages: says what it was handed. */
const handler: PagesHandler = (request, response, next) => {
  if (request.url === '/nothing') return next();
  const { parvis } = request as typeof request & Visit;
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', async () => {
    const { statusCode } = await parvis.inject({ url: '/api/session', remoteAddress: parvis.remoteAddress });
    response.end(
      JSON.stringify({ body, remoteAddress: parvis.remoteAddress, demo: parvis.demo, api: statusCode }),
    );
  });
};

describe('the pages on the same port', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({}, ({ fastify }) => mountPages(fastify, handler, true));
  });
  afterAll(() => house.close());

  it('get their forms unread, the visitor’s address, and the way to the API', async () => {
    const answer = await house.fastify.inject({
      method: 'POST',
      url: '/login?/send',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=a%40b.se',
      remoteAddress: '10.1.2.3',
    });
    expect(answer.json()).toEqual({
      body: 'email=a%40b.se',
      remoteAddress: '10.1.2.3',
      demo: true,
      api: 200,
    });
    expect(answer.headers['referrer-policy']).toBe('same-origin');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('do not answer for the API, nor for what only operators know', async () => {
    for (const url of ['/api/nothing', '/api', '/api?x=1', '/health/nothing']) {
      const answer = await house.fastify.inject(url);
      expect([url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([url, 404, 'not-there']);
    }
    expect((await house.fastify.inject('/apiary')).statusCode).toBe(200);
  });

  it('answer 404 for what they do not have', async () => {
    expect((await house.fastify.inject('/nothing')).statusCode).toBe(404);
  });
});
