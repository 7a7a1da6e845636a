import { planMeeting, showPair } from '@parvis/contracts';
import { error, redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm, unread } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';
import { changePlan, findPlan } from './plan.server.ts';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { pair } = await parent();
  if (pair.status !== 'active') redirect(303, localePath(locals.locale, `/pairs/${pair.id}`));
  const of = url.searchParams.get('of');
  const plan = of === null ? null : findPlan(pair, of);
  if (plan === undefined) error(404);
  return { plan };
};

export const actions: Actions = {
  default: async ({ locals, params, request, cookies, url }) => {
    const form = await readForm(request);
    const body = unread(planMeeting, {
      date: form.text('date'),
      time: form.text('time'),
      way: form.text('way'),
      where: form.textOrNull('where'),
    });
    const of = url.searchParams.get('of');
    const done = await attempt(form, async () => {
      const plan = of === null ? undefined : findPlan(await locals.api(showPair, { params }), of);
      if (plan === undefined) await locals.api(planMeeting, { params, body, ...form.attempt });
      else await changePlan(locals.api, { pairId: params.pairId, plan, body });
    });
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'participant.plan.saved');
    redirect(303, localePath(locals.locale, `/pairs/${params.pairId}`));
  },
};
