import { Refused, type ProgramFace } from '@parvis/contracts';
import type { Deps } from '../../deps.ts';
import { findMunicipality } from '../programs/municipality.store.ts';
import type { Program } from '../programs/program.store.ts';

/** What a participant sees of her program. */
export function faceOf({ id, definition, municipalities }: Program): ProgramFace {
  const { name, summary, tint, words, period, cadence, gatheringsPerYear } = definition;
  return { id, name, summary, tint, words, period, cadence, gatheringsPerYear, municipalities };
}

/** The municipality that runs a program, and whom to turn to there. */
export async function loadTown({ store }: Deps, { municipalityCode }: Program) {
  const town = await findMunicipality(store, municipalityCode);
  if (town === null) throw new Refused('not-there');
  const { name, contactName, contactEmail, contactPhone } = town;
  return { name, contact: { name: contactName, email: contactEmail, phone: contactPhone } };
}
