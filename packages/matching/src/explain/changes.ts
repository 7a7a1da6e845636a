import { MatchingError } from '../errors.ts';
import type { MeetingWay, Person, Requirement, RoundInput, Wish } from '../model.ts';
import { WAY_ORDER } from '../judge/skills.ts';

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/**
 * One thing a person could answer otherwise. `time`: the half-hours to add, all those of one part of one weekday
 * (0 Monday) that she has not; `kilometres`: how far she would travel, `to` null for any distance; `wish`: a must
 * that becomes *rather*.
 */
export type OwnChange =
  | {
      readonly change: 'time';
      readonly weekday: number;
      readonly part: PartOfDay;
      readonly halfHours: readonly number[];
    }
  | { readonly change: 'way'; readonly way: MeetingWay }
  | { readonly change: 'kilometres'; readonly from: number; readonly to: number | null }
  | { readonly change: 'wish'; readonly wish: Wish };

/** One of the program's requirements moved by a step, or lifted: `to` null. */
export interface RuleChange {
  readonly change: 'requirement';
  readonly from: Requirement;
  readonly to: Requirement | null;
}

export type Change = OwnChange | RuleChange;

/** A change that can be chosen: how much it asks, and those with the same `of` exclude each other. */
export interface Choice<C extends Change> {
  readonly change: C;
  readonly burden: number;
  readonly of: string;
}

/* The parts of a day, in half-hours since midnight: 8–12, 12–17, 17–21. */
const PARTS: readonly { readonly part: PartOfDay; readonly from: number; readonly to: number }[] = [
  { part: 'evening', from: 34, to: 42 },
  { part: 'afternoon', from: 24, to: 34 },
  { part: 'morning', from: 16, to: 24 },
];
const HALF_HOURS_OF_DAY = 48;
const WEEKDAYS = 7;
const FIRST_OF_WEEKEND = 5;

/* What each change asks of a person, relative to the others: a telephone call least, giving up a must most. */
const WAY_BURDEN: Readonly<Record<MeetingWay, number>> = {
  telephone: 1,
  video: 1,
  walk: 2,
  'in-person': 2,
};
const FREE_TIME_BURDEN = 2;
const WORKING_TIME_BURDEN = 4;
const FARTHER: readonly { readonly by: number; readonly burden: number }[] = [
  { by: 10, burden: 2 },
  { by: 20, burden: 3 },
  { by: 30, burden: 4 },
  { by: 50, burden: 5 },
];
const ANY_DISTANCE_BURDEN = 7;
const RATHER_BURDEN = 4;
const RATHER_MOST_BURDEN = 6;

/**
 * Everything a person could answer otherwise to be easier to pair, in the fixed order that settles what costs the
 * same: times evenings first and Monday first, ways, kilometres, wishes in her own order. Whom she will never
 * meet is not up for change, nor what she is.
 */
export function listOwnChoices(person: Person): readonly Choice<OwnChange>[] {
  return [...listTimes(person), ...listWays(person), ...listDistances(person), ...listWishes(person)];
}

function listTimes({ availability }: Person): readonly Choice<OwnChange>[] {
  const own = new Set(availability);
  return PARTS.flatMap(({ part, from, to }) =>
    Array.from({ length: WEEKDAYS }, (_, weekday): Choice<OwnChange> => {
      const first = weekday * HALF_HOURS_OF_DAY;
      const halfHours = Array.from({ length: to - from }, (__, n) => first + from + n);
      const isFree = part === 'evening' || weekday >= FIRST_OF_WEEKEND;
      return {
        change: { change: 'time', weekday, part, halfHours: halfHours.filter((one) => !own.has(one)) },
        burden: isFree ? FREE_TIME_BURDEN : WORKING_TIME_BURDEN,
        of: `${part} ${String(weekday)}`,
      };
    }),
  ).filter(({ change }) => change.change === 'time' && change.halfHours.length > 0);
}

function listWays({ ways }: Person): readonly Choice<OwnChange>[] {
  return [...WAY_ORDER]
    .reverse()
    .filter((way) => !ways.includes(way))
    .map((way) => ({ change: { change: 'way', way }, burden: WAY_BURDEN[way], of: way }));
}

function listDistances({ maxKilometres: from }: Person): readonly Choice<OwnChange>[] {
  if (from === null) return [];
  const steps = FARTHER.map(({ by, burden }): Choice<OwnChange> => ({
    change: { change: 'kilometres', from, to: from + by },
    burden,
    of: 'kilometres',
  }));
  const anyDistance = { change: 'kilometres', from, to: null } as const;
  return [...steps, { change: anyDistance, burden: ANY_DISTANCE_BURDEN, of: 'kilometres' }];
}

function listWishes({ wishes }: Person): readonly Choice<OwnChange>[] {
  return [...wishes.entries()]
    .filter(([, { strength }]) => strength === 'must')
    .map(([at, wish]) => ({
      change: { change: 'wish', wish },
      burden: wish.most ? RATHER_MOST_BURDEN : RATHER_BURDEN,
      of: `wish ${String(at)}`,
    }));
}

/** The person with that answer changed. A wish she did not make leaves her as she is. */
export function changePerson(person: Person, change: OwnChange): Person {
  switch (change.change) {
    case 'time': {
      const availability = [...new Set([...person.availability, ...change.halfHours])].sort((a, b) => a - b);
      return { ...person, availability };
    }
    case 'way':
      return { ...person, ways: WAY_ORDER.filter((way) => way === change.way || person.ways.includes(way)) };
    case 'kilometres':
      return { ...person, maxKilometres: change.to };
    case 'wish':
      return { ...person, wishes: soften(person.wishes, change.wish) };
  }
}

/* Of two wishes alike the first gives way; the second can then give way as a change of its own. */
function soften(wishes: readonly Wish[], wish: Wish): readonly Wish[] {
  const key = JSON.stringify(wish);
  const at = wishes.findIndex((one) => JSON.stringify(one) === key);
  return wishes.map((one, n) => (n === at ? { ...one, strength: 'rather' } : one));
}

/**
 * The round's input with one change made: an answer of that person, or a rule of the program (then the person does not
 * matter). Throws `unknown-person`, or `bad-rule` for a requirement the program does not have.
 */
export function applyChange(input: RoundInput, personId: string, change: Change): RoundInput {
  if (change.change === 'requirement') return changeRule(input, change);
  let found = false;
  const replace = (people: readonly Person[]): readonly Person[] =>
    people.map((person) => {
      if (person.id !== personId) return person;
      found = true;
      return changePerson(person, change);
    });
  const changed = { ...input, newcomers: replace(input.newcomers), mentors: replace(input.mentors) };
  if (!found) throw new MatchingError('unknown-person', 'personId', personId);
  return changed;
}

/** The round's input with all changes made, one after the other. */
export function applyChanges(input: RoundInput, personId: string, changes: readonly Change[]): RoundInput {
  return changes.reduce((before, change) => applyChange(before, personId, change), input);
}

function changeRule(input: RoundInput, { from, to }: RuleChange): RoundInput {
  const { requirements } = input.program;
  const at = requirements.findIndex((one) => isSameRule(one, from));
  if (at === -1) throw new MatchingError('bad-rule', 'requirements', from.kind);
  const changed = requirements.flatMap((one, n) => (n === at ? (to ?? []) : one));
  return { ...input, program: { ...input.program, requirements: changed } };
}

/** There is one requirement of each kind, and of each side for those that have one. */
export function isSameRule(a: Requirement, b: Requirement): boolean {
  return a.kind === b.kind && ('side' in a ? a.side : '') === ('side' in b ? b.side : '');
}
