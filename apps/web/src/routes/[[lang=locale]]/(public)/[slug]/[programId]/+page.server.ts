import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params }) => {
  const { town } = await parent();
  const program = town.programs.find(({ id }) => id === params.programId);
  if (program === undefined) error(404);
  return { program, tint: program.tint };
};
