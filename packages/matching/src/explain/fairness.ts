import { weeksWaiting } from '../judge/calendar.ts';
import type { PairContext } from '../judge/context.ts';
import { readContext } from '../judge/context.ts';
import { FEWEST_TOLD, hideRows, type Count, type Split } from './hidden.ts';
import type { LeftOut, Person, RoundInput, RoundResult, Side } from '../model.ts';

/** What people are grouped by; a language is a first language, an age the one reached during the year. */
export type FairnessBy = 'side' | 'gender' | 'language' | 'age' | 'municipality' | 'weeks';

/** One group. `code`: a side, gender, BCP 47 tag or SCB code. `range`: years of age or whole weeks waited, both ends included; `to` null means and more. */
export type FairnessGroup =
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'range'; readonly from: number; readonly to: number | null }
  /** Languages or municipalities with so few people that they are told together. */
  | { readonly is: 'others' }
  | { readonly is: 'unknown' };

/** Both counts are told or both hidden. */
export interface FairnessRow {
  readonly group: FairnessGroup;
  readonly paired: Count;
  readonly waiting: Count;
}

export interface FairnessTable {
  readonly side: Side | 'both';
  readonly by: FairnessBy;
  readonly rows: readonly FairnessRow[];
}

/**
 * Who was paired and who waits, group by group. `tables` may be shown to anyone: numbers below `FEWEST_TOLD` are hidden,
 * and no hidden number follows from those that are told, nor from a side's sums. `passedOver` names people and is for
 * coordinators.
 */
export interface FairnessReport {
  readonly tables: readonly FairnessTable[];
  /** People left out now and in at least one earlier round; `times` counts this round too. Most times first, then longest waiting, then by id. */
  readonly passedOver: readonly (Omit<LeftOut, 'reasons'> & { readonly times: number })[];
}

/** How often each person was left out of earlier rounds of the program, by id. */
export type PassedOver = Readonly<Record<string, number>>;

/** Reads a round for its fairness. Ages, weeks and first languages are those of the round's input. */
export function reportFairness(
  input: RoundInput,
  result: RoundResult,
  passedOver: PassedOver = {},
): FairnessReport {
  const waiting = new Set(result.leftOut.map(({ id }) => id));
  const context = readContext(input);
  const sides = [
    ['newcomer', input.newcomers],
    ['mentor', input.mentors],
  ] as const;
  const tables = sides.flatMap(([side, people]) =>
    GROUPINGS.map((grouping) => ({
      side,
      by: grouping.by,
      rows: tellRows(groupPeople(people, grouping, { now: input.now, context }), waiting),
    })),
  );
  return {
    tables: [tableOfSides(sides, waiting), ...tables],
    passedOver: listPassedOver(result, passedOver),
  };
}

/* No sum over both sides is told, so a side's numbers follow from nobody else's. */
function tableOfSides(
  sides: readonly (readonly [Side, readonly Person[]])[],
  waiting: ReadonlySet<string>,
): FairnessTable {
  const rows = sides.map(([side, people]): FairnessRow => {
    const split = splitOf(people, waiting);
    const isSmall = split.paired < FEWEST_TOLD || split.waiting < FEWEST_TOLD;
    return { group: { is: 'code', code: side }, ...(isSmall ? NOT_TOLD : split) };
  });
  return { side: 'both', by: 'side', rows };
}

interface Moment {
  readonly now: string;
  readonly context: PairContext;
}

/** How people are told apart: the group of one person; with `few`, small groups are told together. */
interface Grouping {
  readonly by: FairnessBy;
  readonly groupOf: (person: Person, moment: Moment) => FairnessGroup;
  readonly few: 'apart' | 'together';
}

const AGES = [0, 18, 25, 35, 45, 55, 65] as const;
const WEEKS = [0, 4, 8, 13, 26, 52] as const;

const GROUPINGS: readonly Grouping[] = [
  { by: 'gender', groupOf: ({ gender }) => codeOf(gender), few: 'apart' },
  { by: 'language', groupOf: (person) => codeOf(firstLanguage(person)), few: 'together' },
  {
    by: 'age',
    groupOf: ({ birthYear }, { context }) =>
      birthYear === null ? { is: 'unknown' } : rangeOf(AGES, context.year - birthYear),
    few: 'apart',
  },
  { by: 'municipality', groupOf: ({ municipality }) => codeOf(municipality), few: 'together' },
  {
    by: 'weeks',
    groupOf: ({ waitingSince }, { now }) => rangeOf(WEEKS, weeksWaiting(waitingSince, now)),
    few: 'apart',
  },
];

function codeOf(code: string | null): FairnessGroup {
  return code === null ? { is: 'unknown' } : { is: 'code', code };
}

/* The first that is told at the level of a first language. */
function firstLanguage({ languages }: Person): string | null {
  return languages.find(({ level }) => level === 'C2')?.language ?? null;
}

function rangeOf(starts: readonly number[], value: number): FairnessGroup {
  const at = Math.max(
    0,
    starts.findLastIndex((start) => start <= value),
  );
  const next = starts[at + 1];
  return { is: 'range', from: starts[at] ?? 0, to: next === undefined ? null : next - 1 };
}

interface Group {
  readonly group: FairnessGroup;
  readonly people: readonly Person[];
}

function groupPeople(people: readonly Person[], grouping: Grouping, moment: Moment): readonly Group[] {
  const groups = new Map<string, { readonly group: FairnessGroup; readonly people: Person[] }>();
  for (const person of people) {
    const group = grouping.groupOf(person, moment);
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { group, people: [] };
    groups.set(key, known);
    known.people.push(person);
  }
  const sorted = [...groups.values()].sort(byGroup);
  return grouping.few === 'apart' ? sorted : joinFew(sorted);
}

function joinFew(groups: readonly Group[]): readonly Group[] {
  const isFew = ({ people }: Group): boolean => people.length < FEWEST_TOLD;
  const few = groups.filter(isFew).flatMap(({ people }) => people);
  const many = groups.filter((group) => !isFew(group));
  return few.length === 0 ? many : [...many, { group: { is: 'others' }, people: few }];
}

/* Ranges ascending; codes with most people first, then by code; unknown last. */
function byGroup(a: Group, b: Group): number {
  if (a.group.is === 'range' && b.group.is === 'range') return a.group.from - b.group.from;
  if (a.group.is === 'code' && b.group.is === 'code') {
    return b.people.length - a.people.length || (a.group.code < b.group.code ? -1 : 1);
  }
  return a.group.is === 'unknown' ? 1 : -1;
}

const NOT_TOLD = { paired: null, waiting: null } as const;

function tellRows(groups: readonly Group[], waiting: ReadonlySet<string>): readonly FairnessRow[] {
  const splits = groups.map(({ people }) => splitOf(people, waiting));
  const hidden = hideRows(splits);
  return groups.map(({ group }, at) => ({ group, ...(hidden[at] ? NOT_TOLD : (splits[at] ?? NOT_TOLD)) }));
}

function splitOf(people: readonly Person[], waiting: ReadonlySet<string>): Split {
  const left = people.filter(({ id }) => waiting.has(id)).length;
  return { paired: people.length - left, waiting: left };
}

function listPassedOver({ leftOut }: RoundResult, earlier: PassedOver): FairnessReport['passedOver'] {
  return leftOut
    .map(({ id, side, weeksWaiting: weeks }) => ({
      id,
      side,
      weeksWaiting: weeks,
      times: (Object.hasOwn(earlier, id) ? (earlier[id] ?? 0) : 0) + 1,
    }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times || b.weeksWaiting - a.weeksWaiting || (a.id < b.id ? -1 : 1));
}
