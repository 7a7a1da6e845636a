import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatchingError, solveMostRows, solveNetwork, type Flow, type Network } from '../index.ts';

/* The whole proof is asked for by name; the suite runs a shortened one. */
const RUNS = process.env.PROVE === undefined ? 300 : 1_000_000;

type Plain = {
  readonly edges: readonly (readonly (number | null)[])[];
  readonly rowCapacity: readonly number[];
  readonly columnCapacity: readonly number[];
  readonly rowBonus: readonly number[];
  readonly columnBonus: readonly number[];
};

/** Networks of any shape up to so many nodes a side: few scores or many, of either sign, capacities from `least`. */
const anyNetwork = (nodes: number, least = 0, most = 3): fc.Arbitrary<Network> =>
  fc
    .tuple(fc.nat({ max: nodes }), fc.nat({ max: nodes }), fc.constantFrom(1, 3, 30, 100_000))
    .chain(([rows, columns, spread]) => {
      const list = <T>(each: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
        fc.array(each, { minLength: length, maxLength: length });
      const score = fc.option(fc.integer({ min: -Math.ceil(spread / 3), max: spread }), { freq: 2 });
      const capacity = fc.integer({ min: least, max: most });
      const bonus = fc.constantFrom(0, 1, 7, 50, 1_000_000);
      return fc.record({
        edges: list(list(score, columns), rows),
        rowCapacity: list(capacity, rows),
        columnCapacity: list(capacity, columns),
        rowBonus: list(bonus, rows),
        columnBonus: list(bonus, columns),
      });
    })
    .map(networkOf);

/** As many places as rows, so that often every place is filled. */
const squareNetwork = (nodes: number): fc.Arbitrary<Network> =>
  fc
    .tuple(fc.integer({ min: 1, max: nodes }), fc.constantFrom(3, 100_000))
    .chain(([n, spread]) => {
      const row = fc.array(fc.option(fc.nat({ max: spread }), { freq: 3 }), { minLength: n, maxLength: n });
      return fc.array(row, { minLength: n, maxLength: n });
    })
    .map((edges) => {
      const [ones, none] = [edges.map(() => 1), edges.map(() => 0)];
      return networkOf({
        edges,
        rowCapacity: ones,
        columnCapacity: ones,
        rowBonus: none,
        columnBonus: none,
      });
    });

function networkOf(plain: Plain): Network {
  const rowStart = [0];
  const column: number[] = [];
  const score: number[] = [];
  for (const row of plain.edges) {
    for (const [j, worth] of row.entries()) {
      if (worth === null) continue;
      column.push(j);
      score.push(worth);
    }
    rowStart.push(column.length);
  }
  return {
    rowStart: Int32Array.from(rowStart),
    column: Int32Array.from(column),
    score: Float64Array.from(score),
    rowCapacity: Int32Array.from(plain.rowCapacity),
    columnCapacity: Int32Array.from(plain.columnCapacity),
    rowBonus: Float64Array.from(plain.rowBonus),
    columnBonus: Float64Array.from(plain.columnBonus),
  };
}

describe('most rows first', () => {
  it('uses more rows rather than a higher score', () => {
    const network = networkOf({
      edges: [
        [9, 1],
        [8, null],
      ],
      rowCapacity: [1, 1],
      columnCapacity: [1, 1],
      rowBonus: [0, 0],
      columnBonus: [0, 0],
    });
    expect([...solveMostRows(network).flow]).toEqual([0, 1, 1]);
  });

  it('answers for nobody, and where nothing is allowed', () => {
    const none = { rowBonus: [], columnBonus: [] };
    const nobody = networkOf({ edges: [], rowCapacity: [], columnCapacity: [], ...none });
    expect(solveMostRows(nobody)).toMatchObject({ bonus: 0, flow: new Uint8Array(0) });
    const apart = { edges: [[null], [null]], rowCapacity: [1, 2], columnCapacity: [1] };
    const alone = networkOf({ ...apart, rowBonus: [0, 0], columnBonus: [0] });
    expect(solveMostRows(alone).flow).toHaveLength(0);
  });

  it('is as good as the best of all uses, rows first', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork(3, 0, 2), squareNetwork(3)), (network) => {
        expect(rowsAndTotal(network, solveMostRows(network).flow)).toEqual(bestByTrying(network));
      }),
      { numRuns: RUNS },
    );
  });

  it('proves itself by its prices for the bonus it names, and agrees with a bonus beyond all totals', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork(9), anyNetwork(9, 1, 1), squareNetwork(12)), (network) => {
        const solved = solveMostRows(network);
        const none = new Float64Array(network.columnCapacity.length);
        const withBonus = (bonus: number): Network => ({
          ...network,
          rowBonus: new Float64Array(network.rowCapacity.length).fill(bonus),
          columnBonus: none,
        });
        expect(findFaults(withBonus(solved.bonus), solved)).toEqual([]);
        const dominated = solveNetwork(withBonus(1_000_000 * (network.column.length + 1)));
        expect(rowsAndTotal(network, solved.flow)).toEqual(rowsAndTotal(network, dominated.flow));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the sparse solver with bonuses', () => {
  it('leaves no price that a use or a gap contradicts', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork(9), anyNetwork(9, 1, 1), anyNetwork(16, 1, 4)), (network) => {
        expect(findFaults(network, solveNetwork(network))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives up bids that find no end, for few columns of great bonus', () => {
    const war = networkOf({
      edges: [
        [17, 14, 13],
        [3, 16, 10],
      ],
      rowCapacity: [2, 2],
      columnCapacity: [1, 2, 2],
      rowBonus: [0, 0],
      columnBonus: [1_000_000, 415_515, 539_565],
    });
    expect(findFaults(war, solveNetwork(war))).toEqual([]);
  });

  it('does not mind how many bids come before the search', () => {
    const wide = networkOf({
      edges: Array.from({ length: 40 }, (_, i) =>
        Array.from({ length: 12 }, (__, j) => (i * j * 7919) % 101),
      ),
      rowCapacity: Array.from({ length: 40 }, (_, i) => 1 + (i % 3)),
      columnCapacity: Array.from({ length: 12 }, (_, j) => 1 + (j % 4)),
      rowBonus: Array.from({ length: 40 }, () => 1e9),
      columnBonus: Array.from({ length: 12 }, () => 0),
    });
    expect(findFaults(wide, solveNetwork(wide))).toEqual([]);
  });

  it.each<readonly [string, Partial<Network>, readonly [code: string, place: string, value: string]]>([
    ['a score that is infinite', { score: [1, Infinity, 1] }, ['bad-network', 'score[1]', 'Infinity']],
    ['a score past 2^53', { score: [1, 2 ** 53, 1] }, ['bad-network', 'score[1]', '9007199254740992']],
    ['a negative column', { column: Int32Array.of(-1, 1, 0) }, ['bad-network', 'column[0]', '-1']],
    [
      'a first row that does not start at 0',
      { rowStart: Int32Array.of(1, 2, 3) },
      ['bad-network', 'rowStart[0]', '1'],
    ],
    ['a row start too few', { rowStart: Int32Array.of(0, 3) }, ['bad-network', 'rowStart.length', '2']],
    [
      'a capacity below 0',
      { columnCapacity: Int32Array.of(1, -2) },
      ['bad-network', 'columnCapacity[1]', '-2'],
    ],
    [
      'totals past 2^53',
      { score: [2 ** 51, 2 ** 51, 2 ** 51] },
      ['too-large', 'network', String(8 * (2 ** 51 + 1) + 2 * 2 ** 51)],
    ],
  ])('refuses %s, with or without bonuses', (_, change, expected) => {
    const network: Network = {
      ...networkOf({
        edges: [
          [1, 2],
          [3, null],
        ],
        rowCapacity: [1, 1],
        columnCapacity: [1, 1],
        rowBonus: [0, 0],
        columnBonus: [0, 0],
      }),
      ...change,
    };
    for (const solve of [solveNetwork, solveMostRows])
      expect(refusalOf(() => solve(network))).toEqual(expected);
  });
});

function refusalOf(solve: () => unknown): unknown {
  try {
    return solve();
  } catch (error) {
    return error instanceof MatchingError ? [error.code, error.place, error.value] : error;
  }
}

interface Edge {
  readonly i: number;
  readonly j: number;
  readonly e: number;
}

function listEdges({ rowStart, column }: Network): readonly Edge[] {
  const starts = [...rowStart];
  return starts
    .slice(0, -1)
    .flatMap((start, i) =>
      [...column.subarray(start, starts[i + 1])].map((j, at) => ({ i, j, e: start + at })),
    );
}

function degreesOf(
  network: Network,
  flow: Uint8Array,
): { readonly rows: number[]; readonly columns: number[] } {
  const rows = [...network.rowCapacity].map(() => 0);
  const columns = [...network.columnCapacity].map(() => 0);
  for (const { i, j, e } of listEdges(network)) {
    if (flow[e] !== 1) continue;
    rows[i] = (rows[i] ?? NaN) + 1;
    columns[j] = (columns[j] ?? NaN) + 1;
  }
  return { rows, columns };
}

function rowsAndTotal(network: Network, flow: Uint8Array): readonly [rows: number, total: number] {
  const total = listEdges(network).reduce(
    (sum, { e }) => sum + (flow[e] ?? NaN) * (network.score[e] ?? NaN),
    0,
  );
  return [degreesOf(network, flow).rows.filter((degree) => degree > 0).length, total];
}

/* Every set of edges that keeps the capacities. */
function bestByTrying(network: Network): readonly [rows: number, total: number] {
  const edges = listEdges(network);
  const flow = new Uint8Array(edges.length);
  const [rowLeft, columnLeft] = [network.rowCapacity.slice(), network.columnCapacity.slice()];
  let best = rowsAndTotal(network, flow);
  const use = (edge: Edge, by: 1 | -1): void => {
    flow[edge.e] = by === 1 ? 1 : 0;
    rowLeft[edge.i] = (rowLeft[edge.i] ?? NaN) - by;
    columnLeft[edge.j] = (columnLeft[edge.j] ?? NaN) - by;
  };
  const tryFrom = (at: number): void => {
    const edge = edges[at];
    if (edge === undefined) {
      const found = rowsAndTotal(network, flow);
      if (found[0] > best[0] || (found[0] === best[0] && found[1] > best[1])) best = found;
      return;
    }
    tryFrom(at + 1);
    if ((rowLeft[edge.i] ?? 0) === 0 || (columnLeft[edge.j] ?? 0) === 0) return;
    use(edge, 1);
    tryFrom(at + 1);
    use(edge, -1);
  };
  tryFrom(0);
  return best;
}

/* Where the conditions of optimality, as `solveNetwork` states them, do not hold. */
function findFaults(network: Network, { flow, rowPrice, columnPrice }: Flow): readonly string[] {
  const { rowCapacity, columnCapacity, rowBonus, columnBonus, score } = network;
  const faults: string[] = [];
  for (const { i, j, e } of listEdges(network)) {
    const slack = (rowPrice[i] ?? NaN) + (columnPrice[j] ?? NaN) - (score[e] ?? NaN);
    if (!Number.isSafeInteger(slack)) faults.push(`no whole number at edge ${String(e)}`);
    const isOpen = rowCapacity[i] !== 0 && columnCapacity[j] !== 0;
    if (flow[e] === 1 ? slack > 0 : isOpen && slack < 0) faults.push(`edge ${String(e)}: ${String(slack)}`);
  }
  const check = (
    name: string,
    degrees: number[],
    capacity: Int32Array,
    bonus: Float64Array,
    price: Float64Array,
  ): void => {
    for (const [at, degree] of degrees.entries()) {
      const worth = price[at] ?? NaN;
      const gain = (uses: number): number => (uses === 1 ? (bonus[at] ?? NaN) : 0) + worth;
      const room = (capacity[at] ?? NaN) - degree;
      if (room < 0 || (room > 0 && gain(degree + 1) > 0)) faults.push(`${name} ${String(at)} wants more`);
      if (degree > 0 && gain(degree) < 0) faults.push(`${name} ${String(at)} wants less`);
    }
  };
  const degrees = degreesOf(network, flow);
  check('row', degrees.rows, rowCapacity, rowBonus, rowPrice);
  check('column', degrees.columns, columnCapacity, columnBonus, columnPrice);
  return faults;
}
