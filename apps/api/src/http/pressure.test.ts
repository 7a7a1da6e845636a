import { whoAmI } from '@parvis/contracts';
import { expect, it } from 'vitest';
import { openTestHouse } from '../test-house.ts';

it('asks people to come back in ten seconds when the machine cannot keep up, and still says that it lives', async () => {
  const house = await openTestHouse({ pressure: true });
  const until = performance.now() + 2_600;
  while (performance.now() < until); // the event loop stands still
  await new Promise((resolve) => setTimeout(resolve, 30));
  const { status, problem, headers } = await house.ask(whoAmI);
  expect([status, problem?.code, headers['retry-after']]).toEqual([503, 'too-busy', '10']);
  expect((await house.fastify.inject('/health/live')).statusCode).toBe(200);
  await house.close();
});
