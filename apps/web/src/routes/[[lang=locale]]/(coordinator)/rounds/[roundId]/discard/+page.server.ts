import { discardRound } from '@parvis/contracts';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(discardRound, {
        params: { roundId: params.roundId },
        body: { version: form.number('version') ?? -1 },
      }),
    );
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'round.was-discarded');
    redirect(303, localePath(locals.locale, `/programs/${form.text('_program')}/rounds`));
  },
};
