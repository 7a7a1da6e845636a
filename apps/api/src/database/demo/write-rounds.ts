import { decideAnswerBy } from '../../modules/matching/publish.decisions.ts';
import { insertProposals, insertRound } from '../../modules/matching/round.store.ts';
import { linkTo } from '../../modules/messages/letter.kinds.ts';
import { insertLetter } from '../../modules/messages/letter.store.ts';
import { insertMeeting } from '../../modules/pairs/meeting.store.ts';
import { addDays } from '../../modules/pairs/period.decisions.ts';
import { insertPairs, type NewPair } from '../../modules/pairs/pair.store.ts';
import type { Write } from '../store.ts';
import { instantOn } from './days.ts';
import type { DemoPlan } from './draw.ts';
import { demoId } from './ids.ts';
import type { PlannedPair, PlannedRound } from './past-rounds.ts';
import { randomFor } from './random.ts';
import type { ToldMeeting } from './stories.ts';
import { STAFF } from './towns.ts';
import { accountIdOf } from './write-people.ts';

/** The rounds that were published, their pairs, what the pairs have done since, and the letters that wait for an answer. */
export function writeRounds(
  plan: Pick<DemoPlan, 'rounds' | 'people' | 'programs'>,
  origin: string,
): readonly Write[] {
  return plan.rounds.flatMap((round) => [
    insertRound(roundRow(round)),
    ...insertProposals(round.pairs.map((pair) => proposalRow(round, pair))),
    ...insertPairs(round.pairs.map((pair) => pairRow(plan, round, pair))),
    ...round.pairs.flatMap((pair) => writeMeetings(plan, round, pair)),
    ...round.pairs.flatMap((pair) => writeLetters({ plan, round, pair, origin })),
  ]);
}

function roundId({ program, number }: PlannedRound): string {
  return demoId('round', program, number);
}

function roundRow(round: PlannedRound): Parameters<typeof insertRound>[0] {
  const { program, number, publishedOn, snapshot, result, people } = round;
  const coordinator = STAFF.find(({ programs }) => programs.includes(program));
  const by = coordinator === undefined ? null : accountIdOf(coordinator.email);
  const solvedAt = instantOn(publishedOn, 8);
  return {
    id: roundId(round),
    programId: demoId('program', program),
    number,
    status: 'published',
    programVersion: 1,
    snapshot,
    result,
    people,
    steps: [{ at: solvedAt, by, what: 'solved', newcomer: null, mentor: null }],
    change: null,
    engine: result.engine,
    version: 2,
    createdBy: by,
    createdAt: solvedAt,
    solvedAt,
    publishedAt: instantOn(publishedOn),
  };
}

function proposalRow(
  round: PlannedRound,
  { id, matched }: PlannedPair,
): Parameters<typeof insertProposals>[0][number] {
  return {
    id: demoId('proposal', id),
    roundId: roundId(round),
    newcomerId: matched.newcomer,
    mentorId: matched.mentor,
    score: matched.score,
    reasons: matched.reasons,
    pinned: matched.pinned,
    overrides: matched.overrides,
    pinReason: matched.pinReason,
  };
}

function pairRow({ programs }: Pick<DemoPlan, 'programs'>, round: PlannedRound, pair: PlannedPair): NewPair {
  const { id, matched, told } = pair;
  const proposedAt = instantOn(round.publishedOn);
  const answerDays = programs.find(({ key }) => key === round.program)?.definition.answerDays ?? 7;
  const startedAt = told.startsOn === null ? null : instantOn(told.startsOn, 17);
  return {
    id,
    programId: demoId('program', round.program),
    roundId: roundId(round),
    newcomerId: matched.newcomer,
    mentorId: matched.mentor,
    status: told.status,
    score: matched.score,
    reasons: matched.reasons,
    overrides: matched.overrides,
    pinReason: matched.pinReason,
    proposedAt,
    answerBy: decideAnswerBy(proposedAt, answerDays),
    newcomerAnswer: told.newcomerAnswer,
    mentorAnswer: told.mentorAnswer,
    startedAt,
    startsOn: told.startsOn,
    endsOn: told.endsOn,
    closedAt: told.closed?.at ?? null,
    closedBy: told.closed?.by ?? null,
    closeReason: told.closed?.reason ?? null,
    closeNote: told.closed?.note ?? null,
    createdAt: proposedAt,
    updatedAt: told.closed?.at ?? startedAt ?? proposedAt,
  };
}

function writeMeetings(
  { programs }: Pick<DemoPlan, 'programs'>,
  { program }: PlannedRound,
  pair: PlannedPair,
): readonly Write[] {
  const topics = programs.find(({ key }) => key === program)?.definition.topics ?? [];
  return pair.told.meetings.map((meeting) => insertMeeting(meetingRow(pair, meeting, topics)));
}

function meetingRow(
  { id, matched, newcomer }: PlannedPair,
  { date, status, by }: ToldMeeting,
  topics: readonly string[],
): Parameters<typeof insertMeeting>[0] {
  const random = randomFor(`${newcomer}/meeting/${date.slice(8)}`);
  const disputed = status === 'disputed';
  const at = instantOn(status === 'planned' ? addDays(date, -7) : date, 18);
  return {
    id: demoId('meeting', id, date),
    pairId: id,
    status,
    date,
    time: status === 'planned' ? random.pick(['13:30', '17:30', '18:00']) : null,
    way: random.weigh([
      ['in-person', 5],
      ['walk', 3],
      ['video', 1],
      ['telephone', 1],
    ]),
    where: status === 'planned' ? random.pick(['Biblioteket', 'Kaféet vid torget', 'Kulturhuset']) : null,
    minutes: status === 'planned' ? null : random.pick([30, 45, 60, 60, 90, 120]),
    topics: status === 'planned' ? [] : random.some(topics, random.between(1, 2)),
    note: null,
    reportedBy: by === 'mentor' ? matched.mentor : matched.newcomer,
    disputedBy: disputed ? matched.newcomer : null,
    disputedAt: disputed ? instantOn(date, 20) : null,
    createdAt: at,
    updatedAt: at,
  };
}

interface Lettering {
  readonly plan: Pick<DemoPlan, 'people' | 'programs'>;
  readonly round: PlannedRound;
  readonly pair: PlannedPair;
  readonly origin: string;
}

/** To each of a proposed pair who has an address: the letters in the mail catcher on the first day. */
function writeLetters({ plan, round, pair, origin }: Lettering): readonly Write[] {
  const program = plan.programs.find(({ key }) => key === round.program);
  if (pair.told.status !== 'proposed' || program === undefined) return [];
  return [pair.newcomer, pair.mentor].flatMap((key) => {
    const details = plan.people.find((person) => person.key === key)?.details;
    if (details === undefined || details.email === null) return [];
    const letter = { newId: () => demoId('letter', pair.id, key), now: () => instantOn(round.publishedOn) };
    const locale = details.interfaceLanguage;
    return [
      insertLetter(letter, {
        kind: 'proposal',
        accountId: accountIdOf(details.email),
        personId: demoId(key),
        toName: details.addressedAs ?? details.name,
        toAddress: details.email,
        locale,
        data: {
          program: program.definition.name,
          days: program.definition.answerDays,
          link: linkTo(origin, locale, '/me'),
        },
      }),
    ];
  });
}
