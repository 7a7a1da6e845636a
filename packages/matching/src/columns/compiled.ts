import { findObstacles, listRules } from '../judge/rules.ts';
import { fullScoreOf, sharesOf, totalOf, weigh } from '../judge/score.ts';
import type { PreferenceKind, RoundInput, Side } from '../model.ts';
import { everyoneOf, listOf } from './bits.ts';
import type { Some } from './count.ts';
import { criterionOf, isMany, measureSome, type Measure as RowMeasure } from './measures.ts';
import { personAt, type Measure, type Pool, type Test } from './pool.ts';
import { listSieves, ruleBit, type RuleSieve } from './rules.ts';
import { remember, viewFrom, type View } from './view.ts';

export { ruleBit };

/** A program made ready for one pool: its rules and criteria as questions about positions. */
export interface Compiled {
  readonly pool: Pool;
  /** The most a pair can score. */
  readonly fullScore: number;
  /** One side's people, each against all of the others: the quick way to many pairs. */
  readonly rowsOf: (side: Side) => Rows;
  /** Does the pair break no rule? */
  readonly isAllowed: Test;
  /** The rules the pair breaks: bit `RULE_ORDER.indexOf(rule)`. */
  readonly broken: Measure;
  /** 0..`fullScore` */
  readonly score: Measure;
}

/** What each person of one side is to all of the others; what is returned is overwritten by the next question. */
export interface Rows {
  readonly size: number;
  /** The others whom no rule forbids. */
  readonly open: (at: number) => Int32Array;
  /** For each rule, by its place in `rules`, the others whom it lets through. */
  readonly openBy: (at: number) => readonly Int32Array[];
  readonly rules: readonly RuleSieve[];
  /** Writes the scores with some of the others, from `into` on; `among` holds those others at least. */
  readonly score: (at: number, among: Int32Array, some: Some, into: Int32Array) => void;
  /** A criterion's hundredths with some of the others. */
  readonly measure: (criterion: PreferenceKind) => RowMeasure;
}

/** The quick twin of rules, criteria and score; a property test holds them equal. */
export function compileProgram(pool: Pool, input: RoundInput): Compiled {
  const rowsOf = remember((side: Side) => compileRows(viewFrom(pool, side), input));
  const asked = {
    broken: askByRow(pool, rowsOf, breakOne(pool, input), writeBroken),
    score: askByRow(pool, rowsOf, scoreOne(pool, input), writeScores),
  };
  return {
    pool,
    fullScore: fullScoreOf(input.program.preferences),
    rowsOf,
    isAllowed: (i, j) => asked.broken(i, j) === 0,
    ...asked,
  };
}

function compileRows(view: View, input: RoundInput): Rows {
  const rules = listSieves(view, input);
  const size = view.others.people.length;
  const open = view.everyone.slice();
  const openBy = rules.map(() => view.everyone.slice());
  const criterion = remember((kind: PreferenceKind) => criterionOf(view, kind));
  const counted = weigh(input.program.preferences);
  const hundredths = new Uint8Array(size);
  return {
    size,
    rules,
    open(at) {
      open.set(view.everyone);
      for (const { sieve } of rules) sieve(at, open);
      return open;
    },
    openBy(at) {
      for (const [r, { sieve }] of rules.entries()) {
        const set = openBy[r];
        if (set === undefined) continue;
        set.set(view.everyone);
        sieve(at, set);
      }
      return openBy;
    },
    score(at, among, some, into) {
      into.fill(0, some.from, some.to);
      const rows: WeightedRow[] = [];
      for (const { criterion: kind, weight } of counted) {
        const { row, measure } = criterion(kind);
        if (row !== undefined && isMany(some, size))
          rows.push({ weight, code: row.code, table: row.table(at, among) });
        else {
          measure(at, among, some, hundredths);
          addWeighted(into, some, hundredths, weight);
        }
      }
      addAll(into, some, rows);
    },
    measure: remember((kind: PreferenceKind) => measureSome(criterion(kind), size)),
  };
}

interface WeightedRow {
  readonly weight: number;
  readonly code: Int32Array;
  readonly table: Uint8Array;
}

/* Where there are fewer than four, one stands in with weight 0. */
function addAll(score: Int32Array, some: Some, rows: readonly WeightedRow[]): void {
  for (let r = 0; r < rows.length; r += 4) {
    const [a, b, c, d] = rows.slice(r, r + 4);
    if (a === undefined) return;
    const none = { ...a, weight: 0 };
    addRows(score, some, [a, b ?? none, c ?? none, d ?? none]);
  }
}

/*
 * Adds four criteria to the scores in one go. `| 0` keeps sums whole numbers of 32 bits, which a full score is far
 * below; the loops are written long, or an engine's first compiler would draw them into colder code and leave them there.
 */
function addRows(
  score: Int32Array,
  { column, from, to }: Some,
  [a, b, c, d]: readonly [WeightedRow, WeightedRow, WeightedRow, WeightedRow],
): void {
  const { weight: wa, code: ca, table: ta } = a;
  const { weight: wb, code: cb, table: tb } = b;
  const { weight: wc, code: cc, table: tc } = c;
  const { weight: wd, code: cd, table: td } = d;
  for (let k = from; k < to; k++) {
    const j = column[k] ?? 0;
    score[k] =
      ((score[k] ?? 0) +
        Math.imul(wa, ta[ca[j] ?? 0] ?? 0) +
        Math.imul(wb, tb[cb[j] ?? 0] ?? 0) +
        Math.imul(wc, tc[cc[j] ?? 0] ?? 0) +
        Math.imul(wd, td[cd[j] ?? 0] ?? 0)) |
      0;
  }
}

/* Adds so many times the hundredths to the scores. */
function addWeighted(score: Int32Array, { from, to }: Some, hundredths: Uint8Array, weight: number): void {
  let k = from;
  for (; k + 3 < to; k += 4) {
    const at = k - from;
    score[k] = ((score[k] ?? 0) + Math.imul(weight, hundredths[at] ?? 0)) | 0;
    score[k + 1] = ((score[k + 1] ?? 0) + Math.imul(weight, hundredths[at + 1] ?? 0)) | 0;
    score[k + 2] = ((score[k + 2] ?? 0) + Math.imul(weight, hundredths[at + 2] ?? 0)) | 0;
    score[k + 3] = ((score[k + 3] ?? 0) + Math.imul(weight, hundredths[at + 3] ?? 0)) | 0;
  }
  for (; k < to; k++) score[k] = ((score[k] ?? 0) + Math.imul(weight, hundredths[k - from] ?? 0)) | 0;
}

type WriteRow = (rows: Rows, at: number, into: Int32Array) => void;

function writeBroken(rows: Rows, at: number, into: Int32Array): void {
  into.fill(0);
  for (const [r, open] of rows.openBy(at).entries()) {
    addBroken(into, open, rows.rules[r]?.bit ?? 0);
  }
}

function addBroken(into: Int32Array, open: Int32Array, bit: number): void {
  for (let w = 0; w < open.length; w++) {
    const word = open[w] ?? 0;
    if (word === -1) continue;
    const end = Math.min(into.length, (w + 1) << 5);
    for (let j = w << 5; j < end; j++) {
      if (((word >>> j) & 1) === 0) into[j] = (into[j] ?? 0) | bit;
    }
  }
}

function writeScores(rows: Rows, at: number, into: Int32Array): void {
  const everyone = everyoneOf(rows.size);
  const column = new Int32Array(rows.size);
  listOf(everyone, column, 0);
  rows.score(at, everyone, { column, from: 0, to: rows.size }, into);
}

/*
 * Pairs are mostly asked about one person at a time: the second question about the same person works out her whole row, and
 * those after it are look-ups. A single pair is judged as written.
 */
function askByRow(pool: Pool, rowsOf: (side: Side) => Rows, one: Measure, write: WriteRow): Measure {
  const sides = {
    newcomer: { last: -1, written: -1, row: new Int32Array(pool.mentors.people.length) },
    mentor: { last: -1, written: -1, row: new Int32Array(pool.newcomers.people.length) },
  };
  const look = (side: Side, at: number, other: number): number | null => {
    const held = sides[side];
    if (held.written !== at) {
      if (held.last !== at) return null;
      write(rowsOf(side), at, held.row);
      held.written = at;
    }
    return held.row[other] ?? 0;
  };
  return (i, j) => {
    const found = look('newcomer', i, j) ?? look('mentor', j, i);
    sides.newcomer.last = i;
    sides.mentor.last = j;
    return found ?? one(i, j);
  };
}

function breakOne({ newcomers, mentors, context }: Pool, input: RoundInput): Measure {
  const rules = listRules(input.program);
  return (i, j) =>
    findObstacles(rules, personAt(newcomers, i), personAt(mentors, j), context).reduce(
      (bits, { rule }) => bits | ruleBit(rule),
      0,
    );
}

function scoreOne({ newcomers, mentors, context }: Pool, input: RoundInput): Measure {
  const weights = weigh(input.program.preferences);
  return (i, j) => totalOf(sharesOf(weights, personAt(newcomers, i), personAt(mentors, j), context));
}
