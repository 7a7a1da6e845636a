import {
  PREFERENCE_ORDER,
  RULE_ORDER,
  type LeftOut,
  type MatchedPair,
  type Obstacle,
  type PinConflict,
  type Share,
} from '@parvis/matching';
import * as z from 'zod';
import { wish } from './rules.ts';
import { count, list } from './shapes.ts';
import { cefr, gender, meetingWay, side } from './vocabulary.ts';

/** The engine's reasons, as codes and numbers; the sentences are in packages/messages, `reasons`. */

export const ruleName = z.enum(RULE_ORDER);

const number = z.number();
const alternative = <K extends 'education-level' | 'education-field' | 'occupation'>(by: K) =>
  z.strictObject({ by: z.literal(by), atLeast: number, actual: number });

export const obstacle = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('gender'), side, allowed: list(gender), actual: gender.nullable() }),
  z.strictObject({ rule: z.literal('minimum-age'), side, years: number, actual: number.nullable() }),
  z.strictObject({ rule: z.literal('age-span'), years: number, actual: number.nullable() }),
  z.strictObject({ rule: z.literal('language'), common: cefr.nullable(), swedish: cefr.nullable() }),
  z.strictObject({ rule: z.literal('common-time'), halfHours: number, actual: number }),
  z.strictObject({
    rule: z.literal('nearness'),
    kilometres: number,
    actual: number.nullable(),
    orRemote: z.boolean(),
  }),
  z.strictObject({
    rule: z.literal('field'),
    anyOf: list(
      z.discriminatedUnion('by', [
        alternative('education-level'),
        alternative('education-field').extend({ postSecondary: z.boolean().exactOptional() }),
        alternative('occupation'),
      ]),
    ),
  }),
  z.strictObject({
    rule: z.literal('municipality'),
    newcomer: z.string(),
    mentor: z.string(),
    outside: z.boolean(),
  }),
  z.strictObject({ rule: z.literal('wish'), side, wish }),
  z.strictObject({ rule: z.literal('never-with') }),
  z.strictObject({ rule: z.literal('earlier-pair') }),
  z.strictObject({ rule: z.literal('household') }),
  z.strictObject({ rule: z.literal('ban') }),
]) satisfies z.ZodType<Obstacle>;

const criterionFacts = z.discriminatedUnion('criterion', [
  z.strictObject({
    criterion: z.literal('occupation'),
    closeness: z.enum(['same', 'substitute', 'ssyk4', 'ssyk3', 'ssyk2', 'ssyk1', 'none']),
    newcomer: z.string().nullable(),
    mentor: z.string().nullable(),
    ssyk: z.string().nullable(),
  }),
  z.strictObject({ criterion: z.literal('education-field'), digits: number, field: z.string().nullable() }),
  z.strictObject({
    criterion: z.literal('education-level'),
    newcomer: number.nullable(),
    mentor: number.nullable(),
  }),
  z.strictObject({ criterion: z.literal('language'), languages: list(z.string()), level: cefr.nullable() }),
  z.strictObject({ criterion: z.literal('common-time'), halfHours: number, weekdays: list(number) }),
  z.strictObject({ criterion: z.literal('nearness'), kilometres: number.nullable() }),
  z.strictObject({ criterion: z.literal('ways'), ways: list(meetingWay) }),
  z.strictObject({ criterion: z.literal('age'), years: number.nullable() }),
  z.strictObject({ criterion: z.literal('interests'), interests: list(z.string()) }),
  z.strictObject({ criterion: z.literal('wishes'), met: number, of: number }),
  z.strictObject({ criterion: z.literal('wish-most'), met: number, of: number }),
]) satisfies z.ZodType<Share['facts']>;

export const share = z.strictObject({
  criterion: z.enum(PREFERENCE_ORDER),
  value: number,
  points: number,
  of: number,
  facts: criterionFacts,
}) satisfies z.ZodType<Share>;

export const matchedPair = z.strictObject({
  newcomer: z.string(),
  mentor: z.string(),
  score: z.int(),
  reasons: list(share),
  pinned: z.boolean(),
  overrides: list(obstacle),
  pinReason: z.string().nullable(),
}) satisfies z.ZodType<MatchedPair>;

const byRule = list(z.strictObject({ rule: ruleName, partners: count }));

export const leftOut = z.strictObject({
  id: z.string(),
  side,
  weeksWaiting: number,
  reasons: list(
    z.discriminatedUnion('code', [
      z.strictObject({ code: z.literal('nobody-there') }),
      z.strictObject({
        code: z.literal('no-allowed-partner'),
        possible: count,
        blocked: byRule,
        alone: byRule,
      }),
      z.strictObject({
        code: z.literal('partners-better-used'),
        allowed: count,
        by: z.strictObject({
          pinned: count,
          longerWaiting: count,
          betterTogether: count,
          ratherOthers: count.exactOptional(),
          kept: count.exactOptional(),
        }),
      }),
    ]),
  ),
}) satisfies z.ZodType<LeftOut>;

export const pinConflict = z.strictObject({
  newcomer: z.string(),
  mentor: z.string(),
  code: z.enum(['unknown-person', 'breaks-requirement', 'over-capacity', 'also-banned', 'pinned-twice']),
  obstacles: list(obstacle),
}) satisfies z.ZodType<PinConflict>;
