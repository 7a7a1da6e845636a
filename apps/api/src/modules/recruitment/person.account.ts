import type { PersonDetails } from '@parvis/contracts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import { findAccountByEmail, insertAccount } from '../identity/account.store.ts';

export interface FoundAccount {
  /** Null for one without an address. */
  readonly accountId: string | null;
  /** Makes the account when there was none; goes before the person in the same list. */
  readonly writes: readonly Write[];
}

/** The account of a person's address, found or made. Two people of one address share it. */
export async function findOrMakeAccount(
  { store, newId, now }: Pick<Deps, 'store' | 'newId' | 'now'>,
  { email, interfaceLanguage }: Pick<PersonDetails, 'email' | 'interfaceLanguage'>,
): Promise<FoundAccount> {
  if (email === null) return { accountId: null, writes: [] };
  const known = await findAccountByEmail(store, email);
  if (known !== null) return { accountId: known.id, writes: [] };
  const id = newId();
  return {
    accountId: id,
    writes: [insertAccount({ id, email, locale: interfaceLanguage, createdAt: now() })],
  };
}
