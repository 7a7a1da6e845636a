import type { OpenPairs } from './market.ts';
import type { Rankings } from './rankings.ts';

/**
 * The stable round that is best for the newcomers: no two open people would both rather have each other than somebody, or
 * nobody, they got. Newcomers propose, the mentors keep the best (Gale & Shapley, *Amer. Math. Monthly* 69, 1962), with
 * places on both sides; as long as a person ranks others one by one the outcome is stable against every two, and no
 * newcomer could have a better one in any stable round (Roth, *Econometrica* 52, 1984). Rankings have no equals, so there
 * is one such round. Returns 1 for every pair that is used. At most one proposal per pair.
 */
export function matchStably(
  pairs: OpenPairs,
  rankings: Rankings,
  places: { readonly rows: Int32Array; readonly columns: Int32Array },
): Uint8Array {
  const rows = places.rows.length;
  const used = new Uint8Array(pairs.column.length);
  const wishes = orderWishes(pairs, rankings);
  const next = pairs.rowStart.slice(0, rows);
  const free = places.rows.slice();
  /* The pairs each mentor holds, worst first. */
  const held: number[][] = Array.from(places.columns, () => []);
  const proposing = Array.from({ length: rows }, (_, i) => i);

  for (let i = proposing.pop(); i !== undefined; i = proposing.pop()) {
    while ((free[i] ?? 0) > 0 && (next[i] ?? 0) < (pairs.rowStart[i + 1] ?? 0)) {
      const e = wishes[next[i] ?? 0] ?? 0;
      next[i] = (next[i] ?? 0) + 1;
      const refused = propose(e);
      if (refused === e) continue;
      free[i] = (free[i] ?? 0) - 1;
      used[e] = 1;
      if (refused !== null) release(refused);
    }
  }
  return used;

  /* The pair that is given up for `e`: itself when she does not want it, null when there was a place. */
  function propose(e: number): number | null {
    const j = pairs.column[e] ?? 0;
    const hers = held[j] ?? [];
    const room = (places.columns[j] ?? 0) - hers.length;
    const at = hers.findIndex((other) => rankings.prefersNewcomer(other, e));
    const place = at === -1 ? hers.length : at;
    if (room <= 0 && place === 0) return e;
    hers.splice(place, 0, e);
    return room > 0 ? null : (hers.shift() ?? null);
  }

  function release(e: number): void {
    const i = rankings.rowOf[e] ?? 0;
    used[e] = 0;
    free[i] = (free[i] ?? 0) + 1;
    proposing.push(i);
  }
}

/* Each newcomer's pairs, the one she would rather have first; rows stand where they stood. */
function orderWishes({ rowStart, column }: OpenPairs, { prefersMentor }: Rankings): Int32Array {
  const order = Int32Array.from(column, (_, e) => e);
  for (let i = 0; i + 1 < rowStart.length; i++) {
    order.subarray(rowStart[i], rowStart[i + 1]).sort((a, b) => (prefersMentor(a, b) ? -1 : 1));
  }
  return order;
}
