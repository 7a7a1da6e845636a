import type { showRoundInput as contract } from '@parvis/contracts';
import type { UseCase } from '../../http/route.ts';
import { nameKeys } from '../programs/labels.ts';
import { listKeys, offerInput } from './input.decisions.ts';
import { loadRound } from './round.snapshot.ts';

/** The round's snapshot for an engine in the browser. */
export const showRoundInput: UseCase<typeof contract> = async (deps, { params, locale }) => {
  const { version, snapshot, away } = await loadRound(deps, params.roundId);
  const labels = nameKeys(locale, listKeys([...snapshot.newcomers, ...snapshot.mentors]));
  return { version, input: offerInput(snapshot), away, labels };
};
