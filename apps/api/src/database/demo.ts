import type { DEMO_ROLES } from '@parvis/contracts';
import type { Deps } from '../deps.ts';

/** Someone one can be in the demo. */
export interface DemoPerson {
  /** In the address of the button: `danderyd-coordinator`. */
  readonly key: string;
  readonly role: (typeof DEMO_ROLES)[number];
  readonly name: string;
  readonly town: string | null;
  readonly municipality: string | null;
  readonly programs: readonly string[];
  /** Address of the account that she signs in to. */
  readonly email: string;
}

export const DEMO_PERSONS: readonly DemoPerson[] = [];

/** Plants the demo towns in an empty database. */
export async function plantDemo({ log }: Deps): Promise<void> {
  log.warn('no demo town is written yet');
}
