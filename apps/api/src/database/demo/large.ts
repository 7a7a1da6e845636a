import { programFromTemplate, TEMPLATES, type TemplateKey } from '@parvis/contracts';
import type { Deps } from '../../deps.ts';
import { insertAccount, insertGrant } from '../../modules/identity/account.store.ts';
import { findMunicipality, insertMunicipality } from '../../modules/programs/municipality.store.ts';
import { findProgram, insertProgram } from '../../modules/programs/program.store.ts';
import { swedishDay } from '../../modules/pairs/period.decisions.ts';
import { auditEntry } from '../audit.ts';
import type { Write } from '../store.ts';
import { drawMentors, drawNewcomers } from './crowd.ts';
import { instantOn } from './days.ts';
import { demoId } from './ids.ts';
import type { Joined } from './plan.ts';
import { createRegister } from './register.ts';
import { STAFF } from './towns.ts';
import { accountIdOf, writePeople } from './write-people.ts';
import { municipalityRow } from './write-towns.ts';

export interface LargeAsked {
  readonly people: number;
  readonly newcomersPerMentor: number;
  readonly template: TemplateKey;
}
export interface LargePlanted {
  readonly programId: string;
  readonly name: string;
  readonly newcomers: number;
  readonly mentors: number;
  readonly coordinator: string;
}

const JARFALLA = '0123';
const COORDINATOR = 'jarfalla-coordinator';
/** People in one commit: a power cut costs at most so many. */
const AT_ONCE = 1000;

/** Plants one large program in Järfälla, beside what is there, for load: the same people whenever it is asked for as many. */
export async function plantLarge(deps: Deps, asked: LargeAsked): Promise<LargePlanted> {
  const { store } = deps;
  const today = swedishDay(deps.now());
  const key = await findFreeKey(deps);
  const programId = demoId('program', key);
  const name = `${TEMPLATES[asked.template].name}, ${asked.people} personer`;
  const definition = { ...programFromTemplate(TEMPLATES[asked.template], [JARFALLA]), name };
  const at = instantOn(today);
  const row = { id: programId, municipalityCode: JARFALLA, template: asked.template, definition };
  const facts = { people: asked.people };
  await store.writeTogether([
    ...(await writeTown(deps, at)),
    ...insertProgram({ ...row, createdAt: at, updatedAt: at }, [JARFALLA]),
    ...grantTo(programId, at),
    auditEntry(deps, {
      by: null,
      action: 'plant-large',
      noun: 'program',
      nounId: programId,
      programId,
      facts,
    }),
  ]);
  const { newcomers, mentors } = drawLarge({ ...asked, key, today });
  const everyone = [...newcomers, ...mentors];
  for (let first = 0; first < everyone.length; first += AT_ONCE) {
    await store.writeTogether(writeJoined(everyone.slice(first, first + AT_ONCE), key));
  }
  const coordinator = STAFF.find((staff) => staff.key === COORDINATOR)?.email ?? '';
  return { programId, name, newcomers: newcomers.length, mentors: mentors.length, coordinator };
}

async function findFreeKey({ store }: Deps): Promise<string> {
  for (let number = 1; ; number++) {
    if ((await findProgram(store, demoId('program', `large-${number}`))) === null) return `large-${number}`;
  }
}

async function writeTown({ store }: Deps, at: string): Promise<readonly Write[]> {
  const there = await findMunicipality(store, JARFALLA);
  return there === null ? [insertMunicipality(municipalityRow(JARFALLA, at))] : [];
}

function grantTo(programId: string, at: string): readonly Write[] {
  return STAFF.filter(({ key }) => key === COORDINATOR).flatMap(({ email, name }) => {
    const accountId = accountIdOf(email);
    return [
      insertAccount({ id: accountId, email, name, locale: 'sv', createdAt: at }),
      insertGrant({
        id: demoId('grant', programId),
        accountId,
        role: 'coordinator',
        programId,
        createdAt: at,
      }),
    ];
  });
}

function drawLarge({
  people,
  newcomersPerMentor,
  key,
  today,
}: LargeAsked & { readonly key: string; readonly today: string }) {
  const mentors = Math.max(1, Math.round(people / (newcomersPerMentor + 1)));
  const newcomers = people - mentors;
  const common = { municipality: JARFALLA, register: createRegister('some'), today } as const;
  const share = (all: number, women: number) => ({
    women: Math.round(all * women),
    men: all - Math.round(all * women),
  });
  return {
    newcomers: drawNewcomers({
      ...common,
      ...share(newcomers, 0.48),
      key: `${key}/newcomer`,
      mix: { waited: [0, 40] },
    }),
    mentors: drawMentors({
      ...common,
      ...share(mentors, 0.68),
      key: `${key}/mentor`,
      mix: { waited: [0, 12] },
    }),
  };
}

function writeJoined(joined: readonly Joined[], program: string): readonly Write[] {
  return writePeople({
    people: joined.map(({ key: person, details }) => ({ key: person, details: apart(details, program) })),
    enrollments: joined.map(({ key: person, enrollment }) => ({
      person,
      program,
      details: enrollment,
      status: 'waiting' as const,
    })),
  });
}

/** No one of a large program shares an account with someone of the towns, or of another large program. */
function apart(details: Joined['details'], program: string): Joined['details'] {
  return details.email === null ? details : { ...details, email: details.email.replace('@', `.${program}@`) };
}
