import {
  MOST_VARIANTS,
  Refused,
  type dropVariant as dropContract,
  type keepVariant as keepContract,
  type RoundShape,
  type RoundVariant,
  type showVariant as showContract,
} from '@parvis/contracts';
import type { RoundResult } from '@parvis/matching';
import { auditEntry } from '../../database/audit.ts';
import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../http/route.ts';
import { figuresOf } from './change.decisions.ts';
import { decideOnDraft } from './round.decisions.ts';
import { shapeSnapshot } from './round.shaping.ts';
import { loadRound } from './round.snapshot.ts';
import type { RoundRow } from './round.store.ts';
import { nameStaff } from './round.view.ts';
import { isSame, shapeOf, solvedFrom } from './shape.decisions.ts';
import { answerInTime } from './solver.ts';
import { deleteVariant, findVariant, insertVariant, listVariants, type VariantRow } from './variant.store.ts';

/** Keeps a shape beside the draft; the server finds its pairs, whatever the browser has shown. */
export const keepVariant: UseCase<typeof keepContract> = async (deps, { params, body, asker }) => {
  const row = await loadRound(deps, params.roundId);
  decideOnDraft(row, row.version);
  const kept = await listVariants(deps.store, row.id);
  if (kept.length >= MOST_VARIANTS) throw new Refused('too-many-variants', { most: MOST_VARIANTS });
  const { shape, result } = await solveShape(deps, row, body.shape);
  const variant: VariantRow = {
    id: deps.newId(),
    roundId: row.id,
    name: body.name,
    shape,
    figures: { ...figuresOf(result), pairs: result.pairs.length },
    pairs: result.pairs.map(({ newcomer, mentor, score }) => ({ newcomer, mentor, score })),
    createdBy: asker.accountId,
    createdAt: deps.now(),
  };
  const reply = await viewVariant(deps, variant);
  const deed = { by: asker.accountId, noun: 'round', nounId: row.id, programId: row.programId };
  return deps.store.writeTogether(
    [insertVariant(variant), auditEntry(deps, { ...deed, action: 'keep-variant' })],
    reply,
  );
};

export const showVariant: UseCase<typeof showContract> = async (deps, { params }) =>
  viewVariant(deps, await loadVariant(deps, params));

export const dropVariant: UseCase<typeof dropContract> = async (deps, { params, asker }) => {
  const { programId } = await loadRound(deps, params.roundId);
  const variant = await loadVariant(deps, params);
  const deed = { by: asker.accountId, noun: 'round', nounId: params.roundId, programId };
  return deps.store.writeTogether(
    [deleteVariant(variant), auditEntry(deps, { ...deed, action: 'drop-variant' })],
    {},
  );
};

async function solveShape(
  deps: Deps,
  row: RoundRow,
  asked: RoundShape | undefined,
): Promise<{ readonly shape: RoundShape; readonly result: RoundResult }> {
  const now = shapeOf(row);
  if (row.result !== null && (asked === undefined || isSame(asked, now)))
    return { shape: now, result: row.result };
  const shaped = await shapeSnapshot(deps, { row, snapshot: row.snapshot, shape: asked ?? now, excused: [] });
  const result = await answerInTime(() => deps.solver.matchRound(solvedFrom(shaped), 'while-asked'));
  return { shape: shapeOf(shaped), result };
}

/** Throws `not-there`. */
async function loadVariant(
  { store }: Deps,
  params: { readonly roundId: string; readonly variantId: string },
): Promise<VariantRow> {
  const found = await findVariant(store, params);
  if (found === null) throw new Refused('not-there');
  return found;
}

async function viewVariant(
  deps: Deps,
  { id, name, shape, figures, pairs, createdBy, createdAt }: VariantRow,
): Promise<RoundVariant> {
  const nameOf = await nameStaff(deps, [createdBy]);
  return { id, name, by: nameOf(createdBy), createdAt, figures, shape, pairs };
}
