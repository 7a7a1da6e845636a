import * as z from 'zod';

/** Words with a closed list of values, and the limits that hold everywhere. */

export const LOCALES = ['sv', 'en', 'ar'] as const;
export const locale = z.enum(LOCALES);
export type Locale = z.infer<typeof locale>;
/** Swedish is the reference language: what a person reads when nothing else is known. */
export const REFERENCE_LOCALE: Locale = 'sv';

export const side = z.enum(['newcomer', 'mentor']);
export const gender = z.enum(['woman', 'man', 'other']);
export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const cefr = z.enum(CEFR_LEVELS);
export const sfiCourse = z.enum(['A', 'B', 'C', 'D']);
export const MEETING_WAYS = ['in-person', 'walk', 'video', 'telephone'] as const;
export const meetingWay = z.enum(MEETING_WAYS);
export const INTERESTS = [
  'walking',
  'cooking',
  'reading',
  'music',
  'sport',
  'football',
  'gardening',
  'crafts',
  'film',
  'nature',
  'children',
  'technology',
  'art',
  'travel',
  'games',
] as const;
export const interest = z.enum(INTERESTS);

export const enrollmentStatus = z.enum([
  'applied',
  'approved',
  'waiting',
  'matched',
  'completed',
  'paused',
  'withdrawn',
]);
export type EnrollmentStatus = z.infer<typeof enrollmentStatus>;
export const roundStatus = z.enum(['solving', 'draft', 'published', 'discarded', 'failed']);
export type RoundStatus = z.infer<typeof roundStatus>;
export const pairStatus = z.enum(['proposed', 'active', 'completed', 'ended', 'declined', 'expired']);
export type PairStatus = z.infer<typeof pairStatus>;
export const pace = z.enum(['proposed', 'on-pace', 'behind', 'silent', 'finished', 'ended']);
export type Pace = z.infer<typeof pace>;
export const meetingStatus = z.enum(['planned', 'held', 'disputed', 'cancelled']);
export type MeetingStatus = z.infer<typeof meetingStatus>;

export const DECLINE_REASONS = [
  'no-time',
  'not-a-fit',
  'know-each-other',
  'too-far',
  'unsafe',
  'other',
] as const;
export const declineReason = z.enum(DECLINE_REASONS);
export const END_REASONS = [
  'no-time',
  'moved',
  'not-a-fit',
  'reached-goal',
  'no-answer',
  'unsafe',
  'other',
] as const;
export const endReason = z.enum(END_REASONS);

export const TINTS = ['plommon', 'sjo', 'mossa', 'tegel', 'skiffer', 'barnsten'] as const;
export const tint = z.enum(TINTS);
export type Tint = z.infer<typeof tint>;

export const TOPICS = [
  'everyday-swedish',
  'labour-market',
  'interview-training',
  'cv',
  'working-life',
  'society',
  'leisure',
  'family',
  'studies',
  'other',
] as const;
export const topic = z.enum(TOPICS);

/** Half-hours in a week, from Monday 00.00. */
export const HALF_HOURS = 336;

export const LIMITS = {
  name: 120,
  email: 254,
  phone: 32,
  note: 2_000,
  reason: 500,
  languages: 40,
  occupations: 10,
  educations: 10,
  wishes: 12,
  neverWith: 100,
  capacity: 10,
  kilometres: 500,
  pageSize: 200,
  roundPeople: 20_000,
  importBytes: 10_000_000,
  importRows: 20_000,
  bodyBytes: 1_000_000,
} as const;

/* Text that a person wrote */

// NUL and other controls, lone surrogates, and text made only of invisible characters pass zod's string; none may pass ours.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

function textRule(maximum: number) {
  return z
    .string()
    .max(maximum * 4, { error: 'too-long' })
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length <= maximum, { error: 'too-long' })
    .refine((value) => value.isWellFormed() && !CONTROL.test(value), { error: 'unreadable-character' });
}

/** Some visible text, trimmed and in NFC, at most `maximum` UTF-16 units. */
export function requiredText(maximum: number) {
  return textRule(maximum).refine((value) => VISIBLE.test(value), { error: 'required' });
}

/** Text or nothing: empty or missing becomes null. */
export function optionalText(maximum: number) {
  return textRule(maximum)
    .nullable()
    .transform((value) => (value === null || value === '' ? null : value));
}

export const id = z.uuid({ error: 'not-an-id' });
export const instant = z.iso.datetime({ error: 'not-an-instant' });
export const date = z.iso.date({ error: 'not-a-date' });
export const municipalityCode = z.string().regex(/^\d{4}$/, { error: 'not-a-municipality' });
export const emailAddress = z
  .string()
  .max(LIMITS.email, { error: 'too-long' })
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email({ error: 'not-an-email' }));
/** E.164, `+46…`; every other way of writing is normalized before it comes here. */
export const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, { error: 'not-a-phone' });
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not-a-language' });
