import type { showRoundInput as contract } from '@parvis/contracts';
import type { UseCase } from '../../http/route.ts';
import { offerInput } from './input.decisions.ts';
import { loadRound } from './round.snapshot.ts';

/** The round's snapshot for an engine in the browser. */
export const showRoundInput: UseCase<typeof contract> = async (deps, { params }) => {
  const { version, snapshot, away } = await loadRound(deps, params.roundId);
  return { version, input: offerInput(snapshot), away };
};
