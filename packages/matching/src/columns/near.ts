import { FIELD_CLOSENESS, relationOf, type Substitution } from '../judge/closeness.ts';
import { hundredthsOf } from '../judge/criteria.ts';
import type { Occupation } from '../model.ts';
import type { Lists } from './columns.ts';

/** For each code the codes that are close to it, itself among them, and how close, in hundredths; all others are at 0. */
export interface Near extends Lists {
  readonly hundredths: Uint8Array;
}

/** Closeness of education fields; only those that begin alike share anything. */
export function nearFields(fields: readonly string[]): Near {
  return findNear(fields, {
    filedUnder: (field) => [field.charAt(0)],
    lookedForUnder: (field) => [field.charAt(0)],
    closeness: (a, b) => FIELD_CLOSENESS[commonLength(a, b)] ?? 1,
  });
}

/** Closeness of occupations: of one major group, the same one, or published as standing in for each other. */
export function nearOccupations(occupations: readonly Occupation[], substitution: Substitution): Near {
  const standIns = readStandIns(substitution);
  const own = ({ occupation, ssyk }: Occupation): readonly string[] => [
    ssyk.charAt(0),
    ...(occupation === null ? [] : [`is ${occupation}`]),
  ];
  return findNear(occupations, {
    filedUnder: own,
    lookedForUnder: (one) => [
      ...own(one),
      ...(standIns.get(one.occupation ?? '') ?? []).map((other) => `is ${other}`),
    ],
    closeness: (a, b) => relationOf(a, b, substitution).value,
  });
}

interface Likeness<T> {
  readonly filedUnder: (word: T) => readonly string[];
  readonly lookedForUnder: (word: T) => readonly string[];
  readonly closeness: (a: T, b: T) => number;
}

/* Only words filed under what another is looked for are compared: most words have nothing in common. */
function findNear<T>(words: readonly T[], { filedUnder, lookedForUnder, closeness }: Likeness<T>): Near {
  const files = new Map<string, number[]>();
  for (const [code, word] of words.entries()) {
    for (const key of filedUnder(word)) {
      const file = files.get(key);
      if (file === undefined) files.set(key, [code]);
      else file.push(code);
    }
  }
  const start = new Int32Array(words.length + 1);
  const codes: number[] = [];
  const hundredths: number[] = [];
  for (const [at, word] of words.entries()) {
    for (const code of new Set(lookedForUnder(word).flatMap((key) => files.get(key) ?? []))) {
      const other = words[code];
      const close = other === undefined ? 0 : hundredthsOf(closeness(word, other));
      if (close === 0) continue;
      codes.push(code);
      hundredths.push(close);
    }
    start[at + 1] = codes.length;
  }
  return { start, code: Int32Array.from(codes), hundredths: Uint8Array.from(hundredths) };
}

function readStandIns(substitution: Substitution): ReadonlyMap<string, readonly string[]> {
  const standIns = new Map<string, string[]>();
  const add = (one: string, other: string): void => {
    const list = standIns.get(one);
    if (list === undefined) standIns.set(one, [other]);
    else list.push(other);
  };
  for (const [occupation, row] of substitution) {
    for (const by of row.keys()) {
      add(occupation, by);
      add(by, occupation);
    }
  }
  return standIns;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
