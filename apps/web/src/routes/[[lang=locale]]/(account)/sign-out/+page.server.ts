import { signOut } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

/** Signing out is a post; whoever only follows the address is led home. */
export const load: PageServerLoad = ({ locals }) => redirect(303, localePath(locals.locale, '/'));

export const actions: Actions = {
  default: async ({ locals }) => {
    await locals.api(signOut);
    redirect(303, localePath(locals.locale, '/'));
  },
};
