import type { Education, Occupation, Substitute } from '../model.ts';

/** How two occupations are related, closest first. */
export type OccupationRelation = 'same' | 'substitute' | 'ssyk4' | 'ssyk3' | 'ssyk2' | 'ssyk1' | 'none';

/**
 * How close two lines of work are, 0..1. Arbetsförmedlingen's published pairs are judgements of employers'
 * needs ("75" and "25" per cent); the digits of SSYK 2012 narrow from major group to unit group. The two are
 * interleaved so that a published pair never weighs more than one and the same unit group, nor less than a
 * group that is one step wider.
 */
export const OCCUPATION_CLOSENESS = {
  same: 1,
  ssyk4: 0.85,
  substitute75: 0.8,
  ssyk3: 0.6,
  substitute25: 0.5,
  ssyk2: 0.4,
  ssyk1: 0.15,
  none: 0,
} as const;

/** Closeness of education fields by the number of leading SUN 2020 characters they share; two or more is "a similar field". */
export const FIELD_CLOSENESS = [0, 0.3, 0.6, 0.85, 1] as const;

/** The first of SCB's seven steps that lies beyond upper secondary school. */
export const POST_SECONDARY = 5;

/** Percentages by occupation, then by the one that can stand in for it. */
export type Substitution = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What `occupationCloseness` found: the two occupations that are closest, and how. */
export interface OccupationMatch {
  readonly value: number;
  readonly relation: OccupationRelation;
  readonly newcomer: Occupation | null;
  readonly mentor: Occupation | null;
  /** The SSYK digits both share, or null. */
  readonly ssyk: string | null;
}

/** The published pairs, ready to be looked up. */
export function readSubstitution(substitutes: readonly Substitute[]): Substitution {
  const table = new Map<string, Map<string, number>>();
  for (const { occupation, by, percent } of substitutes) {
    const row = table.get(occupation) ?? new Map<string, number>();
    row.set(by, Math.max(percent, row.get(by) ?? 0));
    table.set(occupation, row);
  }
  return table;
}

/** The closest of all combinations of two people's occupations; the first in their own order when several are. */
export function occupationCloseness(
  newcomer: readonly Occupation[],
  mentor: readonly Occupation[],
  substitution: Substitution,
): OccupationMatch {
  let best: OccupationMatch = { value: 0, relation: 'none', newcomer: null, mentor: null, ssyk: null };
  for (const a of newcomer) {
    for (const b of mentor) {
      const found = relationOf(a, b, substitution);
      if (found.value > best.value) {
        best = { ...found, newcomer: a, mentor: b, ssyk: commonPrefix(a.ssyk, b.ssyk) || null };
      }
    }
  }
  return best;
}

/** How two single occupations are related; symmetric, the better of the two directions of a published pair. */
export function relationOf(
  a: Occupation,
  b: Occupation,
  substitution: Substitution,
): { readonly value: number; readonly relation: OccupationRelation } {
  if (a.occupation !== null && a.occupation === b.occupation)
    return { value: OCCUPATION_CLOSENESS.same, relation: 'same' };
  const group = groupRelation(a.ssyk, b.ssyk);
  const published = substitutionCloseness(a.occupation, b.occupation, substitution);
  const value = OCCUPATION_CLOSENESS[group];
  return published > value ? { value: published, relation: 'substitute' } : { value, relation: group };
}

/** What the closest pair of two people's education fields shares: leading SUN characters, 0 to 4, and which. */
export function sharedField(
  newcomer: readonly Education[],
  mentor: readonly Education[],
): { readonly digits: number; readonly field: string | null } {
  let best = '';
  for (const a of newcomer) {
    for (const b of mentor) {
      const shared = a.field === null || b.field === null ? '' : commonPrefix(a.field, b.field);
      if (shared.length > best.length) best = shared;
    }
  }
  return { digits: best.length, field: best || null };
}

/** Closeness of two people's education fields, 0..1; 0 when either has none. */
export function fieldCloseness(newcomer: readonly Education[], mentor: readonly Education[]): number {
  return FIELD_CLOSENESS[sharedField(newcomer, mentor).digits] ?? 1;
}

/** A person's highest education level, 1..7, or null when she has told of none. */
export function highestLevel(educations: readonly Education[]): number | null {
  return educations.reduce<number | null>((best, { level }) => Math.max(level, best ?? 0), null);
}

/** Closeness of two education levels: 1 when equal, 0 between the lowest and the highest, 0 when either is unknown. */
export function levelCloseness(newcomer: number | null, mentor: number | null): number {
  return newcomer === null || mentor === null ? 0 : 1 - Math.abs(newcomer - mentor) / 6;
}

function groupRelation(a: string, b: string): 'ssyk4' | 'ssyk3' | 'ssyk2' | 'ssyk1' | 'none' {
  const digits = commonPrefix(a, b).length;
  if (digits >= 4) return 'ssyk4';
  if (digits === 3) return 'ssyk3';
  if (digits === 2) return 'ssyk2';
  return digits === 1 ? 'ssyk1' : 'none';
}

function substitutionCloseness(a: string | null, b: string | null, substitution: Substitution): number {
  if (a === null || b === null) return 0;
  const percent = Math.max(substitution.get(a)?.get(b) ?? 0, substitution.get(b)?.get(a) ?? 0);
  if (percent >= 75) return OCCUPATION_CLOSENESS.substitute75;
  return percent >= 25 ? OCCUPATION_CLOSENESS.substitute25 : 0;
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
