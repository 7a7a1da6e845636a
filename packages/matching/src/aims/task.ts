import { findCandidates } from '../columns/candidates.ts';
import { compileProgram, type Compiled } from '../columns/compiled.ts';
import { fillPool } from '../columns/pool.ts';
import type { PinConflict, RoundInput } from '../model.ts';
import type { TellProgress } from '../progress.ts';
import { keepPins } from '../round/pins.ts';
import { findKept } from './keep.ts';
import type { Task } from './market.ts';

/** A round made ready to be solved by any aim. Throws as `checkInput` does. */
export function prepareTask(
  input: RoundInput,
  tell?: TellProgress,
): Task & {
  readonly compiled: Compiled;
  readonly conflicts: readonly PinConflict[];
} {
  const pool = fillPool(input);
  const compiled = compileProgram(pool, input);
  const { kept: pins, conflicts } = keepPins(input, pool);
  return {
    pool,
    compiled,
    candidates: findCandidates(compiled, tell),
    pins,
    conflicts,
    kept: findKept(input),
    now: input.now,
  };
}
