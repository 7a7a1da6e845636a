import { answerProposal, cancelMeeting, disputeMeeting, logMeeting } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm, unread } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  accept: async ({ locals, params, request, cookies }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(answerProposal, { params, body: { answer: 'yes' }, ...form.attempt }),
    );
    if ('failure' in done) return done.failure;
    const { status, other } = done.reply;
    if (status === 'active') setFlash(cookies, 'participant.proposal.began', { other: other.calledName });
    else setFlash(cookies, 'participant.proposal.said-yes');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
  /** One tap: we met, on that day, in that way; the rest can be told afterwards. */
  met: async ({ locals, params, request, cookies }) => {
    const form = await readForm(request);
    const body = unread(logMeeting, {
      date: form.text('date'),
      way: form.text('way'),
      minutes: null,
      topics: [],
      note: null,
    });
    const done = await attempt(form, () => locals.api(logMeeting, { params, body, ...form.attempt }));
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'participant.log.saved');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
  cancel: async ({ locals, params, request, cookies }) => {
    const form = await readForm(request);
    const meeting = { pairId: params.pairId, meetingId: form.text('meeting') };
    const done = await attempt(form, () => locals.api(cancelMeeting, { params: meeting }));
    if ('failure' in done) return done.failure;
    setFlash(
      cookies,
      form.text('was') === 'planned' ? 'participant.pair.plan-removed' : 'participant.pair.taken-away',
    );
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
  dispute: async ({ locals, params, request, cookies }) => {
    const form = await readForm(request);
    const meeting = { pairId: params.pairId, meetingId: form.text('meeting') };
    const done = await attempt(form, () => locals.api(disputeMeeting, { params: meeting }));
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'participant.pair.wrong-said');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
};
