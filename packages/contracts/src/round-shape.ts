import * as z from 'zod';
import { aim, preference, requirement, rules } from './rules.ts';
import { count, list } from './shapes.ts';
import { id, instant, LIMITS, requiredText } from './vocabulary.ts';

/** The parts of a draft that the coordinator shapes, what she did to it, and how it stands to the world. */

export const personPair = z.strictObject({ newcomer: id, mentor: id });
/** A pair the coordinator has decided; `reason` is asked for when it breaks a requirement. */
export const pin = personPair.extend({ reason: requiredText(LIMITS.reason).nullable() });
export const ban = personPair.meta({ description: 'Two people who are not to meet' });

/** All that she decides about a round. The people and the day are the snapshot's. */
export const roundShape = z.strictObject({
  pins: list(pin, 10_000),
  bans: list(ban, 10_000),
  rules: rules.meta({ description: 'For this round alone; the program keeps its own' }),
  away: list(id, LIMITS.roundPeople).meta({ description: 'People taken out of this round; they wait on' }),
});
export type RoundShape = z.output<typeof roundShape>;

const weight = preference.shape.weight;
/** What a deed changed, from and to, so that it can be told and taken back. */
export const stepFacts = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('weight'),
    criterion: preference.shape.kind,
    from: weight,
    to: weight,
  }),
  z.strictObject({
    about: z.literal('rule'),
    from: requirement.nullable(),
    to: requirement.nullable(),
  }),
  z.strictObject({ about: z.literal('aim'), from: aim, to: aim }),
  z.strictObject({
    about: z.literal('scarce'),
    from: z.enum(['kept', 'free']),
    to: z.enum(['kept', 'free']),
  }),
  z.strictObject({ about: z.literal('person'), id: z.string() }),
]);
export type StepFacts = z.infer<typeof stepFacts>;

/** One deed. Those that are neither about two people nor the solving itself have `facts`. */
export const roundStep = z.strictObject({
  at: instant,
  by: z.string(),
  what: z.enum([
    'solved',
    'pinned',
    'unpinned',
    'banned',
    'unbanned',
    'undone',
    'weighed',
    'rule-changed',
    'aim-chosen',
    'scarce-switched',
    'taken-out',
    'put-back',
  ]),
  newcomer: z.string().nullable(),
  mentor: z.string().nullable(),
  facts: stepFacts.exactOptional(),
});
export type RoundStep = z.infer<typeof roundStep>;

/**
 * Why a solving came to nothing.
 * - `too-long`, `too-many`, `crashed`: the machine, not the round
 * - `input`: the engine could make no round of it
 * - `stopped`: somebody stopped it
 */
export const roundFailure = z.enum(['too-long', 'too-many', 'crashed', 'input', 'stopped']);
export type RoundFailure = z.infer<typeof roundFailure>;

/** How far the solving has come; `judging` counts newcomers. */
export const roundProgress = z.strictObject({
  stage: z.enum(['waiting', 'reading', 'judging', 'assigning', 'explaining']),
  done: count,
  of: count,
});
export type RoundProgress = z.infer<typeof roundProgress>;

/**
 * What became of a person since the snapshot.
 * - `changed`: her answers, or how she takes part
 * - `paired`: she has got a pair elsewhere, or a place less or more
 * - `paused`, `withdrawn`, `not-waiting`: she waits no longer
 * - `gone`: she is not in the program any more
 */
export const personChange = z.enum(['changed', 'paired', 'paused', 'withdrawn', 'not-waiting', 'gone']);
export type PersonChange = z.infer<typeof personChange>;

/** What is no longer as the round saw it. */
export const roundDifference = z.strictObject({
  program: z.boolean().meta({ description: 'The program was changed: its rules, its period or its words' }),
  people: list(z.strictObject({ id: z.string(), name: z.string(), what: personChange })),
  pairs: list(z.strictObject({ newcomer: z.string(), mentor: z.string() })).meta({
    description: 'Pairs of the round who have been a pair elsewhere since',
  }),
});
export type RoundDifference = z.infer<typeof roundDifference>;
