import { Refused, type showHome as contract } from '@parvis/contracts';
import { weeksWaiting, type Side } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import type { Reply, UseCase } from '../../http/route.ts';
import { explainWait } from '../matching/own-help.usecases.ts';
import { nameKeys } from '../programs/labels.ts';
import { findProgram, type Program } from '../programs/program.store.ts';
import { faceOf, loadTown } from '../programs/program.face.ts';
import { listEnrollmentsOfPerson, type EnrollmentRow } from '../recruitment/enrollment.store.ts';
import { listPeopleOfAccount, listPersonsByIds, type PersonRow } from '../recruitment/person.store.ts';
import { answerOf, otherSide } from './answer.decisions.ts';
import { listMeetingsOfPairs, type MeetingRow } from './meeting.store.ts';
import { nameForOther } from './pair.decisions.ts';
import { listPairsOfPeople, type PairRow } from './pair.store.ts';
import { swedishDay } from './period.decisions.ts';

type Home = Reply<typeof contract>;
type HomePerson = Home['people'][number];
type HomeEnrollment = HomePerson['enrollments'][number];

export const showHome: UseCase<typeof contract> = async (deps, { asker, locale }) => {
  const { store } = deps;
  const own = await listPeopleOfAccount(store, asker.accountId);
  const pairs = await listPairsOfPeople(
    store,
    own.map(({ personId }) => personId),
  );
  const others = await listPersonsByIds(
    store,
    pairs.flatMap(({ newcomerId, mentorId }) => [newcomerId, mentorId]),
  );
  const meetings = await listMeetingsOfPairs(
    store,
    pairs.map(({ id }) => id),
  );
  const known: Known = {
    pairs,
    persons: new Map(others.map((person) => [person.id, person])),
    meetings: Map.groupBy(meetings, ({ pairId }) => pairId),
  };
  const people: HomePerson[] = [];
  for (const { personId, name } of own) {
    const enrollments: HomeEnrollment[] = [];
    for (const enrollment of await listEnrollmentsOfPerson(store, personId)) {
      enrollments.push(await showEnrollment(deps, enrollment, known));
    }
    people.push({ personId, name, enrollments });
  }
  return { people, labels: nameKeys(locale, people.flatMap(keysOfWishes)) };
};

/** Everything about the account's pairs, read at once. */
interface Known {
  readonly pairs: readonly PairRow[];
  readonly persons: ReadonlyMap<string, PersonRow>;
  readonly meetings: ReadonlyMap<string, readonly MeetingRow[]>;
}

async function showEnrollment(deps: Deps, enrollment: EnrollmentRow, known: Known): Promise<HomeEnrollment> {
  const { id, programId, personId, side, status, createdAt, waitingSince } = enrollment;
  const program = await findProgram(deps.store, programId);
  if (program === null) throw new Refused('not-there');
  const town = await loadTown(deps.store, program);
  const pairs = known.pairs.filter(
    (pair) => pair.programId === programId && personOn(pair, side) === personId,
  );
  const isAlone = pairs.every((pair) => pair.status !== 'proposed' && pair.status !== 'active');
  return {
    enrollmentId: id,
    program: faceOf(program),
    townContact: town.contact,
    side,
    status,
    appliedAt: createdAt,
    weeksWaiting: weeksWaiting(waitingSince, swedishDay(deps.now())),
    wait: status === 'waiting' && isAlone ? await explainWait(deps, enrollment) : null,
    pairs: pairs.map((pair) => showPairShortly(pair, side, { known, program })),
  };
}

function showPairShortly(
  pair: PairRow,
  side: Side,
  { known, program }: { readonly known: Known; readonly program: Program },
): HomeEnrollment['pairs'][number] {
  const other = known.persons.get(personOn(pair, otherSide(side)));
  const meetings = known.meetings.get(pair.id) ?? [];
  return {
    pairId: pair.id,
    status: pair.status,
    otherName: other === undefined ? '' : nameForOther(other, pair.status),
    answered: answerOf(pair, side),
    answerBy: pair.answerBy,
    held: meetings.filter(({ status }) => status === 'held').length,
    of: program.definition.cadence.meetings,
  };
}

/** The languages that her own wishes name. */
function keysOfWishes({ enrollments }: HomePerson): readonly string[] {
  return enrollments
    .flatMap(({ wait }) => (wait?.told === 'round' ? (wait.help?.changes ?? []) : []))
    .flatMap((change) =>
      change.change === 'wish' && change.wish.about === 'language'
        ? [`language:${change.wish.language}`]
        : [],
    );
}

function personOn(pair: PairRow, side: Side): string {
  return side === 'newcomer' ? pair.newcomerId : pair.mentorId;
}
