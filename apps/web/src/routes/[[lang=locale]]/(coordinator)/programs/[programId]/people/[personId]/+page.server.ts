import { changeStatus, showPerson } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  person: await locals.api(showPerson, {
    params: { programId: params.programId, personId: params.personId },
  }),
});

export const actions: Actions = {
  status: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const status = (['approved', 'waiting', 'paused', 'withdrawn'] as const).find(
      (known) => known === form.text('status'),
    );
    const done = await attempt(form, () =>
      locals.api(changeStatus, {
        params: { programId: params.programId, personId: params.personId },
        body: { status: status ?? 'waiting' },
      }),
    );
    if ('failure' in done) return done.failure;
    setFlash(cookies, `desk.status.now-${status ?? 'waiting'}`);
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/people/${params.personId}`));
  },
};
