/** Nodes by distance, smallest first; a node's distance may be lowered while it waits. Of equal distances either may come first. */
interface NodeHeap {
  readonly size: () => number;
  readonly push: (node: number, distance: number) => void;
  readonly pop: () => number;
  readonly clear: () => void;
}

/** A binary heap over the nodes 0 … `nodes` − 1, allocated once; `distance` is read from the caller's array (Williams 1964). */
export function makeHeap(nodes: number, distance: Float64Array): NodeHeap {
  const heap = new Int32Array(nodes);
  /* Where a node stands in the heap, plus one; 0 when it does not. */
  const place = new Int32Array(nodes);
  let size = 0;

  function rise(from: number, node: number): void {
    let at = from;
    const own = distance[node] ?? 0;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] ?? 0;
      if ((distance[parent] ?? 0) <= own) break;
      heap[at] = parent;
      place[parent] = at + 1;
      at = above;
    }
    heap[at] = node;
    place[node] = at + 1;
  }

  function sink(node: number): void {
    let at = 0;
    const own = distance[node] ?? 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      let child = heap[below] ?? 0;
      const right = heap[below + 1] ?? 0;
      if (below + 1 < size && (distance[right] ?? 0) < (distance[child] ?? 0)) {
        child = right;
        below++;
      }
      if ((distance[child] ?? 0) >= own) break;
      heap[at] = child;
      place[child] = at + 1;
      at = below;
    }
    heap[at] = node;
    place[node] = at + 1;
  }

  return {
    size: () => size,
    push(node, at) {
      distance[node] = at;
      const standing = place[node] ?? 0;
      rise(standing === 0 ? size++ : standing - 1, node);
    },
    pop() {
      const first = heap[0] ?? 0;
      place[first] = 0;
      size--;
      if (size > 0) sink(heap[size] ?? 0);
      return first;
    },
    clear() {
      for (let at = 0; at < size; at++) place[heap[at] ?? 0] = 0;
      size = 0;
    },
  };
}
