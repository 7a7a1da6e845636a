import { MatchingError } from '../errors.ts';
import type { Network } from './network.ts';

/** Refuses what a network under repair cannot hold. */
interface Check {
  /** Throws `bad-network`, `too-large`. */
  readonly score: (score: number, edge: number) => void;
  /** Throws `bad-network`, `too-large`. */
  readonly node: (side: 'row' | 'column', n: number, capacity: number, bonus: number) => void;
}

/** Remembers the largest score and bonus there ever were: they bound every sum (see network.ts). Throws `too-large`. */
export function makeCheck(network: Network): Check {
  const { column, score, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const nodes = rowCapacity.length + columnCapacity.length;
  let dearest = 0;
  let bonus = 0;
  const refuseTooLarge = (): void => {
    const uses = Math.min(column.length, rowCapacity.length * columnCapacity.length);
    const sum = 8 * (1 + dearest + 2 * bonus) + 2 * nodes * bonus + uses * dearest;
    if (sum > Number.MAX_SAFE_INTEGER) throw new MatchingError('too-large', 'network', sum);
  };
  for (let e = 0; e < score.length; e++) {
    if (score[e] !== -Infinity) dearest = Math.max(dearest, Math.abs(score[e] ?? 0));
  }
  for (const bonuses of [rowBonus, columnBonus]) for (const one of bonuses) bonus = Math.max(bonus, one);
  refuseTooLarge();
  return {
    score(value, edge) {
      if (value === -Infinity) return;
      if (!Number.isSafeInteger(value) || !(edge >= 0 && edge < column.length))
        throw new MatchingError('bad-network', `score[${String(edge)}]`, value);
      if (Math.abs(value) <= dearest) return;
      dearest = Math.abs(value);
      refuseTooLarge();
    },
    node(side, n, capacity, value) {
      const count = side === 'row' ? rowCapacity.length : columnCapacity.length;
      if (!Number.isSafeInteger(capacity) || capacity < 0 || !(n >= 0 && n < count))
        throw new MatchingError('bad-network', `${side}Capacity[${String(n)}]`, capacity);
      if (!Number.isSafeInteger(value) || value < 0)
        throw new MatchingError('bad-network', `${side}Bonus[${String(n)}]`, value);
      if (value <= bonus) return;
      bonus = value;
      refuseTooLarge();
    },
  };
}
