/** One side of a bipartite network while it is being solved. */
export interface Side {
  readonly capacity: Int32Array;
  readonly degree: Int32Array;
  readonly price: Float64Array;
  /**
   * What staying at home is worth to a node with no use yet, and to one that has some: minus the bonus, and 0;
   * −∞ where home is no choice. Whoever solves may lower it for a node that is in use, or about to be a source.
   */
  readonly first: Float64Array;
  readonly further: Float64Array;
}

/** The edges of one side. Those of node `n` stand from `start[n]` up to `start[n + 1]`. */
export interface Edges {
  readonly start: Int32Array;
  /** The node of the other side, by place in the list. */
  readonly other: Int32Array;
  /** The number of the edge, by place in the list; null when place and number are the same. */
  readonly edge: Int32Array | null;
  /** By place in the list: each side reads its own in order, which is several times faster. */
  readonly score: Float64Array;
}

/** One side comes, unit by unit, and takes edges to the other. */
export interface Course {
  readonly from: Side;
  readonly edges: Edges;
  readonly to: Side;
  /** By number of the edge: 1 when it is used. */
  readonly flow: Uint8Array;
  readonly slots: Slots;
}

/** The uses of node j of `to` stand from `start[j]`, as many as its degree: by which place in the list, and by whom. */
interface Slots {
  readonly start: Int32Array;
  readonly place: Int32Array;
  readonly from: Int32Array;
}

/** A course from where both sides stand. */
export function makeCourse(from: Side, edges: Edges, to: Side, flow: Uint8Array): Course {
  const course = { from, edges, to, flow, slots: makeSlots(edges, to) };
  fillSlots(course);
  return course;
}

function makeSlots(edges: Edges, to: Side): Slots {
  const start = startSlots(edges, to.capacity);
  const room = start[to.capacity.length] ?? 0;
  return { start, place: new Int32Array(room), from: new Int32Array(room) };
}

/** Where the uses of each node of the other side stand: room for as many as it can have. */
export function startSlots({ other }: Edges, capacity: Int32Array): Int32Array {
  const nodes = capacity.length;
  const start = new Int32Array(nodes + 1);
  for (let place = 0; place < other.length; place++) {
    const j = other[place] ?? 0;
    start[j + 1] = (start[j + 1] ?? 0) + 1;
  }
  for (let j = 0; j < nodes; j++) {
    start[j + 1] = (start[j] ?? 0) + Math.min(start[j + 1] ?? 0, capacity[j] ?? 0);
  }
  return start;
}

function fillSlots({ from, edges, to, flow, slots }: Course): void {
  const { start, other, edge } = edges;
  if (to.degree.every((degree) => degree === 0)) return;
  const next = slots.start.slice();
  for (let i = 0; i < from.degree.length; i++) {
    if (from.degree[i] === 0) continue;
    for (let place = start[i] ?? 0; place < (start[i + 1] ?? 0); place++) {
      if (flow[edge === null ? place : (edge[place] ?? 0)] !== 1) continue;
      const j = other[place] ?? 0;
      const slot = next[j] ?? 0;
      slots.place[slot] = place;
      slots.from[slot] = i;
      next[j] = slot + 1;
    }
  }
}

/** The same edges listed by the other side, of so many nodes; of those given by `only`, where only some are wanted. */
export function turnEdges({ start, other, score }: Edges, nodes: number, only?: Uint8Array): Edges {
  const turned = new Int32Array(nodes + 1);
  const wanted = (i: number): boolean => only === undefined || only[i] === 1;
  for (let i = 0; i + 1 < start.length; i++) {
    if (!wanted(i)) continue;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      const j = other[e] ?? 0;
      turned[j + 1] = (turned[j + 1] ?? 0) + 1;
    }
  }
  for (let j = 0; j < nodes; j++) turned[j + 1] = (turned[j + 1] ?? 0) + (turned[j] ?? 0);
  const next = turned.slice();
  const kept = turned[nodes] ?? 0;
  const lists = { other: new Int32Array(kept), edge: new Int32Array(kept), score: new Float64Array(kept) };
  for (const i of fewestFirst(start)) {
    if (!wanted(i)) continue;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      const j = other[e] ?? 0;
      const place = next[j] ?? 0;
      next[j] = place + 1;
      lists.other[place] = i;
      lists.edge[place] = e;
      lists.score[place] = score[e] ?? 0;
    }
  }
  return { start: turned, ...lists };
}

/** The nodes by the number of their edges, fewest first. */
export function fewestFirst(start: Int32Array): Int32Array {
  const nodes = start.length - 1;
  let most = 0;
  for (let i = 0; i < nodes; i++) most = Math.max(most, (start[i + 1] ?? 0) - (start[i] ?? 0));
  const next = new Int32Array(most + 2);
  for (let i = 0; i < nodes; i++) {
    const degree = (start[i + 1] ?? 0) - (start[i] ?? 0);
    next[degree + 1] = (next[degree + 1] ?? 0) + 1;
  }
  for (let degree = 0; degree <= most; degree++)
    next[degree + 1] = (next[degree + 1] ?? 0) + (next[degree] ?? 0);
  const order = new Int32Array(nodes);
  for (let i = 0; i < nodes; i++) {
    const degree = (start[i + 1] ?? 0) - (start[i] ?? 0);
    const at = next[degree] ?? 0;
    order[at] = i;
    next[degree] = at + 1;
  }
  return order;
}
