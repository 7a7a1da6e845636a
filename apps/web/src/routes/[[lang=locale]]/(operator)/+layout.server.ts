import { whoAmI } from '@parvis/contracts';
import { error, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/locale.ts';
import type { LayoutServerLoad } from './$types';

/** Only for those who keep the machine running; to anyone else it is not there. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  const { account, demo } = await locals.api(whoAmI);
  if (account === null) {
    const search = new URLSearchParams({ to: url.pathname });
    redirect(303, `${localePath(locals.locale, '/sign-in')}?${search.toString()}`);
  }
  if (!account.operates) error(404);
  return { account, demo };
};
