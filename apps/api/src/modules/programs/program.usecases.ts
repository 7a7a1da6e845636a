import {
  programFromTemplate,
  Refused,
  TEMPLATES,
  type changeRules as changeContract,
  type createProgram as createContract,
  type listPrograms as listContract,
  type ProgramSummary,
  type showProgram as showContract,
} from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { insertGrant, listCoordinated } from '../identity/account.store.ts';
import { findStandOfRounds } from '../matching/round.store.ts';
import { countPaces } from '../pairs/pace.usecases.ts';
import { listEligible } from '../recruitment/enrollment.store.ts';
import { keysOfRules, nameKeys } from './labels.ts';
import { decideRules } from './program.decisions.ts';
import {
  findProgram,
  insertProgram,
  listProgramsByIds,
  updateProgramDefinition,
  type Program,
} from './program.store.ts';

export const listPrograms: UseCase<typeof listContract> = async (deps, { asker, locale }) => {
  const programs = await listProgramsByIds(deps.store, await listCoordinated(deps.store, asker.accountId));
  return { programs: await Promise.all(programs.map((program) => summarize(deps, program, locale))) };
};

export const showProgram: UseCase<typeof showContract> = async (deps, { params, locale }) => {
  const program = await loadProgram(deps, params.programId);
  const keys = [
    ...keysOfRules(program.definition.rules),
    ...program.municipalities.map((code) => `municipality:${code}`),
  ];
  return { ...(await summarize(deps, program, locale)), labels: nameKeys(locale, keys) };
};

export const createProgram: UseCase<typeof createContract> = async (deps, { params, body, asker }) => {
  const municipalityCode = params.municipalityId;
  const programId = deps.newId();
  const at = deps.now();
  const template = programFromTemplate(TEMPLATES[body.template], [municipalityCode]);
  const row = {
    id: programId,
    municipalityCode,
    template: body.template,
    definition: { ...template, name: body.name },
    createdAt: at,
    updatedAt: at,
  };
  const grant = {
    id: deps.newId(),
    accountId: asker.accountId,
    role: 'coordinator' as const,
    programId,
    createdAt: at,
  };
  const deed = { by: asker.accountId, noun: 'program', nounId: programId, programId };
  return deps.store.writeTogether(
    [
      ...insertProgram(row, [municipalityCode]),
      insertGrant(grant),
      auditEntry(deps, { ...deed, action: 'create-program', facts: { template: body.template } }),
    ],
    { programId },
  );
};

export const changeRules: UseCase<typeof changeContract> = async (deps, { params, body, asker }) => {
  const { programId } = params;
  const program = await loadProgram(deps, programId);
  const definition = decideRules(program.definition, body.rules);
  const deed = { by: asker.accountId, noun: 'program', nounId: programId, programId };
  return deps.store.writeTogether(
    [
      updateProgramDefinition({ programId, definition, version: body.version, at: deps.now() }),
      auditEntry(deps, { ...deed, action: 'change-rules', facts: { version: body.version + 1 } }),
    ],
    { version: body.version + 1 },
  );
};

/** Throws `not-there`. */
export async function loadProgram({ store }: Pick<Deps, 'store'>, programId: string): Promise<Program> {
  const program = await findProgram(store, programId);
  if (program === null) throw new Refused('not-there');
  return program;
}

async function summarize(
  deps: Deps,
  program: Program,
  locale: Parameters<typeof nameKeys>[0],
): Promise<ProgramSummary> {
  const waiting = await listEligible(deps.store, program.id);
  const { openRound, publishedRounds } = await findStandOfRounds(deps.store, program.id);
  const names = nameKeys(
    locale,
    program.municipalities.map((code) => `municipality:${code}`),
  );
  const newcomers = waiting.filter(({ enrollment }) => enrollment.side === 'newcomer').length;
  return {
    id: program.id,
    definition: program.definition,
    template: program.template,
    municipalities: program.municipalities.map((code) => ({
      code,
      name: names[`municipality:${code}`] ?? code,
    })),
    waiting: { newcomers, mentors: waiting.length - newcomers },
    pace: await countPaces(deps, program.id),
    openRound,
    publishedRounds,
    version: program.version,
  };
}
