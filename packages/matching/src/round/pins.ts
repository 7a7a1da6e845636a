import type { Obstacle, Pin, PinConflict, RoundInput } from '../model.ts';
import { hasPair } from '../judge/context.ts';
import { personAt, positionOf, type Pool } from '../columns/pool.ts';
import { findObstacles, listRules } from '../judge/rules.ts';

/** A pin that the round keeps; positions of the pool. `obstacles` are the requirements it overrides. */
export interface KeptPin {
  readonly newcomer: number;
  readonly mentor: number;
  readonly obstacles: readonly Obstacle[];
  readonly reason: string | null;
}

/**
 * Keeps every pin that can be kept and names the conflict of every other. When capacity does not suffice for
 * all, those first by newcomer's, then mentor's id are kept, so that the order of the list does not matter.
 */
export function keepPins(
  input: RoundInput,
  pool: Pool,
): { readonly kept: readonly KeptPin[]; readonly conflicts: readonly PinConflict[] } {
  const rules = listRules(input.program);
  const kept: KeptPin[] = [];
  const conflicts: PinConflict[] = [];
  for (const pin of [...(input.pins ?? [])].sort(byIds)) {
    const newcomer = positionOf(pool.newcomers, pin.newcomer);
    const mentor = positionOf(pool.mentors, pin.mentor);
    const conflict = (code: PinConflict['code'], obstacles: readonly Obstacle[] = []): void => {
      conflicts.push({ newcomer: pin.newcomer, mentor: pin.mentor, code, obstacles });
    };
    if (newcomer === -1 || mentor === -1) {
      conflict('unknown-person');
      continue;
    }
    const a = personAt(pool.newcomers, newcomer);
    const b = personAt(pool.mentors, mentor);
    const obstacles = findObstacles(rules, a, b, pool.context);
    const hers = kept.filter((other) => other.newcomer === newcomer);
    const theirs = kept.filter((other) => other.mentor === mentor);
    if (hers.some((other) => other.mentor === mentor)) conflict('pinned-twice');
    else if (hasPair(pool.context.bans, a, b)) conflict('also-banned', obstacles);
    else if (obstacles.length > 0 && !hasReason(pin)) conflict('breaks-requirement', obstacles);
    else if (hers.length >= a.capacity || theirs.length >= b.capacity) conflict('over-capacity', obstacles);
    else kept.push({ newcomer, mentor, obstacles, reason: pin.reason });
  }
  return { kept, conflicts };
}

/** Did the coordinator write why? */
function hasReason({ reason }: Pin): boolean {
  return reason !== null && reason.trim() !== '';
}

/* Of two pins of one pair the one with a reason comes first: it can be kept more often. */
function byIds(a: Pin, b: Pin): number {
  return (
    compare(a.newcomer, b.newcomer) || compare(a.mentor, b.mentor) || compare(b.reason ?? '', a.reason ?? '')
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
