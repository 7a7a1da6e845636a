import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { obstacle, share } from './explanations.ts';
import { meeting, progress } from './pairs.ts';
import { count, file, labels, list, nothing } from './shapes.ts';
import {
  date,
  declineReason,
  endReason,
  id,
  instant,
  LIMITS,
  municipalityCode,
  optionalText,
  pace,
  pairStatus,
  side,
} from './vocabulary.ts';

/** Pairs as their coordinator sees them. */

const deskPerson = z.strictObject({
  personId: id,
  name: z.string(),
  answered: z.enum(['yes', 'no']).nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  municipality: municipalityCode,
});

export const deskPair = z.strictObject({
  id,
  status: pairStatus,
  pace,
  newcomer: deskPerson,
  mentor: deskPerson,
  held: count,
  of: count,
  proposedAt: instant,
  answerBy: instant,
  startsOn: date.nullable(),
  endsOn: date.nullable(),
  lastMeeting: date.nullable(),
  nextMeeting: date.nullable(),
  daysSilent: count.nullable(),
  disputed: count,
});
export type DeskPair = z.infer<typeof deskPair>;

export const listPairs = endpoint({
  name: 'listPairs',
  method: 'GET',
  path: '/api/programs/:programId/pairs',
  summary: 'The pairs of a program and whether they are on pace, behind, silent or finished',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id }),
  query: z.strictObject({ pace: pace.optional(), search: z.string().max(100).default('') }),
  body: nothing,
  reply: z.strictObject({ pairs: list(deskPair), labels }),
});

export const showDeskPair = endpoint({
  name: 'showDeskPair',
  method: 'GET',
  path: '/api/programs/:programId/pairs/:pairId',
  summary: 'One pair, for its coordinator: reasons, meetings, answers and what was said when it ended',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id, pairId: id }),
  query: nothing,
  body: nothing,
  reply: deskPair.extend({
    programName: z.string(),
    score: z.int(),
    reasons: list(share),
    overrides: list(obstacle),
    pinReason: z.string().nullable(),
    progress: progress.nullable(),
    meetings: list(meeting.omit({ mine: true })),
    availability: z.strictObject({ newcomer: list(z.int()), mentor: list(z.int()) }),
    decline: z.strictObject({ by: side, reason: declineReason, note: z.string().nullable() }).nullable(),
    ending: z
      .strictObject({
        by: z.enum(['newcomer', 'mentor', 'staff']),
        reason: endReason,
        note: z.string().nullable(),
        on: date,
      })
      .nullable(),
    labels,
  }),
});

export const endPairByStaff = endpoint({
  name: 'endPairByStaff',
  method: 'POST',
  path: '/api/programs/:programId/pairs/:pairId/end',
  summary: 'End a pair, or take back a proposal, as its coordinator',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id, pairId: id }),
  query: nothing,
  body: z.strictObject({ reason: endReason, note: optionalText(LIMITS.note), again: z.boolean() }),
  reply: nothing,
  refusals: ['pair-ended'],
  idempotent: true,
});

export const settleDispute = endpoint({
  name: 'settleDispute',
  method: 'POST',
  path: '/api/programs/:programId/pairs/:pairId/meetings/:meetingId/settle',
  summary: 'Decide a disputed meeting: it was held, or it was not',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id, pairId: id, meetingId: id }),
  query: nothing,
  body: z.strictObject({ held: z.boolean() }),
  reply: nothing,
  refusals: ['status-does-not-allow'],
});

export const answerForPerson = endpoint({
  name: 'answerForPerson',
  method: 'POST',
  path: '/api/programs/:programId/pairs/:pairId/answer',
  summary: 'Note the answer that a person without e-mail gave by telephone or in person',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id, pairId: id }),
  query: nothing,
  body: z.strictObject({ personId: id, answer: z.enum(['yes', 'no']), reason: declineReason.nullable() }),
  reply: nothing,
  refusals: ['pair-not-proposed', 'pair-other-declined', 'pair-already-answered', 'pair-expired'],
  idempotent: true,
});

export const exportPairs = endpoint({
  name: 'exportPairs',
  method: 'GET',
  path: '/api/programs/:programId/pairs.xlsx',
  summary: 'The pairs of a program and their meetings as a spreadsheet',
  access: 'coordinator-of-program',
  params: z.strictObject({ programId: id }),
  query: nothing,
  body: nothing,
  reply: file,
  carries: 'file',
});
