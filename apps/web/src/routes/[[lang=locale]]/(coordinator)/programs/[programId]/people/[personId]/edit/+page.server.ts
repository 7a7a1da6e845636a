import { changePerson, showPerson } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { bodyOf, draftOf, readDraft } from '../../draft.ts';
import { failWith, loadChoices, placeOccupations, suggest } from '../../person.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [choices, person] = await Promise.all([
    loadChoices(locals),
    locals.api(showPerson, { params: { programId: params.programId, personId: params.personId } }),
  ]);
  return { choices, draft: draftOf(person), version: person.version, name: person.details.name };
};

export const actions: Actions = {
  look: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const draft = readDraft(form);
    return {
      draft,
      version: form.number('version'),
      suggestions: await suggest(locals, params.programId, draft),
    };
  },
  save: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const draft = await placeOccupations(locals, readDraft(form));
    const done = await attempt(form, () =>
      locals.api(changePerson, {
        params: { programId: params.programId, personId: params.personId },
        body: { ...bodyOf(draft), version: form.number('version') ?? 0 },
      }),
    );
    if ('failure' in done) return failWith(done.failure, draft);
    setFlash(cookies, 'desk.edit.saved');
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/people/${params.personId}`));
  },
};
