import type {
  Bottleneck,
  FairnessGroup,
  FairnessTable,
  Help,
  MentorProfile,
  NextBest,
  OwnChange,
  RuleChange,
  SmallestChange,
} from '@parvis/matching';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { share } from './explanations.ts';
import { requirement, wish } from './rules.ts';
import { count, labels, list, nothing } from './shapes.ts';
import { gender, id, locale, meetingWay, municipalityCode, side } from './vocabulary.ts';

/** What a round teaches about those it leaves out: codes and numbers of the engine, with the names behind the ids. */

const roundParams = z.strictObject({ roundId: id });
const named = z.strictObject({ id, name: z.string(), side, weeksWaiting: count });

const ownChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('time'),
    weekday: z.int().min(0).max(6),
    part: z.enum(['morning', 'afternoon', 'evening']),
    halfHours: list(z.int()),
  }),
  z.strictObject({ change: z.literal('way'), way: meetingWay }),
  z.strictObject({ change: z.literal('kilometres'), from: z.number(), to: z.number().nullable() }),
  z.strictObject({ change: z.literal('wish'), wish }),
]) satisfies z.ZodType<OwnChange>;

const ruleChange = z.strictObject({
  change: z.literal('requirement'),
  from: requirement,
  to: requirement.nullable(),
}) satisfies z.ZodType<RuleChange>;

const noHelp = z.enum(['nobody-there', 'opens-nobody', 'places-go-to-others', 'too-many-to-try']);

const remedy = {
  partners: list(id),
  people: z.strictObject({ before: count, after: count }),
  lost: list(id).meta({ description: 'Who has a pair now and would have none' }),
  gained: list(id),
};
const ownHelp = z.strictObject({
  remedy: z.strictObject({ changes: list(ownChange), ...remedy }).nullable(),
  none: noHelp.nullable(),
}) satisfies z.ZodType<Help<OwnChange>>;
const ruleHelp = z.strictObject({
  remedy: z.strictObject({ changes: list(ruleChange), ...remedy }).nullable(),
  none: noHelp.nullable(),
}) satisfies z.ZodType<Help<RuleChange>>;

/** The smallest change that would help one who is left out, as a coordinator may see it. */
export const staffHelp = z.strictObject({
  id,
  side,
  own: ownHelp,
  rules: ruleHelp,
}) satisfies z.ZodType<SmallestChange['forStaff']>;

const hiddenCount = count.nullable().meta({ description: 'null: too few to tell' });
/** The same for the person herself: her own answers, and counts with small ones hidden. */
export const personHelp = z.strictObject({
  changes: list(ownChange).nullable(),
  none: noHelp.nullable(),
  partners: z.strictObject({ now: hiddenCount, then: hiddenCount }),
}) satisfies z.ZodType<SmallestChange['forPerson']>;

/** Why one who waits waits, for herself: what the newest published round that left her out says of her alone. */
export const ownWait = z.discriminatedUnion('told', [
  z.strictObject({ told: z.literal('no-round') }),
  z.strictObject({
    told: z.literal('round'),
    reason: z.enum(['nobody-there', 'no-allowed-partner', 'partners-better-used']).nullable(),
    help: personHelp.nullable().meta({ description: 'null where it was not worked out' }),
    changedSince: z.boolean().meta({ description: 'Her answers or her place are not as the round saw them' }),
  }),
]);
export type OwnWait = z.infer<typeof ownWait>;

/** Whom each of two could have had instead, and what made the difference. */
export const nextBest = z.strictObject({
  partner: id,
  score: z.int(),
  reasons: list(share),
  difference: list(z.strictObject({ criterion: share.shape.criterion, points: z.int() })),
  use: z.strictObject({ free: count, pinned: count, longerWaiting: count, betterTogether: count }),
}) satisfies z.ZodType<NextBest>;

const profile = z.strictObject({
  municipality: municipalityCode,
  time: z.enum(['weekday-evenings', 'weekday-daytimes', 'weekends']).nullable(),
  gender: gender.nullable(),
  language: z.string().nullable(),
  age: z.number().nullable(),
  occupation: z.string().nullable(),
  education: z.strictObject({ level: z.int(), field: z.string().nullable() }).nullable(),
}) satisfies z.ZodType<MentorProfile>;

const bottleneck = z.strictObject({
  profile,
  newcomers: count,
  whom: list(id).meta({ description: 'Those who wait and could be paired with one' }),
  gains: list(z.strictObject({ mentors: count, newcomers: count, people: z.int() })),
}) satisfies z.ZodType<Bottleneck>;

const fairnessGroup = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('code'), code: z.string() }),
  z.strictObject({ is: z.literal('range'), from: z.number(), to: z.number().nullable() }),
  z.strictObject({ is: z.literal('others') }),
  z.strictObject({ is: z.literal('unknown') }),
]) satisfies z.ZodType<FairnessGroup>;

const fairnessTable = z.strictObject({
  side: z.enum(['newcomer', 'mentor', 'both']),
  by: z.enum(['side', 'gender', 'language', 'age', 'municipality', 'weeks']),
  rows: list(z.strictObject({ group: fairnessGroup, paired: hiddenCount, waiting: hiddenCount })),
}) satisfies z.ZodType<FairnessTable>;

export const helpLeftOut = endpoint({
  name: 'helpLeftOut',
  method: 'GET',
  path: '/api/rounds/:roundId/help',
  summary:
    'For everyone whom the round leaves out the smallest change after which she is paired: among her own answers, and among the rules. Writes nothing',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    help: list(staffHelp).nullable().meta({ description: 'null when the round is too large to try' }),
    people: list(named).meta({ description: 'Everyone whom an id above names' }),
    labels,
  }),
});

export const findMissing = endpoint({
  name: 'findMissing',
  method: 'GET',
  path: '/api/programs/:programId/missing',
  summary:
    'Which mentors are missing: for each kind, how many more of those who wait now one, two and three of them would pair. Writes nothing',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id }),
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    missing: list(
      bottleneck.extend({
        texts: list(z.strictObject({ locale, text: z.string() })).meta({
          description: 'What one may write to find such a mentor, in each language',
        }),
      }),
    )
      .nullable()
      .meta({ description: 'null when the pool is too large to try' }),
    people: list(z.strictObject({ id, name: z.string(), weeksWaiting: count })).meta({
      description: 'Everyone whom an id above names',
    }),
    newcomers: count.meta({ description: 'Newcomers who wait' }),
    leftOut: count.meta({ description: 'Newcomers whom a round now would leave out' }),
    labels,
  }),
});

export const reportFairness = endpoint({
  name: 'reportFairness',
  method: 'GET',
  path: '/api/rounds/:roundId/fairness',
  summary:
    'Who was paired and who waits, group by group, small numbers hidden; and the people passed over more than once',
  access: 'coordinator-of-program',
  params: roundParams,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    programId: id,
    programName: z.string(),
    number: count,
    tables: list(fairnessTable),
    passedOver: list(named.extend({ times: count })),
    labels,
  }),
});
