import { requestCode, signIn } from '@parvis/contracts';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/flash.ts';
import { attempt, readForm } from '#lib/form.ts';
import { homePath, ownPath } from '#lib/home.ts';
import { localePath } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link in a letter fills in the code; signing in is always a post, so that no mail scanner uses it up. */
export const load: PageServerLoad = ({ url }) => {
  const code = url.searchParams.get('code');
  const minutes = Number(url.searchParams.get('sent'));
  return {
    step: code !== null || url.searchParams.has('sent') ? ('code' as const) : ('address' as const),
    code: code ?? '',
    minutes: Number.isInteger(minutes) && minutes > 0 && minutes <= 60 ? minutes : null,
    to: ownPath(url.searchParams.get('to'), url.origin) ?? null,
  };
};

export const actions: Actions = {
  send: async ({ locals, request, url }) => {
    const form = await readForm(request);
    const done = await attempt(form, () => locals.api(requestCode, { body: { email: form.text('email') } }));
    if ('failure' in done) return done.failure;
    const search = new URLSearchParams({ sent: String(done.reply.minutes) });
    const to = ownPath(url.searchParams.get('to'), url.origin);
    if (to !== undefined) search.set('to', to);
    redirect(303, `${localePath(locals.locale, '/sign-in')}?${search.toString()}`);
  },
  enter: async ({ locals, request, url, cookies }) => {
    const form = await readForm(request);
    const done = await attempt(form, () => locals.api(signIn, { body: { code: form.text('code') } }));
    if ('failure' in done) return done.failure;
    setFlash(cookies, 'door.sign-in.welcome');
    const to = ownPath(url.searchParams.get('to'), url.origin) ?? homePath(done.reply.home);
    redirect(303, localePath(locals.locale, to));
  },
};
