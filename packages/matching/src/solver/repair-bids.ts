import { dropEdge, gainOfNext, slackOf, useEdge, type RepairGraph, type RepairSide } from './repair-graph.ts';

/** So many bids for each node that lost its place, all in all. */
const BIDS_EACH = 12;

/**
 * Places nodes of capacity 1 that want an edge by bids, where all scores have changed and many want one: each takes the edge
 * worth most to it, raising the price at its other end until the second best is as good, and whoever used that end bids
 * next (Bertsekas 1981; the augmenting row reduction of Jonker & Volgenant 1987). Complementary slackness of edges holds after each
 * bid. A bid that raises no price would run in circles; such a node, and who is still without after `BIDS_EACH` bids for each, is left
 * to be mended. No price falls by more than `reach`. `touch` is told of every node that changed.
 */
export function placeByBids(
  graph: RepairGraph,
  [from, to]: readonly [RepairSide, RepairSide],
  { nodes, reach }: { readonly nodes: readonly number[]; readonly reach: number },
  touch: (node: number) => void,
): void {
  const { score, flow, rowOf, columnOf } = graph;
  const [fromOf, toOf] = from === graph.rows ? [rowOf, columnOf] : [columnOf, rowOf];
  const { price: u } = from;
  const { price: v } = to;
  const queue = [...nodes];
  let left = nodes.length * BIDS_EACH;
  while (queue.length > 0 && left-- > 0) {
    const displaced = bid(queue.pop() ?? 0);
    if (displaced !== -1) queue.push(displaced);
  }

  /* Returns the node that lost its place, or -1. */
  function bid(i: number): number {
    const gain = gainOfNext(from, i);
    if (from.capacity[i] !== 1 || gain === -Infinity) return -1;
    const least = Math.max(-gain, (u[i] ?? 0) - reach);
    let [best, first, second] = [-1, least, least];
    for (const e of from.near[i] ?? []) {
      if (flow[e] === 1) continue;
      const worth = (score[e] ?? 0) - (v[toOf[e] ?? 0] ?? 0);
      if (worth > first) [second, first, best] = [first, worth, e];
      else if (worth > second) second = worth;
    }
    if (best === -1) return -1;
    const j = toOf[best] ?? 0;
    const hasPlace = gainOfNext(to, j) > -Infinity;
    if (!hasPlace && (to.capacity[j] !== 1 || to.degree[j] !== 1 || first === second)) return -1;
    const given = hasPlace ? -1 : (to.used[j]?.[0] ?? -1);
    /* Whoever earns more there than the bid stays. */
    if (given !== -1 && slackOf(graph, given) + first - second < 0) return -1;
    u[i] = second;
    const displaced = given === -1 ? -1 : (fromOf[given] ?? 0);
    if (given !== -1) {
      v[j] = (v[j] ?? 0) + first - second;
      dropEdge(graph, given);
      touch(from.first + displaced);
    }
    useEdge(graph, best);
    touch(from.first + i);
    touch(to.first + j);
    return displaced;
  }
}
