import {
  addPerson,
  answerProposal,
  checkImport,
  ENDPOINTS,
  listPairs,
  planMeeting,
  publishRound,
  runRound,
  showRound,
  type Endpoint,
} from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openTestHouse,
  plantProgram,
  type TestAsking,
  type TestHouse,
  type TestSession,
} from '../../apps/api/src/test-house.ts';
import { LET_IN, type Visitor, VISITORS } from './access.table.ts';

/**
 * Every endpoint, asked by every kind of visitor, about things of the first program. The table of who is let in is written
 * by hand beside this file: an endpoint whose access is loosened (or forgotten) fails here.
 */

const PROGRAM = '11111111-1111-4111-8111-111111111111';
const OTHER_PROGRAM = '22222222-2222-4222-8222-222222222222';

let house: TestHouse;
let sessions: ReadonlyMap<Visitor, TestSession>;
let things: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await openTestHouse({ demo: true });
  await plantProgram(house, PROGRAM, '0162');
  await plantProgram(house, OTHER_PROGRAM, '0123');
  const coordinator = await house.signInAs({ coordinates: [PROGRAM] });
  const newcomer = await house.signInAs({ email: 'newcomer@example.se' });
  const mentor = await house.signInAs({ email: 'mentor@example.se' });
  const otherMember = await house.signInAs({ email: 'other@example.se' });
  things = await furnish(coordinator, { newcomer, mentor });
  sessions = new Map<Visitor, TestSession>([
    ['coordinator', coordinator],
    ['newcomer of the pair', newcomer],
    ['mentor of the pair', mentor],
    ['participant outside the pair', otherMember],
    ['coordinator elsewhere', await house.signInAs({ coordinates: [OTHER_PROGRAM] })],
    ['admin', await house.signInAs({ administers: ['0162'] })],
    ['admin elsewhere', await house.signInAs({ administers: ['0123'] })],
    ['operator', await house.signInAs({ operates: true })],
  ]);
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

/** One of each thing that a path can name, in the first program, made by its coordinator through the API. */
async function furnish(
  as: TestSession,
  members: { readonly newcomer: TestSession; readonly mentor: TestSession },
): Promise<Readonly<Record<string, string>>> {
  const add = async (side: 'newcomer' | 'mentor', email: string): Promise<string> => {
    const added = await good(addPerson, {
      as,
      params: { programId: PROGRAM },
      body: { details: { ...DETAILS, email }, enrollment: { ...ENROLLMENT, side } },
    });
    return added.personId;
  };
  const newcomer = await add('newcomer', 'newcomer@example.se');
  const mentor = await add('mentor', 'mentor@example.se');
  const roundId = (await good(runRound, { as, params: { programId: PROGRAM }, body: {} })).roundId;
  const { version } = await good(showRound, { as, params: { roundId } });
  await good(publishRound, { as, params: { roundId }, body: { version } });
  const [pair] = (await good(listPairs, { as, params: { programId: PROGRAM } })).pairs;
  const pairId = pair?.id ?? '';
  for (const member of [members.newcomer, members.mentor]) {
    await good(answerProposal, { as: member, params: { pairId }, body: { answer: 'yes' } });
  }
  const plan = { date: '2026-11-30', time: '18:00', way: 'video', where: null };
  const planned = await good(planMeeting, { as: members.newcomer, params: { pairId }, body: plan });
  const sheet = new TextEncoder().encode('Sida;Namn\nmentor;Ann\n');
  const file = await good(checkImport, {
    as,
    params: { programId: PROGRAM },
    query: { filename: 'a.csv' },
    body: sheet,
  });
  return {
    programId: PROGRAM,
    municipalityId: '0162',
    personId: newcomer,
    roundId,
    newcomer,
    mentor,
    pairId,
    importId: file.importId,
    meetingId: planned.meetings[0]?.id ?? '',
  };
}

async function good<C extends Endpoint>(contract: C, asking: TestAsking) {
  const answer = await house.ask(contract, asking);
  expect(answer.problem, contract.name).toBe(null);
  return answer.body;
}

const DETAILS = {
  name: 'Person Prov',
  addressedAs: null,
  phone: null,
  birthYear: 1985,
  gender: 'woman',
  municipality: '0162',
  locality: null,
  postalCode: null,
  languages: [{ language: 'sv', level: 'C1' }],
  sfi: null,
  educations: [],
  occupations: [],
  availability: [34, 35, 36, 37],
  ways: ['video'],
  maxKilometres: null,
  interests: [],
  interfaceLanguage: 'sv',
  household: null,
};
const ENROLLMENT = { capacity: 1, waitingSince: '2026-10-01', wishes: [], neverWith: [], note: null };
