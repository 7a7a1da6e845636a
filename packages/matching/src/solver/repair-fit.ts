import { gainOfLast, gainOfNext, type RepairGraph } from './repair-graph.ts';

/**
 * Gives a row whose scores have changed the price that leaves least to mend: at least the best it is offered by an edge it does
 * not use, else as it was, as near as its uses allow. Returns the edges it uses that are worth less; they must be given up.
 */
export function fitRow({ rows, columns, columnOf, score, flow }: RepairGraph, i: number): readonly number[] {
  const worth = (e: number): number => (score[e] ?? 0) - (columns.price[columnOf[e] ?? 0] ?? 0);
  let dearest = -Infinity;
  for (const e of rows.near[i] ?? []) if (flow[e] === 0) dearest = Math.max(dearest, worth(e));
  let cheapest = Infinity;
  const given: number[] = [];
  for (const e of rows.used[i] ?? []) {
    if (worth(e) < dearest || score[e] === -Infinity) given.push(e);
    else cheapest = Math.min(cheapest, worth(e));
  }
  const price = rows.price[i] ?? 0;
  /* One with uses too many has no bound of its own; it will be mended. */
  const least = -gainOfLast(rows, i);
  const lowest = least === Infinity ? price : Math.max(price, least);
  rows.price[i] = Math.max(dearest, Math.min(cheapest, -gainOfNext(rows, i), lowest));
  return given;
}
