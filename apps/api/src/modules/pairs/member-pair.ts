import { topic, type Locale, type MemberPair } from '@parvis/contracts';
import type { Deps } from '../../deps.ts';
import { keysOfShares, nameKeys } from '../programs/labels.ts';
import { faceOf, loadTown } from '../programs/program.face.ts';
import type { PersonRow } from '../recruitment/person.store.ts';
import { answerOf, otherSide } from './answer.decisions.ts';
import { progressOf } from './pace.ts';
import type { OwnContext } from './pair.context.ts';
import { areAcquainted, decideCommonTime, nameForOther, shortName } from './pair.decisions.ts';
import { swedishDay } from './period.decisions.ts';
import { tellReasons } from './reasons.ts';

/** A pair for one of the two: of the other, before both have said yes, nothing that says who or where she is. */
export async function showMemberPair(deps: Deps, context: OwnContext, locale: Locale): Promise<MemberPair> {
  const { pair, program, meetings, side } = context;
  const [me, other] = [context[side], context[otherSide(side)]];
  const { definition } = program;
  const acquainted = areAcquainted(pair.status);
  const occupations = keysOfOccupations(other);
  const labels = nameKeys(locale, [
    ...keysOfShares(pair.reasons),
    ...occupations,
    ...other.languages.map(({ language }) => `language:${language}`),
    ...other.interests.map((interest) => `interest:${interest}`),
  ]);
  return {
    id: pair.id,
    status: pair.status,
    program: { ...faceOf(program), topics: definition.topics, answerDays: definition.answerDays },
    town: await loadTown(deps.store, program),
    me: { personId: me.id, name: me.addressedAs ?? me.name, side, answered: answerOf(pair, side) },
    other: {
      name: nameForOther(other, pair.status),
      calledName: shortName(other),
      side: otherSide(side),
      answered: answerOf(pair, otherSide(side)),
      languages: other.languages,
      occupations,
      interests: other.interests,
      contact: acquainted ? { email: other.email, phone: other.phone } : null,
    },
    reasons: tellReasons(pair.reasons, { locale, labels }),
    answerBy: pair.answerBy,
    progress: progressOf({ definition, pair, meetings, today: swedishDay(deps.now()) }),
    meetings: listShown(context, me),
    commonTime: acquainted ? decideCommonTime(me.availability, other.availability) : [],
    version: pair.version,
    labels,
  };
}

/** Keys of the occupations that are placed; one's own words for another are for the coordinator. */
function keysOfOccupations({ occupations }: Pick<PersonRow, 'occupations'>): readonly string[] {
  return occupations.flatMap(({ occupation, ssyk }) => {
    if (occupation !== null) return [`occupation:${occupation}`];
    return ssyk === null ? [] : [`ssyk:${ssyk}`];
  });
}

/** Newest first; those that were taken away are gone. */
function listShown({ pair, meetings, newcomer, mentor }: OwnContext, me: PersonRow): MemberPair['meetings'] {
  const reporter = (personId: string | null): string => {
    const found = [newcomer, mentor].find(({ id }) => id === personId);
    return found === undefined ? '' : nameForOther(found, pair.status);
  };
  return meetings
    .filter(({ status }) => status !== 'cancelled')
    .map(({ id, status, date, time, way, where, minutes, topics, note, reportedBy }) => ({
      ...{ id, status, date, time, way, where, minutes, note },
      topics: topics.map((one) => topic.parse(one)),
      mine: reportedBy === me.id,
      reportedBy: reporter(reportedBy),
    }))
    .reverse();
}
