import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../bench/people.ts';
import { MatchingError } from '../errors.ts';
import type { Network } from '../solver/network.ts';
import type { Belonging, Relation } from './relations.ts';
import { solveTogether } from './together.ts';

type Random = () => number;

const KINDS: readonly Belonging[] = ['as-one', 'same-column', 'both-or-neither', 'apart'];

describe('people who belong together', () => {
  it('share the one place of a mentor as one household', () => {
    const answer = solveTogether(
      grid(
        [
          [5, 9],
          [4, 1],
        ],
        [1, 1],
      ),
      [{ how: 'as-one', rows: [0, 1] }],
    );
    expect([...answer.flow]).toEqual([0, 1, 0, 1]);
    expect(answer).toMatchObject({ value: 10, bound: 10, isBest: true, solved: 1 });
  });

  it('need a place each when they are to be in one group', () => {
    const two = grid(
      [
        [5, 9],
        [4, 1],
      ],
      [2, 1],
    );
    expect([...solveTogether(two, [{ how: 'same-column', rows: [0, 1] }]).flow]).toEqual([1, 0, 1, 0]);
    const one = grid(
      [
        [5, 9],
        [4, 1],
      ],
      [1, 1],
    );
    expect([...solveTogether(one, [{ how: 'same-column', rows: [0, 1] }]).flow]).toEqual([0, 0, 0, 0]);
  });

  it('are both left at home when only one of them can be paired', () => {
    const network = grid([[5], [4], [3]], [1]);
    expect([...solveTogether(network, [{ how: 'both-or-neither', rows: [0, 1] }]).flow]).toEqual([0, 0, 1]);
  });

  it('meet different mentors when they are to be apart', () => {
    const network = grid(
      [
        [9, 1],
        [9, 2],
      ],
      [2, 2],
    );
    expect([...solveTogether(network, [{ how: 'apart', rows: [0, 1] }]).flow]).toEqual([1, 0, 0, 1]);
  });

  it.each(KINDS)('are paired as well as every possible use shows, on small networks: %s', (kind) => {
    const random = makeRandom(KINDS.indexOf(kind) + 11);
    for (let n = 0; n < (process.env['PROVE'] === undefined ? 400 : 20_000); n++) {
      const network = smallNetwork(random);
      const relations = [{ how: kind, rows: [0, 1] }];
      const answer = solveTogether(network, relations);
      expect([n, answer.value, answer.isBest]).toEqual([n, bestByTrying(network, relations), true]);
      expect([n, valueIfKept(network, relations, answer.flow)]).toEqual([n, answer.value]);
    }
  });

  it('are paired as well as can be when all four kinds occur in one network', () => {
    const random = makeRandom(5);
    for (let n = 0; n < (process.env['PROVE'] === undefined ? 60 : 2_000); n++) {
      const network = smallNetwork(random, 8, 3, 0.6);
      const relations = KINDS.map((how, at) => ({ how, rows: [2 * at, 2 * at + 1] }));
      const answer = solveTogether(network, relations);
      expect([n, answer.value, answer.isBest]).toEqual([n, bestByTrying(network, relations), true]);
    }
  });

  it('get a use that holds and a bound above the best when the search is cut short', () => {
    const random = makeRandom(6);
    let cut = 0;
    for (let n = 0; n < 80; n++) {
      const network = smallNetwork(random, 6, 3, 0.7);
      const relations: Relation[] = [
        { how: 'same-column', rows: [0, 1] },
        { how: 'same-column', rows: [2, 3] },
        { how: 'both-or-neither', rows: [4, 5] },
      ];
      const answer = solveTogether(network, relations, 2);
      const best = bestByTrying(network, relations);
      expect(valueIfKept(network, relations, answer.flow)).toBe(answer.value);
      expect(answer.value).toBeLessThanOrEqual(best);
      expect(answer.bound).toBeGreaterThanOrEqual(best);
      if (!answer.isBest) cut++;
    }
    expect(cut).toBeGreaterThan(0);
  });

  it.each<[string, Relation[], string]>([
    ['a single row', [{ how: 'apart', rows: [0] }], 'relations[0].rows.length'],
    ['a row that is not there', [{ how: 'apart', rows: [0, 7] }], 'relations[0].rows[1]'],
    [
      'a row in two relations',
      [
        { how: 'apart', rows: [0, 1] },
        { how: 'as-one', rows: [1, 0] },
      ],
      'relations[1].rows[0]',
    ],
  ])('are refused by place: %s', (_, relations, place) => {
    const solve = () => solveTogether(grid([[1], [1]], [1]), relations);
    expect(solve).toThrow(MatchingError);
    expect(solve).toThrow(`bad-relation at ${place}`);
  });
});

/* Every row may have every column. */
function grid(scores: readonly (readonly number[])[], columnCapacity: readonly number[]): Network {
  const columns = columnCapacity.length;
  return {
    rowStart: Int32Array.from({ length: scores.length + 1 }, (_, i) => i * columns),
    column: Int32Array.from(scores.flatMap((row) => row.map((_, j) => j))),
    score: scores.flat(),
    rowCapacity: new Int32Array(scores.length).fill(1),
    columnCapacity: Int32Array.from(columnCapacity),
    rowBonus: new Float64Array(scores.length),
    columnBonus: new Float64Array(columns),
  };
}

function smallNetwork(random: Random, rows = 4, columns = 3, density = 0.75): Network {
  const whole = (below: number) => Math.floor(random() * below);
  const score: number[] = [];
  const column: number[] = [];
  const rowStart = [0];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (random() > density || column.length >= 14) continue;
      column.push(j);
      score.push(whole(12) - 3);
    }
    rowStart.push(column.length);
  }
  return {
    rowStart: Int32Array.from(rowStart),
    column: Int32Array.from(column),
    score,
    rowCapacity: new Int32Array(rows).fill(1),
    columnCapacity: Int32Array.from({ length: columns }, () => whole(3)),
    rowBonus: Float64Array.from({ length: rows }, () => whole(3) * 20),
    columnBonus: Float64Array.from({ length: columns }, () => whole(2) * 20),
  };
}

function bestByTrying(network: Network, relations: readonly Relation[]): number {
  const edges = network.column.length;
  let best = 0;
  for (let use = 0; use < 2 ** edges; use++) {
    const flow = Uint8Array.from({ length: edges }, (_, e) => (use >> e) & 1);
    best = Math.max(best, valueIfKept(network, relations, flow) ?? 0);
  }
  return best;
}

/* What a use earns, by the words of the relations; null when a relation or a capacity is not kept. */
function valueIfKept(
  { rowStart, column, score, rowCapacity, columnCapacity, rowBonus, columnBonus }: Network,
  relations: readonly Relation[],
  flow: Uint8Array,
): number | null {
  const rows = rowStart.length - 1;
  const at = Array.from({ length: rows }, (): number[] => []);
  const taken = new Array<number>(columnCapacity.length).fill(0);
  let value = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      if (flow[e] !== 1) continue;
      const j = column[e] ?? 0;
      at[i]?.push(j);
      taken[j] = (taken[j] ?? 0) + 1;
      value += score[e] ?? 0;
    }
    if ((at[i]?.length ?? 0) > (rowCapacity[i] ?? 0)) return null;
    if ((at[i]?.length ?? 0) > 0) value += rowBonus[i] ?? 0;
  }
  for (const { how, rows: bound } of relations) {
    const seats = bound.map((row) => (at[row] ?? []).join());
    const isSame = new Set(seats).size === 1;
    if (how === 'both-or-neither' && seats.some((seat) => seat === '') && seats.some((seat) => seat !== ''))
      return null;
    if (how === 'apart' && seats.some((seat, n) => seat !== '' && seats.indexOf(seat) !== n)) return null;
    if ((how === 'as-one' || how === 'same-column') && !isSame) return null;
    const shared = at[bound[0] ?? 0]?.[0];
    if (how === 'as-one' && shared !== undefined) taken[shared] = (taken[shared] ?? 0) - bound.length + 1;
  }
  for (const [j, places] of taken.entries()) {
    if (places > (columnCapacity[j] ?? 0)) return null;
    if (places > 0) value += columnBonus[j] ?? 0;
  }
  return value;
}
