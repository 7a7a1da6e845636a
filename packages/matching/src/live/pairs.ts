import { everyoneOf } from '../columns/bits.ts';
import { compileProgram } from '../columns/compiled.ts';
import type { Pool } from '../columns/pool.ts';
import { ruleBit } from '../columns/rules.ts';
import { sieveOf } from '../columns/sieves.ts';
import { remember, viewFrom } from '../columns/view.ts';
import type { PreferenceKind, Requirement, RequirementKind, RoundInput } from '../model.ts';

/** Every pair of a pool, row by row: newcomer `i` and mentor `j` are pair `i · mentors + j`. */
export interface Pairs {
  readonly rows: number;
  readonly columns: number;
  /** By pair, a bit for each rule it breaks, as `Compiled.broken`, and `PINNED`. 0 is a pair that may be made. */
  readonly closed: Uint16Array;
  /** A criterion's hundredths by pair; measured when it is asked for first. */
  readonly valuesOf: (criterion: PreferenceKind) => Uint8Array;
  /** Judges all pairs by the requirements of one kind as they are now; returns the pairs for which something changed. */
  readonly judge: (kind: RequirementKind, requirements: readonly Requirement[]) => readonly number[];
}

/** Above the bits of the rules: the pair is made already. */
export const PINNED = 1 << 15;

/** Lists the pairs of a pool, closed by what holds between two people whatever the program requires; nothing is banned. */
export function listPairs(pool: Pool, input: RoundInput): Pairs {
  const rows = pool.newcomers.people.length;
  const columns = pool.mentors.people.length;
  const view = viewFrom(pool, 'newcomer');
  const personal = compileProgram(pool, {
    ...input,
    program: { requirements: [], preferences: [] },
    bans: [],
  }).rowsOf('newcomer');
  const everyone = everyoneOf(columns);
  const words = everyone.length;
  const closed = new Uint16Array(rows * columns);
  const set = new Int32Array(words);
  /* Row by row whom the requirements of a kind let through. */
  const openBy = new Map<RequirementKind, Int32Array>();

  for (let i = 0; i < rows; i++) {
    const sets = personal.openBy(i);
    for (const [r, { bit }] of personal.rules.entries()) {
      for (let w = 0; w < words; w++) toggle(i, w, (sets[r]?.[w] ?? 0) ^ (everyone[w] ?? 0), bit);
    }
  }

  /* Turns a bit of the pairs of row `i` with 32 mentors, those that stand in `changed`. */
  function toggle(i: number, w: number, changed: number, bit: number, into?: number[]): void {
    for (let word = changed; word !== 0; word &= word - 1) {
      const e = i * columns + (w << 5) + 31 - Math.clz32(word & -word);
      closed[e] = (closed[e] ?? 0) ^ bit;
      into?.push(e);
    }
  }

  return {
    rows,
    columns,
    closed,
    valuesOf: remember((criterion: PreferenceKind) => {
      const measure = personal.measure(criterion);
      const values = new Uint8Array(rows * columns);
      const some = { column: view.positions, from: 0, to: columns };
      for (let i = 0; i < rows; i++)
        measure(i, everyone, some, values.subarray(i * columns, (i + 1) * columns));
      return values;
    }),
    judge(kind, requirements) {
      const sieves = requirements
        .filter((requirement) => requirement.kind === kind)
        .map((requirement) => sieveOf(view, requirement));
      const open = openBy.get(kind) ?? repeat(everyone, rows);
      openBy.set(kind, open);
      const changed: number[] = [];
      for (let i = 0; i < rows; i++) {
        set.set(everyone);
        for (const sieve of sieves) sieve(i, set);
        for (let w = 0; w < words; w++) {
          const now = set[w] ?? 0;
          toggle(i, w, now ^ (open[i * words + w] ?? 0), ruleBit(kind), changed);
          open[i * words + w] = now;
        }
      }
      return changed;
    },
  };
}

function repeat(set: Int32Array, times: number): Int32Array {
  const all = new Int32Array(set.length * times);
  for (let n = 0; n < times; n++) all.set(set, n * set.length);
  return all;
}
