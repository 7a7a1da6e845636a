import { auditEntry as table } from './tables.ts';
import { write, type Write } from './store.ts';

export interface Deed {
  /** Account that did it; null for the system and the command line. */
  readonly by: string | null;
  /** A verb and its noun: `publish-round`. */
  readonly action: string;
  /** The kind of thing and which one: `round`, its id. */
  readonly noun: string;
  readonly nounId: string;
  readonly programId?: string | null;
  /** Ids, codes and numbers; never a name, an address or free text. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** The audit entry of a deed, to go in the same list as the deed itself. */
export function auditEntry(
  { newId, now }: { readonly newId: () => string; readonly now: () => string },
  { by, action, noun, nounId, programId = null, facts = {} }: Deed,
): Write {
  const row = { id: newId(), at: now(), accountId: by, action, noun, nounId, programId, facts };
  return write((db) => db.insert(table).values(row));
}
