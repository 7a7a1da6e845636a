import {
  addPerson,
  answerProposal,
  checkImport,
  keepVariant,
  listPairs,
  planMeeting,
  publishRound,
  runRound,
  showRound,
  type Endpoint,
} from '@parvis/contracts';
import { expect } from 'vitest';
import {
  openTestHouse,
  plantProgram,
  type TestAsking,
  type TestHouse,
  type TestSession,
} from '../../apps/api/src/test-house.ts';
import type { Visitor } from './access.table.ts';

/** A house with two programs, one of each thing in the first, and one visitor of each kind. */
export interface Town {
  readonly house: TestHouse;
  /** Everyone but nobody. */
  readonly sessions: ReadonlyMap<Visitor, TestSession>;
  /** What a path can name, in the first program. */
  readonly things: Readonly<Record<string, string>>;
}

const PROGRAM = '11111111-1111-4111-8111-111111111111';
const OTHER_PROGRAM = '22222222-2222-4222-8222-222222222222';

export async function openTown(): Promise<Town> {
  const house = await openTestHouse({ demo: true });
  await plantProgram(house, PROGRAM, '0162');
  await plantProgram(house, OTHER_PROGRAM, '0123');
  const coordinator = await house.signInAs({ coordinates: [PROGRAM] });
  const newcomer = await house.signInAs({ email: 'newcomer@example.se' });
  const mentor = await house.signInAs({ email: 'mentor@example.se' });
  const otherMember = await house.signInAs({ email: 'other@example.se' });
  const things = await furnish(house, coordinator, { newcomer, mentor });
  const sessions = new Map<Visitor, TestSession>([
    ['coordinator', coordinator],
    ['newcomer of the pair', newcomer],
    ['mentor of the pair', mentor],
    ['participant outside the pair', otherMember],
    ['coordinator elsewhere', await house.signInAs({ coordinates: [OTHER_PROGRAM] })],
    ['admin', await house.signInAs({ administers: ['0162'] })],
    ['admin elsewhere', await house.signInAs({ administers: ['0123'] })],
    ['operator', await house.signInAs({ operates: true })],
  ]);
  return { house, sessions, things };
}

/** One of each thing that a path can name, in the first program, made by its coordinator through the API. */
async function furnish(
  house: TestHouse,
  as: TestSession,
  members: { readonly newcomer: TestSession; readonly mentor: TestSession },
): Promise<Readonly<Record<string, string>>> {
  const add = async (side: 'newcomer' | 'mentor', email: string): Promise<string> => {
    const added = await good(house, addPerson, {
      as,
      params: { programId: PROGRAM },
      body: { details: { ...DETAILS, email }, enrollment: { ...ENROLLMENT, side } },
    });
    return added.personId;
  };
  const newcomer = await add('newcomer', 'newcomer@example.se');
  const mentor = await add('mentor', 'mentor@example.se');
  const roundId = (await good(house, runRound, { as, params: { programId: PROGRAM }, body: {} })).roundId;
  const { version } = await good(house, showRound, { as, params: { roundId } });
  const kept = await good(house, keepVariant, { as, params: { roundId }, body: { name: 'As it was' } });
  await good(house, publishRound, { as, params: { roundId }, body: { version } });
  const [pair] = (await good(house, listPairs, { as, params: { programId: PROGRAM } })).pairs;
  const pairId = pair?.id ?? '';
  for (const member of [members.newcomer, members.mentor]) {
    await good(house, answerProposal, { as: member, params: { pairId }, body: { answer: 'yes' } });
  }
  const plan = { date: '2026-11-30', time: '18:00', way: 'video', where: null };
  const planned = await good(house, planMeeting, { as: members.newcomer, params: { pairId }, body: plan });
  const sheet = new TextEncoder().encode('Sida;Namn\nmentor;Ann\n');
  const file = await good(house, checkImport, {
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
    variantId: kept.id,
    newcomer,
    mentor,
    pairId,
    importId: file.importId,
    meetingId: planned.meetings[0]?.id ?? '',
  };
}

async function good<C extends Endpoint>(house: TestHouse, contract: C, asking: TestAsking) {
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
