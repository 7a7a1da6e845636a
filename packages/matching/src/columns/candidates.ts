import { tellNobody, type TellProgress } from '../progress.ts';
import { listOf } from './bits.ts';
import type { Compiled } from './compiled.ts';

/**
 * Every allowed pair with its score, as compressed rows: the pairs of newcomer `i` stand from `rowStart[i]` up
 * to `rowStart[i + 1]`, mentors ascending. Positions are those of the pool.
 */
export interface Candidates {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  /** 0..`fullScore` */
  readonly score: Int32Array;
  /** The most a pair can score. */
  readonly fullScore: number;
}

/** Finds and scores every allowed pair. What a rule blocks is never scored. */
export function findCandidates(compiled: Compiled, tell: TellProgress = tellNobody): Candidates {
  const rows = compiled.rowsOf('newcomer');
  const size = compiled.pool.newcomers.people.length;
  const rowStart = new Int32Array(size + 1);
  let column = new Int32Array(Math.max(1024, size + rows.size));
  let score = new Int32Array(column.length);
  let found = 0;
  for (let i = 0; i < size; i++) {
    if (i % ROWS_UNTOLD === 0) tell({ stage: 'judging', done: i, of: size });
    if (found + rows.size > column.length) {
      column = grow(column, found + rows.size);
      score = grow(score, column.length);
    }
    const open = rows.open(i);
    const to = listOf(open, column, found);
    if (to > found) rows.score(i, open, { column, from: found, to }, score);
    found = to;
    rowStart[i + 1] = found;
  }
  return {
    rowStart,
    column: column.slice(0, found),
    score: score.slice(0, found),
    fullScore: compiled.fullScore,
  };
}

/** Every allowed pair, not scored. */
export function listOpen(compiled: Compiled): Pick<Candidates, 'rowStart' | 'column'> {
  const rows = compiled.rowsOf('newcomer');
  const size = compiled.pool.newcomers.people.length;
  const rowStart = new Int32Array(size + 1);
  const column = new Int32Array(size * rows.size);
  for (let i = 0; i < size; i++) rowStart[i + 1] = listOf(rows.open(i), column, rowStart[i] ?? 0);
  return { rowStart, column: column.slice(0, rowStart[size]) };
}

/** So many newcomers between two words about how far it has come. */
const ROWS_UNTOLD = 64;

function grow(old: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, old.length * 2));
  larger.set(old);
  return larger;
}
