import type { compareAims as contract } from '@parvis/contracts';
import { aimOf, fullScoreOf, type AimFigures, type KeptMentor } from '@parvis/matching';
import type { UseCase } from '../../http/route.ts';
import { nameKeys } from '../programs/labels.ts';
import { loadProgram } from '../programs/program.usecases.ts';
import { decideTrial } from './round.decisions.ts';
import { loadRound } from './round.snapshot.ts';
import { solvedFrom } from './shape.decisions.ts';
import { answerInTime } from './solver.ts';

/** The round's people under each aim. Solves them all once more, in the thread of those who wait for an answer. */
export const compareAims: UseCase<typeof contract> = async (deps, { params, locale }) => {
  const row = await loadRound(deps, params.roundId);
  const snapshot = solvedFrom(row);
  const { definition } = await loadProgram(deps, row.programId);
  const { aims, kept } = decideTrial(snapshot)
    ? await answerInTime(() => deps.solver.compareAims(snapshot))
    : { aims: null, kept: [] };
  const named = new Set([...(aims ?? []).flatMap(idsOf), ...kept.map(({ mentor }) => mentor)]);
  return {
    programId: row.programId,
    programName: definition.name,
    number: row.number,
    aim: aimOf(snapshot.program),
    fullScore: fullScoreOf(snapshot.program.preferences),
    keepScarce: snapshot.program.keepScarce ?? false,
    expected: snapshot.expected?.length ?? 0,
    kept,
    aims,
    people: row.people
      .filter(({ id }) => named.has(id))
      .map(({ id, name, side, weeksWaiting }) => ({ id, name, side, weeksWaiting })),
    labels: nameKeys(locale, kept.flatMap(keysOfKept)),
  };
};

function idsOf({ weakestPair, longestWaiting, swapPairs, gained, lost }: AimFigures): readonly string[] {
  const pairs = weakestPair === null ? swapPairs : [weakestPair, ...swapPairs];
  const waiting = longestWaiting === null ? [] : [longestWaiting];
  return [...pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]), ...waiting, ...gained, ...lost];
}

function keysOfKept({ languages, occupations }: KeptMentor): readonly string[] {
  return [...languages.map((tag) => `language:${tag}`), ...occupations.map((ssyk) => `ssyk:${ssyk}`)];
}
