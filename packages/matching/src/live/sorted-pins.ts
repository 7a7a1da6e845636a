import type { Pool } from '../columns/pool.ts';
import { readContext } from '../judge/context.ts';
import type { Pin, PinConflict, RoundInput } from '../model.ts';
import { keepPins, type KeptPin } from '../round/pins.ts';
import type { LiveSettings } from './words.ts';

/** Sorts pins as any round does; those of people taken out are conflicts. */
export function sortPins(
  input: RoundInput,
  pool: Pool,
  { program, pins, bans, away }: LiveSettings,
): { readonly kept: readonly KeptPin[]; readonly conflicts: readonly PinConflict[] } {
  const gone = new Set(away);
  const isGone = ({ newcomer, mentor }: Pin): boolean => gone.has(newcomer) || gone.has(mentor);
  const { bans: banned } = readContext({ ...input, bans, history: [], substitutes: [] });
  const { kept, conflicts } = keepPins(
    { ...input, program, pins: pins.filter((pin) => !isGone(pin)), bans },
    { ...pool, context: { ...pool.context, bans: banned } },
  );
  const unknown = pins.filter(isGone).map(({ newcomer, mentor }): PinConflict => ({
    newcomer,
    mentor,
    code: 'unknown-person',
    obstacles: [],
  }));
  return { kept, conflicts: unknown.length === 0 ? conflicts : [...conflicts, ...unknown].sort(byIds) };
}

function byIds(a: PinConflict, b: PinConflict): number {
  if (a.newcomer !== b.newcomer) return a.newcomer < b.newcomer ? -1 : 1;
  if (a.mentor !== b.mentor) return a.mentor < b.mentor ? -1 : 1;
  return 0;
}
