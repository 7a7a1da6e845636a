import { showHome } from '@parvis/contracts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => locals.api(showHome);
