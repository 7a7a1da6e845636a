import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { leftOut } from './explanations.ts';
import { wishes } from './rules.ts';
import { count, file, labels, list, nothing } from './shapes.ts';
import {
  cefr,
  date,
  emailAddress,
  enrollmentStatus,
  gender,
  HALF_HOURS,
  id,
  instant,
  interest,
  languageTag,
  LIMITS,
  locale,
  meetingWay,
  municipalityCode,
  optionalText,
  pairStatus,
  phoneNumber,
  requiredText,
  sfiCourse,
  side,
} from './vocabulary.ts';

export const languageSkill = z.strictObject({ language: languageTag, level: cefr });
export const education = z.strictObject({
  level: z.int().min(1).max(7).meta({ description: 'SCB’s seven steps' }),
  field: z
    .string()
    .regex(/^\d{1,3}[a-z0-9]?$/, { error: 'not-a-field' })
    .nullable()
    .meta({ description: 'SUN 2020 field code' }),
});
/** `asWritten` keeps the person's own word; until a coordinator has placed it, `ssyk` is null and it counts for nothing. */
export const occupation = z.strictObject({
  occupation: z.string().max(20).nullable().meta({ description: 'JobTech concept id' }),
  ssyk: z
    .string()
    .regex(/^\d{1,4}$/, { error: 'not-an-occupation' })
    .nullable(),
  years: z.int().min(0).max(70),
  asWritten: optionalText(LIMITS.name),
});
/** Half-hours of the week, 0 = Monday 00.00. */
export const availability = list(
  z
    .int()
    .min(0)
    .max(HALF_HOURS - 1),
  HALF_HOURS,
).transform((all) => [...new Set(all)].sort((a, b) => a - b));

/** Everything a person answers about herself. No personal identity number, here or anywhere. */
export const personDetails = z.strictObject({
  name: requiredText(LIMITS.name),
  addressedAs: optionalText(LIMITS.name).meta({
    description: 'How she wants to be addressed; null: by her name',
  }),
  email: emailAddress.nullable(),
  phone: phoneNumber.nullable(),
  birthYear: z
    .int()
    .min(1900, { error: 'birth-year-too-early' })
    .refine((year) => year <= new Date().getUTCFullYear(), { error: 'birth-year-in-future' })
    .nullable(),
  gender: gender.nullable(),
  municipality: municipalityCode,
  locality: optionalText(LIMITS.name),
  postalCode: z
    .string()
    .regex(/^\d{5}$/, { error: 'not-a-postal-code' })
    .nullable(),
  languages: list(languageSkill, LIMITS.languages),
  sfi: sfiCourse.nullable(),
  educations: list(education, LIMITS.educations),
  occupations: list(occupation, LIMITS.occupations),
  availability,
  ways: list(meetingWay, 4),
  maxKilometres: z.number().min(0).max(LIMITS.kilometres).nullable(),
  interests: list(interest, 20),
  interfaceLanguage: locale,
  household: optionalText(LIMITS.name).meta({
    description: 'A name for the household; people of one are never paired with each other',
  }),
});
export type PersonDetails = z.output<typeof personDetails>;

/** One person on one side of one program. */
export const enrollmentDetails = z.strictObject({
  side,
  capacity: z.int().min(1, { error: 'too-small' }).max(LIMITS.capacity, { error: 'too-big' }),
  waitingSince: date,
  wishes,
  neverWith: list(id, LIMITS.neverWith),
  note: optionalText(LIMITS.note).meta({ description: 'For staff only' }),
});
export type EnrollmentDetails = z.output<typeof enrollmentDetails>;

export const personRow = z.strictObject({
  personId: id,
  enrollmentId: id,
  name: z.string(),
  side,
  status: enrollmentStatus,
  municipality: municipalityCode,
  locality: z.string().nullable(),
  weeksWaiting: count,
  capacity: count,
  livePairs: count,
  reachable: z.boolean().meta({ description: 'Has an e-mail address or a telephone number' }),
  getsLetters: z.boolean().meta({ description: 'Has an e-mail address; others are told by hand' }),
  unplacedOccupation: z.string().nullable(),
});
export type PersonRow = z.infer<typeof personRow>;

export const PEOPLE_SORTS = ['name', 'waiting', 'status', 'place'] as const;

const programParams = z.strictObject({ programId: id });
const personParams = z.strictObject({ programId: id, personId: id });

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/programs/:programId/people',
  summary: 'The people of a program: search, filter, sort, a page at a time',
  access: 'coordinator-of-program',
  params: programParams,
  query: z.strictObject({
    search: z.string().max(100).default(''),
    side: side.optional(),
    status: enrollmentStatus.optional(),
    group: z
      .string()
      .regex(/^(?:language|ssyk|time|municipality):[\w-]{1,20}$/, { error: 'not-an-option' })
      .optional()
      .meta({
        description: 'The key of a row of supplyAndNeed: those who are counted there',
        examples: ['language:ar'],
      }),
    sort: z.enum(PEOPLE_SORTS).default('waiting'),
    order: z.enum(['ascending', 'descending']).default('descending'),
    page: z.coerce.number().int().min(1).default(1),
  }),
  body: nothing,
  reply: z.strictObject({ people: list(personRow), total: count, pageSize: count, labels }),
});

export const personPage = z.strictObject({
  personId: id,
  details: personDetails,
  enrollment: enrollmentDetails.extend({ enrollmentId: id, status: enrollmentStatus, since: instant }),
  version: count,
  otherPrograms: list(z.strictObject({ programId: id, name: z.string(), side, status: enrollmentStatus })),
  neverWithNames: list(z.strictObject({ personId: id, name: z.string() })),
  pairs: list(z.strictObject({ pairId: id, with: z.string(), status: pairStatus, since: instant })),
  standing: leftOut
    .nullable()
    .meta({ description: 'For one who waits: why no partner is possible now, or null when one is' }),
  possiblePartners: count.nullable(),
  labels,
});
export type PersonPage = z.infer<typeof personPage>;

export const showPerson = endpoint({
  name: 'showPerson',
  method: 'GET',
  path: '/api/programs/:programId/people/:personId',
  summary: 'One person in one program, for its coordinator',
  access: 'coordinator-of-program',
  params: personParams,
  query: nothing,
  body: nothing,
  reply: personPage,
});

export const addPerson = endpoint({
  name: 'addPerson',
  method: 'POST',
  path: '/api/programs/:programId/people',
  summary: 'Add a person to a program by hand',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: z.strictObject({ details: personDetails, enrollment: enrollmentDetails }),
  reply: z.strictObject({ personId: id, enrollmentId: id }),
  status: 201,
  idempotent: true,
});

export const changePerson = endpoint({
  name: 'changePerson',
  method: 'PUT',
  path: '/api/programs/:programId/people/:personId',
  summary: 'Change what is known of a person and her enrollment',
  access: 'coordinator-of-program',
  params: personParams,
  query: nothing,
  body: z.strictObject({ details: personDetails, enrollment: enrollmentDetails, version: count }),
  reply: z.strictObject({ version: count }),
  refusals: ['changed-meanwhile', 'person-in-live-pair'],
});

export const changeStatus = endpoint({
  name: 'changeStatus',
  method: 'PUT',
  path: '/api/programs/:programId/people/:personId/status',
  summary: 'Approve, put in the queue, pause or withdraw a person',
  access: 'coordinator-of-program',
  params: personParams,
  query: nothing,
  body: z.strictObject({ status: z.enum(['approved', 'waiting', 'paused', 'withdrawn']) }),
  reply: z.strictObject({ status: enrollmentStatus }),
  refusals: ['person-in-live-pair', 'status-does-not-allow'],
});

export const exportPeople = endpoint({
  name: 'exportPeople',
  method: 'GET',
  path: '/api/programs/:programId/people.xlsx',
  summary: 'The people of a program as a spreadsheet that can be imported again',
  access: 'coordinator-of-program',
  params: programParams,
  query: nothing,
  body: nothing,
  reply: file,
  carries: 'file',
});

/* Look-ups for forms */

export const findOccupations = endpoint({
  name: 'findOccupations',
  method: 'GET',
  path: '/api/reference/occupations',
  summary: 'Occupations as people type them: Swedish, English or Arabic, misspelt or by another name',
  access: 'anyone',
  params: nothing,
  query: z.strictObject({
    q: z.string().max(100),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  body: nothing,
  reply: z.strictObject({
    occupations: list(
      z.strictObject({ occupation: z.string(), ssyk: z.string(), label: z.string(), group: z.string() }),
    ),
  }),
});

export const findPlaces = endpoint({
  name: 'findPlaces',
  method: 'GET',
  path: '/api/reference/places',
  summary: 'Localities and postal codes by their first letters or digits',
  access: 'anyone',
  params: nothing,
  query: z.strictObject({
    q: z.string().max(100),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  body: nothing,
  reply: z.strictObject({
    places: list(
      z.strictObject({ label: z.string(), municipality: municipalityCode, municipalityName: z.string() }),
    ),
  }),
});

export const listChoices = endpoint({
  name: 'listChoices',
  method: 'GET',
  path: '/api/reference/choices',
  summary:
    'The closed lists of forms, named in the asker’s language: languages, education levels and fields, municipalities',
  access: 'anyone',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    languages: list(
      z.strictObject({ code: z.string(), label: z.string(), endonym: z.string(), common: z.boolean() }),
    ),
    educationLevels: list(z.strictObject({ code: z.int(), label: z.string() })),
    educationFields: list(z.strictObject({ code: z.string(), label: z.string() })),
    municipalities: list(z.strictObject({ code: municipalityCode, label: z.string() })),
  }),
});
