import type { Deeds } from './deeds.ts';
import type { Settings } from './settings.ts';

/* What she has shaped and not saved lives through a reload and a look at another page, in this tab only. */

/** What was saved when she and the server last agreed. */
export interface Base {
  readonly version: number;
  readonly settings: Settings;
}

export interface Session {
  readonly deeds: Deeds;
  readonly base: Base;
}

const keyFor = (roundId: string): string => `parvis-shaped-${roundId}`;

export function keepSession(roundId: string, session: Session): void {
  try {
    sessionStorage.setItem(keyFor(roundId), JSON.stringify(session));
  } catch {
    // No room, or not allowed: then it lives as long as the page does.
  }
}

export function readSession(roundId: string): Session | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyFor(roundId)) ?? 'null');
    return isSession(kept) ? kept : null;
  } catch {
    return null;
  }
}

/* Only this page writes there. */
function isSession(value: unknown): value is Session {
  return typeof value === 'object' && value !== null && 'deeds' in value && 'base' in value;
}
