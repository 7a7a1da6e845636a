import { fillPool, positionOf, type Pool } from '../columns/pool.ts';
import { ruleBit } from '../columns/rules.ts';
import { MatchingError } from '../errors.ts';
import { fullScoreOf, weigh } from '../judge/score.ts';
import type { PinConflict, RoundInput, Rules } from '../model.ts';
import type { KeptPin } from '../round/pins.ts';
import type { Repair } from '../solver/repair.ts';
import { checkInput } from '../validate.ts';
import { listPairs, PINNED, type Pairs } from './pairs.ts';
import { readSides, type LiveSide } from './people.ts';
import { solveFirst } from './first.ts';
import { sortPins } from './sorted-pins.ts';
import { compareRequirements, compareWeights } from './weights.ts';
import type { LiveSettings } from './words.ts';

/** A round of the aim *most people* in hand: its people, and what the solver makes of the settings it was moved to last. */
export interface Hand {
  readonly pool: Pool;
  readonly newcomers: LiveSide;
  readonly mentors: LiveSide;
  /** Throws `bad-rule` before anything has moved. */
  readonly move: (settings: LiveSettings) => Held;
}

export interface Held {
  readonly kept: readonly KeptPin[];
  readonly conflicts: readonly PinConflict[];
  readonly gone: ReadonlySet<string>;
  readonly fullScore: number;
  /** The mentors of a newcomer by position, in no order, without pinned ones. */
  readonly usedBy: (newcomer: number) => readonly { readonly mentor: number; readonly score: number }[];
}

/** More pairs than this are for a server. */
export const MOST_PAIRS = 2_500_000;

/** Takes a round in hand. Throws as `matchRound` does, and `too-large` for more than `MOST_PAIRS` newcomers times mentors. */
export function takeInHand(input: RoundInput): Hand {
  const size = input.newcomers.length * input.mentors.length;
  if (size > MOST_PAIRS) throw new MatchingError('too-large', 'pairs', size);
  const pool = fillPool(input);
  const sides = readSides(pool, input.now);
  const pairs = listPairs(pool, input);
  let program: Rules = { requirements: [], preferences: [] };
  let decided: ReadonlyMap<number, number> = new Map();
  let solver: Repair | null = null;

  function move(settings: LiveSettings): Held {
    if (settings.program !== program) checkInput({ ...NOBODY, now: input.now, program: settings.program });
    const gone = new Set(settings.away);
    const { kept, conflicts } = sortPins(input, pool, settings);
    const reweighed = compareWeights(program, settings.program);
    const changed = [
      ...decide(settings, kept),
      ...compareRequirements(program, settings.program).flatMap((kind) =>
        pairs.judge(kind, settings.program.requirements),
      ),
    ];
    program = settings.program;
    const fullScore = fullScoreOf(program.preferences);
    const scoreOf = weighPair(pairs, program);
    if (solver === null) solver = solveFirst(pairs, sides, scoreOf);
    else if (reweighed.length === 0 && changed.length <= pairs.rows)
      for (const e of changed) solver.setScore(e, scoreOf(e));
    else {
      solver.rescore(fullScore, (score) => {
        for (const { criterion, by } of reweighed) addTimes(score, by, pairs.valuesOf(criterion));
        for (const e of changed) score[e] = scoreOf(e);
      });
    }
    const repair = solver;
    seat(repair, sides, { kept, gone });
    repair.solve();
    const { columns } = pairs;
    const usedBy: Held['usedBy'] = (newcomer) =>
      (repair.usedByRow[newcomer] ?? []).map((e) => ({ mentor: e % columns, score: repair.score[e] ?? 0 }));
    return { kept, conflicts, gone, fullScore, usedBy };
  }

  /* Notes what the coordinator has decided about pairs, and returns those where that changed. */
  function decide({ bans }: LiveSettings, kept: readonly KeptPin[]): readonly number[] {
    const next = new Map<number, number>();
    const add = (i: number, j: number, bit: number): void => {
      if (i === -1 || j === -1) return;
      const e = i * pairs.columns + j;
      next.set(e, (next.get(e) ?? 0) | bit);
    };
    for (const { newcomer, mentor } of bans) {
      add(positionOf(pool.newcomers, newcomer), positionOf(pool.mentors, mentor), ruleBit('ban'));
      add(positionOf(pool.newcomers, mentor), positionOf(pool.mentors, newcomer), ruleBit('ban'));
    }
    for (const { newcomer, mentor } of kept) add(newcomer, mentor, PINNED);
    const changed = [...new Set([...decided.keys(), ...next.keys()])].filter(
      (e) => decided.get(e) !== next.get(e),
    );
    for (const e of changed)
      pairs.closed[e] = (pairs.closed[e] ?? 0) ^ (decided.get(e) ?? 0) ^ (next.get(e) ?? 0);
    decided = next;
    return changed;
  }

  return { pool, ...sides, move };
}

const NOBODY = { newcomers: [], mentors: [] };

/* A pair's score; −Infinity for one that is not to be made. */
function weighPair(pairs: Pairs, program: Rules): (e: number) => number {
  const counted = weigh(program.preferences).map(({ criterion, weight }) => ({
    weight,
    values: pairs.valuesOf(criterion),
  }));
  return (e) =>
    pairs.closed[e] === 0
      ? counted.reduce((sum, { weight, values }) => sum + weight * (values[e] ?? 0), 0)
      : -Infinity;
}

/* A changed weight is one multiplication and one addition for each pair; four at a time, which keeps the loop to itself. */
function addTimes(score: Float64Array, by: number, values: Uint8Array): void {
  let e = 0;
  for (; e + 3 < score.length; e += 4) {
    score[e] = (score[e] ?? 0) + by * (values[e] ?? 0);
    score[e + 1] = (score[e + 1] ?? 0) + by * (values[e + 1] ?? 0);
    score[e + 2] = (score[e + 2] ?? 0) + by * (values[e + 2] ?? 0);
    score[e + 3] = (score[e + 3] ?? 0) + by * (values[e + 3] ?? 0);
  }
  for (; e < score.length; e++) score[e] = (score[e] ?? 0) + by * (values[e] ?? 0);
}

/* Everybody's places and what the first of them earns; a pin takes one of each, and earned its first already. */
function seat(
  solver: Repair,
  { newcomers, mentors }: ReturnType<typeof readSides>,
  { kept, gone }: Pick<Held, 'kept' | 'gone'>,
): void {
  seatSide(newcomers, gone, countPins(kept.map(({ newcomer }) => newcomer)), solver.setRow);
  seatSide(mentors, gone, countPins(kept.map(({ mentor }) => mentor)), solver.setColumn);
}

function seatSide(
  { ids, capacity, weight }: LiveSide,
  gone: ReadonlySet<string>,
  pinned: ReadonlyMap<number, number>,
  set: Repair['setRow'],
): void {
  for (const [n, id] of ids.entries()) {
    const taken = pinned.get(n) ?? 0;
    set(n, gone.has(id) ? 0 : (capacity[n] ?? 0) - taken, taken > 0 ? 0 : (weight[n] ?? 0));
  }
}

function countPins(positions: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const n of positions) counts.set(n, (counts.get(n) ?? 0) + 1);
  return counts;
}
