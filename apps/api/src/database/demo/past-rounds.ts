import type { ProgramDefinition } from '@parvis/contracts';
import { matchRound, type MatchedPair, type RoundInput, type RoundResult } from '@parvis/matching';
import type { RoundPerson } from '@parvis/contracts';
import { addDays } from '../../modules/pairs/period.decisions.ts';
import { asRoundPerson } from '../../modules/recruitment/pool.person.ts';
import { substitutesOf } from '../../modules/recruitment/pool.ts';
import { personInRound } from './engine.ts';
import { demoId } from './ids.ts';
import type { Joined, PlannedEnrollment, PlannedPerson, ProgramKey } from './plan.ts';
import { randomFor } from './random.ts';
import { tellStory, type Story, type Told } from './stories.ts';

/** A round that was published some time ago: who was in it, and how it went for each newcomer's pair. */
export interface PastRound {
  readonly program: ProgramKey;
  readonly number: number;
  readonly daysAgo: number;
  /** As many as the newcomers: all were paired. */
  readonly mentors: readonly Joined[];
  readonly newcomers: readonly Joined[];
  /** By the newcomers, in their order. */
  readonly stories: readonly Story[];
}

export interface PlannedPair {
  readonly id: string;
  readonly newcomer: string;
  readonly mentor: string;
  readonly matched: MatchedPair;
  readonly story: Story;
  readonly told: Told;
}
export interface PlannedRound {
  readonly program: ProgramKey;
  readonly number: number;
  readonly publishedOn: string;
  readonly snapshot: RoundInput;
  readonly result: RoundResult;
  readonly people: readonly RoundPerson[];
  readonly pairs: readonly PlannedPair[];
}
/** What a past round leaves behind: its people, how they stand now, and who of them waits again. */
export interface RoundLeft {
  readonly round: PlannedRound;
  readonly people: readonly PlannedPerson[];
  readonly enrollments: readonly PlannedEnrollment[];
  readonly waitingAgain: readonly Joined[];
}

/** Solves the round by the engine as it was solved then, and tells each pair's story until today. */
export function replayRound(
  past: PastRound,
  { definition, today }: { readonly definition: ProgramDefinition; readonly today: string },
): RoundLeft {
  const { program, number, newcomers, mentors } = past;
  const publishedOn = addDays(today, -past.daysAgo);
  const everyone = [...newcomers, ...mentors].map((joined) => before(joined, publishedOn));
  const snapshot = snapshotOf(everyone, { definition, now: publishedOn });
  const result = matchRound(snapshot);
  const keys = new Map(everyone.map(({ key }) => [demoId(key), key]));
  const pairs = result.pairs.map((matched): PlannedPair => {
    const [newcomer, mentor] = [keys.get(matched.newcomer) ?? '', keys.get(matched.mentor) ?? ''];
    const story = past.stories[newcomers.findIndex(({ key }) => key === newcomer)] ?? 'on-pace';
    const random = randomFor(`${newcomer}/story`);
    const told = tellStory({ story, definition, proposedOn: publishedOn, today, random });
    return { id: demoId(program, number, newcomer), newcomer, mentor, matched, story, told };
  });
  const enrollments = everyone.flatMap((joined) => enrollmentAfter(joined, program, pairs));
  const waits = new Set(enrollments.filter(({ status }) => status === 'waiting').map(({ person }) => person));
  return {
    round: {
      program,
      number,
      publishedOn,
      snapshot,
      result,
      people: everyone.map((joined) =>
        asRoundPerson({ ...joined, person: personInRound(joined), now: publishedOn }),
      ),
      pairs,
    },
    people: everyone.map(({ key, details }) => ({ key, details })),
    enrollments,
    waitingAgain: everyone.filter(({ key }) => waits.has(key)),
  };
}

/** They had waited before that round, not only until today. */
function before(joined: Joined, publishedOn: string): Joined {
  const waited = randomFor(`${joined.key}/waited`).between(4, joined.enrollment.side === 'mentor' ? 30 : 90);
  return { ...joined, enrollment: { ...joined.enrollment, waitingSince: addDays(publishedOn, -waited) } };
}

function snapshotOf(
  everyone: readonly Joined[],
  { definition, now }: { readonly definition: ProgramDefinition; readonly now: string },
): RoundInput {
  const people = everyone.map((joined) => ({ side: joined.enrollment.side, person: personInRound(joined) }));
  const of = (side: 'newcomer' | 'mentor') =>
    people.filter((one) => one.side === side).map(({ person }) => person);
  return {
    program: definition.rules,
    newcomers: of('newcomer'),
    mentors: of('mentor'),
    pins: [],
    bans: [],
    history: [],
    substitutes: substitutesOf(people.map(({ person }) => person)),
    now,
  };
}

function enrollmentAfter(
  { key, enrollment }: Joined,
  program: ProgramKey,
  pairs: readonly PlannedPair[],
): readonly PlannedEnrollment[] {
  const pair = pairs.find(({ newcomer, mentor }) => newcomer === key || mentor === key);
  const status = pair === undefined ? 'waiting' : pair.told.after[enrollment.side];
  return [{ person: key, program, details: enrollment, status }];
}
