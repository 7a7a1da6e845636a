import { Refused, type PairStatus, type ProgramDefinition } from '@parvis/contracts';
import type { Side } from '@parvis/matching';
import { decideEndsOn, swedishDay } from './period.decisions.ts';

type Yes = { readonly answer: 'yes' };
type No = { readonly answer: 'no'; readonly reason: string | null; readonly note: string | null };
export type Answer = Yes | No;

/** What of a pair an answer hangs on. */
export interface AnsweredPair {
  readonly status: PairStatus;
  readonly answerBy: string;
  readonly newcomerAnswer: 'yes' | 'no' | null;
  readonly mentorAnswer: 'yes' | 'no' | null;
}

interface Begun {
  readonly status: 'active';
  readonly startedAt: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
interface Declined {
  readonly status: 'declined';
  readonly closedAt: string;
  readonly closedBy: Side;
  readonly closeReason: string | null;
  readonly closeNote: string | null;
}
interface AnswerTaken {
  readonly outcome: 'waits-for-other' | 'begun' | 'declined';
  readonly changes: {
    readonly newcomerAnswer?: 'yes' | 'no';
    readonly mentorAnswer?: 'yes' | 'no';
  } & (Begun | Declined | object);
}

/**
 * One person's yes or no. The second yes begins the pair, today in Sweden; one no closes the proposal. Refuses what was
 * answered before, what the other has declined, and what comes after the last moment to answer.
 */
export function decideAnswer({
  pair,
  side,
  answer,
  period,
  now,
}: {
  readonly pair: AnsweredPair;
  readonly side: Side;
  readonly answer: Answer;
  readonly period: ProgramDefinition['period'];
  readonly now: string;
}): AnswerTaken {
  refuseUnanswerable(pair, side, now);
  const own = side === 'newcomer' ? 'newcomerAnswer' : 'mentorAnswer';
  const given = { [own]: answer.answer };
  if (answer.answer === 'no') {
    return {
      outcome: 'declined',
      changes: {
        ...given,
        status: 'declined',
        closedAt: now,
        closedBy: side,
        closeReason: answer.reason,
        closeNote: answer.note,
      },
    };
  }
  if (answerOf(pair, otherSide(side)) !== 'yes') return { outcome: 'waits-for-other', changes: given };
  const startsOn = swedishDay(now);
  return {
    outcome: 'begun',
    changes: {
      ...given,
      status: 'active',
      startedAt: now,
      startsOn,
      endsOn: decideEndsOn(startsOn, period),
    },
  };
}

/** A proposal closes unanswered one moment after the last in which it could be answered. */
export function isExpired({ answerBy }: Pick<AnsweredPair, 'answerBy'>, now: string): boolean {
  return answerBy < now;
}

export function otherSide(side: Side): Side {
  return side === 'newcomer' ? 'mentor' : 'newcomer';
}

export function answerOf(
  pair: Pick<AnsweredPair, 'newcomerAnswer' | 'mentorAnswer'>,
  side: Side,
): 'yes' | 'no' | null {
  return side === 'newcomer' ? pair.newcomerAnswer : pair.mentorAnswer;
}

function refuseUnanswerable(pair: AnsweredPair, side: Side, now: string): void {
  // Taken back, or over: it is no longer a question, whatever was answered.
  if (pair.status === 'ended' || pair.status === 'completed') throw new Refused('pair-not-proposed');
  if (answerOf(pair, side) !== null) throw new Refused('pair-already-answered');
  if (pair.status === 'declined') throw new Refused('pair-other-declined');
  if (pair.status === 'expired' || isExpired(pair, now)) throw new Refused('pair-expired');
  if (pair.status !== 'proposed') throw new Refused('pair-not-proposed');
}
