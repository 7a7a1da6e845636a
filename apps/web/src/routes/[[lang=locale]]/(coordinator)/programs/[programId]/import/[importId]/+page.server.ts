import { applyImport, changeColumns, showImport } from '@parvis/contracts';
import { error, redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { isColumn } from '../columns.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const report = await locals.api(showImport, { params: { importId: params.importId } });
  if (report.programId !== params.programId) error(404);
  return { report };
};

export const actions: Actions = {
  columns: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const count = form.number('_headings') ?? 0;
    const columns = Array.from({ length: count }, (_, at) => {
      const chosen = form.text(`columns.${at}`);
      return isColumn(chosen) ? chosen : null;
    });
    const done = await attempt(form, () =>
      locals.api(changeColumns, { params: { importId: params.importId }, body: { columns } }),
    );
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'desk.import.read-again');
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/import/${params.importId}`));
  },
  apply: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const done = await attempt(form, () =>
      locals.api(applyImport, {
        params: { importId: params.importId },
        ...(form.key === undefined ? {} : { idempotencyKey: form.key }),
      }),
    );
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'desk.import.applied', { count: done.reply.added + done.reply.changed });
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/import/${params.importId}`));
  },
};
