import { ENDPOINTS, type Endpoint } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../apps/api/src/test-house.ts';
import { LET_IN, type Visitor, VISITORS } from './access.table.ts';
import { openTown, type Town } from './town.ts';

/**
 * Every endpoint, asked by every kind of visitor, about things of the first program. The table of who is let in is written
 * by hand beside this file: an endpoint whose access is loosened (or forgotten) fails here.
 */

let house: TestHouse;
let sessions: Town['sessions'];
let things: Town['things'];

beforeAll(async () => {
  ({ house, sessions, things } = await openTown());
}, 120_000);

afterAll(() => house.close());

describe('who may', () => {
  it('the table names every endpoint once', () => {
    expect(Object.keys(LET_IN).sort()).toEqual(ENDPOINTS.map(({ name }) => name).sort());
  });

  it('every contract is served exactly once', () => {
    expect(house.served.map(({ name }) => name).sort()).toEqual(ENDPOINTS.map(({ name }) => name).sort());
  });

  for (const endpoint of ENDPOINTS) {
    for (const visitor of VISITORS) {
      const letIn = LET_IN[endpoint.name]?.includes(visitor) ?? false;
      it(`${endpoint.name}: ${visitor} ${letIn ? 'is let in' : 'is not'}`, async () => {
        const answer = await ask(endpoint, visitor, things);
        const turnedAway = answer.problem?.code === 'signed-out' || answer.problem?.code === 'not-there';
        expect(turnedAway, `${String(answer.status)} ${JSON.stringify(answer.problem)}`).toBe(!letIn);
        if (letIn) expect(answer.status).toBeLessThan(500);
        else if (visitor === 'nobody') expect(answer.status).toBe(401);
        else expect(answer.status).toBe(404);
      });
    }
  }

  it('what one may not see answers exactly like what does not exist', async () => {
    const guarded = ENDPOINTS.filter(({ path, access }) => path.includes(':') && access !== 'anyone');
    for (const endpoint of guarded) {
      const forbidden = await ask(endpoint, 'operator', things);
      const missing = await ask(endpoint, 'operator', {});
      expect({ ...forbidden.problem, requestId: '' }, endpoint.name).toEqual({
        ...missing.problem,
        requestId: '',
      });
    }
  });
});

async function ask(endpoint: Endpoint, visitor: Visitor, params: Readonly<Record<string, string>>) {
  // Signing out would end the visit for the questions that come after.
  const as =
    endpoint.name === 'signOut' && visitor !== 'nobody' ? await house.signInAs() : sessions.get(visitor);
  const empty = endpoint.carries === 'octets' ? new Uint8Array() : {};
  return house.ask(endpoint, {
    params,
    ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: empty }),
    ...(as === undefined ? {} : { as }),
  });
}
