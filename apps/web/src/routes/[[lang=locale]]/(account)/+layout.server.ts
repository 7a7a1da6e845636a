import { whoAmI } from '@parvis/contracts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const { account, demo } = await locals.api(whoAmI);
  return { account, demo };
};
