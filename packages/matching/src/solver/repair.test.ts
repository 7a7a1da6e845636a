import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { solveNetwork, type Network } from './network.ts';
import { makeRandom } from '../../bench/people.ts';
import { makeRepair, type Repair } from './repair.ts';
import { settleTies } from './ties.ts';

const SCRIPTS = process.env.PROVE === undefined ? 400 : 100_000;

/** A step of a script; `at` is taken modulo what there is. */
type Step =
  | { readonly kind: 'score'; readonly at: number; readonly score: number }
  | { readonly kind: 'forbid'; readonly at: number }
  | {
      readonly kind: 'row' | 'column';
      readonly at: number;
      readonly capacity: number;
      readonly bonus: number;
    }
  | { readonly kind: 'pin'; readonly at: number }
  | { readonly kind: 'person'; readonly at: number; readonly shift: number }
  | { readonly kind: 'rescore'; readonly at: number; readonly shift: number }
  | { readonly kind: 'solve' };

interface Plain {
  readonly edges: readonly (readonly boolean[])[];
  readonly scores: readonly number[];
  readonly rowPlaces: readonly (readonly [capacity: number, bonus: number])[];
  readonly columnPlaces: readonly (readonly [capacity: number, bonus: number])[];
}

const place = (highest: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: highest }));

const plain: fc.Arbitrary<Plain> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 3, 12, 40))
  .chain(([rows, columns, highest]) =>
    fc.record({
      edges: fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      scores: fc.array(fc.integer({ min: -4, max: Math.max(2, highest >> 1) }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
      rowPlaces: fc.array(place(highest), { minLength: rows, maxLength: rows }),
      columnPlaces: fc.array(place(highest), { minLength: columns, maxLength: columns }),
    }),
  );

const at = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('score' as const), at, score: fc.integer({ min: -4, max: 20 }) }),
  fc.record({ kind: fc.constant('forbid' as const), at }),
  fc.record({
    kind: fc.constantFrom('row' as const, 'column' as const),
    at,
    capacity: fc.integer({ min: 0, max: 4 }),
    bonus: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({ kind: fc.constant('pin' as const), at }),
  fc.record({ kind: fc.constant('person' as const), at, shift: fc.integer({ min: -5, max: 5 }) }),
  fc.record({
    kind: fc.constant('rescore' as const),
    at: fc.integer({ min: 1, max: 9 }),
    shift: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ kind: fc.constant('solve' as const) }),
);

describe('a solved network that changes', () => {
  it(`answers as from scratch, tie for tie, after every step of ${String(SCRIPTS)} scripts`, () => {
    let moved = 0;
    fc.assert(
      fc.property(plain, fc.array(step, { minLength: 1, maxLength: 14 }), (start, script) => {
        const network = networkOf(start);
        const repair = makeRepair(network, solveNetwork(network));
        let now = network;
        for (const one of [...script, { kind: 'solve' } as const]) {
          now = take(one, now, repair);
          if (one.kind !== 'solve') continue;
          repair.solve();
          const before = settleTies(network, solveNetwork(network));
          const fresh = freshFlow(now);
          if (fresh.some((used, e) => used !== before[e])) moved++;
          expect({ flow: repair.flow, faults: faultsOf(now, repair) }).toEqual({ flow: fresh, faults: [] });
        }
      }),
      { numRuns: SCRIPTS, ...(process.env.PROVE === undefined ? { seed: 20261121 } : {}) },
    );
    /* The scripts change enough to mean something. */
    expect(moved).toBeGreaterThan(SCRIPTS / 2);
  }, 3_600_000);
});

describe('a tie', () => {
  it('is settled where it arises, also in a ring whose nodes all keep their use', () => {
    const served = Array.from({ length: 3 }, () => [1, 99] as const);
    const network = networkOf({
      edges: [
        [true, true, false],
        [false, true, true],
        [true, false, true],
      ],
      scores: [0, 1, 0, 1, 1, 0],
      rowPlaces: served,
      columnPlaces: served,
    });
    /* Prices at which nobody is as well off at home. */
    const repair = makeRepair(network, {
      flow: Uint8Array.of(0, 1, 0, 1, 1, 0),
      rowPrice: Float64Array.of(1, 1, 1),
      columnPrice: Float64Array.of(0, 0, 0),
    });
    repair.rescore(1, (score) => score.fill(1));
    repair.solve();
    expect([...repair.flow]).toEqual([1, 0, 1, 0, 0, 1]);
  });
});

/* So many edges per row that searches read only those that are near. */
describe('a dense solved network that changes', () => {
  it('answers as from scratch, tie for tie', () => {
    const dense = fc.record({
      seed: fc.nat(1e6),
      rows: fc.integer({ min: 20, max: 90 }),
      columns: fc.integer({ min: 66, max: 90 }),
      spread: fc.constantFrom(4, 60, 2000),
    });
    fc.assert(
      fc.property(dense, fc.array(step, { minLength: 8, maxLength: 30 }), (start, script) => {
        const network = denseNetwork(start);
        const repair = makeRepair(network, solveNetwork(network));
        let now = network;
        for (const one of [...script, { kind: 'solve' } as const]) {
          now = take(spreadOut(one, start.spread), now, repair);
          if (one.kind !== 'solve') continue;
          repair.solve();
          expect({ flow: repair.flow, faults: faultsOf(now, repair) }).toEqual({
            flow: freshFlow(now),
            faults: [],
          });
        }
      }),
      { numRuns: SCRIPTS / 10, ...(process.env.PROVE === undefined ? { seed: 20261121 } : {}) },
    );
  }, 3_600_000);
});

function spreadOut(one: Step, spread: number): Step {
  return one.kind === 'score' ? { ...one, score: (one.score * spread) >> 4, at: one.at * 7 } : one;
}

function denseNetwork(of: {
  readonly seed: number;
  readonly rows: number;
  readonly columns: number;
  readonly spread: number;
}): Network {
  const random = makeRandom(of.seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const appeal = Array.from({ length: of.columns }, () => whole(of.spread));
  const capacities = (count: number): Int32Array =>
    Int32Array.from({ length: count }, () => 1 + (whole(5) === 0 ? 1 : 0));
  const bonuses = (count: number): Float64Array =>
    Float64Array.from({ length: count }, () => whole(3) * of.spread);
  return {
    rowStart: Int32Array.from({ length: of.rows + 1 }, (_, i) => i * of.columns),
    column: Int32Array.from({ length: of.rows * of.columns }, (_, e) => e % of.columns),
    score: Float64Array.from(
      { length: of.rows * of.columns },
      (_, e) => (appeal[e % of.columns] ?? 0) + whole(of.spread),
    ),
    rowCapacity: capacities(of.rows),
    columnCapacity: capacities(of.columns),
    rowBonus: bonuses(of.rows),
    columnBonus: bonuses(of.columns),
  };
}

/* Takes a step in the repair, and gives the network as it then is. */
function take(one: Step, now: Network, repair: Repair): Network {
  const edges = now.column.length;
  if (one.kind === 'solve') return now;
  if (one.kind === 'row') {
    const i = one.at % now.rowCapacity.length;
    repair.setRow(i, one.capacity, one.bonus);
    return {
      ...now,
      rowCapacity: now.rowCapacity.with(i, one.capacity),
      rowBonus: now.rowBonus.with(i, one.bonus),
    };
  }
  if (one.kind === 'column') {
    const j = one.at % now.columnCapacity.length;
    repair.setColumn(j, one.capacity, one.bonus);
    return {
      ...now,
      columnCapacity: now.columnCapacity.with(j, one.capacity),
      columnBonus: now.columnBonus.with(j, one.bonus),
    };
  }
  if (edges === 0) return now;
  if (one.kind === 'rescore') {
    /* Some edges are forbidden, some allowed again. */
    const score = Float64Array.from(now.score, (old, e) => {
      if ((e * one.shift + one.at) % 5 === 0) return -Infinity;
      return (old === -Infinity ? 0 : old) + ((e * one.at + one.shift) % 7) - 3;
    });
    repair.rescore(1000, (own) => {
      own.set(score);
    });
    return { ...now, score };
  }
  if (one.kind === 'score' || one.kind === 'forbid') {
    const e = one.at % edges;
    return withScore(now, repair, e, one.kind === 'score' ? one.score : -Infinity);
  }
  if (one.kind === 'person') {
    const i = one.at % now.rowCapacity.length;
    const first = now.rowStart[i] ?? 0;
    const scores = Float64Array.from(now.score)
      .subarray(first, now.rowStart[i + 1])
      .map((score, n) => score + ((n * 7 + one.shift) % 5));
    repair.setRowScores(i, scores);
    const score = Float64Array.from(now.score);
    score.set(scores, first);
    return { ...now, score };
  }
  const e = one.at % edges;
  const i = now.rowStart.findIndex((start) => start > e) - 1;
  const j = now.column[e] ?? 0;
  if (now.rowCapacity[i] === 0 || now.columnCapacity[j] === 0) return now;
  const closed = withScore(now, repair, e, -Infinity);
  const taken = take(
    { kind: 'row', at: i, capacity: (now.rowCapacity[i] ?? 0) - 1, bonus: 0 },
    closed,
    repair,
  );
  return take({ kind: 'column', at: j, capacity: (now.columnCapacity[j] ?? 0) - 1, bonus: 0 }, taken, repair);
}

function withScore(now: Network, repair: Repair, e: number, score: number): Network {
  repair.setScore(e, score);
  return { ...now, score: Float64Array.from(now.score).with(e, score) };
}

/* From scratch, without the edges that may not be used. */
function freshFlow(now: Network): Uint8Array {
  const keep = [...now.column.keys()].filter((e) => now.score[e] !== -Infinity);
  const network: Network = {
    ...now,
    rowStart: now.rowStart.map((start) => keep.filter((e) => e < start).length),
    column: Int32Array.from(keep, (e) => now.column[e] ?? 0),
    score: keep.map((e) => now.score[e] ?? 0),
  };
  const flow = new Uint8Array(now.column.length);
  settleTies(network, solveNetwork(network)).forEach((used, n) => (flow[keep[n] ?? 0] = used));
  return flow;
}

/* What of complementary slackness, as network.ts states it, does not hold. */
function faultsOf(now: Network, { flow, rowPrice, columnPrice }: Repair): readonly string[] {
  const rowDegree = [...now.rowCapacity].map(() => 0);
  const columnDegree = [...now.columnCapacity].map(() => 0);
  const faults: string[] = [];
  for (let i = 0; i + 1 < now.rowStart.length; i++) {
    for (let e = now.rowStart[i] ?? 0; e < (now.rowStart[i + 1] ?? 0); e++) {
      const j = now.column[e] ?? 0;
      const slack = (rowPrice[i] ?? 0) + (columnPrice[j] ?? 0) - (now.score[e] ?? 0);
      if (!(flow[e] === 1 ? slack <= 0 : slack >= 0)) faults.push(`edge ${String(e)}`);
      rowDegree[i] = (rowDegree[i] ?? 0) + (flow[e] ?? 0);
      columnDegree[j] = (columnDegree[j] ?? 0) + (flow[e] ?? 0);
    }
  }
  const look = (
    name: string,
    degrees: readonly number[],
    capacity: Int32Array,
    gain: (n: number, use: number) => number,
  ): void => {
    for (const [n, degree] of degrees.entries()) {
      const fits = degree <= (capacity[n] ?? 0);
      const wantsNoMore = degree === capacity[n] || gain(n, degree + 1) <= 0;
      const wantsItsLast = degree === 0 || gain(n, degree) >= 0;
      if (!fits || !wantsNoMore || !wantsItsLast) faults.push(`${name} ${String(n)}`);
    }
  };
  const gainIn =
    (bonus: Float64Array, price: Float64Array) =>
    (n: number, use: number): number =>
      (use === 1 ? (bonus[n] ?? 0) : 0) + (price[n] ?? 0);
  look('row', rowDegree, now.rowCapacity, gainIn(now.rowBonus, rowPrice));
  look('column', columnDegree, now.columnCapacity, gainIn(now.columnBonus, columnPrice));
  return faults;
}

function networkOf({ edges, scores, rowPlaces, columnPlaces }: Plain): Network {
  const rowStart = [0];
  const column: number[] = [];
  for (const row of edges) {
    for (const [j, isEdge] of row.entries()) if (isEdge) column.push(j);
    rowStart.push(column.length);
  }
  return {
    rowStart: Int32Array.from(rowStart),
    column: Int32Array.from(column),
    score: Float64Array.from(column, (_, e) => scores[e] ?? 0),
    rowCapacity: Int32Array.from(rowPlaces, ([capacity]) => capacity),
    columnCapacity: Int32Array.from(columnPlaces, ([capacity]) => capacity),
    rowBonus: Float64Array.from(rowPlaces, ([, bonus]) => bonus),
    columnBonus: Float64Array.from(columnPlaces, ([, bonus]) => bonus),
  };
}
