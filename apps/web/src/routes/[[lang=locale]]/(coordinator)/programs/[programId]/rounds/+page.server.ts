import { checkRules, listRounds, runRound } from '@parvis/contracts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { programId } = params;
  const [{ rounds }, readiness] = await Promise.all([
    locals.api(listRounds, { params: { programId } }),
    locals.api(checkRules, { params: { programId }, body: { rules: null } }),
  ]);
  return { rounds, readiness };
};

export const actions: Actions = {
  run: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(runRound, {
        params: { programId: params.programId },
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return done.failure;
    redirect(303, localePath(locals.locale, `/rounds/${done.reply.roundId}`));
  },
};
