import { reportFairness } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  report: await locals.api(reportFairness, { params: { roundId: params.roundId } }),
});
