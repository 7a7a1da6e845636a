import { MatchingError } from '../errors.ts';
import type { Network } from './network.ts';

/** Refuses what is no network: throws `bad-network` with the place and the value, `too-large` when a sum could pass 2^53. */
export function checkNetwork(network: Network): void {
  checkShape(network);
  const { rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const capacities = { rowCapacity, columnCapacity };
  for (const [name, values] of Object.entries(capacities)) checkAmounts(name, values);
  for (const [name, values] of Object.entries({ rowBonus, columnBonus })) checkAmounts(name, values);
  const sum = largestSum(network, checkEdges(network));
  if (sum > Number.MAX_SAFE_INTEGER) throw new MatchingError('too-large', 'network', sum);
}

function refuse(place: string, value: unknown): never {
  throw new MatchingError('bad-network', place, value);
}

function checkShape(network: Network): void {
  const { rowStart, column, score, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const rows = rowCapacity.length;
  if (rowStart.length !== rows + 1) refuse('rowStart.length', rowStart.length);
  if (rowStart[0] !== 0) refuse('rowStart[0]', rowStart[0]);
  if (rowStart[rows] !== column.length) refuse(`rowStart[${String(rows)}]`, rowStart[rows]);
  if (score.length !== column.length) refuse('score.length', score.length);
  if (rowBonus.length !== rows) refuse('rowBonus.length', rowBonus.length);
  if (columnBonus.length !== columnCapacity.length) refuse('columnBonus.length', columnBonus.length);
}

/* Returns the dearest score, whatever its sign. */
function checkEdges({ rowStart, column, score, rowCapacity, columnCapacity }: Network): number {
  const columns = columnCapacity.length;
  let dearest = 0;
  for (let i = 0; i < rowCapacity.length; i++) {
    const last = rowStart[i + 1] ?? 0;
    if (last < (rowStart[i] ?? 0) || last > column.length) refuse(`rowStart[${String(i + 1)}]`, last);
    let previous = -1;
    for (let e = rowStart[i] ?? 0; e < last; e++) {
      const j = column[e] ?? -1;
      const worth = score[e] ?? NaN;
      const size = Math.abs(worth);
      if (j <= previous || j >= columns) refuse(`column[${String(e)}]`, j);
      if (Math.floor(size) !== size || !(size <= Number.MAX_SAFE_INTEGER))
        refuse(`score[${String(e)}]`, worth);
      if (size > dearest) dearest = size;
      previous = j;
    }
  }
  return dearest;
}

function checkAmounts(name: string, values: ArrayLike<number>): void {
  for (let at = 0; at < values.length; at++) {
    if (!Number.isSafeInteger(values[at]) || (values[at] ?? 0) < 0)
      refuse(`${name}[${String(at)}]`, values[at]);
  }
}

/*
 * Bounds every sum the solver or a certificate makes: no price or path is longer than the dearest edge and the
 * two largest bonuses, no total larger than all bonuses and, for every use, the dearest edge.
 */
function largestSum(network: Network, dearest: number): number {
  const { column, rowCapacity, columnCapacity, rowBonus, columnBonus } = network;
  const longest = 1 + dearest + largest(rowBonus) + largest(columnBonus);
  const uses = Math.min(total(rowCapacity), total(columnCapacity), column.length);
  return 8 * longest + 2 * (total(rowBonus) + total(columnBonus)) + uses * dearest;
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at] ?? 0);
  return most;
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return sum;
}
