import { showProgram, showRound } from '@parvis/contracts';
import type { LayoutServerLoad } from './$types';

/** The round and its program, once for the workspace and for the questions it asks. Reads no search part: a question to the workspace does not fetch the round again. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
  const round = await locals.api(showRound, { params: { roundId: params.roundId } });
  const program = await locals.api(showProgram, { params: { programId: round.programId } });
  return { round, program };
};
