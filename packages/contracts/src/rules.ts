import {
  AIMS,
  PREFERENCE_ORDER,
  type Aim,
  type FieldAlternative,
  type Preference,
  type Requirement,
  type Rules,
  type Wish,
} from '@parvis/matching';
import * as z from 'zod';
import { list } from './shapes.ts';
import { cefr, gender, languageTag, LIMITS, meetingWay, municipalityCode, side } from './vocabulary.ts';

const closeness = z.number().min(0.05, { error: 'too-small' }).max(1, { error: 'too-big' });

const fieldAlternative = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('education-level'), atLeast: closeness }),
  z.strictObject({
    by: z.literal('education-field'),
    atLeast: closeness,
    postSecondary: z.boolean().exactOptional(),
  }),
  z.strictObject({ by: z.literal('occupation'), atLeast: closeness }),
]) satisfies z.ZodType<FieldAlternative>;

export const ACROSS = ['never', 'if-remote', 'always'] as const;

/** One sentence of a program that a pair must not break. */
export const requirement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('gender'),
    side,
    allowed: list(gender).refine((all) => all.length > 0, { error: 'empty-choice' }),
  }),
  z.strictObject({ kind: z.literal('minimum-age'), side, years: z.int().min(13).max(99) }),
  z.strictObject({ kind: z.literal('age-span'), years: z.int().min(1).max(99) }),
  z.strictObject({ kind: z.literal('language'), common: cefr.nullable(), swedish: cefr.nullable() }),
  z.strictObject({ kind: z.literal('common-time'), halfHours: z.int().min(1).max(40) }),
  z.strictObject({
    kind: z.literal('nearness'),
    kilometres: z.number().min(1).max(LIMITS.kilometres),
    orRemote: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('field'),
    anyOf: list(fieldAlternative, 3).refine((all) => all.length > 0, { error: 'empty-choice' }),
  }),
  z.strictObject({
    kind: z.literal('municipality'),
    among: list(municipalityCode, 290),
    across: z.enum(ACROSS),
  }),
]) satisfies z.ZodType<Requirement>;

export const preference = z.strictObject({
  kind: z.enum(PREFERENCE_ORDER),
  weight: z.int().min(0, { error: 'too-small' }).max(10, { error: 'too-big' }),
}) satisfies z.ZodType<Preference>;

/** What a round is to reach first. */
export const aim = z.enum(AIMS) satisfies z.ZodType<Aim>;

/** A rule that contradicts another, or that nobody could meet: where, and how. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly code: 'rule-twice' | 'no-way-left' | 'preference-twice';
}

/** Every contradiction in a set of rules; none is the good answer. */
export function findContradictions(rules: Rules): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const seen = new Set<string>();
  rules.requirements.forEach((rule, index) => {
    const name =
      rule.kind === 'gender' || rule.kind === 'minimum-age' ? `${rule.kind}:${rule.side}` : rule.kind;
    if (seen.has(name)) found.push({ path: ['requirements', index], code: 'rule-twice' });
    seen.add(name);
    if (rule.kind === 'language' && rule.common === null && rule.swedish === null) {
      found.push({ path: ['requirements', index], code: 'no-way-left' });
    }
  });
  rules.preferences.forEach((preference, index) => {
    if (seen.has(`weight:${preference.kind}`))
      found.push({ path: ['preferences', index], code: 'preference-twice' });
    seen.add(`weight:${preference.kind}`);
  });
  return found;
}

/** The rules of a program: drives matching, the sentences on its page, progress and letters. */
export const rules = z
  .strictObject({
    requirements: list(requirement, 20),
    preferences: list(preference, 20),
    aim: aim.exactOptional(),
    keepScarce: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    for (const { path, code } of findContradictions(value))
      context.addIssue({ code: 'custom', path: [...path], message: code });
  }) satisfies z.ZodType<Rules>;

const strength = { strength: z.enum(['must', 'rather']), most: z.boolean() };

/** What a person asks of the other, and how strongly. */
export const wish = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('gender'), gender, ...strength }),
  z.strictObject({ about: z.literal('age'), years: z.int().min(1).max(80), ...strength }),
  z.strictObject({ about: z.literal('language'), language: languageTag, ...strength }),
  z.strictObject({ about: z.literal('occupation'), ...strength }),
  z.strictObject({ about: z.literal('municipality'), ...strength }),
  z.strictObject({
    about: z.literal('nearness'),
    kilometres: z.number().min(1).max(LIMITS.kilometres),
    ...strength,
  }),
  z.strictObject({ about: z.literal('way'), way: meetingWay, ...strength }),
]) satisfies z.ZodType<Wish>;

/** A person's wishes: at most one is the most important. */
export const wishes = list(wish, LIMITS.wishes).refine((all) => all.filter((one) => one.most).length <= 1, {
  error: 'most-twice',
});
