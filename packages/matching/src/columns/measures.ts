import { levelCloseness } from '../judge/closeness.ts';
import {
  ageCurve,
  hundredthsOf,
  interestsCurve,
  LANGUAGE_CURVE,
  timeCurve,
  waysCurve,
  wishesCurve,
} from '../judge/criteria.ts';
import { isMost, isRather } from '../judge/wishes.ts';
import type { PreferenceKind, Wish } from '../model.ts';
import { countBits, has } from './bits.ts';
import { EDUCATION_LEVELS, LEVEL_STEP, type Lists } from './columns.ts';
import { countShared, spreadCounts, writeCounts, type Count, type Some } from './count.ts';
import type { Near } from './near.ts';
import { measureNearness } from './nearness.ts';
import { remember, viewFrom, type View } from './view.ts';
import { listGranted } from './wishes.ts';

/** Writes the hundredths for the person at a position and each of some others, one after the other; `among` holds those at least. */
export type Measure = (at: number, among: Int32Array, some: Some, out: Uint8Array) => void;

/** A criterion for rows of pairs; the twin of `judge`. */
export interface Criterion {
  /** Pair by pair: for a few of the others, and for what can be told in no other way. */
  readonly measure: Measure;
  /** All others of `among` at once: the hundredths by the code of the other. */
  readonly row?: Row;
}
export interface Row {
  /** By position. */
  readonly code: Int32Array;
  /** Hundredths by code; overwritten by the next question. */
  readonly table: (at: number, among: Int32Array) => Uint8Array;
}

export function criterionOf(view: View, criterion: PreferenceKind): Criterion {
  const { own, others, pool } = view;
  switch (criterion) {
    case 'occupation':
      return measureClose(view, own.occupations, others.occupations, pool.nearOccupations);
    case 'education-field':
      return measureClose(view, own.fields, others.fields, pool.nearFields);
    case 'education-level':
      return measureTable(own.educationLevel, others.educationLevel, EDUCATION_LEVELS, (a, b) =>
        levelCloseness(a === 0 ? null : a, b === 0 ? null : b),
      );
    case 'language':
      return measureLanguage(view);
    case 'common-time':
      return measureShared(view, view.sharedTime, timeCurve);
    case 'nearness':
      return measureNearness(view);
    case 'ways':
      return measureTable(own.ways, others.ways, WAYS, (a, b) =>
        waysCurve(countBits(a & b), Math.min(countBits(a), countBits(b))),
      );
    case 'age':
      return measureAge(view);
    case 'interests':
      return measureShared(view, countShared(own.interests, others.by.interest), interestsCurve);
    case 'wishes':
      return measureWishes(view, isRather);
    case 'wish-most':
      return measureWishes(view, isMost);
  }
}

/** A criterion by whichever of its two ways is quicker; `size` is how many others there are. */
export function measureSome({ row, measure }: Criterion, size: number): Measure {
  if (row === undefined) return measure;
  return (at, among, some, out) => {
    if (isMany(some, size)) readOff(row.table(at, among), row.code, some, out);
    else measure(at, among, some, out);
  };
}

/** From here on a row is worth working out for everyone. */
export function isMany({ from, to }: Some, size: number): boolean {
  return (to - from) * 8 > size;
}

const WAYS = 16;

/** Reads a row off, other by other. Four at a time, which also keeps it too long to be drawn into colder code. */
function readOff(table: Uint8Array, code: Int32Array, { column, from, to }: Some, out: Uint8Array): void {
  let k = from;
  for (; k + 3 < to; k += 4) {
    const at = k - from;
    out[at] = table[code[column[k] ?? 0] ?? 0] ?? 0;
    out[at + 1] = table[code[column[k + 1] ?? 0] ?? 0] ?? 0;
    out[at + 2] = table[code[column[k + 2] ?? 0] ?? 0] ?? 0;
    out[at + 3] = table[code[column[k + 3] ?? 0] ?? 0] ?? 0;
  }
  for (; k < to; k++) out[k - from] = table[code[column[k] ?? 0] ?? 0] ?? 0;
}

function measureRow({ code, table }: Row): Criterion {
  return {
    row: { code, table },
    measure: (at, among, some, out) => readOff(table(at, among), code, some, out),
  };
}

function measureTable(
  mine: Uint8Array,
  theirs: Uint8Array,
  codes: number,
  value: (a: number, b: number) => number,
): Criterion {
  const every = Array.from({ length: codes }, (_, code) => code);
  const tables = every.map((a) => Uint8Array.from(every, (b) => hundredthsOf(value(a, b))));
  return measureRow({ code: Int32Array.from(theirs), table: (at) => tables[mine[at] ?? 0] ?? NOTHING });
}

const NOTHING = new Uint8Array(0);

function measureAge({ own, others }: View): Criterion {
  const years = [...new Set(others.birthYear)];
  const tableOf = remember((born: number) =>
    Uint8Array.from(years, (year) =>
      hundredthsOf(ageCurve(born === 0 || year === 0 ? null : Math.abs(born - year))),
    ),
  );
  return measureRow({
    code: others.birthYear.map((year) => years.indexOf(year)),
    table: (at) => tableOf(own.birthYear[at] ?? 0),
  });
}

/* Many speak the same languages equally well: each such profile is held against a person once. */
function measureLanguage({ own, others, pool }: View): Criterion {
  const { profileOf, speakers, profiles } = profileLanguages(others.languages, others.people.length);
  const value = Uint8Array.from(LANGUAGE_CURVE, hundredthsOf);
  const table = new Uint8Array(profiles);
  const mine = new Uint8Array(pool.codes.languages.size);
  const speak = (at: number, isHers: 0 | 1): void => {
    const { start, code } = own.languages;
    for (let p = start[at] ?? 0; p < (start[at + 1] ?? 0); p++) {
      const one = code[p] ?? 0;
      mine[one >> 3] = isHers * (one % LEVEL_STEP);
    }
  };
  return {
    measure(at, _, some, out) {
      speak(at, 1);
      writeLevels(others.languages, mine, some, out);
      speak(at, 0);
      for (let k = 0; k < some.to - some.from; k++) out[k] = value[out[k] ?? 0] ?? 0;
    },
    row: {
      code: profileOf,
      table(at) {
        table.fill(0);
        const { start, code } = own.languages;
        for (let p = start[at] ?? 0; p < (start[at + 1] ?? 0); p++) {
          const one = code[p] ?? 0;
          raise(table, speakers.get(one >> 3) ?? NOBODY, one % LEVEL_STEP, value);
        }
        return table;
      },
    },
  };
}

const NOBODY = new Int32Array(0);

/* The best level at which the two share a language. */
function writeLevels(
  { start, code }: Lists,
  mine: Uint8Array,
  { column, from, to }: Some,
  out: Uint8Array,
): void {
  for (let k = from; k < to; k++) {
    const j = column[k] ?? 0;
    let best = 0;
    for (let p = start[j] ?? 0; p < (start[j + 1] ?? 0); p++) {
      const one = code[p] ?? 0;
      best = Math.max(best, Math.min(mine[one >> 3] ?? 0, one % LEVEL_STEP));
    }
    out[k - from] = best;
  }
}

function raise(table: Uint8Array, speakers: Int32Array, level: number, value: Uint8Array): void {
  for (let s = 0; s < speakers.length; s++) {
    const one = speakers[s] ?? 0;
    const theirs = one & 7;
    const shared = value[theirs < level ? theirs : level] ?? 0;
    if (shared > (table[one >> 3] ?? 0)) table[one >> 3] = shared;
  }
}

/* For each language the profiles that speak it, as profile · 8 + level. */
function profileLanguages({ start, code }: Lists, size: number) {
  const known = new Map<string, number>();
  const speakers = new Map<number, number[]>();
  const profileOf = new Int32Array(size);
  for (let j = 0; j < size; j++) {
    const spoken = code.slice(start[j], start[j + 1]).sort();
    const key = spoken.join(' ');
    const profile = known.get(key) ?? known.size;
    profileOf[j] = profile;
    if (known.has(key)) continue;
    known.set(key, profile);
    for (const one of spoken) {
      const level = one % LEVEL_STEP;
      const list = speakers.get(one >> 3);
      if (list === undefined) speakers.set(one >> 3, [profile * 8 + level]);
      else list.push(profile * 8 + level);
    }
  }
  return {
    profileOf,
    profiles: known.size,
    speakers: new Map([...speakers].map(([language, list]) => [language, Int32Array.from(list)])),
  };
}

/* From her codes to the codes close to them; and then, for many, to those who have them: nobody else is touched. */
function measureClose(view: View, mine: Lists, theirs: Lists, near: Near): Criterion {
  const codes = near.start.length - 1;
  const having = invert(theirs, codes);
  const close = new Uint8Array(codes);
  const best = new Uint8Array(view.others.people.length);
  return {
    measure(at, _, some, out) {
      close.fill(0);
      reach(mine, at, near, close);
      writeBest(theirs, close, some, out);
    },
    row: {
      code: view.positions,
      table(at) {
        close.fill(0);
        best.fill(0);
        if (reach(mine, at, near, close)) spread(close, having, best);
        return best;
      },
    },
  };
}

/* How close each code is to the closest of hers; is any? */
function reach({ start, code }: Lists, at: number, near: Near, close: Uint8Array): boolean {
  for (let p = start[at] ?? 0; p < (start[at + 1] ?? 0); p++) {
    const one = code[p] ?? 0;
    for (let q = near.start[one] ?? 0; q < (near.start[one + 1] ?? 0); q++) {
      const other = near.code[q] ?? 0;
      close[other] = Math.max(close[other] ?? 0, near.hundredths[q] ?? 0);
    }
  }
  return start[at] !== start[at + 1];
}

function writeBest(
  { start, code }: Lists,
  close: Uint8Array,
  { column, from, to }: Some,
  out: Uint8Array,
): void {
  for (let k = from; k < to; k++) {
    const j = column[k] ?? 0;
    let best = 0;
    for (let p = start[j] ?? 0; p < (start[j + 1] ?? 0); p++) best = Math.max(best, close[code[p] ?? 0] ?? 0);
    out[k - from] = best;
  }
}

function spread(close: Uint8Array, having: Lists, best: Uint8Array): void {
  for (let c = 0; c < close.length; c++) {
    const value = close[c] ?? 0;
    if (value === 0) continue;
    for (let h = having.start[c] ?? 0; h < (having.start[c + 1] ?? 0); h++) {
      const j = having.code[h] ?? 0;
      if (value > (best[j] ?? 0)) best[j] = value;
    }
  }
}

/* For each code the positions of those who have it. */
function invert({ start, code }: Lists, codes: number): Lists {
  const from = new Int32Array(codes + 1);
  for (const one of code) from[one + 1] = (from[one + 1] ?? 0) + 1;
  for (let c = 0; c < codes; c++) from[c + 1] = (from[c + 1] ?? 0) + (from[c] ?? 0);
  const next = from.slice();
  const position = new Int32Array(code.length);
  for (let j = 0; j + 1 < start.length; j++) {
    for (let p = start[j] ?? 0; p < (start[j + 1] ?? 0); p++) {
      const c = code[p] ?? 0;
      position[next[c] ?? 0] = j;
      next[c] = (next[c] ?? 0) + 1;
    }
  }
  return { start: from, code: position };
}

/* The curves of what is counted grow evenly up to 1, so that their hundredths are the sum over the count's binary digits. */
function measureShared(view: View, count: Count, curve: (shared: number) => number): Criterion {
  const value = Uint8Array.from({ length: 9 }, (_, shared) => hundredthsOf(curve(shared)));
  const enough = value.indexOf(100);
  const row = new Uint32Array(view.everyone.length * 8);
  const table = new Uint8Array(row.buffer);
  return {
    measure(at, among, some, out) {
      writeCounts(count(at, among), some, out);
      for (let k = 0; k < some.to - some.from; k++) out[k] = value[out[k] ?? 0] ?? 0;
    },
    row: {
      code: view.positions,
      table(at, among) {
        spreadCounts(count(at, among), among, { value, enough }, row);
        return table;
      },
    },
  };
}

/* Few wish for anything: whoever does not is told by the other's wishes alone. */
function measureWishes(view: View, counts: (wish: Wish) => boolean): Criterion {
  const hers = listGranted(view, counts);
  const theirs = listGranted(viewFrom(view.pool, view.side === 'newcomer' ? 'mentor' : 'newcomer'), counts);
  const wishing = Uint8Array.from(theirs, ({ length }) => Math.min(1, length));
  const measure: Measure = (at, _, { column, from, to }, out) => {
    const mine = hers[at] ?? [];
    for (let k = from; k < to; k++) {
      const j = column[k] ?? 0;
      if (mine.length === 0 && wishing[j] === 0) out[k - from] = 100;
      else {
        const granted = theirs[j] ?? [];
        let met = 0;
        for (const set of mine) if (has(set, j)) met++;
        for (const set of granted) if (has(set, at)) met++;
        out[k - from] = hundredthsOf(wishesCurve(met, mine.length + granted.length));
      }
    }
  };
  return { measure };
}
