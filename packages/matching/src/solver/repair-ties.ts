import { dropEdge, useEdge, type RepairGraph, type RepairSide } from './repair-graph.ts';
import { settleTies } from './ties.ts';

/** Keeps a flow the one `settleTies` chooses, from the nodes told to have changed. */
export interface TieRepair {
  readonly touch: (node: number) => void;
  readonly settle: () => void;
  readonly settleAll: () => void;
}

/**
 * Two best flows differ by cycles of tight edges, each passing home (the T of network.ts) once at most; so
 * what happens in one connected part of the tight edges says nothing to another, and parts without a changed node are
 * as they should be. The others are settled as small networks of their own: tight edges only, what a node uses
 * besides taken from its capacity and, as its first use is made, from its bonus.
 */
export function makeTieRepair(graph: RepairGraph): TieRepair {
  const { rows, columns, score } = graph;
  const nodes = columns.first + columns.degree.length;
  const touchedIn = new Int32Array(nodes);
  const seenIn = new Int32Array(nodes);
  /* A node's place among the rows or columns of the part it stands in. */
  const placeOf = new Int32Array(nodes);
  const part = new Int32Array(nodes);
  let touched: number[] = [];
  let round = 1;

  function touch(node: number): void {
    if (touchedIn[node] === round) return;
    touchedIn[node] = round;
    touched.push(node);
  }

  function settle(): void {
    const from = touched;
    touched = [];
    for (const node of from) if (seenIn[node] !== round) settlePart(node);
    round++;
  }

  function settlePart(node: number): void {
    const count = gather(node);
    const found = part.slice(0, count);
    found.sort();
    let split = 0;
    while (split < count && (found[split] ?? 0) < columns.first) split++;
    if (split === 0 || split === count) return;
    settleNodes(found.subarray(0, split), found.subarray(split));
  }

  /* Every node that tight edges join to this one; a closed node joins nothing. */
  function gather(node: number): number {
    let count = 0;
    const visit = (next: number, side: RepairSide): void => {
      if (seenIn[next] === round || side.capacity[next - side.first] === 0) return;
      seenIn[next] = round;
      part[count++] = next;
    };
    visit(node, node < columns.first ? rows : columns);
    for (let at = 0; at < count; at++) {
      const one = part[at] ?? 0;
      const [side, other] = one < columns.first ? [rows, columns] : [columns, rows];
      const { start, other: others, edge } = side.list;
      const own = side.price[one - side.first] ?? 0;
      const last = start[one - side.first + 1] ?? 0;
      for (let place = start[one - side.first] ?? 0; place < last; place++) {
        const n = others[place] ?? 0;
        if (own + (other.price[n] ?? 0) !== score[edge === null ? place : (edge[place] ?? 0)]) continue;
        visit(other.first + n, other);
      }
    }
    return count;
  }

  function settleNodes(rowNodes: Int32Array, columnNodes: Int32Array): void {
    for (const side of [rowNodes, columnNodes]) side.forEach((node, at) => (placeOf[node] = at));
    const edges: number[] = [];
    const rowStart = new Int32Array(rowNodes.length + 1);
    rowNodes.forEach((i, at) => {
      const { start, other } = rows.list;
      const last = start[i + 1] ?? 0;
      for (let e = start[i] ?? 0; e < last; e++) {
        const j = other[e] ?? 0;
        if (columns.capacity[j] !== 0 && (rows.price[i] ?? 0) + (columns.price[j] ?? 0) === score[e])
          edges.push(e);
      }
      rowStart[at + 1] = edges.length;
    });
    const flow = Uint8Array.from(edges, (e) => graph.flow[e] ?? 0);
    const inRows = takePart(rows, rowNodes);
    const inColumns = takePart(
      columns,
      columnNodes.map((node) => node - columns.first),
    );
    edges.forEach((e, at) => {
      if (flow[at] !== 1) return;
      const i = placeOf[graph.rowOf[e] ?? 0] ?? 0;
      inRows.besides[i] = (inRows.besides[i] ?? 0) - 1;
      const j = placeOf[columns.first + (graph.columnOf[e] ?? 0)] ?? 0;
      inColumns.besides[j] = (inColumns.besides[j] ?? 0) - 1;
    });
    const row = withoutBesides(inRows);
    const column = withoutBesides(inColumns);
    const settled = settleTies(
      {
        rowStart,
        column: Int32Array.from(edges, (e) => placeOf[columns.first + (graph.columnOf[e] ?? 0)] ?? 0),
        score: Float64Array.from(edges, (e) => score[e] ?? 0),
        rowCapacity: row.capacity,
        columnCapacity: column.capacity,
        rowBonus: row.bonus,
        columnBonus: column.bonus,
      },
      { flow, rowPrice: inRows.price, columnPrice: inColumns.price },
    );
    edges.forEach((e, at) => {
      if (settled[at] === flow[at]) return;
      if (settled[at] === 1) useEdge(graph, e);
      else dropEdge(graph, e);
    });
  }

  return {
    touch,
    settle,
    settleAll() {
      for (let node = 0; node < nodes; node++) touch(node);
      settle();
    },
  };
}

interface Part {
  readonly capacity: Int32Array;
  readonly bonus: Float64Array;
  readonly price: Float64Array;
  /** Uses by edges that are not tight. */
  readonly besides: Int32Array;
}

function takePart({ capacity, bonus, price, degree }: RepairSide, at: Int32Array): Part {
  return {
    capacity: at.map((n) => capacity[n] ?? 0),
    bonus: Float64Array.from(at, (n) => bonus[n] ?? 0),
    price: Float64Array.from(at, (n) => price[n] ?? 0),
    besides: at.map((n) => degree[n] ?? 0),
  };
}

function withoutBesides({ capacity, bonus, besides }: Part): Pick<Part, 'capacity' | 'bonus'> {
  return {
    capacity: capacity.map((places, at) => places - (besides[at] ?? 0)),
    bonus: bonus.map((gain, at) => (besides[at] === 0 ? gain : 0)),
  };
}
