import * as z from 'zod';

/** An array that the receiver may not change; what the engine and the stores hand out is readonly all the way. */
export function list<T extends z.ZodType>(item: T, maximum = 100_000) {
  return z.array(item).max(maximum, { error: 'too-many' }).readonly();
}

export const nothing = z.strictObject({});
/** The empty answer of a 204. */
export const silence = z.undefined();

export const count = z.int().nonnegative();

/**
 * Names for the codes in an answer, in the asker's language: `language:ar`, `occupation:<JobTech id>`, `ssyk:2221`,
 * `field:380`, `education-level:5`, `municipality:0162`, `interest:walking`, `time:weekday-evening`.
 */
export const labels = z.record(z.string(), z.string());
export type Labels = z.infer<typeof labels>;

/** A file in an answer. */
export const file = z.strictObject({
  filename: z.string(),
  contentType: z.string(),
  content: z.instanceof(Uint8Array),
});
export type FileReply = z.infer<typeof file>;
