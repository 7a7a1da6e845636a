/** Nodes by distance, smallest first; a node's distance may be lowered while it waits. Of equal distances either may come first. */
export interface NodeQueue {
  readonly size: () => number;
  /** The smallest distance; infinite when empty. */
  readonly least: () => number;
  readonly push: (node: number, distance: number) => void;
  readonly pop: () => number;
  readonly clear: () => void;
}

/** A binary heap over the nodes 0 … `nodes` − 1, allocated once; keys stand beside the nodes, so that sifting stays in one place (Williams 1964). */
export function makeQueue(nodes: number): NodeQueue {
  const heap = new Int32Array(nodes);
  const key = new Float64Array(nodes);
  /* Where a node stands in the heap, plus one; 0 when it does not. */
  const place = new Int32Array(nodes);
  let size = 0;

  function rise(from: number, node: number, own: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parentKey = key[above] ?? 0;
      if (parentKey <= own) break;
      const parent = heap[above] ?? 0;
      heap[at] = parent;
      key[at] = parentKey;
      place[parent] = at + 1;
      at = above;
    }
    heap[at] = node;
    key[at] = own;
    place[node] = at + 1;
  }

  function sink(node: number, own: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      let least = key[below] ?? 0;
      if (below + 1 < size && (key[below + 1] ?? 0) < least) {
        below++;
        least = key[below] ?? 0;
      }
      if (least >= own) break;
      const child = heap[below] ?? 0;
      heap[at] = child;
      key[at] = least;
      place[child] = at + 1;
      at = below;
    }
    heap[at] = node;
    key[at] = own;
    place[node] = at + 1;
  }

  return {
    size: () => size,
    least: () => (size === 0 ? Infinity : (key[0] ?? 0)),
    push(node, distance) {
      const standing = place[node] ?? 0;
      rise(standing === 0 ? size++ : standing - 1, node, distance);
    },
    pop() {
      const first = heap[0] ?? 0;
      place[first] = 0;
      size--;
      if (size > 0) sink(heap[size] ?? 0, key[size] ?? 0);
      return first;
    },
    clear() {
      for (let at = 0; at < size; at++) place[heap[at] ?? 0] = 0;
      size = 0;
    },
  };
}
