import { helpLeftOut } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  reply: await locals.api(helpLeftOut, { params: { roundId: params.roundId } }),
});
