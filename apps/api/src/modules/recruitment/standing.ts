import type { PersonPage } from '@parvis/contracts';
import { explainLeftOut, weeksWaiting, type RoundInput, type RoundResult } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import { findProgram } from '../programs/program.store.ts';
import type { EnrollmentRow } from './enrollment.store.ts';
import type { PersonRow } from './person.store.ts';
import { loadPool } from './pool.ts';

/**
 * How one who waits stands to those who wait on the other side now: with how many a pair is possible, and if with none, why.
 * Nothing for one whom no round would take.
 */
export async function findStanding(
  deps: Deps,
  { person, enrollment }: { readonly person: PersonRow; readonly enrollment: EnrollmentRow },
): Promise<Pick<PersonPage, 'standing' | 'possiblePartners'>> {
  const nothing = { standing: null, possiblePartners: null };
  if (enrollment.status !== 'waiting') return nothing;
  const program = await findProgram(deps.store, enrollment.programId);
  const { programId, side } = enrollment;
  // She alone is held against the other side: how the others of her own side stand changes nothing.
  const pool = await loadPool(deps, { programId, about: { personId: person.id, side } });
  const own = side === 'newcomer' ? pool.newcomers : pool.mentors;
  if (program === null || own.length === 0) return nothing;
  const now = swedishDay(deps.now());
  const input: RoundInput = {
    program: program.definition.rules,
    newcomers: pool.newcomers,
    mentors: pool.mentors,
    history: pool.history,
    substitutes: pool.substitutes,
    now,
  };
  const reasons = explainLeftOut(input, NO_PAIRS, person.id);
  const allowed =
    reasons.flatMap((reason) => (reason.code === 'partners-better-used' ? [reason.allowed] : []))[0] ?? 0;
  if (allowed > 0) return { standing: null, possiblePartners: allowed };
  const weeks = weeksWaiting(enrollment.waitingSince, now);
  return { standing: { id: person.id, side, weeksWaiting: weeks, reasons }, possiblePartners: 0 };
}

const NO_PAIRS: RoundResult = {
  pairs: [],
  leftOut: [],
  conflicts: [],
  certificate: { matched: 0, people: 0, total: 0, optimal: true, prices: { newcomers: [], mentors: [] } },
  fullScore: 0,
  engine: '',
};
