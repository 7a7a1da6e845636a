import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { leftOut, matchedPair, obstacle, pinConflict, share } from './explanations.ts';
import {
  ban,
  personPair,
  pin,
  roundDifference,
  roundFailure,
  roundProgress,
  roundStep,
} from './round-shape.ts';
import { rules } from './rules.ts';
import { count, file, labels, list, nothing } from './shapes.ts';
import {
  gender,
  id,
  instant,
  LIMITS,
  meetingWay,
  municipalityCode,
  roundStatus,
  side,
} from './vocabulary.ts';
import { languageSkill } from './people.ts';

/** A person as the round's snapshot holds her: what the workspace shows. */
export const roundPerson = z.strictObject({
  id,
  side,
  name: z.string(),
  gender: gender.nullable(),
  birthYear: z.int().nullable(),
  municipality: municipalityCode,
  locality: z.string().nullable(),
  weeksWaiting: count,
  capacity: count,
  languages: list(languageSkill),
  occupations: list(z.string()).meta({ description: 'Keys into `labels`' }),
  availability: list(z.int()),
  ways: list(meetingWay),
});
export type RoundPerson = z.infer<typeof roundPerson>;

/** What a round is measured by. */
export const roundFigures = z.strictObject({
  people: count,
  total: count,
  weakest: z.int().nullable(),
  longestLeftOutWeeks: count.nullable(),
  fullScore: count
    .meta({ description: 'The most a pair could score; `total` and `weakest` are read against it' })
    .default(1000),
});

/** What the last step changed, as numbers and people. */
export const roundChange = z.strictObject({
  formed: list(personPair),
  parted: list(personPair),
  before: roundFigures,
  after: roundFigures,
});
export type RoundChange = z.infer<typeof roundChange>;

export const variantFigures = roundFigures.extend({ pairs: count });

export const round = z.strictObject({
  id,
  programId: id,
  programName: z.string(),
  number: count,
  status: roundStatus,
  version: count,
  createdAt: instant,
  publishedAt: instant.nullable(),
  people: list(roundPerson),
  pairs: list(matchedPair),
  leftOut: list(leftOut),
  pins: list(pin),
  bans: list(ban),
  conflicts: list(pinConflict),
  certificate: z
    .strictObject({ matched: count, people: count, total: count, optimal: z.boolean() })
    .nullable(),
  fullScore: count.meta({ description: 'The most a pair could score' }),
  change: roundChange.nullable(),
  steps: list(roundStep),
  rules: rules.meta({ description: 'That it was solved by: the program’s, or those shaped for this round' }),
  away: list(id).meta({ description: 'People of `people` who were taken out of this round' }),
  progress: roundProgress.nullable().meta({ description: 'While it is `solving`' }),
  failure: roundFailure.nullable().meta({ description: 'Why the last solving came to nothing' }),
  variants: list(
    z.strictObject({ id, name: z.string(), by: z.string(), createdAt: instant, figures: variantFigures }),
  ).meta({ description: 'Shapes of the draft that were kept under a name, oldest first' }),
  engine: z.string(),
  difference: roundDifference.nullable().meta({
    description: 'What stands in the way of publishing a draft: the world is not as the round saw it',
  }),
  outdated: z
    .boolean()
    .meta({ description: 'Someone in it has changed, left or been paired since; solve again' }),
  labels,
});
export type Round = z.infer<typeof round>;

const roundParams = z.strictObject({ roundId: id });
const programParams = z.strictObject({ programId: id });

export const listRounds = endpoint({
  name: 'listRounds',
  method: 'GET',
  path: '/api/programs/:programId/rounds',
  summary: 'The match rounds of a program, newest first',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    rounds: list(
      z.strictObject({
        id,
        number: count,
        status: roundStatus,
        createdAt: instant,
        publishedAt: instant.nullable(),
        by: z.string(),
        pairs: count,
        leftOut: count,
        total: count,
      }),
    ),
  }),
});

export const runRound = endpoint({
  name: 'runRound',
  method: 'POST',
  path: '/api/programs/:programId/rounds',
  summary:
    'Take a snapshot of those who wait and find the best pairs. Answers at once with the round; a large one is `solving` until it is done',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: nothing,
  reply: z.strictObject({ roundId: id, status: roundStatus }),
  status: 201,
  refusals: ['round-open', 'round-too-large'],
  idempotent: true,
});

export const showRound = endpoint({
  name: 'showRound',
  method: 'GET',
  path: '/api/rounds/:roundId',
  summary: 'A round: each pair with its reasons, each person left out with hers, and the proof',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: nothing,
  reply: round,
});

export const solveRound = endpoint({
  name: 'solveRound',
  method: 'POST',
  path: '/api/rounds/:roundId/solve',
  summary:
    'Solve the draft again with these pins and bans, and with rules and people of its own; `fresh` takes a new snapshot of those who wait and of the rules',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: z.strictObject({
    pins: list(pin, 10_000),
    bans: list(ban, 10_000),
    fresh: z.boolean(),
    version: count,
    rules: rules.optional().meta({
      description:
        'For this round alone. Left out: as before, which with `fresh` is as the program has them now, unless the round has its own',
    }),
    away: list(id, LIMITS.roundPeople)
      .optional()
      .meta({ description: 'People to leave out of this round. Left out: as before' }),
  }),
  reply: round,
  refusals: [
    'round-not-draft',
    'round-still-solving',
    'changed-meanwhile',
    'pin-unknown-person',
    'pin-breaks-requirement',
    'pin-over-capacity',
    'pin-also-banned',
  ],
});

export const showProgress = endpoint({
  name: 'showProgress',
  method: 'GET',
  path: '/api/rounds/:roundId/progress',
  summary: 'How far the solving of a round has come; light enough to be asked for every second',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    status: roundStatus,
    version: count,
    progress: roundProgress.nullable(),
    failure: roundFailure.nullable(),
  }),
});

export const stopRound = endpoint({
  name: 'stopRound',
  method: 'POST',
  path: '/api/rounds/:roundId/stop',
  summary:
    'Stop a solving that is under way: a draft is again as it was before, and a round that has never been solved has failed',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: z.strictObject({ version: count }),
  reply: z.strictObject({ status: roundStatus }),
  refusals: ['round-not-solving', 'changed-meanwhile'],
});

export const explainPairing = endpoint({
  name: 'explainPairing',
  method: 'GET',
  path: '/api/rounds/:roundId/pairings/:newcomer/:mentor',
  summary:
    'Why these two, or why not: each reason’s share, every broken requirement, and what the round would lose if they were pinned',
  access: 'coordinator-of-program',
  params: z.strictObject({ roundId: id, newcomer: id, mentor: id }),
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    newcomer: id,
    mentor: id,
    score: z.int(),
    reasons: list(share),
    obstacles: list(obstacle),
    banned: z.boolean(),
    pinned: z.boolean(),
    ifPinned: roundChange.nullable().meta({
      description:
        'null when they are a pair already, a requirement or a full place stands between, or the round is too large to try',
    }),
    labels,
  }),
});

export const publishRound = endpoint({
  name: 'publishRound',
  method: 'POST',
  path: '/api/rounds/:roundId/publish',
  summary:
    'Make the pairs and send both of each a letter. Refused when anyone in it has changed since, with who and how: `people` and `changes` in one order, `pairs` as two ids with a space between, and whether the `program` was changed',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: z.strictObject({ version: count }),
  reply: z.strictObject({
    pairs: count,
    letters: count,
    withoutAddress: list(z.strictObject({ personId: id, name: z.string() })),
  }),
  refusals: ['round-not-draft', 'round-still-solving', 'changed-meanwhile', 'round-outdated', 'round-empty'],
  idempotent: true,
});

export const discardRound = endpoint({
  name: 'discardRound',
  method: 'POST',
  path: '/api/rounds/:roundId/discard',
  summary: 'Throw the draft away; nobody is told and everybody waits on',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: z.strictObject({ version: count }),
  reply: nothing,
  refusals: ['round-not-draft', 'changed-meanwhile'],
});

export const exportRound = endpoint({
  name: 'exportRound',
  method: 'GET',
  path: '/api/rounds/:roundId/round.xlsx',
  summary: 'The round as a spreadsheet: pairs with reasons, people left out with theirs, the proof',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: nothing,
  reply: file,
  carries: 'file',
});

export const exportRecord = endpoint({
  name: 'exportRecord',
  method: 'GET',
  path: '/api/rounds/:roundId/round.json',
  summary:
    'The record of a solved round: what it was solved from, what came of it, the engine and the proof. No names; `npm run match -- --verify` checks it on any machine',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: nothing,
  reply: file,
  carries: 'file',
  refusals: ['round-not-solved'],
});
