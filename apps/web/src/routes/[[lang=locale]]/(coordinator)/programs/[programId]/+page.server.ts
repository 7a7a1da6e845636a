import { checkRules, supplyAndNeed } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const path = { programId: params.programId };
  const [check, supply] = await Promise.all([
    locals.api(checkRules, { params: path, body: { rules: null } }),
    locals.api(supplyAndNeed, { params: path }),
  ]);
  return { check, supply };
};
