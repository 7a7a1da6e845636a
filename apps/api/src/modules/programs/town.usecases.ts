import type { listTowns as contract, OpenProgram } from '@parvis/contracts';
import type { Store } from '../../database/store.ts';
import type { UseCase } from '../../http/route.ts';
import type { Asker } from '../../http/session.ts';
import { keysOfRequirements, nameKeys } from './labels.ts';
import { listMunicipalities } from './municipality.store.ts';
import { findPulse, listAllPrograms } from './program.store.ts';

/** Open to anyone, so asked for most often. */
export const listTowns: UseCase<typeof contract, Asker | null> = async ({ store }, { locale }) => {
  const municipalities = await listMunicipalities(store);
  const programs = await loadFaces(store);
  return {
    towns: municipalities.map(({ code, name, slug, contactName, contactEmail, contactPhone }) => ({
      code,
      name,
      slug,
      contact: { name: contactName, email: contactEmail, phone: contactPhone },
      programs: programs.filter((program) => program.municipalities.includes(code)),
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
  const faces = (await listAllPrograms(store)).map(({ id, definition, municipalities }) => {
    const { name, summary, tint, words, period, cadence, gatheringsPerYear, topics, answerDays } = definition;
    const face = { id, name, summary, tint, words, period, cadence, gatheringsPerYear, municipalities };
    return { ...face, topics, answerDays, requirements: definition.rules.requirements };
  });
  kept.set(store.read, { pulse, faces });
  return faces;
}
