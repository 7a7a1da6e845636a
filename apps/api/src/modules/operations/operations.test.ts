import { showOperations } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';

describe('keeping the machine running', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({ metricsNetwork: ['10.0.0.0/8'] });
  });
  afterAll(() => house.close());

  it('shows an operator counts and times, and no person', async () => {
    const as = await house.signInAs({ operates: true });
    const { body } = await house.ask(showOperations, { as });
    expect(body).toMatchObject({
      accounts: 1,
      sessions: 1,
      programs: 0,
      lettersWaiting: 0,
      startedAt: house.deps.startedAt,
    });
    expect(body.databaseBytes).toBeGreaterThan(0);
    expect(body.migration).toMatch(/^\d{4}_/);
  });

  it('is not there for anyone else, and asks a stranger to sign in', async () => {
    expect((await house.ask(showOperations, { as: await house.signInAs() })).problem?.code).toBe('not-there');
    expect((await house.ask(showOperations, { as: await house.signInAs({ administers: [] }) })).status).toBe(
      404,
    );
    expect((await house.ask(showOperations)).problem?.code).toBe('signed-out');
  });

  it('says that it lives, and that it is ready', async () => {
    expect((await house.fastify.inject('/health/live')).json()).toEqual({ status: 'live' });
    expect((await house.fastify.inject('/health/ready')).json()).toEqual({ status: 'ready' });
  });

  it.each([
    ['10.1.2.3', {}, 200],
    ['127.0.0.1', {}, 404],
    ['::ffff:10.1.2.3', {}, 200],
    ['10.1.2.3', { 'x-forwarded-for': '203.0.113.7' }, 404],
  ])('numbers for %s with %j: %i', async (remoteAddress, headers, status) => {
    const answer = await house.fastify.inject({ url: '/metrics', remoteAddress, headers });
    expect(answer.statusCode).toBe(status);
    if (status === 200) expect(answer.body).toContain('parvis_answer_seconds');
  });

  it('is not ready when its database is gone', async () => {
    const closed = await openTestHouse();
    await closed.fastify.ready();
    closed.connections.reader.close();
    expect((await closed.fastify.inject('/health/ready')).statusCode).toBe(503);
    expect((await closed.fastify.inject('/health/live')).statusCode).toBe(200);
  });
});
