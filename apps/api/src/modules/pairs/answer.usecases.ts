import {
  Refused,
  type answerForPerson as staffContract,
  type answerProposal as memberContract,
} from '@parvis/contracts';
import type { Side } from '@parvis/matching';
import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { decideAnswer, otherSide, type Answer } from './answer.decisions.ts';
import { settleEnrollments } from './closing.ts';
import { decideAfterwardsOfOther, type Afterwards } from './ending.decisions.ts';
import { showMemberPair } from './member-pair.ts';
import { loadOwnPair, loadPair, writeLetter, type PairContext } from './pair.context.ts';
import { updatePair } from './pair.store.ts';
import { unlessChanged } from './unless-changed.ts';

export const answerProposal: UseCase<typeof memberContract> = async (
  deps,
  { params: { pairId }, body, asker, locale },
) => {
  const { accountId } = asker;
  await unlessChanged(async () => {
    const context = await loadOwnPair(deps, { pairId, accountId });
    await takeAnswer(deps, { context, side: context.side, answer: body, by: accountId });
  });
  return showMemberPair(deps, await loadOwnPair(deps, { pairId, accountId }), locale);
};

/** The answer of one who gave it by telephone or in person, noted by the coordinator. */
export const answerForPerson: UseCase<typeof staffContract> = async (
  deps,
  { params: { pairId }, body: { personId, answer, reason }, asker },
) => {
  await unlessChanged(async () => {
    const context = await loadPair(deps, pairId);
    const side = sideOf(context, personId);
    const given: Answer = answer === 'yes' ? { answer } : { answer, reason, note: null };
    await takeAnswer(deps, { context, side, answer: given, by: asker.accountId });
  });
  return {};
};

interface GivenAnswer {
  readonly context: PairContext;
  readonly side: Side;
  readonly answer: Answer;
  /** Account that gave it. */
  readonly by: string;
}

async function takeAnswer(deps: Deps, { context, side, answer, by }: GivenAnswer): Promise<void> {
  const { pair, program } = context;
  const now = deps.now();
  const { outcome, changes } = decideAnswer({
    pair,
    side,
    answer,
    period: program.definition.period,
    now,
  });
  const declined = outcome === 'declined';
  await deps.store.writeTogether([
    updatePair(pair, { ...changes, updatedAt: now }),
    ...(declined ? await settleEnrollments(deps, context, afterDecline(side, answer)) : []),
    ...writeNews(deps, { context, side, outcome }),
    auditEntry(deps, {
      by,
      action: 'answer-proposal',
      noun: 'pair',
      nounId: pair.id,
      programId: pair.programId,
      facts: { side, answer: answer.answer, outcome },
    }),
  ]);
}

/** She who said no keeps her place in the queue; so does the other, unless the no was for safety's sake. */
function afterDecline(side: Side, answer: Answer): Readonly<Record<Side, Afterwards>> {
  const theirs = decideAfterwardsOfOther(answer.answer === 'no' ? answer.reason : null);
  return side === 'newcomer' ? { newcomer: 'again', mentor: theirs } : { newcomer: theirs, mentor: 'again' };
}

/** Both hear that they are a pair; of a no only the other hears, without a reason. */
function writeNews(
  deps: Deps,
  {
    context,
    side,
    outcome,
  }: { readonly context: PairContext; readonly side: Side; readonly outcome: string },
): readonly Write[] {
  const { newcomer, mentor } = context;
  if (outcome === 'begun') {
    return [newcomer, mentor].flatMap((to) => writeLetter(deps, { kind: 'pair-accepted', to, context }));
  }
  return outcome === 'declined'
    ? writeLetter(deps, { kind: 'proposal-declined', to: context[otherSide(side)], context })
    : [];
}

function sideOf({ pair }: PairContext, personId: string): Side {
  if (personId === pair.newcomerId) return 'newcomer';
  if (personId === pair.mentorId) return 'mentor';
  throw new Refused('not-there');
}
