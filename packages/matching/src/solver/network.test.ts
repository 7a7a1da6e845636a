import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../bench/people.ts';
import { MatchingError, settleTies, solveNetwork, type Network } from '../index.ts';

/* The whole proof is asked for by name; the suite runs a shortened one. */
const LONG_NETWORKS = process.env.PROVE === undefined ? 300 : 20_000;

interface Plain {
  readonly rowStart: readonly number[];
  readonly column: readonly number[];
  readonly score: readonly number[];
  readonly rowCapacity: readonly number[];
  readonly columnCapacity: readonly number[];
  readonly rowBonus?: readonly number[];
  readonly columnBonus?: readonly number[];
}

function networkOf(plain: Plain): Network {
  return {
    rowStart: Int32Array.from(plain.rowStart),
    column: Int32Array.from(plain.column),
    score: plain.score,
    rowCapacity: Int32Array.from(plain.rowCapacity),
    columnCapacity: Int32Array.from(plain.columnCapacity),
    rowBonus: Float64Array.from(plain.rowBonus ?? plain.rowCapacity.map(() => 0)),
    columnBonus: Float64Array.from(plain.columnBonus ?? plain.columnCapacity.map(() => 0)),
  };
}

const TWO: Plain = {
  rowStart: [0, 2, 4],
  column: [0, 1, 0, 1],
  score: [5, 4, 4, 1],
  rowCapacity: [1, 1],
  columnCapacity: [1, 1],
};

describe('the solver', () => {
  it('takes the best sum, not the best edge', () => {
    expect([...solveNetwork(networkOf(TWO)).flow]).toEqual([0, 1, 1, 0]);
  });

  it('leaves an edge of negative score unused, unless a bonus makes up for it', () => {
    const plain = { ...TWO, score: [-5, -4, -4, -1] };
    expect([...solveNetwork(networkOf(plain)).flow]).toEqual([0, 0, 0, 0]);
    expect([...solveNetwork(networkOf({ ...plain, rowBonus: [9, 9] })).flow]).toEqual([1, 0, 0, 1]);
  });

  it('answers for nothing by nothing', () => {
    const empty = { rowStart: [0], column: [], score: [], rowCapacity: [], columnCapacity: [1, 1, 1] };
    expect([...solveNetwork(networkOf(empty)).flow]).toEqual([]);
    const alone = { rowStart: [0, 0], column: [], score: [], rowCapacity: [2], columnCapacity: [] };
    expect([...solveNetwork(networkOf(alone)).flow]).toEqual([]);
  });

  it('uses no row and no column of capacity 0', () => {
    expect([...solveNetwork(networkOf({ ...TWO, rowCapacity: [0, 2] })).flow]).toEqual([0, 0, 1, 1]);
    expect([...solveNetwork(networkOf({ ...TWO, columnCapacity: [2, 0] })).flow]).toEqual([1, 0, 1, 0]);
  });

  it('proves every answer by its prices, on 3,000 networks with scores of either sign', () => {
    const random = makeRandom(3);
    for (let n = 0; n < 3000; n++) {
      const network = makeNetwork(random);
      const solved = solveNetwork(network);
      const settled = settleTies(network, solved);
      const bound = boundOf(network, solved.rowPrice, solved.columnPrice);
      expect([n, valueOf(network, solved.flow)]).toEqual([n, bound]);
      expect([n, valueOf(network, settled)]).toEqual([n, bound]);
    }
  });

  it('proves every answer whose rows are too long to be read whole at every bid', () => {
    const random = makeRandom(5);
    for (let n = 0; n < LONG_NETWORKS; n++) {
      const network = makeNetwork(random, [3, 40, 3000][n % 3], 60, 1 + (n % 2) * 3);
      const solved = solveNetwork(network);
      const bound = boundOf(network, solved.rowPrice, solved.columnPrice);
      expect([n, valueOf(network, solved.flow)]).toEqual([n, bound]);
    }
  });

  it('settles ties the same way whichever best answer it is given, on 2,000 networks full of ties', () => {
    const random = makeRandom(4);
    for (let n = 0; n < 2000; n++) {
      const network = makeNetwork(random, 3);
      const backwards = solveNetwork(turn(network));
      const edges = network.column.length;
      const sameSolved = {
        flow: backwards.flow.map((_, e) => backwards.flow[edges - 1 - e] ?? 0),
        rowPrice: backwards.rowPrice.slice().reverse(),
        columnPrice: backwards.columnPrice.slice().reverse(),
      };
      const forwards = settleTies(network, solveNetwork(network));
      expect([n, ...settleTies(network, sameSolved)]).toEqual([n, ...forwards]);
    }
  });

  it.each<readonly [string, Partial<Plain>, readonly [code: string, place: string, value: string]]>([
    ['columns out of order', { column: [1, 0, 0, 1] }, ['bad-network', 'column[1]', '0']],
    ['an edge twice', { column: [0, 0, 0, 1] }, ['bad-network', 'column[1]', '0']],
    ['a column that is not there', { column: [0, 2, 0, 1] }, ['bad-network', 'column[1]', '2']],
    ['a score that is no number', { score: [5, Number.NaN, 4, 1] }, ['bad-network', 'score[1]', 'NaN']],
    ['a score that is not whole', { score: [5, 0.5, 4, 1] }, ['bad-network', 'score[1]', '0.5']],
    ['a negative capacity', { rowCapacity: [1, -1] }, ['bad-network', 'rowCapacity[1]', '-1']],
    ['a negative bonus', { columnBonus: [-3, 0] }, ['bad-network', 'columnBonus[0]', '-3']],
    ['rows that run backwards', { rowStart: [0, 5, 4] }, ['bad-network', 'rowStart[1]', '5']],
    ['rows that end too early', { rowStart: [0, 2, 3] }, ['bad-network', 'rowStart[2]', '3']],
    ['a score too few', { score: [5, 4, 4] }, ['bad-network', 'score.length', '3']],
    [
      'sums beyond 2^53',
      { score: [5, 4, 4, Number.MAX_SAFE_INTEGER] },
      ['too-large', 'network', '90071992547409920'],
    ],
  ])('refuses %s by place and value', (_, change, expected) => {
    let found: unknown;
    try {
      found = solveNetwork(networkOf({ ...TWO, ...change }));
    } catch (error) {
      found = error instanceof MatchingError ? [error.code, error.place, error.value] : error;
    }
    expect(found).toEqual(expected);
  });
});

function makeNetwork(
  random: () => number,
  spread = 1 + Math.floor(random() * 20),
  nodes = 8,
  places = 4,
): Network {
  const whole = (below: number): number => Math.floor(random() * below);
  const rows = whole(nodes + 1);
  const columns = whole(nodes + 1);
  const density = random();
  const rowStart = [0];
  const column: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) if (random() < density) column.push(j);
    rowStart.push(column.length);
  }
  const list = (length: number, below: number): readonly number[] =>
    Array.from({ length }, () => whole(below));
  return networkOf({
    rowStart,
    column,
    score: column.map(() => whole(spread) - whole(5)),
    rowCapacity: list(rows, places + 1),
    columnCapacity: list(columns, places + 1),
    rowBonus: list(rows, 40),
    columnBonus: list(columns, 40),
  });
}

/* The same network with its rows and columns numbered from the other end. */
function turn(network: Network): Network {
  const edges = network.column.length;
  return {
    rowStart: network.rowStart.map((_, i, starts) => edges - (starts[starts.length - 1 - i] ?? 0)),
    column: network.column.map((_, e, all) => network.columnCapacity.length - 1 - (all[edges - 1 - e] ?? 0)),
    score: Array.from(network.score).reverse(),
    rowCapacity: network.rowCapacity.slice().reverse(),
    columnCapacity: network.columnCapacity.slice().reverse(),
    rowBonus: network.rowBonus.slice().reverse(),
    columnBonus: network.columnBonus.slice().reverse(),
  };
}

/* What a flow earns; NaN when it is no flow. */
function valueOf(network: Network, flow: Uint8Array): number {
  const rowDegree = [...network.rowCapacity].map(() => 0);
  const columnDegree = [...network.columnCapacity].map(() => 0);
  let value = 0;
  eachEdge(network, (i, j, e) => {
    if (flow[e] !== 1) return;
    value += network.score[e] ?? NaN;
    rowDegree[i] = (rowDegree[i] ?? NaN) + 1;
    columnDegree[j] = (columnDegree[j] ?? NaN) + 1;
  });
  const earn = (degree: readonly number[], capacity: Int32Array, bonus: Float64Array): void => {
    for (const [at, used] of degree.entries()) {
      if (used > (capacity[at] ?? 0)) value = NaN;
      if (used > 0) value += bonus[at] ?? NaN;
    }
  };
  earn(rowDegree, network.rowCapacity, network.rowBonus);
  earn(columnDegree, network.columnCapacity, network.columnBonus);
  return value;
}

/* No flow earns more, whatever the prices (weak duality). */
function boundOf(network: Network, rowPrice: Float64Array, columnPrice: Float64Array): number {
  let bound = 0;
  eachEdge(network, (i, j, e) => {
    if (network.rowCapacity[i] === 0 || network.columnCapacity[j] === 0) return;
    bound += Math.max(0, (network.score[e] ?? 0) - (rowPrice[i] ?? 0) - (columnPrice[j] ?? 0));
  });
  const places = (price: Float64Array, capacity: Int32Array, bonus: Float64Array): void => {
    for (const [at, p] of price.entries()) {
      const open = capacity[at] ?? 0;
      if (open > 0) bound += Math.max(0, (bonus[at] ?? 0) + p) + (open - 1) * Math.max(0, p);
    }
  };
  places(rowPrice, network.rowCapacity, network.rowBonus);
  places(columnPrice, network.columnCapacity, network.columnBonus);
  return bound;
}

function eachEdge({ rowStart, column }: Network, visit: (i: number, j: number, e: number) => void): void {
  for (let i = 0; i + 1 < rowStart.length; i++) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) visit(i, column[e] ?? 0, e);
  }
}
