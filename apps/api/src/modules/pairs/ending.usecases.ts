import type { endPair as memberContract, endPairByStaff as staffContract } from '@parvis/contracts';
import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { otherSide } from './answer.decisions.ts';
import { settleEnrollments } from './closing.ts';
import { decideAfterwards, decideAfterwardsOfOther, decideEnding, type Ending } from './ending.decisions.ts';
import { showMemberPair } from './member-pair.ts';
import { loadOwnPair, loadPair, writeLetter, type PairContext } from './pair.context.ts';
import { updatePair } from './pair.store.ts';
import { swedishDay } from './period.decisions.ts';
import { unlessChanged } from './unless-changed.ts';

/** She who ends it chooses for herself whether to go back to the queue; the other goes back to it, unless it did not feel safe. */
export const endPair: UseCase<typeof memberContract> = async (
  deps,
  { params: { pairId }, body: { reason, note, again }, asker, locale },
) => {
  const { accountId } = asker;
  await unlessChanged(async () => {
    const context = await loadOwnPair(deps, { pairId, accountId });
    const { pair, side } = context;
    const ending = { by: side, reason, note } as const;
    const closing = writeEnding(deps, { context, ending, by: accountId });
    const today = swedishDay(deps.now());
    const own = decideAfterwards({ wantsAgain: again, reason, endsOn: pair.endsOn, today });
    const other = otherSide(side);
    const theirs = decideAfterwardsOfOther(reason);
    await deps.store.writeTogether([
      ...closing,
      ...(await settleEnrollments(
        deps,
        context,
        side === 'newcomer' ? { newcomer: own, mentor: theirs } : { newcomer: theirs, mentor: own },
      )),
      ...writeLetter(deps, { kind: 'pair-ended', to: context[other], context }),
    ]);
  });
  return showMemberPair(deps, await loadOwnPair(deps, { pairId, accountId }), locale);
};

/** Staff choose for both; a proposal that is taken back was never a pair, and is told as one that came to nothing. */
export const endPairByStaff: UseCase<typeof staffContract> = async (
  deps,
  { params: { pairId }, body: { reason, note, again }, asker },
) => {
  await unlessChanged(async () => {
    const context = await loadPair(deps, pairId);
    const { pair, newcomer, mentor } = context;
    const closing = writeEnding(deps, {
      context,
      ending: { by: 'staff', reason, note },
      by: asker.accountId,
    });
    const today = swedishDay(deps.now());
    const then = decideAfterwards({ wantsAgain: again, reason, endsOn: pair.endsOn, today });
    await deps.store.writeTogether([
      ...closing,
      ...(await settleEnrollments(deps, context, { newcomer: then, mentor: then })),
      ...(pair.status === 'active' || again
        ? [newcomer, mentor].flatMap((to) =>
            writeLetter(deps, {
              kind: pair.status === 'active' ? 'pair-ended' : 'proposal-declined',
              to,
              context,
            }),
          )
        : // The letter of a proposal that came to nothing says that she is still in the queue.
          []),
    ]);
  });
  return {};
};

function writeEnding(
  deps: Deps,
  { context, ending, by }: { readonly context: PairContext; readonly ending: Ending; readonly by: string },
): readonly Write[] {
  const { pair } = context;
  const now = deps.now();
  const closed = decideEnding({ status: pair.status, ending, now });
  return [
    updatePair(pair, { ...closed, updatedAt: now }),
    auditEntry(deps, {
      by,
      action: 'end-pair',
      noun: 'pair',
      nounId: pair.id,
      programId: pair.programId,
      facts: { by: ending.by, reason: ending.reason, was: pair.status },
    }),
  ];
}
