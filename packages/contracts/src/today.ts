import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { paceCounts } from './programs.ts';
import { count, list, nothing } from './shapes.ts';
import { date, id, instant, side, tint } from './vocabulary.ts';

const program = z.strictObject({ programId: id, name: z.string(), tint });
const urgency = z.enum(['now', 'this-week', 'when-you-can']);
const base = { program, urgency };
const pairOf = { pairId: id, newcomer: z.string(), mentor: z.string() };

/** One thing that waits for the coordinator, with what its one action needs. */
export const todayItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('proposal-unanswered'),
    ...base,
    ...pairOf,
    silent: list(z.strictObject({ personId: id, name: z.string(), side, phone: z.string().nullable() })),
    answerBy: instant,
  }),
  z.strictObject({ kind: z.literal('letter-by-hand'), ...base, ...pairOf, personId: id, name: z.string() }),
  z.strictObject({ kind: z.literal('meeting-disputed'), ...base, ...pairOf, on: date }),
  z.strictObject({ kind: z.literal('pair-silent'), ...base, ...pairOf, days: count, held: count, of: count }),
  z.strictObject({
    kind: z.literal('pair-behind'),
    ...base,
    ...pairOf,
    held: count,
    of: count,
    endsOn: date,
  }),
  z.strictObject({ kind: z.literal('proposal-declined'), ...base, ...pairOf, by: side }),
  z
    .strictObject({
      kind: z.literal('said-unsafe'),
      ...base,
      ...pairOf,
      by: side,
      personId: id,
      name: z.string(),
    })
    .meta({
      description:
        'One said that it did not feel safe; `personId` is the other, paused until staff have looked',
    }),
  z.strictObject({
    kind: z.literal('round-draft'),
    ...base,
    roundId: id,
    number: count,
    pairs: count,
    leftOut: count,
  }),
  z.strictObject({
    kind: z.literal('round-possible'),
    ...base,
    newcomers: count,
    mentors: count,
    peoplePaired: count,
  }),
  z.strictObject({ kind: z.literal('applied'), ...base, personId: id, name: z.string(), side, days: count }),
  z.strictObject({
    kind: z.literal('can-match-nobody'),
    ...base,
    people: list(z.strictObject({ personId: id, name: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('occupation-unplaced'),
    ...base,
    people: list(z.strictObject({ personId: id, name: z.string(), asWritten: z.string() })),
  }),
  z.strictObject({ kind: z.literal('pairs-finished'), ...base, pairs: list(z.strictObject(pairOf)) }),
]);
export type TodayItem = z.infer<typeof todayItem>;

export const showToday = endpoint({
  name: 'showToday',
  method: 'GET',
  path: '/api/today',
  summary: 'Who needs the coordinator today, why, and the one thing to do about each',
  access: 'coordinator-of-program',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    today: date,
    items: list(todayItem),
    programs: list(
      program.extend({
        cadence: z.strictObject({ meetings: count, each: z.enum(['week', 'month']).nullable() }),
        period: z.strictObject({ length: count, unit: z.enum(['week', 'month']) }),
        pace: paceCounts,
        waiting: z.strictObject({ newcomers: count, mentors: count }),
      }),
    ),
  }),
});
