import type { showOperations } from '@parvis/contracts';
import type { ApiReply } from '#lib/api.ts';

export type Machine = ApiReply<typeof showOperations>;
export type Worry = 'failed' | 'late' | 'full';

const HOUR = 3_600_000;
const LEAST_FREE = 1_000_000_000;

/** What the one who keeps the machine running should look at; nothing is the good answer. */
export function findWorries(
  machine: Machine,
  { readAt, demo }: { readAt: string; demo: boolean },
): readonly Worry[] {
  const { lettersFailed, oldestLetterWaiting, freeBytes, databaseBytes } = machine;
  const waited =
    oldestLetterWaiting === null ? 0 : new Date(readAt).getTime() - new Date(oldestLetterWaiting).getTime();
  return [
    ...(lettersFailed > 0 ? (['failed'] as const) : []),
    // The demo's letters stay in its mail catcher.
    ...(waited > HOUR && !demo ? (['late'] as const) : []),
    // A backup needs as much again as the database.
    ...(freeBytes < Math.max(LEAST_FREE, 2 * databaseBytes) ? (['full'] as const) : []),
  ];
}
