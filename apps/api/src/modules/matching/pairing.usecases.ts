import { Refused, type explainPairing as contract } from '@parvis/contracts';
import { explainNoPair, explainPair, type PersonPair } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { keysOfObstacles, keysOfShares, nameKeys } from '../programs/labels.ts';
import { compareResults, keyOf } from './change.decisions.ts';
import { decideTrial } from './round.decisions.ts';
import { loadRound } from './round.snapshot.ts';
import type { RoundRow } from './round.store.ts';
import { solvedFrom } from './shape.decisions.ts';
import { answerInTime } from './solver.ts';

/** Why these two, or why not, and what the round would lose if they were pinned. */
export const explainPairing: UseCase<typeof contract> = async (deps, { params, locale }) => {
  const row = await loadRound(deps, params.roundId);
  const { snapshot } = row;
  const pair = { newcomer: params.newcomer, mentor: params.mentor };
  const isKnown =
    snapshot.newcomers.some(({ id }) => id === pair.newcomer) &&
    snapshot.mentors.some(({ id }) => id === pair.mentor);
  if (!isKnown) throw new Refused('not-there');

  const { score, reasons } = explainPair(snapshot, pair);
  const obstacles = explainNoPair(snapshot, pair.newcomer, pair.mentor);
  const isSame = (other: PersonPair): boolean => keyOf(other) === keyOf(pair);
  return {
    ...pair,
    score,
    reasons,
    obstacles,
    banned: (snapshot.bans ?? []).some(isSame),
    pinned: (snapshot.pins ?? []).some(isSame),
    ifPinned: obstacles.length > 0 ? null : await tryPin(deps, row, pair),
    labels: nameKeys(locale, [...keysOfShares(reasons), ...keysOfObstacles(obstacles)]),
  };
};

/** Solves the round again with that pin. Null when they are a pair, when a place is missing, and in a round too large to try. */
async function tryPin({ solver }: Deps, row: RoundRow, pair: PersonPair) {
  const { result } = row;
  const snapshot = solvedFrom(row);
  if (result === null || result.pairs.some((other) => keyOf(other) === keyOf(pair))) return null;
  if (row.away.includes(pair.newcomer) || row.away.includes(pair.mentor) || !decideTrial(snapshot))
    return null;
  const pins = [...(snapshot.pins ?? []), { ...pair, reason: null }];
  const tried = await answerInTime(() => solver.matchRound({ ...snapshot, pins }, 'while-asked'));
  return tried.conflicts.length > result.conflicts.length ? null : compareResults(result, tried);
}
