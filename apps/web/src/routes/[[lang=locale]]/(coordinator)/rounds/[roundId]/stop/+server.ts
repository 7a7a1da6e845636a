import { stopRound } from '@parvis/contracts';
import { ApiProblem } from '#lib/api.ts';
import { readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Stops the solving, if it is not over by itself, and leads back to the round either way. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const form = await readForm(request);
  try {
    await locals.api(stopRound, {
      params: { roundId: params.roundId },
      body: { version: form.number('version') ?? -1 },
    });
  } catch (reason) {
    if (!(reason instanceof ApiProblem) || reason.problem.kind !== 'refused') throw reason;
  }
  redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`));
};
