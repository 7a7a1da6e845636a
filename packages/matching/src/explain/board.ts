import { aimOf } from '../aims/aim.ts';
import { assignByAim } from '../aims/assign.ts';
import { findKept } from '../aims/keep.ts';
import { openMarket, sum, type Market, type Task } from '../aims/market.ts';
import { prepareTask } from '../aims/task.ts';
import type { Candidates } from '../columns/candidates.ts';
import { compileProgram, type Compiled } from '../columns/compiled.ts';
import { personAt, positionOf } from '../columns/pool.ts';
import type { Aim, PersonPair, RoundInput, RoundResult } from '../model.ts';
import { keepPins } from '../round/pins.ts';
import { worthOfPlaces, type Earnings, type Worth } from './worth.ts';

/** A round laid out to be changed and solved again. */
export interface Board {
  readonly input: RoundInput;
  readonly aim: Aim;
  readonly task: Task & { readonly compiled: Compiled };
  /** The rules each pair breaks, newcomers by mentors, as `Compiled.broken` has them. */
  readonly broken: Uint16Array;
  /** Ids of everyone in a pair of the result. */
  readonly paired: ReadonlySet<string>;
  /** Newcomers and mentors whose pins were refused. */
  readonly refused: ReadonlySet<string>;
  /** Null for `stable`, which is no sum. */
  readonly gains: Gains | null;
}

/** What the aim earns by, and what a place more is worth. */
export interface Gains {
  readonly earnings: Earnings;
  readonly market: Market;
  readonly worth: Worth;
  /** By mentor: what a pair with her counts less because she is kept for those who will come. */
  readonly points: Int32Array;
}

/** Lays out a round and its result. Throws as `checkInput` does. */
export function layBoard(input: RoundInput, result: RoundResult): Board {
  const task = prepareTask(input);
  const aim = aimOf(input.program);
  return {
    input,
    aim,
    task,
    broken: listBroken(task.compiled),
    paired: new Set(result.pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor])),
    refused: new Set(task.conflicts.flatMap(({ newcomer, mentor }) => [newcomer, mentor])),
    gains: measureGains(task, aim, result),
  };
}

/** The rules that each pair breaks, newcomers by mentors. */
export function listBroken({ pool, broken }: Compiled): Uint16Array {
  const columns = pool.mentors.people.length;
  const bits = new Uint16Array(pool.newcomers.people.length * columns);
  for (let i = 0; i < pool.newcomers.people.length; i++) {
    for (let j = 0; j < columns; j++) bits[i * columns + j] = broken(i, j);
  }
  return bits;
}

function measureGains(task: Task, aim: Aim, result: RoundResult): Gains | null {
  if (aim === 'stable') return null;
  const market = openMarket(task);
  const earnings = earningsOf(market, aim);
  const open = result.pairs
    .filter(({ pinned }) => !pinned)
    .map((pair) => ({
      newcomer: positionOf(task.pool.newcomers, pair.newcomer),
      mentor: positionOf(task.pool.mentors, pair.mentor),
    }));
  const kept = new Map(task.kept.map(({ mentor, points }) => [mentor, points]));
  const points = Int32Array.from(task.pool.mentors.people, ({ id }) => kept.get(id) ?? 0);
  return { earnings, market, worth: worthOfPlaces(market, open, earnings), points };
}

/* With `no-weak-pair` scores come after people and waiting, and never change who could be served: what is 0 is a matter of scores. */
function earningsOf(market: Market, aim: Exclude<Aim, 'stable'>): Earnings {
  switch (aim) {
    case 'most-people':
      return { pair: 1, rank: market.span };
    case 'best-pairs':
      return { pair: 1 + sum(market.rowRank) + sum(market.columnRank), rank: 1 };
    case 'no-weak-pair':
      return { pair: 0, rank: 1 };
  }
}

/** Solves with these candidates instead of the round's own. */
export function solveWith({ task, aim }: Board, candidates: Candidates): readonly PersonPair[] {
  return namePairs({ ...task, candidates }, aim);
}

/** Solves a changed input from the beginning. */
export function solveAnew(input: RoundInput): readonly PersonPair[] {
  return namePairs(prepareTask(input), aimOf(input.program));
}

/**
 * Solves under rules that only forbid less. `mask`: the bits of the rules that changed; every pair that breaks no others is
 * asked again.
 */
export function solveRelaxed(
  board: Board,
  program: RoundInput['program'],
  mask: number,
): readonly PersonPair[] {
  const { task } = board;
  const input = { ...board.input, program };
  const compiled = compileProgram(task.pool, input);
  const candidates = relaxCandidates(board, compiled, mask);
  const pins = keepPins(input, task.pool).kept;
  return namePairs({ ...task, compiled, candidates, pins, kept: findKept(input) }, board.aim);
}

function relaxCandidates({ task, broken }: Board, compiled: Compiled, mask: number): Candidates {
  const rows = task.pool.newcomers.people.length;
  const columns = task.pool.mentors.people.length;
  const rowStart = new Int32Array(rows + 1);
  const column: number[] = [];
  const score: number[] = [];
  let known = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const bits = broken[i * columns + j] ?? 0;
      if (bits === 0) {
        column.push(j);
        score.push(task.candidates.score[known++] ?? 0);
      } else if ((bits & ~mask) === 0 && compiled.isAllowed(i, j)) {
        column.push(j);
        score.push(compiled.score(i, j));
      }
    }
    rowStart[i + 1] = column.length;
  }
  return {
    ...task.candidates,
    rowStart,
    column: Int32Array.from(column),
    score: Int32Array.from(score),
  };
}

function namePairs(task: Task & { readonly compiled: Compiled }, aim: Aim): readonly PersonPair[] {
  return assignByAim(task, aim).pairs.map(({ newcomer, mentor }) => ({
    newcomer: personAt(task.pool.newcomers, newcomer).id,
    mentor: personAt(task.pool.mentors, mentor).id,
  }));
}
