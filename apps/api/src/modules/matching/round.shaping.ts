import type { RoundShape } from '@parvis/contracts';
import type { Pin } from '@parvis/matching';
import type { Deps } from '../../deps.ts';
import { decideByHand, keepKnown } from './pins.decisions.ts';
import { findConflicts } from './round.solving.ts';
import type { RoundRow } from './round.store.ts';
import { inShape, shapeOf, solvedFrom, type Shaped } from './shape.decisions.ts';

/**
 * A snapshot in the shape that is asked for, ready to be solved. Refuses pins that cannot be kept, unless the draft shows them
 * already; `excused` are hers from before, in a fresh snapshot.
 */
export async function shapeSnapshot(
  deps: Deps,
  {
    row,
    snapshot,
    shape,
    excused,
  }: {
    readonly row: RoundRow;
    readonly snapshot: Shaped['snapshot'];
    readonly shape: RoundShape;
    readonly excused: readonly Pin[];
  },
): Promise<Shaped> {
  const shaped = inShape(snapshot, shape);
  const { pins, bans } = shapeOf(shaped);
  const known = {
    newcomers: new Set(snapshot.newcomers.map(({ id }) => id)),
    mentors: new Set(snapshot.mentors.map(({ id }) => id)),
  };
  decideByHand({
    given: { pins, bans },
    known,
    before: { ...shapeOf(row), conflicts: row.result?.conflicts ?? [] },
    conflicts: await findConflicts(deps, solvedFrom(shaped)),
    excused,
  });
  return { ...shaped, snapshot: { ...shaped.snapshot, ...keepKnown({ pins, bans }, known) } };
}
