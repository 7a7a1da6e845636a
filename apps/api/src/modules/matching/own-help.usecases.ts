import type { OwnWait } from '@parvis/contracts';
import { ENGINE, type RoundResult } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import type { EnrollmentRow } from '../recruitment/enrollment.store.ts';
import { findPerson } from '../recruitment/person.store.ts';
import { decideTrial } from './round.decisions.ts';
import { readStamps } from './round.people.ts';
import { loadRound } from './round.snapshot.ts';
import { findRoundWithout, type RoundRow } from './round.store.ts';
import { solvedFrom } from './shape.decisions.ts';
import type { OwnHelp } from './solver.jobs.ts';
import type { Stamp } from './standing.decisions.ts';

/** Why one who waits waits, read out of the newest published round that left her out: hers alone, nothing of the others. */
export async function explainWait(deps: Deps, enrollment: EnrollmentRow): Promise<OwnWait> {
  const { personId } = enrollment;
  const roundId = await findRoundWithout(deps.store, enrollment);
  if (roundId === null) return { told: 'no-round' };
  const { reason, stamp, help } = await recall(deps, roundId, personId);
  const person = await findPerson(deps.store, personId);
  const isAsThen = stamp?.person === person?.version && stamp?.enrollment === enrollment.version;
  return { told: 'round', reason, help: await soon(help), changedSince: !isAsThen };
}

/** What a published round says of one person; it never changes. */
interface Told {
  readonly reason: Extract<OwnWait, { told: 'round' }>['reason'];
  readonly stamp: Stamp | null;
  /** Null where it is not worked out. */
  readonly help: Promise<OwnHelp | null>;
}

const recalled = new Map<string, Told>();
const MOST_RECALLED = 2000;

async function recall(deps: Deps, roundId: string, personId: string): Promise<Told> {
  const key = `${roundId} ${personId}`;
  const known = recalled.get(key);
  if (known !== undefined) return known;
  const row = await loadRound(deps, roundId);
  const reason = row.result?.leftOut.find(({ id }) => id === personId)?.reasons[0]?.code ?? null;
  const stamp = readStamps(row.people).get(personId) ?? null;
  const told: Told = { reason, stamp, help: workOut(deps, row, personId, () => recalled.delete(key)) };
  const [oldest] = recalled.keys();
  if (recalled.size >= MOST_RECALLED && oldest !== undefined) recalled.delete(oldest);
  recalled.set(key, told);
  return told;
}

/* Her page stands without it: a solver that gives no answer is asked again at her next visit. */
async function workOut(
  { solver, log }: Deps,
  row: RoundRow,
  personId: string,
  forget: () => void,
): Promise<OwnHelp | null> {
  const input = solvedFrom(row);
  const { result } = row;
  if (!isTriable(result) || !decideTrial(input)) return null;
  try {
    return await solver.findOwnHelp(input, result, personId);
  } catch (error) {
    log.warn({ roundId: row.id, error: String(error) }, 'no help worked out for one who waits');
    forget();
    return null;
  }
}

/** Only its own results can the engine go on from. */
function isTriable(result: RoundResult | null): result is RoundResult {
  return result?.engine === ENGINE;
}

/** The answer if it comes while she waits for her page; else it is there when she comes back. */
async function soon(help: Promise<OwnHelp | null>): Promise<OwnHelp | null> {
  const patience = Promise.withResolvers<null>();
  const timer = setTimeout(() => patience.resolve(null), PATIENCE);
  try {
    return await Promise.race([help, patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds. */
const PATIENCE = 3000;
