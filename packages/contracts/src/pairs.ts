import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { share } from './explanations.ts';
import { ownWait } from './insights.ts';
import { languageSkill } from './people.ts';
import { programFace } from './programs.ts';
import { count, labels, list, nothing } from './shapes.ts';
import {
  date,
  declineReason,
  endReason,
  enrollmentStatus,
  id,
  instant,
  LIMITS,
  meetingStatus,
  meetingWay,
  optionalText,
  pairStatus,
  side,
  topic,
} from './vocabulary.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' });

export const meeting = z.strictObject({
  id,
  status: meetingStatus,
  date,
  time: clock.nullable(),
  way: meetingWay,
  where: z.string().nullable(),
  minutes: z.int().nullable(),
  topics: list(topic),
  note: z.string().nullable(),
  mine: z.boolean().meta({ description: 'Reported by the one who reads this' }),
  reportedBy: z.string(),
});
export type Meeting = z.infer<typeof meeting>;

/** The program as stepping stones: one for each meeting the program asks for, and more when they met more often. */
export const stone = z.strictObject({
  state: z.enum(['held', 'next', 'late', 'later']),
  date: date.nullable(),
  due: date,
});
export const progress = z.strictObject({
  held: count,
  of: count,
  startsOn: date,
  endsOn: date,
  left: z.strictObject({ length: count, unit: z.enum(['day', 'week', 'month']) }),
  over: z.boolean(),
  stones: list(stone),
});
export type Progress = z.infer<typeof progress>;

const programOfPair = programFace.extend({ topics: list(topic), answerDays: count });

/** A pair as one of its two people sees it. `contact` is there only once both have said yes. */
export const memberPair = z.strictObject({
  id,
  status: pairStatus,
  program: programOfPair,
  town: z.strictObject({
    name: z.string(),
    contact: z.strictObject({ name: z.string(), email: z.string(), phone: z.string() }),
  }),
  me: z.strictObject({ personId: id, name: z.string(), side, answered: z.enum(['yes', 'no']).nullable() }),
  other: z.strictObject({
    name: z.string(),
    calledName: z.string().meta({ description: 'How she wants to be addressed, or her first name' }),
    side,
    answered: z.enum(['yes', 'no']).nullable(),
    languages: list(languageSkill),
    occupations: list(z.string()).meta({ description: 'Keys into `labels`' }),
    interests: list(z.string()),
    contact: z.strictObject({ email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  }),
  reasons: list(share),
  answerBy: instant,
  progress: progress.nullable(),
  meetings: list(meeting),
  commonTime: list(z.int()).meta({
    description: 'Half-hours of the week when both can; empty until both have said yes',
  }),
  version: count,
  labels,
});
export type MemberPair = z.infer<typeof memberPair>;

const pairParams = z.strictObject({ pairId: id });
const meetingParams = z.strictObject({ pairId: id, meetingId: id });

export const showHome = endpoint({
  name: 'showHome',
  method: 'GET',
  path: '/api/home',
  summary:
    'Where I stand: for each person of this account, each program she has joined and each pair she is in',
  access: 'signed-in',
  params: nothing,
  query: nothing,
  body: nothing,
  reply: z.strictObject({
    people: list(
      z.strictObject({
        personId: id,
        name: z.string(),
        enrollments: list(
          z.strictObject({
            enrollmentId: id,
            program: programFace,
            townContact: z.strictObject({ name: z.string(), email: z.string(), phone: z.string() }),
            side,
            status: enrollmentStatus,
            appliedAt: instant,
            weeksWaiting: count,
            wait: ownWait.nullable().meta({ description: 'null unless she waits for a pair' }),
            pairs: list(
              z.strictObject({
                pairId: id,
                status: pairStatus,
                otherName: z.string(),
                answered: z.enum(['yes', 'no']).nullable(),
                answerBy: instant,
                held: count,
                of: count,
              }),
            ),
          }),
        ),
      }),
    ),
    labels,
  }),
});

export const showPair = endpoint({
  name: 'showPair',
  method: 'GET',
  path: '/api/pairs/:pairId',
  summary: 'My pair: the proposal, the other, our meetings and how far we are',
  access: 'member-of-pair',
  params: pairParams,
  query: nothing,
  body: nothing,
  reply: memberPair,
});

export const answerProposal = endpoint({
  name: 'answerProposal',
  method: 'POST',
  path: '/api/pairs/:pairId/answer',
  summary: 'Say yes or no to the proposal; a reason for no is read by staff only',
  access: 'member-of-pair',
  params: pairParams,
  query: nothing,
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('yes') }),
    z.strictObject({ answer: z.literal('no'), reason: declineReason, note: optionalText(LIMITS.note) }),
  ]),
  reply: memberPair,
  refusals: ['pair-not-proposed', 'pair-other-declined', 'pair-already-answered', 'pair-expired'],
  idempotent: true,
});

export const planMeeting = endpoint({
  name: 'planMeeting',
  method: 'POST',
  path: '/api/pairs/:pairId/plans',
  summary: 'Agree on when to meet next',
  access: 'member-of-pair',
  params: pairParams,
  query: nothing,
  body: z.strictObject({ date, time: clock, way: meetingWay, where: optionalText(LIMITS.name) }),
  reply: memberPair,
  status: 201,
  refusals: ['pair-not-active', 'pair-ended', 'meeting-in-past', 'meeting-after-end', 'meeting-twice'],
  idempotent: true,
});

/** What is told of a meeting beside its day. */
const meetingReport = z.strictObject({
  way: meetingWay,
  minutes: z.int().min(1, { error: 'too-small' }).max(720, { error: 'too-big' }).nullable(),
  topics: list(topic, 10),
  note: optionalText(LIMITS.note),
});

export const logMeeting = endpoint({
  name: 'logMeeting',
  method: 'POST',
  path: '/api/pairs/:pairId/meetings',
  summary: 'We met: when, how, how long, what about. A plan for the same day becomes this meeting',
  access: 'member-of-pair',
  params: pairParams,
  query: nothing,
  body: meetingReport.extend({ date }),
  reply: memberPair,
  status: 201,
  refusals: [
    'pair-not-active',
    'pair-ended',
    'meeting-before-pair',
    'meeting-in-future',
    'meeting-after-end',
    'meeting-twice',
  ],
  idempotent: true,
});

export const describeMeeting = endpoint({
  name: 'describeMeeting',
  method: 'PUT',
  path: '/api/pairs/:pairId/meetings/:meetingId',
  summary: 'Tell more about a meeting that I reported: how, how long, what about. Its day stands',
  access: 'member-of-pair',
  params: meetingParams,
  query: nothing,
  body: meetingReport,
  reply: memberPair,
  refusals: ['pair-ended', 'status-does-not-allow'],
});

export const cancelMeeting = endpoint({
  name: 'cancelMeeting',
  method: 'POST',
  path: '/api/pairs/:pairId/meetings/:meetingId/cancel',
  summary: 'Take away a plan, or a report of my own that was wrong',
  access: 'member-of-pair',
  params: meetingParams,
  query: nothing,
  body: nothing,
  reply: memberPair,
  refusals: ['pair-ended', 'status-does-not-allow'],
});

export const disputeMeeting = endpoint({
  name: 'disputeMeeting',
  method: 'POST',
  path: '/api/pairs/:pairId/meetings/:meetingId/dispute',
  summary: 'Say that the other’s report is not right; it does not count until staff have looked at it',
  access: 'member-of-pair',
  params: meetingParams,
  query: nothing,
  body: nothing,
  reply: memberPair,
  refusals: ['meeting-own-report', 'meeting-already-disputed', 'status-does-not-allow', 'pair-ended'],
});

export const endPair = endpoint({
  name: 'endPair',
  method: 'POST',
  path: '/api/pairs/:pairId/end',
  summary: 'End early, without blame; the reason is read by staff only',
  access: 'member-of-pair',
  params: pairParams,
  query: nothing,
  body: z.strictObject({
    reason: endReason,
    note: optionalText(LIMITS.note),
    again: z.boolean().meta({ description: 'Back to the queue?' }),
  }),
  reply: memberPair,
  refusals: ['pair-not-active', 'pair-ended'],
  idempotent: true,
});
