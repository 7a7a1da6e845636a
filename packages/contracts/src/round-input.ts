import type { Person, RoundInput, Substitute } from '@parvis/matching';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { education, languageSkill } from './people.ts';
import { ban, pin } from './round-shape.ts';
import { rules, wishes } from './rules.ts';
import { count, labels, list, nothing } from './shapes.ts';
import { date, gender, id, meetingWay, municipalityCode } from './vocabulary.ts';

/**
 * What the engine needs of a person and no more: no name, no way to reach her, nothing she wrote. `household` is a number
 * that says only who share one; `neverWith` stands with the newcomer, whoever of the two asked for it.
 */
export const inputPerson = z.strictObject({
  id,
  gender: gender.nullable(),
  birthYear: z.int().nullable(),
  municipality: municipalityCode,
  place: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
  languages: list(languageSkill),
  educations: list(education),
  occupations: list(
    z.strictObject({ occupation: z.string().nullable(), ssyk: z.string(), years: z.number() }),
  ),
  availability: list(z.int()),
  ways: list(meetingWay),
  maxKilometres: z.number().nullable(),
  interests: list(z.string()),
  capacity: count,
  waitingSince: date,
  household: z.string().nullable(),
  wishes,
  neverWith: list(id),
}) satisfies z.ZodType<Person>;

const substitute = z.strictObject({
  occupation: z.string(),
  by: z.string(),
  percent: z.number(),
}) satisfies z.ZodType<Substitute>;

/** The snapshot of a round for an engine in the browser: it gives the same round as the server's. */
export const engineInput = z.strictObject({
  program: rules,
  newcomers: list(inputPerson),
  mentors: list(inputPerson),
  pins: list(pin),
  bans: list(ban),
  history: list(ban),
  substitutes: list(substitute),
  expected: list(inputPerson.extend({ id: z.string() })),
  now: z.string(),
}) satisfies z.ZodType<RoundInput>;

export const showRoundInput = endpoint({
  name: 'showRoundInput',
  method: 'GET',
  path: '/api/rounds/:roundId/input',
  summary:
    'What the round is solved from, for the engine in the browser: everyone of the snapshot, those taken out of the round among them. Carries an ETag: ask again with `If-None-Match`',
  access: 'coordinator-of-program',
  params: z.strictObject({ roundId: id }),
  query: nothing,
  body: nothing,
  reply: z.strictObject({ version: count, input: engineInput, away: list(id), labels }),
  revalidates: true,
});
