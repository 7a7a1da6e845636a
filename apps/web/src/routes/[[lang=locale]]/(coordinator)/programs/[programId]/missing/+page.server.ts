import { findMissing } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  found: await locals.api(findMissing, { params: { programId: params.programId } }),
});
