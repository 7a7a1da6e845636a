import { showPair } from '@parvis/contracts';
import { error } from '@sveltejs/kit';
import { ApiProblem } from '#lib/api.ts';
import { swedishDay } from '#lib/day.ts';
import { isolate } from '#lib/isolate.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, parent }) => {
  const pair = await locals.api(showPair, { params }).catch((reason: unknown) => {
    // An address that is no id leads nowhere either.
    if (reason instanceof ApiProblem && reason.problem.kind === 'invalid') error(404);
    throw reason;
  });
  const { account } = await parent();
  // Where two people share an account, "you" needs a name.
  const over =
    account.people.length > 1 ? `${pair.program.name} · ${isolate(pair.me.name)}` : pair.program.name;
  return { pair, over, tint: pair.program.tint, today: swedishDay(new Date()) };
};
