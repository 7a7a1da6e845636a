import { AIMS, type AimFigures, type Figures, type KeptMentor } from '@parvis/matching';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { count, labels, list, nothing } from './shapes.ts';
import { id, side } from './vocabulary.ts';

const pair = z.strictObject({ newcomer: id, mentor: id });

const figures = z.strictObject({
  people: count,
  pairs: count,
  total: z.int(),
  mean: z.number().nullable(),
  weakest: z.int().nullable(),
  longestWait: z.int().nullable(),
  swaps: count,
}) satisfies z.ZodType<Figures>;

/** A mentor who is the only possible one for some like those who came lately. */
export const keptMentor = z.strictObject({
  mentor: id,
  only: count,
  of: count,
  points: count,
  languages: list(z.string()),
  occupations: list(z.string()).meta({ description: 'The first two digits of SSYK 2012' }),
}) satisfies z.ZodType<KeptMentor>;

const aimFigures = figures.extend({
  aim: z.enum(AIMS),
  costs: figures.meta({
    description: 'How far each figure stands from the best that any of the aims reaches; 0 is the best',
  }),
  weakestPair: pair.nullable(),
  longestWaiting: id.nullable(),
  swapPairs: list(pair).meta({ description: 'The first of those who would rather swap; `swaps` counts all' }),
  gained: list(id).meta({ description: 'Paired here, and not under the aim of the round' }),
  lost: list(id).meta({ description: 'Not paired here, but under the aim of the round' }),
}) satisfies z.ZodType<AimFigures>;

export const compareAims = endpoint({
  name: 'compareAims',
  method: 'GET',
  path: '/api/rounds/:roundId/aims',
  summary:
    'What each aim would make of the round’s people, with the same rules, pins and bans: the figures side by side, and what stands behind them. Writes nothing',
  access: 'coordinator-of-program',
  params: z.strictObject({ roundId: id }),
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    programId: id,
    programName: z.string(),
    number: count,
    aim: z.enum(AIMS).meta({ description: 'The aim of the round' }),
    fullScore: count.meta({ description: 'The most a pair could score' }),
    keepScarce: z.boolean(),
    expected: count.meta({
      description: 'How many newcomers came to the program lately, whom mentors are kept for',
    }),
    kept: list(keptMentor),
    aims: list(aimFigures).nullable().meta({ description: 'null when the round is too large to try' }),
    people: list(z.strictObject({ id, name: z.string(), side, weeksWaiting: count })).meta({
      description: 'Everyone whom an id above names',
    }),
    labels,
  }),
});
