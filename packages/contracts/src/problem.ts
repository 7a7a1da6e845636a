import * as z from 'zod';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const refusalCodes = Object.keys(REFUSALS).filter((code): code is RefusalCode => code in REFUSALS);

/** One field that could not be read: where, what is wrong (a code with a sentence in `problems`), and the bounds it broke. */
export const fieldProblem = z.strictObject({
  path: z.string().meta({ description: 'Where, joined by dots: `availability.0.to`' }),
  code: z.string().meta({ description: 'What is wrong, such as `required`, `too-long`, `not-an-email`' }),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** The one shape of every answer that is not a good one. `requestId` finds it in the log. */
export const problem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invalid'),
    status: z.number(),
    fields: z.array(fieldProblem),
    requestId: z.string(),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    status: z.number(),
    code: z.enum(refusalCodes),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    requestId: z.string(),
  }),
  z.strictObject({ kind: z.literal('fault'), status: z.number(), requestId: z.string() }),
]);
export type Problem = z.infer<typeof problem>;
