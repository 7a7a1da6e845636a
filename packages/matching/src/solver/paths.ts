import { FEW, type BestEdges } from './bids.ts';
import { makeQueue } from './queue.ts';
import type { Course } from './sides.ts';

/**
 * Makes a function that sends one more unit of a node of the side `from` along the shortest augmenting path, or
 * leaves it at home and returns false. It keeps both sides' prices such that reduced costs are never negative,
 * and changes flow, degrees, slots and prices in place. Memory is taken once, here.
 *
 * Dijkstra's search on reduced costs, stopped at the nearest end (Ahuja, Magnanti & Orlin 1993, § 9.7). Letters:
 * d distances, μ the shortest distance to an end so far. A path may end where a node of the side `to` has a
 * place left, or where a node of the side `from` gives up a use it had; nodes as far away as μ are not opened.
 * A node of `from` whose one use is tight is as far away as that use's column and is opened with it, unqueued.
 */
export function makeSearch(
  { from, edges, to, flow, slots }: Course,
  best?: BestEdges,
): (source: number) => boolean {
  const { start, other, edge, score } = edges;
  const {
    price: u,
    degree: fromDegree,
    capacity: fromCapacity,
    first: fromFirst,
    further: fromFurther,
  } = from;
  const { price: v, degree: toDegree, capacity: toCapacity, first: toFirst, further: toFurther } = to;
  const { start: slotStart, place: slotPlace, from: slotFrom } = slots;
  const toCount = toDegree.length;
  /* Nodes of `to` come first, node i of `from` is toCount + i. */
  const nodes = toCount + fromDegree.length;
  /* After them what is left of node i of `from`, all but its best edges: nodes + i. */
  const allNodes = best === undefined ? nodes : nodes + fromDegree.length;
  /* Infinite for all a search has not reached. One that is done is as near as it can be, so no second way there is shorter. */
  const d = new Float64Array(allNodes).fill(Infinity);
  const queue = makeQueue(allNodes);
  const doneIn = new Int32Array(allNodes);
  const touched = new Int32Array(allNodes);
  /* Nodes of `to` at the distance the search is at: no need to queue them. */
  const ready = new Int32Array(toCount);
  /* How a node was reached: of `to` by a place in the list of edges, of `from` by a slot; and from which node of the other side. */
  const reachedBy = new Int32Array(nodes);
  const reachedFrom = new Int32Array(nodes);
  /* μ, in an array so that its changes cost no memory. */
  const nearest = new Float64Array(1);
  let touchedCount = 0;
  let readyCount = 0;
  let search = 0;
  let end = 0;

  return function send(source: number): boolean {
    const home = fromDegree[source] === 0 ? fromFirst[source] : fromFurther[source];
    nearest[0] = (u[source] ?? 0) - (home ?? 0);
    if (!(nearest[0] > 0)) return false;
    end = toCount + source;
    search++;
    queue.clear();
    touchedCount = 0;
    readyCount = 0;
    reach(end, 0, -1, -1);
    openFrom(source, 0);
    for (;;) {
      const node = readyCount > 0 ? (ready[--readyCount] ?? 0) : queue.size() > 0 ? queue.pop() : -1;
      if (node === -1) break;
      const distance = d[node] ?? 0;
      if (distance >= nearest[0]) break;
      if (doneIn[node] === search) continue;
      if (node < toCount) openTo(node, distance);
      else if (node < nodes) openFrom(node - toCount, distance);
      else openRest(node - nodes, distance);
    }
    settlePrices();
    if (end === toCount + source) return false;
    sendAlong(source);
    return true;
  };

  /* Onward by every edge the node does not use; where its best edges are noted, by these, and by the others when they are near. */
  function openFrom(i: number, distance: number): void {
    doneIn[toCount + i] = search;
    const base = distance + (u[i] ?? 0);
    if (best === undefined || fromCapacity[i] !== 1) return openEdges(i, base, distance);
    if (base - (best.others[i] ?? 0) <= distance) best.look(i);
    const rest = base - (best.others[i] ?? 0);
    if (rest <= distance) return openEdges(i, base, distance);
    for (let at = i * FEW; at < (i + 1) * FEW; at++) {
      const place = best.few[at] ?? -1;
      if (place === -1) break;
      open(i, place, best.fewColumn[at] ?? 0, base - (best.fewScore[at] ?? 0), distance);
    }
    if (rest >= (nearest[0] ?? 0)) return;
    d[nodes + i] = rest;
    touched[touchedCount++] = nodes + i;
    queue.push(nodes + i, rest);
  }

  function openRest(i: number, distance: number): void {
    doneIn[nodes + i] = search;
    openEdges(i, (d[toCount + i] ?? 0) + (u[i] ?? 0), distance);
  }

  function openEdges(i: number, base: number, distance: number): void {
    const last = start[i + 1] ?? 0;
    for (let place = start[i] ?? 0; place < last; place++) {
      open(i, place, other[place] ?? 0, base - (score[place] ?? 0), distance);
    }
  }

  /* `way`: the way to the edge's other end, but for that end's price. */
  function open(i: number, place: number, j: number, way: number, distance: number): void {
    const length = way + (v[j] ?? 0);
    const mu = nearest[0] ?? 0;
    if (length >= mu || length >= (d[j] ?? 0)) return;
    if (flow[edge === null ? place : (edge[place] ?? 0)] === 1) return;
    reach(j, length, place, i);
    const degree = toDegree[j] ?? 0;
    let near = mu;
    if (degree < (toCapacity[j] ?? 0)) {
      const whole = length - (v[j] ?? 0) + ((degree === 0 ? toFirst[j] : toFurther[j]) ?? 0);
      if (whole < mu) {
        near = whole;
        nearest[0] = whole;
        end = j;
      }
    }
    /* From an unused node no path leads on. */
    if (degree === 0 || length >= near) return;
    if (length === distance) ready[readyCount++] = j;
    else queue.push(j, length);
  }

  /* Back by every edge the node uses, to the one who might take another. */
  function openTo(j: number, distance: number): void {
    doneIn[j] = search;
    const first = slotStart[j] ?? 0;
    const last = first + (toDegree[j] ?? 0);
    for (let slot = first; slot < last; slot++) {
      const i = slotFrom[slot] ?? 0;
      const node = toCount + i;
      const length = distance + (score[slotPlace[slot] ?? 0] ?? 0) - (u[i] ?? 0) - (v[j] ?? 0);
      const mu = nearest[0] ?? 0;
      if (length >= mu || length >= (d[node] ?? 0)) continue;
      reach(node, length, slot, j);
      const way = length + (u[i] ?? 0) - ((fromDegree[i] === 1 ? fromFirst[i] : fromFurther[i]) ?? 0);
      if (way < mu) {
        nearest[0] = way;
        end = node;
      }
      if (length === distance) openFrom(i, length);
      else queue.push(node, length);
    }
  }

  function reach(node: number, length: number, by: number, origin: number): void {
    if (d[node] === Infinity) touched[touchedCount++] = node;
    d[node] = length;
    reachedBy[node] = by;
    reachedFrom[node] = origin;
  }

  function settlePrices(): void {
    const mu = nearest[0] ?? 0;
    for (let at = 0; at < touchedCount; at++) {
      const node = touched[at] ?? 0;
      const change = mu - (d[node] ?? 0);
      d[node] = Infinity;
      if (change <= 0 || change === Infinity || node >= nodes) continue;
      if (node < toCount) v[node] = (v[node] ?? 0) + change;
      else u[node - toCount] = (u[node - toCount] ?? 0) - change;
    }
  }

  /* Walks the path backwards from its end, using and giving up edges in turn. */
  function sendAlong(source: number): void {
    let slot: number;
    let j: number;
    if (end >= toCount) {
      const i = end - toCount;
      fromDegree[i] = (fromDegree[i] ?? 0) - 1;
      slot = reachedBy[end] ?? 0;
      j = reachedFrom[end] ?? 0;
      giveUp(slot);
    } else {
      j = end;
      const degree = toDegree[j] ?? 0;
      slot = (slotStart[j] ?? 0) + degree;
      toDegree[j] = degree + 1;
    }
    for (;;) {
      const place = reachedBy[j] ?? 0;
      const i = reachedFrom[j] ?? 0;
      flow[edge === null ? place : (edge[place] ?? 0)] = 1;
      slotPlace[slot] = place;
      slotFrom[slot] = i;
      if (i === source) break;
      slot = reachedBy[toCount + i] ?? 0;
      j = reachedFrom[toCount + i] ?? 0;
      giveUp(slot);
    }
    fromDegree[source] = (fromDegree[source] ?? 0) + 1;
  }

  function giveUp(slot: number): void {
    const place = slotPlace[slot] ?? 0;
    flow[edge === null ? place : (edge[place] ?? 0)] = 0;
  }
}
