import type { Readiness } from '@parvis/matching';
import { createHash } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { swedishDay } from '../pairs/period.decisions.ts';
import type { Program } from '../programs/program.store.ts';
import type { Eligible } from '../recruitment/enrollment.store.ts';
import { loadPool } from '../recruitment/pool.ts';

interface Kept {
  readonly key: string;
  readonly madeAt: number;
  readonly check: Promise<Readiness | null>;
}
/** The latest check of each program, of each database. */
const kept = new WeakMap<Deps['store']['read'], Map<string, Kept>>();

/** Pairs elsewhere can change what is possible here without changing anyone who waits. */
const KEPT_MILLISECONDS = 60_000;
/** The day's list does not wait for a pool of thousands: its rows come the next time the list is opened. */
const PATIENCE_MILLISECONDS = 2_000;

/**
 * What a round now would do for those who wait; null when that is not known yet, or the solver is too busy. Solved once for
 * the same rules and people, however often it is asked.
 */
export async function checkPool(
  deps: Deps,
  { program, waiting }: { readonly program: Program; readonly waiting: readonly Eligible[] },
): Promise<Readiness | null> {
  const key = keyOf(program, waiting, swedishDay(deps.now()));
  const checks = checksOf(deps);
  const found = checks.get(program.id);
  const madeAt = deps.clock().getTime();
  if (found?.key === key && madeAt - found.madeAt < KEPT_MILLISECONDS) return inTime(found.check);
  const check = solve(deps, program).catch(() => {
    checks.delete(program.id);
    return null;
  });
  checks.set(program.id, { key, madeAt, check });
  return inTime(check);
}

async function solve(deps: Deps, { id, definition }: Program): Promise<Readiness> {
  const { newcomers, mentors, history, substitutes } = await loadPool(deps, { programId: id });
  const input = {
    program: definition.rules,
    newcomers,
    mentors,
    history,
    substitutes,
    now: swedishDay(deps.now()),
  };
  return (await deps.solver.checkRules(input)).readiness;
}

function checksOf({ store }: Deps): Map<string, Kept> {
  const found = kept.get(store.read) ?? new Map<string, Kept>();
  kept.set(store.read, found);
  return found;
}

function keyOf({ version }: Program, waiting: readonly Eligible[], today: string): string {
  const hash = createHash('sha256').update(`${version} ${today}`);
  for (const { enrollment, person, remaining } of waiting) {
    hash.update(` ${enrollment.id} ${enrollment.version} ${person.version} ${remaining}`);
  }
  return hash.digest('base64url');
}

async function inTime<R>(check: Promise<R>): Promise<R | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([check, late]);
  } finally {
    clearTimeout(timer);
  }
}
