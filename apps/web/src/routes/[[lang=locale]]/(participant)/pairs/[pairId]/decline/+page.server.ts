import { answerProposal, DECLINE_REASONS } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm, unread } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
  const { pair } = await parent();
  if (pair.status !== 'proposed' || pair.me.answered !== null)
    redirect(303, localePath(locals.locale, `/pairs/${pair.id}`));
  return { reasons: DECLINE_REASONS };
};

export const actions: Actions = {
  default: async ({ locals, params, request, cookies }) => {
    const form = await readForm(request);
    const body = unread(answerProposal, {
      answer: 'no',
      reason: form.text('reason'),
      note: form.textOrNull('note'),
    });
    const done = await attempt(form, () => locals.api(answerProposal, { params, body, ...form.attempt }));
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'participant.decline.done');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
};
