import type { Flow, Network } from './network.ts';

/**
 * Among all uses of the network that earn the most, the one whose list of edges comes first: row by row, and
 * in each row column by column, an edge is used if any best use that agrees with what was settled before uses it.
 * So the answer does not depend on how the solver came to it.
 *
 * By complementary slackness the best uses are exactly those of the tight edges (u + v = score) that keep each
 * degree within the limits the prices set. One best use becomes another along cycles of the residual graph: an
 * edge can be had if its column reaches its row there, and the way found is the exchange to make.
 */
export function settleTies(network: Network, solved: Flow): Uint8Array {
  const flow = solved.flow.slice();
  const rows = network.rowCapacity.length;
  const columns = network.columnCapacity.length;
  const { start, column, edge } = keepTight(network, solved);
  const rowLimits = limitsOf(network.rowCapacity, network.rowBonus, solved.rowPrice);
  const columnLimits = limitsOf(network.columnCapacity, network.columnBonus, solved.columnPrice);
  const { rowDegree, columnDegree } = countDegrees(network, flow);
  /* For each column the rows that use it by a tight edge, with the edge. */
  const users: Map<number, number>[] = Array.from({ length: columns }, () => new Map<number, number>());
  for (let i = 0; i < rows; i++) {
    for (let t = start[i] ?? 0; t < (start[i + 1] ?? 0); t++) {
      if (flow[edge[t] ?? 0] === 1) users[column[t] ?? 0]?.set(i, edge[t] ?? 0);
    }
  }

  /* Rows are the nodes 0 … rows − 1, column j is rows + j; home, the T of the solver, is the last. */
  const home = rows + columns;
  const seenIn = new Int32Array(home + 1);
  const parent = new Int32Array(home + 1);
  const parentEdge = new Int32Array(home + 1);
  const visited = new Int32Array(home + 1);
  const stack = new Int32Array(home + 1);
  let visitedCount = 0;
  let height = 0;
  let search = 0;
  /* Nodes that do not reach the row at hand. An exchange changes arcs only among nodes that do, so they stay dead. */
  const deadFor = new Int32Array(home + 1).fill(-1);
  /* The columns that the row at hand uses but may still give up. */
  let unsettled: number[] = [];

  for (let i = 0; i < rows; i++) settleRow(i);
  return flow;

  function settleRow(i: number): void {
    unsettled = [];
    for (let t = start[i] ?? 0; t < (start[i + 1] ?? 0); t++) {
      if (flow[edge[t] ?? 0] === 1) unsettled.push(column[t] ?? 0);
    }
    for (let t = start[i] ?? 0; t < (start[i + 1] ?? 0); t++) {
      const j = column[t] ?? 0;
      const e = edge[t] ?? 0;
      if (flow[e] === 1) unsettled = unsettled.filter((other) => other !== j);
      else if (unsettled.length > 0 || mayGrow(i)) {
        const end = findWay(rows + j, i);
        if (end !== -1) exchange(i, e, end);
      } else break;
    }
  }

  function mayGrow(i: number): boolean {
    return (rowDegree[i] ?? 0) < (rowLimits.most[i] ?? 0);
  }

  /* The last node before row `target` on a way there from a column, or -1. Depth first, with a look one step ahead. */
  function findWay(from: number, target: number): number {
    if (deadFor[from] === target) return -1;
    search++;
    visitedCount = 0;
    height = 0;
    visit(from, -1, -1, target);
    while (height > 0) {
      const node = stack[--height] ?? 0;
      if (node === home) {
        if (mayGrow(target)) return home;
        leaveHome(target);
      } else if (node < rows) {
        const shortcut = findShortcut(node, target);
        if (shortcut !== -1) return shortcut;
        leaveRow(node, target);
      } else {
        if (unsettled.includes(node - rows)) return node;
        leaveColumn(node - rows, target);
      }
    }
    for (let at = 0; at < visitedCount; at++) deadFor[visited[at] ?? 0] = target;
    return -1;
  }

  function visit(node: number, before: number, by: number, target: number): void {
    if (seenIn[node] === search || deadFor[node] === target) return;
    seenIn[node] = search;
    parent[node] = before;
    parentEdge[node] = by;
    visited[visitedCount++] = node;
    stack[height++] = node;
  }

  /* A column that the target may give up and this row can take: nearly every search among many equals ends here. */
  function findShortcut(i: number, target: number): number {
    for (const j of unsettled) {
      const e = tightEdge(i, j);
      if (e === -1 || flow[e] === 1 || seenIn[rows + j] === search) continue;
      visit(rows + j, i, e, target);
      return rows + j;
    }
    return -1;
  }

  function tightEdge(i: number, j: number): number {
    let low = start[i] ?? 0;
    let high = (start[i + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = column[middle] ?? 0;
      if (found === j) return edge[middle] ?? -1;
      if (found < j) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /* Rows before the target are settled: no way leads through them. */
  function leaveHome(target: number): void {
    for (let i = target + 1; i < rows; i++) if (mayGrow(i)) visit(i, home, -1, target);
    for (let j = 0; j < columns; j++) {
      if ((columnDegree[j] ?? 0) > (columnLimits.least[j] ?? 0)) visit(rows + j, home, -1, target);
    }
  }

  function leaveRow(i: number, target: number): void {
    for (let t = start[i] ?? 0; t < (start[i + 1] ?? 0); t++) {
      if (flow[edge[t] ?? 0] === 0) visit(rows + (column[t] ?? 0), i, edge[t] ?? 0, target);
    }
    if ((rowDegree[i] ?? 0) > (rowLimits.least[i] ?? 0)) visit(home, i, -1, target);
  }

  function leaveColumn(j: number, target: number): void {
    for (const [i, e] of users[j] ?? []) if (i > target) visit(i, rows + j, e, target);
    if ((columnDegree[j] ?? 0) < (columnLimits.most[j] ?? 0)) visit(home, rows + j, -1, target);
  }

  /* Gives edge `e` to the row: every edge on the way from its column back to the row changes sides. */
  function exchange(target: number, e: number, end: number): void {
    if (end === home) add(rowDegree, target, 1);
    else {
      drop(users[end - rows]?.get(target) ?? -1, target, end - rows);
      unsettled = unsettled.filter((j) => j !== end - rows);
    }
    let node = end;
    for (let before = parent[node] ?? -1; before !== -1; before = parent[node] ?? -1) {
      step(before, node);
      node = before;
    }
    take(e, target, node - rows);
  }

  function step(before: number, node: number): void {
    if (node === home)
      add(
        before < rows ? rowDegree : columnDegree,
        before < rows ? before : before - rows,
        before < rows ? -1 : 1,
      );
    else if (before === home)
      add(node < rows ? rowDegree : columnDegree, node < rows ? node : node - rows, node < rows ? 1 : -1);
    else if (node < rows) drop(parentEdge[node] ?? -1, node, before - rows);
    else take(parentEdge[node] ?? -1, before, node - rows);
  }

  function take(e: number, i: number, j: number): void {
    flow[e] = 1;
    users[j]?.set(i, e);
  }

  function drop(e: number, i: number, j: number): void {
    flow[e] = 0;
    users[j]?.delete(i);
  }
}

interface TightEdges {
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly edge: Int32Array;
}

/* Every other edge is used by all best uses or by none. */
function keepTight({ rowStart, column, score }: Network, { rowPrice, columnPrice }: Flow): TightEdges {
  const rows = rowPrice.length;
  const start = new Int32Array(rows + 1);
  const edge = new Int32Array(column.length);
  let kept = 0;
  for (let i = 0; i < rows; i++) {
    const last = rowStart[i + 1] ?? 0;
    for (let e = rowStart[i] ?? 0; e < last; e++) {
      if ((rowPrice[i] ?? 0) + (columnPrice[column[e] ?? 0] ?? 0) === (score[e] ?? 0)) edge[kept++] = e;
    }
    start[i + 1] = kept;
  }
  const tight = edge.slice(0, kept);
  return { start, column: tight.map((e) => column[e] ?? 0), edge: tight };
}

/* The fewest and the most uses of each row or column that its price allows. */
function limitsOf(
  capacity: Int32Array,
  bonus: Float64Array,
  price: Float64Array,
): { readonly least: Int32Array; readonly most: Int32Array } {
  const wanted = (at: number, isWanted: (gain: number) => boolean): number => {
    if (capacity[at] === 0) return 0;
    if (isWanted(price[at] ?? 0)) return capacity[at] ?? 0;
    return isWanted((bonus[at] ?? 0) + (price[at] ?? 0)) ? 1 : 0;
  };
  return {
    least: capacity.map((_, at) => wanted(at, (gain) => gain > 0)),
    most: capacity.map((_, at) => wanted(at, (gain) => gain >= 0)),
  };
}

function countDegrees(
  { rowStart, column, columnCapacity }: Network,
  flow: Uint8Array,
): { readonly rowDegree: Int32Array; readonly columnDegree: Int32Array } {
  const rowDegree = new Int32Array(rowStart.length - 1);
  const columnDegree = new Int32Array(columnCapacity.length);
  for (let i = 0; i < rowDegree.length; i++) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      if (flow[e] !== 1) continue;
      add(rowDegree, i, 1);
      add(columnDegree, column[e] ?? 0, 1);
    }
  }
  return { rowDegree, columnDegree };
}

function add(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}
