import { programFromTemplate, TEMPLATES, type ProgramDefinition, type TemplateKey } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import type { Write } from '../../database/store.ts';
import type { TestHouse } from '../../test-house.ts';
import { insertEnrollment, type NewEnrollmentRow } from '../recruitment/enrollment.store.ts';
import { insertPerson, type NewPersonRow } from '../recruitment/person.store.ts';
import { findMunicipality, insertMunicipality } from './municipality.store.ts';
import { insertProgram } from './program.store.ts';

/** Towns, programs and people for the tests of these rooms. */

/** A municipality, unless it is there. */
export async function addTown({ deps }: Pick<TestHouse, 'deps'>, code: string, name: string): Promise<void> {
  if ((await findMunicipality(deps.store, code)) !== null) return;
  const slug = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
  const contact = {
    contactName: 'Karin Ek',
    contactEmail: `karin.ek@${slug}.example.se`,
    contactPhone: '+4681234567',
  };
  await deps.store.writeTogether([
    insertMunicipality({ code, name, slug, tint: 'mossa', ...contact, createdAt: deps.now() }),
  ]);
}

export async function addProgram(
  { deps }: Pick<TestHouse, 'deps'>,
  given: {
    readonly definition: ProgramDefinition;
    readonly municipalities: readonly string[];
    readonly template?: TemplateKey;
    readonly id?: string;
  },
): Promise<string> {
  const { definition, municipalities, template = null, id = randomUUID() } = given;
  const [municipalityCode = ''] = municipalities;
  const at = deps.now();
  const row = { id, municipalityCode, template, definition, createdAt: at, updatedAt: at };
  await deps.store.writeTogether(insertProgram(row, municipalities));
  return id;
}

/** A program of Danderyd, made from a template. */
export async function addTemplateProgram(house: TestHouse, template: TemplateKey): Promise<string> {
  const definition = programFromTemplate(TEMPLATES[template], ['0162']);
  return addProgram(house, { definition, municipalities: ['0162'], template });
}

export type TestWaiting = Partial<Omit<NewPersonRow, 'id'>> &
  Partial<Pick<NewEnrollmentRow, 'side' | 'capacity' | 'wishes' | 'neverWith' | 'waitingSince' | 'status'>>;

/** One who waits, free every weekday evening, Swedish at B1, in Djursholm; change what the case is about. Gives her id. */
export async function addWaiting(
  house: TestHouse,
  programId: string,
  given: TestWaiting = {},
): Promise<string> {
  const { id, writes } = makeWaiting(house, programId, given);
  await house.deps.store.writeTogether(writes);
  return id;
}

export async function addManyWaiting(
  house: TestHouse,
  programId: string,
  people: readonly TestWaiting[],
): Promise<void> {
  await house.deps.store.writeTogether(
    people.flatMap((given) => makeWaiting(house, programId, given).writes),
  );
}

function makeWaiting(
  { deps }: TestHouse,
  programId: string,
  given: TestWaiting,
): { readonly id: string; readonly writes: readonly Write[] } {
  const id = randomUUID();
  const at = deps.now();
  const { side = 'newcomer', capacity = 1, wishes = [], neverWith = [], ...rest } = given;
  const { waitingSince = '2026-09-01', status = 'waiting', ...person } = rest;
  const name = person.name ?? 'Amina Test';
  return {
    id,
    writes: [
      insertPerson({
        name,
        nameSort: name,
        nameSearch: name,
        interfaceLanguage: 'sv',
        email: null,
        birthYear: 1985,
        gender: 'woman',
        municipality: '0162',
        latitude: 59.4,
        longitude: 18.03,
        languages: [{ language: 'sv', level: 'B1' }],
        educations: [],
        occupations: [],
        availability: EVENINGS,
        ways: ['in-person', 'walk'],
        interests: [],
        ...person,
        id,
        createdAt: at,
        updatedAt: at,
      }),
      insertEnrollment({
        ...{ programId, personId: id, side, status, capacity, waitingSince, wishes, neverWith },
        id: randomUUID(),
        statusSince: at,
        createdAt: at,
        updatedAt: at,
      }),
    ],
  };
}

/** Monday to Friday, 17 to 20. */
const EVENINGS = [0, 1, 2, 3, 4].flatMap((day) => [34, 35, 36, 37, 38, 39].map((half) => day * 48 + half));
