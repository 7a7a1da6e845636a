import {
  Refused,
  type listPairs as listContract,
  type showDeskPair as showContract,
} from '@parvis/contracts';
import { searchKey } from '../../database/keys.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { keysOfObstacles, keysOfShares, nameKeys } from '../programs/labels.ts';
import { findProgram, type Program } from '../programs/program.store.ts';
import { listPersonsByIds } from '../recruitment/person.store.ts';
import { showDecline, showDeskMeetings, showDeskRow, showEnding, type DeskContext } from './desk-pair.ts';
import { loadPaced } from './pace.usecases.ts';
import { progressOf } from './pace.ts';
import { loadPair } from './pair.context.ts';
import { swedishDay } from './period.decisions.ts';

export const listPairs: UseCase<typeof listContract> = async (
  deps,
  { params: { programId }, query: { pace, search }, locale },
) => {
  const program = await findProgram(deps.store, programId);
  if (program === null) throw new Refused('not-there');
  const sought = searchKey(search);
  const pairs = (await loadDesk(deps, program))
    .filter(({ newcomer, mentor }) =>
      [newcomer, mentor].some(({ nameSearch }) => nameSearch.includes(sought)),
    )
    .map(showDeskRow)
    .filter((pair) => pace === undefined || pair.pace === pace);
  const codes = pairs.flatMap(({ newcomer, mentor }) => [newcomer.municipality, mentor.municipality]);
  return {
    pairs,
    labels: nameKeys(
      locale,
      codes.map((code) => `municipality:${code}`),
    ),
  };
};

export const showDeskPair: UseCase<typeof showContract> = async (deps, { params: { pairId }, locale }) => {
  const context = await loadPair(deps, pairId);
  const { pair, program, newcomer, mentor, meetings } = context;
  const { definition } = program;
  const today = swedishDay(deps.now());
  return {
    ...showDeskRow({ ...context, definition, today }),
    programName: definition.name,
    score: pair.score ?? 0,
    reasons: pair.reasons,
    overrides: pair.overrides,
    pinReason: pair.pinReason,
    progress: progressOf({ definition, pair, meetings, today }),
    meetings: showDeskMeetings(context),
    availability: { newcomer: newcomer.availability, mentor: mentor.availability },
    decline: showDecline(pair),
    ending: showEnding(pair),
    labels: nameKeys(locale, [
      ...keysOfShares(pair.reasons),
      ...keysOfObstacles(pair.overrides),
      ...[newcomer, mentor].map(({ municipality }) => `municipality:${municipality}`),
    ]),
  };
};

/** The pairs of a program with their people, newest first. */
export async function loadDesk(
  { store, now }: Deps,
  { id, definition }: Program,
): Promise<readonly DeskContext[]> {
  const paced = await loadPaced(store, id);
  const ids = new Set(paced.flatMap(({ pair }) => [pair.newcomerId, pair.mentorId]));
  const persons = new Map((await listPersonsByIds(store, [...ids])).map((person) => [person.id, person]));
  const today = swedishDay(now());
  return paced.flatMap(({ pair, meetings }) => {
    const [newcomer, mentor] = [persons.get(pair.newcomerId), persons.get(pair.mentorId)];
    return newcomer === undefined || mentor === undefined
      ? []
      : [{ definition, pair, newcomer, mentor, meetings, today }];
  });
}
