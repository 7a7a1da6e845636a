import { checkImport } from '@parvis/contracts';
import { fail, redirect } from '@sveltejs/kit';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const name = await fileName(request.clone());
    const form = await readForm(request);
    const octets = await form.octets('file');
    if (octets === null) {
      const fields = [{ path: 'file', code: 'required', facts: {} }];
      return fail(422, {
        problem: { kind: 'invalid' as const, status: 422, fields, requestId: '' },
        values: form.values,
      });
    }
    const done = await attempt(form, () =>
      locals.api(checkImport, {
        params: { programId: params.programId },
        query: { filename: name },
        body: octets,
      }),
    );
    if ('failure' in done) return done.failure;
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/import/${done.reply.importId}`));
  },
};

async function fileName(request: Request): Promise<string> {
  const file = (await request.formData()).get('file');
  return file instanceof File && file.name !== '' ? file.name.slice(-200) : 'people';
}
