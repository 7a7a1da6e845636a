import { compileWishes } from '../columns/wishes.ts';
import type { Pool, Test } from '../columns/pool.ts';
import { isMost, isRather } from '../judge/wishes.ts';
import type { Side } from '../model.ts';
import type { OpenPairs } from './market.ts';

/**
 * Whom each person would rather have, pair against pair. From her own point of view first what she asked for herself, then
 * what both gain: her most important wish met before not met, more of her other wishes before fewer, the higher score; and
 * so that there are no equals, who comes first by id. What someone *must* have is a requirement: those pairs are not open.
 */
export interface Rankings {
  /** The newcomer of each pair. */
  readonly rowOf: Int32Array;
  /** How well a pair suits its newcomer and its mentor; equals are possible, more is better. */
  readonly newcomer: Float64Array;
  readonly mentor: Float64Array;
  /** Of two pairs of one newcomer: would she rather have the first? */
  readonly prefersMentor: (e: number, other: number) => boolean;
  /** Of two pairs of one mentor: would she rather have the first? */
  readonly prefersNewcomer: (e: number, other: number) => boolean;
}

/** Ranks the open pairs from both sides. */
export function rankPairs(pool: Pool, pairs: OpenPairs, fullScore: number): Rankings {
  const rowOf = new Int32Array(pairs.column.length);
  for (let i = 0; i + 1 < pairs.rowStart.length; i++) {
    rowOf.fill(i, pairs.rowStart[i], pairs.rowStart[i + 1]);
  }
  const newcomer = suitSide({ pool, pairs, rowOf, fullScore }, 'newcomer');
  const mentor = suitSide({ pool, pairs, rowOf, fullScore }, 'mentor');
  return {
    rowOf,
    newcomer,
    mentor,
    prefersMentor: (e, other) => isFirst(newcomer, pairs.column, e, other),
    prefersNewcomer: (e, other) => isFirst(mentor, rowOf, e, other),
  };
}

function isFirst(suit: Float64Array, partner: Int32Array, e: number, other: number): boolean {
  const [mine, hers] = [suit[e] ?? 0, suit[other] ?? 0];
  return mine === hers ? (partner[e] ?? 0) < (partner[other] ?? 0) : mine > hers;
}

interface Ranked {
  readonly pool: Pool;
  readonly pairs: OpenPairs;
  readonly rowOf: Int32Array;
  readonly fullScore: number;
}

/* One number that grows with the most important wish, then with the wishes met, then with the score. */
function suitSide({ pool, pairs, rowOf, fullScore }: Ranked, side: Side): Float64Array {
  const most = compileWishes(pool, side, isMost);
  const others = compileWishes(pool, side, (wish) => isRather(wish) && !isMost(wish));
  const wishStep = fullScore + 1;
  const mostStep = wishStep * (1 + others.reduce((longest, { length }) => Math.max(longest, length), 0));
  return Float64Array.from(pairs.column, (j, e) => {
    const i = rowOf[e] ?? 0;
    const wisher = side === 'newcomer' ? i : j;
    const met = countMet(others[wisher] ?? [], i, j);
    return countMet(most[wisher] ?? [], i, j) * mostStep + met * wishStep + (pairs.score[e] ?? 0);
  });
}

function countMet(tests: readonly Test[], i: number, j: number): number {
  let met = 0;
  for (const isMet of tests) if (isMet(i, j)) met++;
  return met;
}
