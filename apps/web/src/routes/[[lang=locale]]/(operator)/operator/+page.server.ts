import { showOperations } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  machine: await locals.api(showOperations),
  readAt: new Date().toISOString(),
});
