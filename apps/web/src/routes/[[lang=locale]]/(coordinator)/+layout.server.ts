import { requireAccount } from '#lib/account.server.ts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** The desk exists only for those who coordinate or administer; to anyone else it is not there. */
export const load: LayoutServerLoad = async (event) => {
  const account = await requireAccount(event);
  if (account.coordinates.length === 0 && account.administers.length === 0) error(404);
  return { account };
};
