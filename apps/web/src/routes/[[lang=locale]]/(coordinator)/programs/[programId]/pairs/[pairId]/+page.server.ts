import {
  answerForPerson,
  declineReason,
  endPairByStaff,
  endReason,
  settleDispute,
  showDeskPair,
} from '@parvis/contracts';
import type { MessageKey } from '@parvis/messages';
import { redirect, type Cookies } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  pair: await locals.api(showDeskPair, { params: { programId: params.programId, pairId: params.pairId } }),
});

interface Done {
  readonly locals: App.Locals;
  readonly cookies: Cookies;
  readonly params: { readonly programId: string; readonly pairId: string };
}

function back({ locals, cookies, params }: Done, said: MessageKey): never {
  setFlash(cookies, said);
  redirect(303, localePath(locals.locale, `/programs/${params.programId}/pairs/${params.pairId}`));
}

export const actions: Actions = {
  answer: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const answer = form.text('answer') === 'yes' ? 'yes' : 'no';
    const done = await attempt(form, () =>
      locals.api(answerForPerson, {
        params: { programId: params.programId, pairId: params.pairId },
        body: {
          personId: form.text('personId'),
          answer,
          reason: answer === 'yes' ? null : (declineReason.safeParse(form.text('reason')).data ?? 'other'),
        },
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return done.failure;
    return back({ locals, cookies, params }, 'desk.pair.answered');
  },
  settle: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(settleDispute, {
        params: {
          programId: params.programId,
          pairId: params.pairId,
          meetingId: form.text('meetingId'),
        },
        body: { held: form.text('held') === 'yes' },
      }),
    );
    if ('failure' in done) return done.failure;
    return back({ locals, cookies, params }, 'desk.pair.settled');
  },
  end: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(endPairByStaff, {
        params: { programId: params.programId, pairId: params.pairId },
        body: {
          reason: endReason.safeParse(form.text('reason')).data ?? 'other',
          note: form.textOrNull('note'),
          again: form.ticked('again'),
        },
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return done.failure;
    return back({ locals, cookies, params }, 'desk.pair.ended');
  },
};
