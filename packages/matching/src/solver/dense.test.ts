import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MatchingError } from '../errors.ts';
import { makeDenseSolver, solveDense, type DenseAssignment, type DenseProblem } from './dense.ts';

const RUNS = process.env.PROVE === undefined ? 300 : 100_000;

/* What is wrong with a claim of lowest cost, by weak duality alone; null when nothing is. */
function findFlaw({ rows, columns, cost }: DenseProblem, answer: DenseAssignment): string | null {
  const { columnOfRow, rowPrice, columnPrice } = answer;
  const at = (i: number, j: number): number => cost[i * columns + j] ?? NaN;
  if (columnOfRow.length !== rows || new Set(columnOfRow).size !== rows) return 'not one column each';
  let spent = 0;
  for (let i = 0; i < rows; i++) spent += at(i, columnOfRow[i] ?? -1);
  const proved = [...rowPrice, ...columnPrice].reduce((sum, price) => sum + price, 0);
  if (spent !== proved) return `spends ${String(spent)}, proves ${String(proved)}`;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (!((rowPrice[i] ?? NaN) + (columnPrice[j] ?? NaN) <= at(i, j))) return `dear at ${String([i, j])}`;
    }
  }
  if (rows < columns && columnPrice.some((price) => price > 0)) return 'a column pays to be left';
  return null;
}

/* The lowest cost by trying every order; for a handful of rows. */
function lowestCost({ rows, columns, cost }: DenseProblem): number {
  const used = new Set<number>();
  const fromRow = (i: number): number => {
    if (i === rows) return 0;
    let lowest = Infinity;
    for (let j = 0; j < columns; j++) {
      if (used.has(j)) continue;
      used.add(j);
      lowest = Math.min(lowest, (cost[i * columns + j] ?? NaN) + fromRow(i + 1));
      used.delete(j);
    }
    return lowest;
  };
  return fromRow(0);
}

function totalOf({ columns, cost }: DenseProblem, { columnOfRow }: DenseAssignment): number {
  return columnOfRow.reduce((sum, j, i) => sum + (cost[i * columns + j] ?? NaN), 0);
}

/* Shapes of cost: few values, many values, either sign, everyone wants the same, far-apart towns, products. */
const SHAPES = ['few', 'many', 'signed', 'same', 'towns', 'product', 'equal'] as const;
const anyProblem = (most: number): fc.Arbitrary<DenseProblem> =>
  fc
    .record({
      rows: fc.integer({ min: 0, max: most }),
      spare: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })),
      shape: fc.constantFrom(...SHAPES),
      seed: fc.integer(),
    })
    .map(({ rows, spare, shape, seed }) => makeProblem(rows, rows + spare, shape, makeDice(seed)));

function makeProblem(
  rows: number,
  columns: number,
  shape: (typeof SHAPES)[number],
  roll: (below: number) => number,
): DenseProblem {
  const cost = new Float64Array(rows * columns);
  const [a, b] = [rows, columns].map((count) => Array.from({ length: count }, () => roll(1_000)));
  for (let k = 0; k < cost.length; k++) cost[k] = costOf(Math.floor(k / columns), k % columns);
  return { rows, columns, cost };

  function costOf(i: number, j: number): number {
    const [left, right] = [a?.[i] ?? 0, b?.[j] ?? 0];
    if (shape === 'few') return roll(4);
    if (shape === 'many') return roll(1_000_000_000);
    if (shape === 'signed') return roll(2_000) - 1_000;
    if (shape === 'same') return right * 10 + roll(300);
    if (shape === 'towns') return Math.abs((left % 3) - (right % 3)) * 1_000 + roll(100);
    return shape === 'product' ? (i + 1) * (j + 1) : 7;
  }
}

/* Small and whole, so that a failing case is told by its seed alone. */
function makeDice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('a small matrix: no assignment costs less', () => {
  fc.assert(
    fc.property(anyProblem(6), (problem) => {
      const answer = solveDense(problem);
      expect(findFlaw(problem, answer)).toBeNull();
      expect(totalOf(problem, answer)).toBe(lowestCost(problem));
    }),
    { numRuns: RUNS },
  );
});

test('a matrix of any shape up to 160 columns: the prices prove the answer', () => {
  fc.assert(
    fc.property(anyProblem(80), (problem) => {
      expect(findFlaw(problem, solveDense(problem))).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test('hundreds of rows, where lists are short of the columns and rows overbid: the prices prove the answer', () => {
  fc.assert(
    fc.property(anyProblem(250), (problem) => {
      expect(findFlaw(problem, solveDense(problem))).toBeNull();
    }),
    { numRuns: RUNS / 10 },
  );
});

test('a few columns cost each row nothing, all others one or two: the prices prove the answer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 140 }), fc.integer(), (rows, seed) => {
      const roll = makeDice(seed);
      const cost = Float64Array.from({ length: rows * rows }, () => (roll(100) < 3 ? 0 : 1 + roll(2)));
      const problem = { rows, columns: rows, cost };
      expect(findFlaw(problem, solveDense(problem))).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test('whole numbers of 32 bits give the answer of the same in 64', () => {
  fc.assert(
    fc.property(anyProblem(40), (problem) => {
      const narrow = { ...problem, cost: Int32Array.from(problem.cost) };
      expect(solveDense(narrow)).toEqual(solveDense(problem));
    }),
    { numRuns: RUNS / 10 },
  );
});

test('rows change one by one, then all a little: the repaired answer costs what one from scratch costs', () => {
  fc.assert(
    fc.property(
      anyProblem(40),
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.integer(),
      (problem, edits, seed) => {
        const { rows, columns, cost } = problem;
        if (rows === 0) return;
        const roll = makeDice(seed);
        const solver = makeDenseSolver(rows, columns);
        solver.solve(cost);
        for (const edit of edits) {
          const row = edit % rows;
          const other = roll(rows);
          for (let j = 0; j < columns; j++)
            cost[row * columns + j] = cost[other * columns + ((j + 1) % columns)] ?? 0;
          expectSame(problem, solver.resolveRow(row));
        }
        for (let k = 0; k < cost.length; k++) cost[k] = (cost[k] ?? 0) + roll(30);
        expectSame(problem, solver.resolve());
      },
    ),
    { numRuns: RUNS },
  );
});

function expectSame(problem: DenseProblem, answer: DenseAssignment): void {
  expect(findFlaw(problem, answer)).toBeNull();
  expect(totalOf(problem, answer)).toBe(totalOf(problem, solveDense(problem)));
}

test('the same solver gives the same answer to the same matrix, whatever it solved between', () => {
  const roll = makeDice(5);
  const problem = makeProblem(90, 120, 'few', roll);
  const solver = makeDenseSolver(90, 120);
  const first = solver.solve(problem.cost);
  solver.solve(makeProblem(90, 120, 'many', roll).cost);
  expect(solver.solve(problem.cost)).toEqual(first);
});

test('prices fall through thousands of edits and the answer stays exact', () => {
  const roll = makeDice(9);
  const problem = makeProblem(20, 30, 'signed', roll);
  const solver = makeDenseSolver(20, 30);
  solver.solve(problem.cost);
  for (let edit = 0; edit < 2_000; edit++) {
    const row = roll(20);
    for (let j = 0; j < 30; j++) problem.cost[row * 30 + j] = roll(2_000) - 1_000;
    const answer = solver.resolveRow(row);
    if (edit % 100 === 0) expectSame(problem, answer);
  }
});

test('no rows: nobody to assign', () => {
  const { columnOfRow, columnPrice } = solveDense({ rows: 0, columns: 3, cost: new Float64Array(0) });
  expect(columnOfRow.length).toBe(0);
  expect([...columnPrice]).toEqual([0, 0, 0]);
});

const refused: readonly (readonly [string, DenseProblem, string, string])[] = [
  ['more rows than columns', problemOf(2, 1, [1, 2]), 'bad-network', 'rows'],
  ['half a row', problemOf(1.5, 2, [1, 2, 3]), 'bad-network', 'rows'],
  ['fewer columns than none', problemOf(0, -1, []), 'bad-network', 'columns'],
  ['a matrix of another size', problemOf(2, 2, [1, 2, 3]), 'bad-network', 'cost.length'],
  ['a cost that is no number', problemOf(2, 2, [1, 2, NaN, 3]), 'bad-network', 'cost[2]'],
  ['a cost that is not whole', problemOf(1, 6, [1, 2, 3, 4, 5, 0.5]), 'bad-network', 'cost[5]'],
  ['a cost without end', problemOf(1, 5, [1, 2, Infinity, 4, 5]), 'bad-network', 'cost[2]'],
  ['sums past 2^53', problemOf(1, 5, [1, 2, 3, -(2 ** 51), 5]), 'too-large', 'cost[3]'],
  ['two halves in one group', problemOf(1, 4, [0.5, -0.5, 1, 1]), 'bad-network', 'cost[0]'],
];

test.each(refused)('%s is refused with its place', (_name, problem, code, place) => {
  expect(() => solveDense(problem)).toThrow(expect.objectContaining({ code, place }) as MatchingError);
});

test('a row changed to something that is no number is refused', () => {
  const cost = Float64Array.of(1, 2, 3, 4);
  const solver = makeDenseSolver(2, 2);
  solver.solve(cost);
  cost[3] = NaN;
  expect(() => solver.resolveRow(1)).toThrow(MatchingError);
});

function problemOf(rows: number, columns: number, cost: readonly number[]): DenseProblem {
  return { rows, columns, cost: Float64Array.from(cost) };
}
