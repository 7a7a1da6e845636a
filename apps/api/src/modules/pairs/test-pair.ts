import type { EnrollmentStatus, PersonDetails, TemplateKey } from '@parvis/contracts';
import type { Share, Side } from '@parvis/matching';
import { randomUUID } from 'node:crypto';
import type { TestHouse, TestSession } from '../../test-house.ts';
import { listNewestLetters } from '../messages/letter.store.ts';
import { addTemplateProgram, addTown } from '../programs/test-people.ts';
import { findEnrollment, insertEnrollment } from '../recruitment/enrollment.store.ts';
import { recordPerson } from '../recruitment/person.record.ts';
import { insertPerson } from '../recruitment/person.store.ts';
import { insertPair, type NewPair } from './pair.store.ts';

/** Fictitious programs, people and pairs for tests. */

export interface TestProgram {
  readonly programId: string;
  readonly coordinator: TestSession;
}

/** A program of Danderyd's, and its coordinator. */
export async function plantProgram(house: TestHouse, template: TemplateKey = 'kvinna'): Promise<TestProgram> {
  await addTown(house, '0162', 'Danderyd');
  const programId = await addTemplateProgram(house, template);
  return { programId, coordinator: await house.signInAs({ coordinates: [programId] }) };
}

const DETAILS: PersonDetails = {
  name: 'Amina Farah',
  addressedAs: null,
  email: null,
  phone: null,
  birthYear: 1987,
  gender: 'woman',
  municipality: '0162',
  locality: 'Djursholm',
  postalCode: '18261',
  languages: [
    { language: 'ar', level: 'C2' },
    { language: 'sv', level: 'B1' },
  ],
  sfi: null,
  educations: [],
  occupations: [
    { occupation: null, ssyk: '2221', years: 4, asWritten: 'sjuksköterska på Hemlighetens vårdcentral' },
  ],
  availability: [36, 37, 38, 39],
  ways: ['in-person', 'walk'],
  maxKilometres: 10,
  interests: ['walking'],
  interfaceLanguage: 'sv',
  household: null,
};

export interface TestPerson {
  readonly personId: string;
  readonly as: TestSession;
}

/** A person with an account of her own, and her enrollment. */
export async function plantPerson(
  house: TestHouse,
  {
    programId,
    side,
    status = 'matched',
    capacity = 1,
    details = {},
    as,
  }: {
    readonly programId: string;
    readonly side: Side;
    readonly status?: EnrollmentStatus;
    readonly capacity?: number;
    readonly details?: Partial<PersonDetails>;
    readonly as?: TestSession;
  },
): Promise<TestPerson> {
  const at = house.deps.now();
  const personId = randomUUID();
  const email = details.email ?? null;
  const session = as ?? (await house.signInAs(email === null ? {} : { email }));
  await house.deps.store.writeTogether([
    insertPerson(
      recordPerson({ id: personId, accountId: session.accountId, details: { ...DETAILS, ...details }, at }),
    ),
    insertEnrollment({
      id: randomUUID(),
      programId,
      personId,
      side,
      status,
      statusSince: at,
      capacity,
      waitingSince: '2026-08-01',
      wishes: [],
      neverWith: [],
      createdAt: at,
      updatedAt: at,
    }),
  ]);
  return { personId, as: session };
}

const REASONS: readonly Share[] = [
  {
    criterion: 'age',
    value: 0.93,
    points: 93,
    of: 100,
    facts: { criterion: 'age', years: 3 },
  },
  {
    criterion: 'nearness',
    value: 0.71,
    points: 71,
    of: 100,
    facts: { criterion: 'nearness', kilometres: 3.4 },
  },
  {
    criterion: 'common-time',
    value: 1,
    points: 100,
    of: 100,
    facts: { criterion: 'common-time', halfHours: 4, weekdays: [0] },
  },
  {
    criterion: 'education-level',
    value: 0.5,
    points: 50,
    of: 100,
    facts: { criterion: 'education-level', newcomer: 4, mentor: 6 },
  },
];

export interface PlantedPair extends TestProgram {
  readonly pairId: string;
  readonly newcomer: TestPerson;
  readonly mentor: TestPerson;
}

/** Amina Farah and Lisbeth Sund: proposed, a week to answer, unless told otherwise. */
export async function plantPair(
  house: TestHouse,
  {
    program,
    pair = {},
    newcomer,
    mentor,
    details = {},
  }: {
    readonly program?: TestProgram;
    readonly pair?: Partial<NewPair>;
    readonly newcomer?: TestPerson;
    readonly mentor?: TestPerson;
    /** Of Amina. */
    readonly details?: Partial<PersonDetails>;
  } = {},
): Promise<PlantedPair> {
  const where = program ?? (await plantProgram(house));
  const { programId } = where;
  const unique = randomUUID().slice(0, 8);
  const amina =
    newcomer ??
    (await plantPerson(house, {
      programId,
      side: 'newcomer',
      details: { email: `amina.${unique}@example.se`, phone: '+46701740601', ...details },
    }));
  const lisbeth =
    mentor ??
    (await plantPerson(house, {
      programId,
      side: 'mentor',
      details: {
        name: 'Lisbeth Sund',
        email: `lisbeth.${unique}@example.se`,
        phone: '+46701740602',
        birthYear: 1984,
        availability: [38, 39, 40, 41],
        interfaceLanguage: 'en',
      },
    }));
  const at = house.deps.now();
  const pairId = randomUUID();
  await house.deps.store.writeTogether([
    insertPair({
      id: pairId,
      programId,
      newcomerId: amina.personId,
      mentorId: lisbeth.personId,
      status: 'proposed',
      score: 812,
      reasons: REASONS,
      overrides: [],
      proposedAt: at,
      answerBy: new Date(Date.parse(at) + 7 * 86_400_000).toISOString(),
      createdAt: at,
      updatedAt: at,
      ...pair,
    }),
  ]);
  return { ...where, pairId, newcomer: amina, mentor: lisbeth };
}

/** A pair that both said yes to on this day. */
export function begun(startsOn: string, endsOn: string): Partial<NewPair> {
  return {
    status: 'active',
    newcomerAnswer: 'yes',
    mentorAnswer: 'yes',
    startedAt: `${startsOn}T10:00:00.000Z`,
    startsOn,
    endsOn,
  };
}

/** Where the newcomer and the mentor stand in the program. */
export async function statusesOf(
  { deps }: TestHouse,
  { programId, newcomer, mentor }: PlantedPair,
): Promise<readonly (EnrollmentStatus | undefined)[]> {
  const found = await Promise.all(
    [newcomer, mentor].map(({ personId }) => findEnrollment(deps.store, { programId, personId })),
  );
  return found.map((enrollment) => enrollment?.status);
}

/** Such as `proposal to amina`, in alphabetical order. */
export async function lettersAbout({ deps }: TestHouse, { pairId }: PlantedPair): Promise<readonly string[]> {
  const letters = await listNewestLetters(deps.store, { to: null, most: 1000 });
  return letters
    .filter(({ data }) => String(data['link']).endsWith(pairId))
    .map(({ kind, toAddress }) => `${kind} to ${toAddress.split('.')[0] ?? ''}`)
    .sort();
}
