import { addPerson } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { bodyOf, emptyDraft, readDraft } from '../draft.ts';
import { failWith, loadChoices, placeOccupations, suggest } from '../person.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { program } = await parent();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const side = url.searchParams.get('side') === 'mentor' ? 'mentor' : 'newcomer';
  return {
    choices: await loadChoices(locals),
    draft: emptyDraft(program.municipalities[0]?.code ?? '', side, today),
  };
};

export const actions: Actions = {
  look: async ({ request, locals, params }) => {
    const draft = readDraft(await readForm(request));
    return { draft, suggestions: await suggest(locals, params.programId, draft) };
  },
  save: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const draft = await placeOccupations(locals, readDraft(form));
    const done = await attempt(form, () =>
      locals.api(addPerson, {
        params: { programId: params.programId },
        body: bodyOf(draft),
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return failWith(done.failure, draft);
    setFlash(cookies, 'desk.edit.added');
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/people/${done.reply.personId}`));
  },
};
