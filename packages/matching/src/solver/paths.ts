import { makeHeap } from './heap.ts';

/** One side of a bipartite network while it is being solved. Edges of node `n` stand from `start[n]` up to `start[n + 1]`. */
export interface PathSide {
  readonly start: Int32Array;
  /** The node of the other side, by place in the list. */
  readonly other: Int32Array;
  /** The number of the edge, by place in the list; null when place and number are the same. */
  readonly edge: Int32Array | null;
  /** The edge's score, by place in the list: each side reads its own in order, which is several times faster. */
  readonly score: Float64Array;
  readonly capacity: Int32Array;
  /** What the first use earns; whoever solves may raise it for a node that is in use, or about to be a source. */
  readonly bonus: Float64Array;
  readonly degree: Int32Array;
  readonly price: Float64Array;
}

/**
 * Makes a function that sends one more unit of a node of the side `from` along the shortest augmenting path, or
 * leaves it at home and returns false. It keeps both sides' prices such that reduced costs are never negative,
 * and changes `flow`, degrees and prices in place. Memory is taken once, here.
 *
 * Dijkstra's search on reduced costs, stopped at the nearest end (Ahuja, Magnanti & Orlin 1993, § 9.7). Letters:
 * d distances, μ the shortest distance to an end so far. A path may end where a node of the side `to` has a
 * place left, or where a node of the side `from` gives up a use it had; nodes as far away as μ are not opened.
 */
export function makeSearch(from: PathSide, to: PathSide, flow: Uint8Array): (source: number) => boolean {
  const { start, other, edge, score, price: u, degree: fromDegree, bonus: fromBonus } = from;
  const { price: v, degree: toDegree, bonus: toBonus, capacity: toCapacity } = to;
  const fromCount = fromDegree.length;
  /* Nodes of `from` come first, node j of `to` is fromCount + j. */
  const nodes = fromCount + toDegree.length;
  const d = new Float64Array(nodes);
  const heap = makeHeap(nodes, d);
  const seenIn = new Int32Array(nodes);
  const doneIn = new Int32Array(nodes);
  const touched = new Int32Array(nodes);
  /* How a node was reached: of `to` by a place in the list of edges, of `from` by a slot; and from which node of the other side. */
  const reachedBy = new Int32Array(nodes);
  const reachedFrom = new Int32Array(nodes);
  /* The used edges of node j of `to` stand from slotStart[j], as many as its degree. */
  const { slotStart, slotPlace, slotFrom } = makeSlots(from, to, flow);
  let touchedCount = 0;
  let search = 0;
  let mu = 0;
  let end = 0;

  return function augment(source: number): boolean {
    mu = (fromDegree[source] === 0 ? (fromBonus[source] ?? 0) : 0) + (u[source] ?? 0);
    if (mu <= 0) return false;
    end = source;
    search++;
    heap.clear();
    touchedCount = 0;
    reach(source, 0, -1, -1);
    doneIn[source] = search;
    openFrom(source, 0);
    while (heap.size() > 0) {
      const node = heap.pop();
      const distance = d[node] ?? 0;
      if (distance >= mu) break;
      doneIn[node] = search;
      if (node < fromCount) openFrom(node, distance);
      else openTo(node - fromCount, distance);
    }
    settlePrices();
    if (end === source) return false;
    sendAlong(source);
    return true;
  };

  /* Onward by every edge the node does not use. */
  function openFrom(i: number, distance: number): void {
    const base = distance + (u[i] ?? 0);
    const last = start[i + 1] ?? 0;
    for (let place = start[i] ?? 0; place < last; place++) {
      const j = other[place] ?? 0;
      const length = base + (v[j] ?? 0) - (score[place] ?? 0);
      if (length >= mu || doneIn[fromCount + j] === search || flow[edgeAt(place)] === 1) continue;
      if (!reach(fromCount + j, length, place, i)) continue;
      const degree = toDegree[j] ?? 0;
      if (degree < (toCapacity[j] ?? 0)) {
        offerEnd(fromCount + j, length - (degree === 0 ? (toBonus[j] ?? 0) : 0) - (v[j] ?? 0));
      }
      /* From an unused node no path leads on. */
      if (degree > 0 && length < mu) heap.push(fromCount + j, length);
    }
  }

  function edgeAt(place: number): number {
    return edge === null ? place : (edge[place] ?? 0);
  }

  /* Back by every edge the node uses, to the one who might take another. */
  function openTo(j: number, distance: number): void {
    const first = slotStart[j] ?? 0;
    const last = first + (toDegree[j] ?? 0);
    for (let slot = first; slot < last; slot++) {
      const i = slotFrom[slot] ?? 0;
      const length = distance + (score[slotPlace[slot] ?? 0] ?? 0) - (u[i] ?? 0) - (v[j] ?? 0);
      if (length >= mu || !reach(i, length, slot, j)) continue;
      offerEnd(i, length + (fromDegree[i] === 1 ? (fromBonus[i] ?? 0) : 0) + (u[i] ?? 0));
      if (length < mu) heap.push(i, length);
    }
  }

  /* Notes a shorter way to a node; false when it is none. */
  function reach(node: number, length: number, by: number, origin: number): boolean {
    if (doneIn[node] === search) return false;
    if (seenIn[node] !== search) {
      seenIn[node] = search;
      touched[touchedCount++] = node;
    } else if (length >= (d[node] ?? 0)) return false;
    d[node] = length;
    reachedBy[node] = by;
    reachedFrom[node] = origin;
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
      const change = mu - (d[node] ?? 0);
      if (change <= 0) continue;
      if (node < fromCount) u[node] = (u[node] ?? 0) - change;
      else v[node - fromCount] = (v[node - fromCount] ?? 0) + change;
    }
  }

  /* Walks the path backwards from its end, using and giving up edges in turn. */
  function sendAlong(source: number): void {
    let slot: number;
    let j: number;
    if (end < fromCount) {
      fromDegree[end] = (fromDegree[end] ?? 0) - 1;
      slot = reachedBy[end] ?? 0;
      j = reachedFrom[end] ?? 0;
      flow[edgeAt(slotPlace[slot] ?? 0)] = 0;
    } else {
      j = end - fromCount;
      const degree = toDegree[j] ?? 0;
      slot = (slotStart[j] ?? 0) + degree;
      toDegree[j] = degree + 1;
    }
    for (;;) {
      const place = reachedBy[fromCount + j] ?? 0;
      const i = reachedFrom[fromCount + j] ?? 0;
      flow[edgeAt(place)] = 1;
      slotPlace[slot] = place;
      slotFrom[slot] = i;
      if (i === source) break;
      slot = reachedBy[i] ?? 0;
      j = reachedFrom[i] ?? 0;
      flow[edgeAt(slotPlace[slot] ?? 0)] = 0;
    }
    fromDegree[source] = (fromDegree[source] ?? 0) + 1;
  }
}

interface Slots {
  readonly slotStart: Int32Array;
  readonly slotPlace: Int32Array;
  readonly slotFrom: Int32Array;
}

/* Room for as many uses as a node can have, with those it has. */
function makeSlots(from: PathSide, to: PathSide, flow: Uint8Array): Slots {
  const slotStart = new Int32Array(to.degree.length + 1);
  for (let j = 0; j < to.degree.length; j++) {
    const edges = (to.start[j + 1] ?? 0) - (to.start[j] ?? 0);
    slotStart[j + 1] = (slotStart[j] ?? 0) + Math.min(edges, to.capacity[j] ?? 0);
  }
  const slotPlace = new Int32Array(slotStart[to.degree.length] ?? 0);
  const slotFrom = new Int32Array(slotPlace.length);
  const next = slotStart.slice();
  for (let i = 0; i < from.degree.length; i++) {
    if (from.degree[i] === 0) continue;
    for (let place = from.start[i] ?? 0; place < (from.start[i + 1] ?? 0); place++) {
      const e = from.edge === null ? place : (from.edge[place] ?? 0);
      if (flow[e] !== 1) continue;
      const j = from.other[place] ?? 0;
      const slot = next[j] ?? 0;
      slotPlace[slot] = place;
      slotFrom[slot] = i;
      next[j] = slot + 1;
    }
  }
  return { slotStart, slotPlace, slotFrom };
}
