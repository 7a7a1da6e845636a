import type { showPair as contract } from '@parvis/contracts';
import type { UseCase } from '../../http/route.ts';
import { showMemberPair } from './member-pair.ts';
import { loadOwnPair } from './pair.context.ts';

export const showPair: UseCase<typeof contract> = async (deps, { params: { pairId }, asker, locale }) =>
  showMemberPair(deps, await loadOwnPair(deps, { pairId, accountId: asker.accountId }), locale);
