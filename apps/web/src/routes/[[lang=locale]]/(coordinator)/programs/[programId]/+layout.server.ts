import { showProgram } from '@parvis/contracts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { labels, ...program } = await locals.api(showProgram, { params: { programId: params.programId } });
  return { program, programLabels: labels };
};
