import type { RoundInput } from '../model.ts';
import type { LiveSettings } from './words.ts';

/** The settings a round comes with: nobody taken out. */
export function settingsOf({ program, pins, bans }: RoundInput): LiveSettings {
  return { program, pins: pins ?? [], bans: bans ?? [], away: [] };
}

/** The round that settings make of the people of another. */
export function withSettings(input: RoundInput, { program, pins, bans, away }: LiveSettings): RoundInput {
  const gone = new Set(away);
  return {
    ...input,
    program,
    pins,
    bans,
    newcomers: input.newcomers.filter(({ id }) => !gone.has(id)),
    mentors: input.mentors.filter(({ id }) => !gone.has(id)),
  };
}
