import type { Deeds } from './deeds.ts';

/** What she has shaped and not saved lives through a reload and a look at another page, in this tab only. */

const keyFor = (roundId: string): string => `parvis-round-${roundId}`;

export function keepSession(roundId: string, deeds: Deeds): void {
  try {
    sessionStorage.setItem(keyFor(roundId), JSON.stringify(deeds));
  } catch {
    // No room, or not allowed: then it lives as long as the page does.
  }
}

export function readSession(roundId: string): Deeds | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyFor(roundId)) ?? 'null');
    return isDeeds(kept) ? kept : null;
  } catch {
    return null;
  }
}

/* Only this page writes there. */
function isDeeds(value: unknown): value is Deeds {
  return (
    typeof value === 'object' && value !== null && 'start' in value && 'steps' in value && 'done' in value
  );
}
