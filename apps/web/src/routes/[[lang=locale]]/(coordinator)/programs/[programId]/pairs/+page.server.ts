import { listPairs, pace } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const search = (url.searchParams.get('search') ?? '').slice(0, 100);
  const chosen = pace.safeParse(url.searchParams.get('pace')).data;
  const found = await locals.api(listPairs, {
    params: { programId: params.programId },
    query: { search, ...(chosen === undefined ? {} : { pace: chosen }) },
  });
  return { found, search, pace: chosen ?? null };
};
