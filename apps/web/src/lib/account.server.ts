import { whoAmI } from '@parvis/contracts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localePath } from './locale.ts';

/** Who is signed in, if anyone. */
export async function findAccount({ locals }: Pick<RequestEvent, 'locals'>) {
  return (await locals.api(whoAmI)).account;
}

/** Who is signed in; anyone else is led to the sign-in page and back. */
export async function requireAccount(event: Pick<RequestEvent, 'locals' | 'url'>) {
  const account = await findAccount(event);
  if (account === null) {
    const next = encodeURIComponent(event.url.pathname + event.url.search);
    redirect(303, `${localePath(event.locals.locale, '/sign-in')}?to=${next}`);
  }
  return account;
}
