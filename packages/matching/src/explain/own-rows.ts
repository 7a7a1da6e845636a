import { listOf } from '../columns/bits.ts';
import { compileProgram, ruleBit } from '../columns/compiled.ts';
import type { Candidates } from '../columns/candidates.ts';
import { fillPool, personAt, positionOf } from '../columns/pool.ts';
import type { Person, Side } from '../model.ts';
import type { Board, Gains } from './board.ts';

/** A person of a board, by side and position. */
export interface Place {
  readonly side: Side;
  readonly at: number;
  readonly person: Person;
}

/** Where a person stands, or null for nobody of the round. */
export function findPlace({ task }: Board, id: string): Place | null {
  for (const side of ['newcomer', 'mentor'] as const) {
    const columns = side === 'newcomer' ? task.pool.newcomers : task.pool.mentors;
    const at = positionOf(columns, id);
    if (at !== -1) return { side, at, person: personAt(columns, at) };
  }
  return null;
}

/** The rules that a person and each of the other side break together. */
export function brokenRow({ task, broken }: Board, { side, at }: Place): Uint16Array {
  const columns = task.pool.mentors.people.length;
  if (side === 'newcomer') return broken.slice(at * columns, (at + 1) * columns);
  return Uint16Array.from(task.pool.newcomers.people, (_, i) => broken[i * columns + at] ?? 0);
}

/* What a person's own answers can do something about, in part. */
const ANSWERABLE = ruleBit('municipality') | ruleBit('nearness') | ruleBit('common-time') | ruleBit('wish');

/** The partners between whom and her nothing stands that no answer of hers could move. */
export function listOpenable(board: Board, place: Place): readonly number[] {
  return [...brokenRow(board, place).entries()]
    .filter(([, bits]) => (bits & ~ANSWERABLE) === 0)
    .map(([partner]) => partner);
}

/** A person's pairs: partners by position, ascending, and scores. */
export interface OwnRow {
  readonly partners: readonly number[];
  readonly scores: readonly number[];
}

/** Holds variants of one person against some partners; the row of each variant is read when it is asked for. */
export function readRows(
  board: Board,
  { side }: Place,
  variants: readonly Person[],
  partners: readonly number[],
): (variant: number) => OwnRow {
  const others = side === 'newcomer' ? board.task.pool.mentors : board.task.pool.newcomers;
  const width = String(variants.length).length;
  const named = variants.map((person, n) => ({
    ...person,
    id: `${VARIANT}${String(n).padStart(width, '0')}`,
  }));
  const against = partners.map((at) => personAt(others, at));
  const input = {
    ...board.input,
    newcomers: side === 'newcomer' ? named : against,
    mentors: side === 'newcomer' ? against : named,
  };
  const rows = compileProgram(fillPool(input), input).rowsOf(side);
  const column = new Int32Array(rows.size);
  const score = new Int32Array(rows.size);
  return (variant) => {
    const open = rows.open(variant);
    const to = listOf(open, column, 0);
    if (to > 0) rows.score(variant, open, { column, from: 0, to }, score);
    return {
      partners: Array.from(column.subarray(0, to), (n) => partners[n] ?? 0),
      scores: [...score.subarray(0, to)],
    };
  };
}

/* No id of a person begins so; and what is listed by id was looked at before. */
const VARIANT = '\u0000';

/** What she would add to the round with that row, in the aim's own sum: above 0 she is in, below 0 not; −Infinity with nobody. */
export function gainOf(gains: Gains, { side, at }: Place, row: OwnRow): number {
  const { earnings, market, worth, points } = gains;
  const rank = (side === 'newcomer' ? market.rowRank : market.columnRank)[at] ?? 0;
  const places = side === 'newcomer' ? worth.mentors : worth.newcomers;
  let best = -Infinity;
  for (const [n, partner] of row.partners.entries()) {
    const value = (row.scores[n] ?? 0) - (side === 'newcomer' ? (points[partner] ?? 0) : 0);
    best = Math.max(best, value * earnings.pair + (places[partner] ?? 0));
  }
  return best + rank * earnings.rank;
}

/** The candidates with one person's pairs replaced. */
export function replaceRow(candidates: Candidates, { side, at }: Place, row: OwnRow): Candidates {
  const rows = candidates.rowStart.length - 1;
  const rowStart = new Int32Array(rows + 1);
  const column: number[] = [];
  const score: number[] = [];
  const own = new Map(row.partners.map((partner, n) => [partner, row.scores[n] ?? 0]));
  const add = (j: number, points: number): void => {
    column.push(j);
    score.push(points);
  };
  for (let i = 0; i < rows; i++) {
    const mine = side === 'mentor' ? own.get(i) : undefined;
    let isPlaced = mine === undefined;
    if (side === 'newcomer' && i === at) {
      for (const [j, points] of own) add(j, points);
    } else {
      for (let e = candidates.rowStart[i] ?? 0; e < (candidates.rowStart[i + 1] ?? 0); e++) {
        const j = candidates.column[e] ?? 0;
        if (side === 'mentor' && j === at) continue;
        if (!isPlaced && j > at) {
          add(at, mine ?? 0);
          isPlaced = true;
        }
        add(j, candidates.score[e] ?? 0);
      }
      if (!isPlaced) add(at, mine ?? 0);
    }
    rowStart[i + 1] = column.length;
  }
  return { ...candidates, rowStart, column: Int32Array.from(column), score: Int32Array.from(score) };
}
