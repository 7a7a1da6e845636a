import { END_REASONS, endPair } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm, unread } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

const AGAIN: Readonly<Record<string, boolean>> = { yes: true, no: false };

export const load: PageServerLoad = async ({ parent, locals }) => {
  const { pair } = await parent();
  if (pair.status !== 'active') redirect(303, localePath(locals.locale, `/pairs/${pair.id}`));
  return { reasons: END_REASONS };
};

export const actions: Actions = {
  default: async ({ locals, params, request, cookies }) => {
    const form = await readForm(request);
    const body = unread(endPair, {
      reason: form.text('reason'),
      note: form.textOrNull('note'),
      again: AGAIN[form.text('again')],
    });
    const done = await attempt(form, () => locals.api(endPair, { params, body, ...form.attempt }));
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'participant.end.done');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
};
