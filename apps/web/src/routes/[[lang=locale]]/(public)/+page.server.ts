import { becomeDemoPerson, listDemoPersons, listTowns } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { attempt, readForm } from '#lib/form.ts';
import { homePath } from '#lib/home.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';
import { offerLanguage } from './language.server.ts';

export const load: PageServerLoad = async ({ locals, parent, url, request }) => {
  const { demo } = await parent();
  const [{ towns }, { persons }] = await Promise.all([
    locals.api(listTowns),
    demo ? locals.api(listDemoPersons) : { persons: [] },
  ]);
  return { towns, persons, offer: offerLanguage({ locale: locals.locale, url, request }) };
};

export const actions: Actions = {
  /** Be one of the demo's persons. */
  default: async ({ locals, request }) => {
    const form = await readForm(request);
    const done = await attempt(form, () => locals.api(becomeDemoPerson, { body: { key: form.text('key') } }));
    if ('failure' in done) return done.failure;
    redirect(303, localePath(locals.locale, homePath(done.reply.home)));
  },
};
