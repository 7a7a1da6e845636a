import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { leftOut, ruleName } from './explanations.ts';
import { requirement, rules } from './rules.ts';
import { count, labels, list, nothing } from './shapes.ts';
import { id, LIMITS, municipalityCode, requiredText, tint, topic } from './vocabulary.ts';

export const SIDE_WORDS = {
  newcomer: ['newcomer', 'adept', 'new-woman'],
  mentor: ['mentor', 'language-friend', 'buddy', 'established-woman'],
} as const;

export const PERIOD_UNITS = ['week', 'month'] as const;
const inThreeLanguages = z.strictObject({
  sv: requiredText(600),
  en: requiredText(600),
  ar: requiredText(600),
});

/** How long a pair goes on. */
export const period = z.strictObject({ length: z.int().min(1).max(60), unit: z.enum(PERIOD_UNITS) });
/** `meetings` in the whole period; `each`: one a week or month, or (null) any time within the period. */
export const cadence = z.strictObject({
  meetings: z.int().min(1).max(104),
  each: z.enum(PERIOD_UNITS).nullable(),
});

/** What a program is: the same object drives matching, progress, letters and the sentences people read. */
export const programDefinition = z
  .strictObject({
    name: requiredText(LIMITS.name),
    summary: inThreeLanguages.meta({ description: 'What one does here, in one or two plain sentences' }),
    tint,
    words: z.strictObject({ newcomer: z.enum(SIDE_WORDS.newcomer), mentor: z.enum(SIDE_WORDS.mentor) }),
    period,
    cadence,
    gatheringsPerYear: z.int().min(0).max(12),
    topics: list(topic, 20),
    answerDays: z.int().min(1).max(60).meta({ description: 'Days in which both answer a proposal' }),
    rules,
    defaults: list(z.string(), 40).meta({
      description:
        'Paths of the values that the program’s source does not give and that were chosen here, such as `rules.requirements.2`',
    }),
  })
  .superRefine((value, context) => {
    if (
      value.cadence.each !== null &&
      value.cadence.each === value.period.unit &&
      value.cadence.meetings !== value.period.length
    ) {
      context.addIssue({
        code: 'custom',
        path: ['cadence', 'meetings'],
        message: 'cadence-contradicts-period',
      });
    }
  });
export type ProgramDefinition = z.infer<typeof programDefinition>;

export const TEMPLATE_KEYS = [
  'sprakvan',
  'jarfallakompis',
  'praktikmentor',
  'kvinna',
  'nema-problema',
] as const;
export const templateKey = z.enum(TEMPLATE_KEYS);
export type TemplateKey = z.infer<typeof templateKey>;

/** What anyone may read of a program. */
export const programFace = z.strictObject({
  id,
  name: z.string(),
  summary: inThreeLanguages,
  tint,
  words: programDefinition.shape.words,
  period,
  cadence,
  gatheringsPerYear: count,
  municipalities: list(municipalityCode),
});
export type ProgramFace = z.infer<typeof programFace>;

/** What the front door shows of a program: also what it asks of those who join. */
export const openProgram = programFace.extend({
  requirements: list(requirement).meta({
    description: 'The rules as anyone may read them; weights stay inside',
  }),
  topics: list(topic),
  answerDays: count,
});
export type OpenProgram = z.infer<typeof openProgram>;

export const townFace = z.strictObject({
  code: municipalityCode,
  name: z.string(),
  slug: z.string(),
  contact: z.strictObject({ name: z.string(), email: z.string(), phone: z.string() }),
  programs: list(openProgram),
});

export const listTowns = endpoint({
  name: 'listTowns',
  method: 'GET',
  path: '/api/towns',
  summary: 'The municipalities here and the programs each runs, as anyone may see them',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({ towns: list(townFace), labels }),
});

const waiting = z.strictObject({ newcomers: count, mentors: count });
export const paceCounts = z.strictObject({
  proposed: count,
  'on-pace': count,
  behind: count,
  silent: count,
  finished: count,
  ended: count,
});

export const programSummary = z.strictObject({
  id,
  definition: programDefinition,
  template: templateKey.nullable(),
  municipalities: list(z.strictObject({ code: municipalityCode, name: z.string() })),
  waiting,
  pace: paceCounts,
  openRound: id.nullable(),
  publishedRounds: count,
  version: count.meta({ description: 'Goes up with each change of the rules; send it back to change them' }),
});
export type ProgramSummary = z.infer<typeof programSummary>;

const programParams = z.strictObject({ programId: id });

export const listPrograms = endpoint({
  name: 'listPrograms',
  method: 'GET',
  path: '/api/programs',
  summary: 'The programs I coordinate, with who waits and how the pairs are doing',
  access: 'coordinator-of-program',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({ programs: list(programSummary) }),
});

export const showProgram = endpoint({
  name: 'showProgram',
  method: 'GET',
  path: '/api/programs/:programId',
  summary: 'One program: its rules, who waits, its pairs',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: nothing,
  reply: programSummary.extend({ labels }),
});

export const createProgram = endpoint({
  name: 'createProgram',
  method: 'POST',
  path: '/api/municipalities/:municipalityId/programs',
  summary: 'Make a program from a template; the maker becomes its coordinator',
  access: 'admin-of-municipality',
  params: z.strictObject({ municipalityId: municipalityCode }),
  query: nothing,
  body: z.strictObject({ template: templateKey, name: requiredText(LIMITS.name) }),
  reply: z.strictObject({ programId: id }),
  status: 201,
  idempotent: true,
});

export const changeRules = endpoint({
  name: 'changeRules',
  method: 'PUT',
  path: '/api/programs/:programId/rules',
  summary: 'Set the rules and weights of a program',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: z.strictObject({ rules, version: count }),
  reply: z.strictObject({ version: count }),
  refusals: ['changed-meanwhile', 'rules-contradict'],
});

export const readiness = z.strictObject({
  newcomers: count,
  mentors: count,
  possiblePairs: count,
  peoplePaired: count,
  stuck: list(leftOut),
  rules: list(z.strictObject({ rule: ruleName, forbids: count, aloneForbids: count, peopleWithout: count })),
});

export const checkRules = endpoint({
  name: 'checkRules',
  method: 'POST',
  path: '/api/programs/:programId/rules/check',
  summary:
    'What these rules would mean for those who wait now: how many can be paired, who can match nobody, and by which rule. Writes nothing',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: z.strictObject({
    rules: rules.nullable().meta({ description: 'null: the program’s rules as they stand' }),
  }),
  reply: readiness.extend({
    people: list(z.strictObject({ id, name: z.string() })).meta({
      description: 'Names of those who can match nobody',
    }),
    weakest: z.number().nullable().meta({ description: 'Score of the weakest pair, of 100' }),
    mean: z.number().nullable().meta({ description: 'Mean score, of 100' }),
  }),
});

/** Who waits, side by side by what matters for a pair: where a round is short, and of whom. */
export const supplyAndNeed = endpoint({
  name: 'supplyAndNeed',
  method: 'GET',
  path: '/api/programs/:programId/supply',
  summary: 'Those who wait on each side, by language, line of work, time of week and place',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    groups: list(
      z.strictObject({
        by: z.enum(['language', 'occupation', 'time', 'municipality']),
        rows: list(z.strictObject({ key: z.string(), newcomers: count, mentors: count })),
      }),
    ),
    labels,
  }),
});
