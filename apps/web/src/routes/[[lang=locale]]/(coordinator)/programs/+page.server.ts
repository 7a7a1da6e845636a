import { createProgram, listPrograms, templateKey } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { account } = await parent();
  // One who only administers has no program yet, and may make the first.
  const programs = account.coordinates.length === 0 ? [] : (await locals.api(listPrograms)).programs;
  return { programs };
};

export const actions: Actions = {
  create: async ({ request, locals, cookies }) => {
    const form = await readForm(request);
    const template = templateKey.safeParse(form.text('template'));
    const done = await attempt(form, () =>
      locals.api(createProgram, {
        params: { municipalityId: form.text('municipality') },
        body: { template: template.data ?? 'sprakvan', name: form.text('name') },
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'desk.create.done');
    redirect(303, localePath(locals.locale, `/programs/${done.reply.programId}`));
  },
};
