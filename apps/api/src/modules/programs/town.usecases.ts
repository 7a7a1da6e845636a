import type { listTowns as contract, OpenProgram } from '@parvis/contracts';
import type { Store } from '../../database/store.ts';
import type { UseCase } from '../../http/route.ts';
import type { Asker } from '../../http/session.ts';
import { keysOfRequirements, nameKeys } from './labels.ts';
import { listMunicipalities } from './municipality.store.ts';
import { contactOf, faceOf } from './program.face.ts';
import { findPulse, listAllPrograms } from './program.store.ts';

/** Open to anyone, so asked for most often. */
export const listTowns: UseCase<typeof contract, Asker | null> = async ({ store }, { locale }) => {
  const municipalities = await listMunicipalities(store);
  const programs = await loadFaces(store);
  return {
    towns: municipalities.map((town) => ({
      code: town.code,
      name: town.name,
      slug: town.slug,
      contact: contactOf(town),
      programs: programs.filter((program) => program.municipalities.includes(town.code)),
    })),
    labels: nameKeys(
      locale,
      programs.flatMap(({ requirements }) => keysOfRequirements(requirements)),
    ),
  };
};

interface Kept {
  readonly pulse: string;
  readonly faces: readonly OpenProgram[];
}
/** What was read last, of each database. */
const kept = new WeakMap<Store['read'], Kept>();

/** Read anew only when some program has changed. */
async function loadFaces(store: Store): Promise<readonly OpenProgram[]> {
  const pulse = await findPulse(store);
  const before = kept.get(store.read);
  if (before?.pulse === pulse) return before.faces;
  const faces = (await listAllPrograms(store)).map((program) => {
    const { topics, answerDays, rules } = program.definition;
    return { ...faceOf(program), topics, answerDays, requirements: rules.requirements };
  });
  kept.set(store.read, { pulse, faces });
  return faces;
}
