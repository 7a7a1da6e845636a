import { engineInput, keptMentor, leftOut, matchedPair, pinConflict } from '@parvis/contracts';
import type { Certificate, PersonPair, Prices, RoundInput, RoundResult } from '@parvis/matching';
import * as z from 'zod';
import { digestOf, RECORD } from '../../../modules/matching/record.ts';

/** A solved round as it was recorded, in a file or in a database. */
export interface Recorded {
  readonly id: string;
  readonly number: number;
  readonly engine: string;
  readonly input: RoundInput;
  readonly result: RoundResult;
  /** The checksum that stands in the file, and that of what the file holds. */
  readonly digest: { readonly recorded: string; readonly actual: string } | null;
  /** The pairs that were published, where that can be known. */
  readonly published: readonly (PersonPair & { readonly score: number })[] | null;
}

/** What every record says, whatever the engine that made it. */
const head = z.looseObject({ record: z.literal(RECORD), engine: z.string() });

const side = z.array(z.tuple([z.string(), z.number()]).readonly());
const prices = z.strictObject({ newcomers: side, mentors: side }) satisfies z.ZodType<Prices>;
const certificate = z.strictObject({
  matched: z.int(),
  people: z.int(),
  total: z.number(),
  optimal: z.boolean(),
  prices,
  weakest: z.strictObject({ atLeast: z.number().nullable(), served: prices, above: prices }).exactOptional(),
}) satisfies z.ZodType<Certificate>;
const result = z.strictObject({
  pairs: z.array(matchedPair),
  leftOut: z.array(leftOut),
  conflicts: z.array(pinConflict),
  certificate,
  kept: z.array(keptMentor).exactOptional(),
  fullScore: z.number(),
  engine: z.string(),
}) satisfies z.ZodType<RoundResult>;
const record = head.extend({
  roundId: z.string(),
  number: z.int(),
  input: engineInput,
  result,
  digest: z.string(),
});

/** The engine a record names, before anything else in it is trusted; throws when it is no record. */
export function engineOf(content: unknown): string {
  return head.parse(content).engine;
}

/** Throws, with the place, when the content is laid out otherwise. */
export function readRecord(content: unknown): Recorded {
  const { roundId: id, number, engine, input, result, digest } = record.parse(content);
  // Of what was written, not of what was read: reading puts keys in an order of its own.
  const actual = digestOf(head.parse(content));
  return { id, number, engine, input, result, digest: { recorded: digest, actual }, published: null };
}
