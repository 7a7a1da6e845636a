import type { Course } from './sides.ts';

/**
 * The few best edges of node i when it last looked at all of them, from `i * FEW` on: place (-1: none), other end and
 * score. All others are worth `others[i]` at most (score − price of the other end), and will be as long as prices only
 * rise; infinite: it has not looked. Holds for nodes of capacity 1; others leave out what they used.
 */
export interface BestEdges {
  readonly few: Int32Array;
  readonly fewColumn: Int32Array;
  readonly fewScore: Float64Array;
  readonly others: Float64Array;
  /** Notes the best edges of a node anew; nothing for nodes that read all theirs. */
  readonly look: (i: number) => void;
}

/**
 * Gives most units of the side `from` an edge before any path is searched: each takes its best edge and bids the
 * price of the other end up to where its second best is as good; who is outbid bids again (the augmenting row
 * reduction of Jonker & Volgenant 1987, that is the auction of Bertsekas 1981 without ε; with places of several
 * uses each priced by its own bid, Bertsekas & Castañon 1989, "similar objects"). A unit that would have to bid
 * without end, or whose best two are equal and taken, is left to the exact search, and so is whoever waits when
 * the bids are spent.
 *
 * Begins with nothing used, and on the side `to` with the prices at which a first place is left (infinite:
 * closed); a place is taken without outbidding when the price has risen to what it is left for. Leaves prices and uses as the search wants them: reduced costs never negative.
 *
 * `steps` are for courses in which every place of `to` will be used, so that any prices may be begun with: for
 * each step ε, largest first, everybody bids by ε more than need be, and only the prices are kept (ε-scaling:
 * Bertsekas 1988, Goldberg & Kennedy 1995). The last bids are without ε; nothing inexact remains.
 */
export function placeBids(course: Course, steps: readonly number[] = []): BestEdges {
  const { from, edges, to, flow, slots } = course;
  const { start, other, edge, score } = edges;
  const { capacity, degree, first, further } = from;
  const { price: v, degree: toDegree, capacity: toCapacity, first: toFirst, further: toFurther } = to;
  const bidOf = new Float64Array(slots.place.length);
  /* The few best edges of each node when it last looked at all, and what all others were worth at most: prices only rise. */
  const few = new Int32Array(degree.length * FEW).fill(-1);
  const fewColumn = new Int32Array(few.length);
  const fewScore = new Float64Array(few.length).fill(-Infinity);
  const others = new Float64Array(degree.length).fill(Infinity);
  const topWorth = new Float64Array(FEW);
  let epsilon = 0;
  let left = 0;
  const overrun = OVERRUN_PER_NODE * degree.length;
  let chosen = -1;

  for (const step of steps) {
    epsilon = step;
    placeAll();
    clearUses(course);
  }
  epsilon = 0;
  placeAll();
  /* Where every place will be used, a place still left is worth what it costs now, and not nothing. */
  if (steps.length > 0) for (const home of [to.first, to.further]) home.set(v);
  settlePrices(course);
  return { few, fewColumn, fewScore, others, look: lookAgain };

  function placeAll(): void {
    left = BIDS_PER_NODE * degree.length;
    for (let source = 0; source < degree.length; source++) {
      for (let units = capacity[source] ?? 0; units > 0; units--) {
        let i = source;
        while (i >= 0 && mayBid(i)) i = bid(i);
        if (left <= -overrun) return abandon();
        if (i !== PLACED) break;
      }
    }
  }

  /* The node outbid, or whether there was a place. */
  function bid(i: number): number {
    let second = isShort(i) ? chooseOfAll(i) : chooseOfFew(i);
    if (chosen === -1) return LEFT;
    const worth = worthOf(chosen);
    if (worth === second && second === others[i] && !hasRoom(other[chosen])) lookForRoom(i, second);
    const place = chosen;
    const j = other[place] ?? 0;
    const open = toDegree[j] ?? 0;
    if (hasRoom(j)) {
      toDegree[j] = open + 1;
      take(i, place, (slots.start[j] ?? 0) + open, v[j] ?? 0);
      return PLACED;
    }
    if (second === -Infinity && (degree[i] ?? 0) > 0) second = worstUse(i);
    if (second === -Infinity || worth - second + epsilon <= 0) return LEFT;
    const slot = cheapest(j);
    const outbid = slots.from[slot] ?? 0;
    const given = slots.place[slot] ?? 0;
    degree[outbid] = (degree[outbid] ?? 0) - 1;
    mark(outbid, given, 0);
    const price = (v[j] ?? 0) + worth - second + epsilon;
    const most = open < (toCapacity[j] ?? 0) ? levelOf(j, open) : Infinity;
    take(i, place, slot, Math.min(price, most));
    v[j] = bidOf[cheapest(j)] ?? 0;
    if ((capacity[outbid] ?? 0) > 1) remember(outbid, given);
    return outbid;
  }

  function isShort(i: number): boolean {
    return (start[i + 1] ?? 0) - (start[i] ?? 0) <= SHORT_LIST;
  }

  function chooseOfFew(i: number): number {
    const second = choose(i);
    if (second >= (others[i] ?? 0)) return second;
    lookAtAll(i);
    return choose(i);
  }

  /* Chooses the best of the few edges, of equals one with a place left, and returns what the second best is worth. */
  function choose(i: number): number {
    const used = degree[i] ?? 0;
    const home = (used === 0 ? first[i] : further[i]) ?? 0;
    let best = home;
    let second = home;
    let bestAt = -1;
    for (let at = i * FEW; at < (i + 1) * FEW; at++) {
      const worth = (fewScore[at] ?? 0) - (v[fewColumn[at] ?? 0] ?? 0);
      if (worth < second || (used > 0 && isUsed(few[at] ?? 0))) continue;
      if (worth > best) {
        second = best;
        best = worth;
        bestAt = at;
      } else {
        second = worth;
        if (worth === best && bestAt !== -1 && hasRoom(fewColumn[at]) && !hasRoom(fewColumn[bestAt]))
          bestAt = at;
      }
    }
    chosen = bestAt === -1 ? -1 : (few[bestAt] ?? -1);
    return second;
  }

  /* The same over all edges of a node that has not many: read in order, they cost no more than a few noted ones. */
  function chooseOfAll(i: number): number {
    const used = degree[i] ?? 0;
    let best = (used === 0 ? first[i] : further[i]) ?? 0;
    let second = best;
    let bestAt = -1;
    const last = start[i + 1] ?? 0;
    for (let place = start[i] ?? 0; place < last; place++) {
      const worth = (score[place] ?? 0) - (v[other[place] ?? 0] ?? 0);
      if (worth < second || (used > 0 && isUsed(place))) continue;
      if (worth > best) {
        second = best;
        best = worth;
        bestAt = place;
      } else {
        second = worth;
        if (worth === best && bestAt !== -1 && hasRoom(other[place]) && !hasRoom(other[bestAt]))
          bestAt = place;
      }
    }
    chosen = bestAt;
    return second;
  }

  function lookAgain(i: number): void {
    if (!isShort(i)) lookAtAll(i);
  }

  /* Notes the few best edges, and what the last of them is worth: no other is worth more. */
  function lookAtAll(i: number): void {
    const base = i * FEW;
    const several = (capacity[i] ?? 0) > 1;
    let kept = 0;
    let least = -Infinity;
    const last = start[i + 1] ?? 0;
    for (let place = start[i] ?? 0; place < last; place++) {
      const worth = worthOf(place);
      if (worth <= least) continue;
      if (several && isUsed(place)) continue;
      let at = kept < FEW ? kept++ : FEW - 1;
      for (; at > 0 && (topWorth[at - 1] ?? 0) < worth; at--) {
        topWorth[at] = topWorth[at - 1] ?? 0;
        few[base + at] = few[base + at - 1] ?? 0;
      }
      topWorth[at] = worth;
      few[base + at] = place;
      if (kept === FEW) least = topWorth[FEW - 1] ?? 0;
    }
    for (let at = 0; at < kept; at++) {
      const place = few[base + at] ?? 0;
      fewColumn[base + at] = other[place] ?? 0;
      fewScore[base + at] = score[place] ?? 0;
    }
    few.fill(-1, base + kept, base + FEW);
    fewScore.fill(-Infinity, base + kept, base + FEW);
    others[i] = kept < FEW ? -Infinity : least;
  }

  /*
   * When the bids are spent, one who has uses left and was outbid in another still bids: the edge she lost may be
   * better than one she kept, and no price would tell.
   */
  function mayBid(i: number): boolean {
    return left-- > 0 || ((degree[i] ?? 0) > 0 && (capacity[i] ?? 0) > 1 && left > -overrun);
  }

  /* Bids that find no end are given up altogether: the search begins from nothing. */
  function abandon(): void {
    clearUses(course);
    for (let j = 0; j < v.length; j++) if (v[j] !== Infinity) v[j] = toFirst[j] ?? 0;
    others.fill(Infinity);
  }

  function worstUse(i: number): number {
    let worst = Infinity;
    for (let place = start[i] ?? 0; place < (start[i + 1] ?? 0); place++) {
      if (isUsed(place)) worst = Math.min(worst, worthOf(place));
    }
    return worst;
  }

  /* An edge given up was perhaps in use when the others were looked at. */
  function remember(i: number, place: number): void {
    for (let at = i * FEW; at < (i + 1) * FEW; at++) if (few[at] === place) return;
    others[i] = Math.max(others[i] ?? 0, worthOf(place));
  }

  /* One of all edges worth so much, with a place left. */
  function lookForRoom(i: number, worth: number): void {
    for (let place = start[i] ?? 0; place < (start[i + 1] ?? 0); place++) {
      if (worthOf(place) !== worth || !hasRoom(other[place]) || isUsed(place)) continue;
      chosen = place;
      return;
    }
  }

  function worthOf(place: number): number {
    return (score[place] ?? 0) - (v[other[place] ?? 0] ?? 0);
  }

  /* A place is left, at the price asked now. */
  function hasRoom(j = 0): boolean {
    const open = toDegree[j] ?? 0;
    return open < (toCapacity[j] ?? 0) && (v[j] ?? 0) >= levelOf(j, open);
  }

  function levelOf(j: number, uses: number): number {
    return (uses === 0 ? toFirst[j] : toFurther[j]) ?? 0;
  }

  function isUsed(place: number): boolean {
    return flow[edge === null ? place : (edge[place] ?? 0)] === 1;
  }

  function take(i: number, place: number, slot: number, price: number): void {
    mark(i, place, 1);
    degree[i] = (degree[i] ?? 0) + 1;
    slots.place[slot] = place;
    slots.from[slot] = i;
    bidOf[slot] = price;
  }

  /* Who has one place only never asks what she uses: her use is marked at the end. */
  function mark(i: number, place: number, use: number): void {
    if ((capacity[i] ?? 0) > 1) flow[edge === null ? place : (edge[place] ?? 0)] = use;
  }

  function cheapest(j: number): number {
    const begin = slots.start[j] ?? 0;
    let least = begin;
    for (let slot = begin + 1; slot < begin + (toDegree[j] ?? 0); slot++) {
      if ((bidOf[slot] ?? 0) < (bidOf[least] ?? 0)) least = slot;
    }
    return least;
  }
}

/* Bids per node before the exact search takes over; edges each node keeps in mind; up to how many are all read at every bid. */
const BIDS_PER_NODE = 16;
export const FEW = 8;
const SHORT_LIST = 24;
const OVERRUN_PER_NODE = 100;

const PLACED = -1;
const LEFT = -2;

function clearUses(course: Course): void {
  eachUse(course, (e) => {
    course.flow[e] = 0;
  });
  course.from.degree.fill(0);
  course.to.degree.fill(0);
}

function eachUse(
  { edges, to, slots }: Course,
  visit: (e: number, place: number, i: number, j: number) => void,
): void {
  for (let j = 0; j < to.degree.length; j++) {
    const begin = slots.start[j] ?? 0;
    for (let slot = begin; slot < begin + (to.degree[j] ?? 0); slot++) {
      const place = slots.place[slot] ?? 0;
      visit(edges.edge === null ? place : (edges.edge[place] ?? 0), place, slots.from[slot] ?? 0, j);
    }
  }
}

/* The price of each node of `from`: between what its best unused edge is worth and what its worst use is. */
function settlePrices(course: Course): void {
  const { from, edges, to, flow } = course;
  const { start, other, edge, score } = edges;
  const { capacity, degree, price, first, further } = from;
  price.fill(Infinity);
  eachUse(course, (e, place, i, j) => {
    flow[e] = 1;
    price[i] = Math.min(price[i] ?? 0, (score[place] ?? 0) - (to.price[j] ?? 0));
  });
  for (let i = 0; i < degree.length; i++) {
    const used = degree[i] ?? 0;
    if (used >= (capacity[i] ?? 0)) continue;
    let best = used === 0 ? (first[i] ?? 0) : Math.min(price[i] ?? 0, further[i] ?? 0);
    for (let place = start[i] ?? 0; place < (start[i + 1] ?? 0); place++) {
      if (flow[edge === null ? place : (edge[place] ?? 0)] === 1) continue;
      best = Math.max(best, (score[place] ?? 0) - (to.price[other[place] ?? 0] ?? 0));
    }
    price[i] = best;
  }
}
