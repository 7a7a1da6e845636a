import { listPeople, publishRound } from '@parvis/contracts';
import { ApiProblem, type Api } from '#lib/api.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Whom the letters cannot reach, told before they are sent. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { round } = await parent();
  const paired = new Set(round.pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  return { unreachable: await findUnreachable(locals.api, round.programId, paired) };
};

/** Null when it cannot be known; the answer of the publishing tells it then. */
async function findUnreachable(api: Api, programId: string, paired: ReadonlySet<string>) {
  const found: { readonly id: string; readonly name: string }[] = [];
  try {
    for (let page = 1, more = true; more; page += 1) {
      const { people, total, pageSize } = await api(listPeople, {
        params: { programId },
        query: { status: 'waiting', page },
      });
      for (const { personId, name, getsLetters } of people) {
        if (!getsLetters && paired.has(personId)) found.push({ id: personId, name });
      }
      more = people.length > 0 && page * pageSize < total;
    }
    return found;
  } catch (reason) {
    if (reason instanceof ApiProblem) return null;
    throw reason;
  }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(publishRound, {
        params: { roundId: params.roundId },
        body: { version: form.number('version') ?? -1 },
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return done.failure;
    const unreached = done.reply.withoutAddress.map(({ personId }) => personId).join('.');
    const search = unreached === '' ? '' : `?unreached=${unreached}`;
    redirect(303, localePath(locals.locale, `/rounds/${params.roundId}`) + search);
  },
};
