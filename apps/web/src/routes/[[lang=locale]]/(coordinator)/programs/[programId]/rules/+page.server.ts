import { changeRules, checkRules } from '@parvis/contracts';
import type { Rules } from '@parvis/matching';
import { fail, redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm, type Form } from '#lib/form.ts';
import { localePath } from '#lib/locale.ts';
import { isNewRule, makeRule, readRules, withRule } from './draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  check: await locals.api(checkRules, { params: { programId: params.programId }, body: { rules: null } }),
});

export const actions: Actions = {
  /** Without JavaScript: adds or takes away a rule, and shows what the rules would mean. Writes nothing. */
  preview: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const draft = changed(readRules(form), form);
    const done = await attempt(form, () =>
      locals.api(checkRules, { params: { programId: params.programId }, body: { rules: draft } }),
    );
    if ('failure' in done) return fail(done.failure.status, { problem: done.failure.data.problem, draft });
    return { draft, check: done.reply };
  },
  save: async ({ request, locals, params, cookies }) => {
    const form = await readForm(request);
    const draft = readRules(form);
    const done = await attempt(form, () =>
      locals.api(changeRules, {
        params: { programId: params.programId },
        body: { rules: draft, version: form.number('version') ?? 0 },
      }),
    );
    if ('failure' in done) return fail(done.failure.status, { problem: done.failure.data.problem, draft });
    setFlash(cookies, 'desk.rules.saved');
    redirect(303, localePath(locals.locale, `/programs/${params.programId}/rules`));
  },
};

function changed(rules: Rules, form: Form): Rules {
  const away = form.number('_remove');
  if (away !== null) return withRule(rules, away, null);
  const added = form.text('_add');
  if (form.text('_adds') === '' || !isNewRule(added)) return rules;
  const rule = makeRule(added, form.list('_municipalities'));
  return { ...rules, requirements: [...rules.requirements, rule] };
}
