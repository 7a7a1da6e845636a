import { listDemoLetters } from '@parvis/contracts';
import { directionOf } from '@parvis/messages';
import { error } from '@sveltejs/kit';
import { isLocale } from '#lib/locale.ts';
import type { PageServerLoad } from './$types';
import { letterParts } from './letter.ts';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { demo } = await parent();
  if (!demo) error(404);
  const to = (url.searchParams.get('to') ?? '').trim();
  const { letters } = await locals.api(listDemoLetters, { query: to === '' ? {} : { to } });
  return {
    to,
    letters: letters.map(({ text, links, ...letter }) => ({
      ...letter,
      direction: isLocale(letter.locale) ? directionOf(letter.locale) : ('ltr' as const),
      parts: letterParts(text, links),
    })),
  };
};
