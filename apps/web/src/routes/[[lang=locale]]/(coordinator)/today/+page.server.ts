import { showToday } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const day = await locals.api(showToday);
  return { day, waiting: day.items.length };
};
