import type { Aim, Rules } from '../model.ts';

/** The aims in the order in which they are told. */
export const AIMS: readonly Aim[] = ['most-people', 'best-pairs', 'no-weak-pair', 'stable'];

/** The aim of a program. */
export function aimOf({ aim }: Rules): Aim {
  return aim ?? 'most-people';
}
