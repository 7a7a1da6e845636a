import { showPair } from '@parvis/contracts';
import { error } from '@sveltejs/kit';
import { ApiProblem } from '#lib/api.ts';
import { swedishDay } from '#lib/day.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const pair = await locals.api(showPair, { params }).catch((reason: unknown) => {
    // An address that is no id leads nowhere either.
    if (reason instanceof ApiProblem && reason.problem.kind === 'invalid') error(404);
    throw reason;
  });
  return { pair, tint: pair.program.tint, today: swedishDay(new Date()) };
};
