import { dev } from '$app/env';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The living sheet is for builders: shown in development and in the demo. */
export const load: PageServerLoad = ({ platform, setHeaders }) => {
  if (!dev && platform?.req.parvis?.demo !== true) error(404);
  setHeaders({ 'x-robots-tag': 'noindex' });
};
