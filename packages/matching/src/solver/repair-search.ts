import { makeHeap } from './heap.ts';
import {
  dropEdge,
  gainOfLast,
  gainOfNext,
  useEdge,
  type RepairGraph,
  type RepairSide,
} from './repair-graph.ts';

/** What searches in both directions share: taken once, never cleared. Nodes are numbered over both sides. */
export interface SearchMemory {
  readonly d: Float64Array;
  readonly heap: ReturnType<typeof makeHeap>;
  readonly seenIn: Int32Array;
  readonly doneIn: Int32Array;
  /** The edge by which a node was reached. */
  readonly reachedBy: Int32Array;
  readonly touched: Int32Array;
  readonly ready: Int32Array;
  search: number;
}

export function makeMemory(nodes: number): SearchMemory {
  const d = new Float64Array(nodes);
  return {
    d,
    heap: makeHeap(nodes, d),
    seenIn: new Int32Array(nodes),
    doneIn: new Int32Array(nodes),
    reachedBy: new Int32Array(nodes),
    touched: new Int32Array(nodes),
    ready: new Int32Array(nodes),
    search: 0,
  };
}

/**
 * Makes a function that mends one node: it sends a unit along the shortest augmenting path that begins at the
 * node, or, when none is shorter than `limit`, moves the prices by `limit` instead. It returns the most by which a price moved. Paths leave nodes of the side
 * `from` by edges not in use and nodes of `to` by edges in use, so the same search with the sides exchanged runs
 * every path backwards. A node of `from` begins a path by taking one use more, a node of `to` by giving one up.
 *
 * Dijkstra's search on reduced costs (Ahuja, Magnanti & Orlin, *Network Flows*, 1993, § 9.7), as in paths.ts. A path may
 * also end at a node that is itself still to be mended: sending a unit over an arc of negative reduced cost only
 * does it good, so such an end counts as 0 (the arcs that violate slackness are saturated, ibid. § 10.2). Letters:
 * d distances, μ the shortest distance to an end so far, u and v the prices of `from` and `to`.
 * `touch` is told of every node whose price or degree may have changed.
 */
export function makeRepairSearch(
  graph: RepairGraph,
  [from, to]: readonly [RepairSide, RepairSide],
  memory: SearchMemory,
  touch: (node: number) => void,
): (node: number, limit: number) => number {
  const { score, flow, rowOf, columnOf } = graph;
  const { d, heap, seenIn, doneIn, reachedBy, touched, ready } = memory;
  const { price: u, used: usedByFrom } = from;
  const { price: v, used: usedByTo, degree: toDegree } = to;
  const fromFirst = from.first;
  const toFirst = to.first;
  const fromOf = from === graph.rows ? rowOf : columnOf;
  const toOf = from === graph.rows ? columnOf : rowOf;
  const fromLast = fromFirst + usedByFrom.length;
  let touchedCount = 0;
  let readyCount = 0;
  let mu = 0;
  let end = -1;

  return function mend(node: number, limit: number): number {
    mu = limit;
    end = -1;
    touchedCount = 0;
    readyCount = 0;
    memory.search++;
    heap.clear();
    reach(node, 0, -1);
    open(node, 0);
    for (;;) {
      const next = nextNode();
      if (next === -1) break;
      const distance = d[next] ?? 0;
      if (distance >= mu) break;
      open(next, distance);
    }
    settlePrices();
    if (end !== -1) sendAlong(node);
    return mu;
  };

  /* Nodes as near as the last one need no place in the heap. */
  function nextNode(): number {
    if (readyCount > 0) return ready[--readyCount] ?? -1;
    return heap.size() > 0 ? heap.pop() : -1;
  }

  function open(node: number, distance: number): void {
    doneIn[node] = memory.search;
    if (node >= fromFirst && node < fromLast) openFrom(node - fromFirst, distance);
    else openTo(node - toFirst, distance);
  }

  /* Onward by every edge the node does not use. */
  function openFrom(i: number, distance: number): void {
    const edges = from.near[i] ?? [];
    const base = distance + (u[i] ?? 0);
    for (let at = 0; at < edges.length; at++) {
      const e = edges[at] ?? 0;
      const j = toOf[e] ?? 0;
      const length = base + (v[j] ?? 0) - (score[e] ?? 0);
      if (length >= mu || flow[e] === 1) continue;
      const known = seenIn[toFirst + j] === memory.search;
      if (!reach(toFirst + j, length, e)) continue;
      offerEnd(toFirst + j, length + Math.max(0, -gainOfNext(to, j) - (v[j] ?? 0)));
      /* From an unused node no path leads on. */
      if ((toDegree[j] ?? 0) > 0 && length < mu) queue(toFirst + j, length, distance, known);
    }
  }

  /* Back by every edge the node uses, to the one who might take another. */
  function openTo(j: number, distance: number): void {
    const base = distance - (v[j] ?? 0);
    for (const e of usedByTo[j] ?? []) {
      const i = fromOf[e] ?? 0;
      const length = base + (score[e] ?? 0) - (u[i] ?? 0);
      const known = seenIn[fromFirst + i] === memory.search;
      if (length >= mu || !reach(fromFirst + i, length, e)) continue;
      offerEnd(fromFirst + i, length + Math.max(0, gainOfLast(from, i) + (u[i] ?? 0)));
      if (length < mu) queue(fromFirst + i, length, distance, known);
    }
  }

  function queue(node: number, length: number, distance: number, known: boolean): void {
    if (length === distance && !known) ready[readyCount++] = node;
    else heap.push(node, length);
  }

  /* Notes a shorter way to a node; false when it is none. */
  function reach(node: number, length: number, by: number): boolean {
    if (seenIn[node] !== memory.search) {
      seenIn[node] = memory.search;
      touched[touchedCount++] = node;
    } else if (doneIn[node] === memory.search || length >= (d[node] ?? 0)) return false;
    d[node] = length;
    reachedBy[node] = by;
    return true;
  }

  function offerEnd(node: number, length: number): void {
    if (length >= mu) return;
    mu = length;
    end = node;
  }

  function settlePrices(): void {
    for (let at = 0; at < touchedCount; at++) {
      const node = touched[at] ?? 0;
      const by = mu - (d[node] ?? 0);
      if (by <= 0) continue;
      if (node >= fromFirst && node < fromLast) {
        u[node - fromFirst] = (u[node - fromFirst] ?? 0) - by;
      } else v[node - toFirst] = (v[node - toFirst] ?? 0) + by;
      touch(node);
    }
  }

  /* Walks the path backwards from its end, using and giving up edges in turn. */
  function sendAlong(source: number): void {
    for (let node = end; node !== source;) {
      touch(node);
      const e = reachedBy[node] ?? 0;
      if (node >= fromFirst && node < fromLast) {
        dropEdge(graph, e);
        node = toFirst + (toOf[e] ?? 0);
      } else {
        useEdge(graph, e);
        node = fromFirst + (fromOf[e] ?? 0);
      }
    }
    touch(source);
  }
}
