import { compareAims, showRound, solveRound } from '@parvis/contracts';
import { AIMS } from '@parvis/matching';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  comparison: await locals.api(compareAims, { params: { roundId: params.roundId } }),
});

export const actions: Actions = {
  /** Solves the draft by another aim; the program's own stays. */
  use: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const done = await attempt(form, async () => {
      const { pins, bans, rules } = await locals.api(showRound, { params: { roundId: params.roundId } });
      const aim = AIMS.find((known) => known === form.text('aim')) ?? 'most-people';
      const version = form.number('version') ?? -1;
      return locals.api(solveRound, {
        params: { roundId: params.roundId },
        body: { pins, bans, fresh: false, version, rules: { ...rules, aim } },
      });
    });
    if ('failure' in done) return done.failure;
    redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`));
  },
};
