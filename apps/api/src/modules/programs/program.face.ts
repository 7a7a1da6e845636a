import { Refused, type ProgramFace } from '@parvis/contracts';
import type { Store } from '../../database/store.ts';
import { findMunicipality, type MunicipalityRow } from './municipality.store.ts';
import type { Program } from './program.store.ts';

/** What anyone may know of a program, and its participants see. */
export function faceOf({ id, definition, municipalities }: Program): ProgramFace {
  const { name, summary, tint, words, period, cadence, gatheringsPerYear } = definition;
  return { id, name, summary, tint, words, period, cadence, gatheringsPerYear, municipalities };
}

/** Whom to turn to in a municipality. */
export function contactOf({ contactName, contactEmail, contactPhone }: MunicipalityRow) {
  return { name: contactName, email: contactEmail, phone: contactPhone };
}

/** The municipality that runs a program, and whom to turn to there. */
export async function loadTown(store: Store, { municipalityCode }: Program) {
  const town = await findMunicipality(store, municipalityCode);
  if (town === null) throw new Refused('not-there');
  return { name: town.name, contact: contactOf(town) };
}
