import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import { isExpired } from './answer.decisions.ts';
import { settleEnrollments } from './closing.ts';
import { loadPair, writeLetter, type PairContext } from './pair.context.ts';
import { listPairsToComplete, listProposalsToExpire, updatePair, type PairRow } from './pair.store.ts';
import { swedishDay } from './period.decisions.ts';
import { unlessChanged } from './unless-changed.ts';

/** Closes the proposals that were not answered in time: both go back to the queue and hear that it came to nothing. */
export async function expireProposals(deps: Deps): Promise<void> {
  await closeEach(deps, await listProposalsToExpire(deps.store, deps.now()), async (context) => {
    const { pair } = context;
    if (pair.status !== 'proposed' || !isExpired(pair, deps.now())) return;
    await deps.store.writeTogether([
      ...closeByTime(deps, context, 'expired'),
      ...(await settleEnrollments(deps, context, { newcomer: 'again', mentor: 'again' })),
      ...tellBoth(deps, context, 'proposal-declined'),
    ]);
  });
}

/** Closes the pairs whose period is over, the day after its last, with thanks. */
export async function completePairs(deps: Deps): Promise<void> {
  const today = swedishDay(deps.now());
  await closeEach(deps, await listPairsToComplete(deps.store, today), async (context) => {
    const { pair } = context;
    if (pair.status !== 'active' || pair.endsOn === null || pair.endsOn >= today) return;
    await deps.store.writeTogether([
      ...closeByTime(deps, context, 'completed'),
      ...(await settleEnrollments(deps, context, { newcomer: 'period-over', mentor: 'period-over' })),
      ...tellBoth(deps, context, 'pair-ended'),
    ]);
  });
}

/** One pair that cannot be closed does not keep the others open: it is logged, and tried again at the next run. */
async function closeEach(
  deps: Deps,
  pairs: readonly PairRow[],
  close: (context: PairContext) => Promise<void>,
): Promise<void> {
  for (const { id } of pairs) {
    try {
      await unlessChanged(async () => close(await loadPair(deps, id)));
    } catch (error) {
      deps.log.error({ pairId: id, err: error }, 'pair not closed');
    }
  }
}

function closeByTime(deps: Deps, { pair }: PairContext, status: 'expired' | 'completed'): readonly Write[] {
  const now = deps.now();
  return [
    updatePair(pair, { status, closedAt: now, closedBy: 'time', updatedAt: now }),
    auditEntry(deps, {
      by: null,
      action: status === 'expired' ? 'expire-proposal' : 'complete-pair',
      noun: 'pair',
      nounId: pair.id,
      programId: pair.programId,
    }),
  ];
}

function tellBoth(
  deps: Deps,
  context: PairContext,
  kind: 'proposal-declined' | 'pair-ended',
): readonly Write[] {
  return [context.newcomer, context.mentor].flatMap((to) => writeLetter(deps, { kind, to, context }));
}
