import type { Deps } from '../deps.ts';
import { countMunicipalities } from '../modules/programs/municipality.store.ts';
import { swedishDay } from '../modules/pairs/period.decisions.ts';
import { auditEntry } from './audit.ts';
import { drawDemo } from './demo/draw.ts';
import { writePeople } from './demo/write-people.ts';
import { writeRounds } from './demo/write-rounds.ts';
import { writeTowns } from './demo/write-towns.ts';

export { DEMO_PERSONS, type DemoPerson } from './demo/persons.ts';

/**
 * Plants the demo towns, all or nothing: always the same people, with dates counted from today. Where a municipality is
 * already, nothing is planted: it answers `already-there`.
 */
export async function plantDemo(
  deps: Pick<Deps, 'store' | 'now' | 'newId' | 'config'>,
): Promise<'planted' | 'already-there'> {
  const { store, now, config } = deps;
  if ((await countMunicipalities(store)) > 0) return 'already-there';
  const today = swedishDay(now());
  const plan = drawDemo(today);
  const facts = { people: plan.people.length, programs: plan.programs.length };
  return store.writeTogether(
    [
      ...writeTowns(plan, today),
      ...writePeople(plan),
      ...writeRounds(plan, config.origin),
      auditEntry(deps, { by: null, action: 'plant-demo', noun: 'demo', nounId: deps.newId(), facts }),
    ],
    'planted',
  );
}
