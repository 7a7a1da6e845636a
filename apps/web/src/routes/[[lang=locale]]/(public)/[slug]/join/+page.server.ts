import type { PageServerLoad } from './$types';

/** The two doors lead here: who is new, and who wants to meet someone new. */
export const load: PageServerLoad = ({ url }) => ({
  side: url.searchParams.get('as') === 'mentor' ? ('mentor' as const) : ('newcomer' as const),
});
