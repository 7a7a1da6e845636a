import {
  FIELD_CLOSENESS,
  highestLevel,
  levelCloseness,
  occupationCloseness,
  sharedField,
} from './closeness.ts';
import { kilometresApart, type PairContext } from './context.ts';
import type { CriterionFacts, Person, PreferenceKind } from '../model.ts';
import { CEFR_ORDER, sharedHalfHours, sharedLanguages, sharedWays, yearsApart } from './skills.ts';
import { countWishes, isMost, isRather } from './wishes.ts';

/** Every criterion, in the order in which shares are told. */
export const PREFERENCE_ORDER: readonly PreferenceKind[] = [
  'occupation',
  'education-field',
  'education-level',
  'language',
  'common-time',
  'nearness',
  'ways',
  'age',
  'interests',
  'wishes',
  'wish-most',
];

/* The curves: from what was measured to 0..1. Unknown is 0: it cannot speak for a pair, and does not forbid it. */

/** By level shared (0 none, 1 A1 … 6 C2): the steep part lies where small talk becomes conversation, A2 to B1. */
export const LANGUAGE_CURVE = [0, 0.15, 0.35, 0.6, 0.8, 0.9, 1] as const;

/** Grows evenly to 1 at eight common half-hours: four hours a week leave room for illness and changed shifts. */
export function timeCurve(halfHours: number): number {
  return Math.min(1, halfHours / 8);
}

/** 1 next door, a half at 5 km, a third at 10, a ninth at 40: the first kilometres decide whether one walks. */
export function nearnessCurve(kilometres: number | null): number {
  return kilometres === null ? 0 : 1 / (1 + kilometres / 5);
}

/** Falls evenly from 1 at the same age to 0 at thirty years. */
export function ageCurve(years: number | null): number {
  return years === null ? 0 : Math.max(0, 1 - years / 30);
}

/** Of the ways the less flexible one accepts, the share that the other accepts too. */
export function waysCurve(shared: number, fewest: number): number {
  return fewest === 0 ? 0 : shared / fewest;
}

/** Three common interests are as good as ten. */
export function interestsCurve(shared: number): number {
  return Math.min(1, shared / 3);
}

/** The share of wishes met; no wish is a wish met, so that to wish for nothing costs nothing. */
export function wishesCurve(met: number, of: number): number {
  return of === 0 ? 1 : met / of;
}

/** What one criterion says of a pair: `value` 0..1, and what it saw. */
interface Judgement {
  readonly value: number;
  readonly facts: CriterionFacts;
}

/** A value 0..1 in the whole hundredths that scores are made of. */
export function hundredthsOf(value: number): number {
  return Math.round(value * 100);
}

/** Judges a pair by one criterion; `value` in whole hundredths, so that a score is linear in the weights and exact. */
export function judge(
  criterion: PreferenceKind,
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): Judgement {
  const { value, facts } = measure(criterion, newcomer, mentor, context);
  return { value: hundredthsOf(value) / 100, facts };
}

function measure(
  criterion: PreferenceKind,
  newcomer: Person,
  mentor: Person,
  context: PairContext,
): Judgement {
  switch (criterion) {
    case 'occupation':
      return judgeOccupation(newcomer, mentor, context);
    case 'education-field':
      return judgeField(newcomer, mentor);
    case 'education-level':
      return judgeLevel(newcomer, mentor);
    case 'language':
      return judgeLanguage(newcomer, mentor);
    case 'common-time':
      return judgeTime(newcomer, mentor);
    case 'nearness': {
      const kilometres = kilometresApart(newcomer, mentor);
      return { value: nearnessCurve(kilometres), facts: { criterion, kilometres } };
    }
    case 'ways':
      return judgeWays(newcomer, mentor);
    case 'age': {
      const years = yearsApart(newcomer, mentor);
      return { value: ageCurve(years), facts: { criterion, years } };
    }
    case 'interests':
      return judgeInterests(newcomer, mentor);
    case 'wishes': {
      const { met, of } = countWishes({ newcomer, mentor }, context, isRather);
      return { value: wishesCurve(met, of), facts: { criterion, met, of } };
    }
    case 'wish-most': {
      const { met, of } = countWishes({ newcomer, mentor }, context, isMost);
      return { value: wishesCurve(met, of), facts: { criterion, met, of } };
    }
  }
}

function judgeOccupation(newcomer: Person, mentor: Person, { substitution }: PairContext): Judgement {
  const found = occupationCloseness(newcomer.occupations, mentor.occupations, substitution);
  const facts = {
    criterion: 'occupation',
    closeness: found.relation,
    newcomer: found.newcomer?.occupation ?? null,
    mentor: found.mentor?.occupation ?? null,
    ssyk: found.ssyk,
  } as const;
  return { value: found.value, facts };
}

function judgeField(newcomer: Person, mentor: Person): Judgement {
  const { digits, field } = sharedField(newcomer.educations, mentor.educations);
  return { value: FIELD_CLOSENESS[digits] ?? 1, facts: { criterion: 'education-field', digits, field } };
}

function judgeLevel(newcomer: Person, mentor: Person): Judgement {
  const levels = { newcomer: highestLevel(newcomer.educations), mentor: highestLevel(mentor.educations) };
  return {
    value: levelCloseness(levels.newcomer, levels.mentor),
    facts: { criterion: 'education-level', ...levels },
  };
}

/* How well the two can talk, in whichever language: practising Swedish is what the program is for, understanding each other is what carries it. */
function judgeLanguage(newcomer: Person, mentor: Person): Judgement {
  const { level, languages } = sharedLanguages(newcomer, mentor);
  return {
    value: LANGUAGE_CURVE[level] ?? 0,
    facts: { criterion: 'language', languages, level: CEFR_ORDER[level - 1] ?? null },
  };
}

const HALF_HOURS_OF_DAY = 48;

function judgeTime(newcomer: Person, mentor: Person): Judgement {
  const shared = sharedHalfHours(newcomer, mentor);
  const weekdays = [...new Set(shared.map((halfHour) => Math.floor(halfHour / HALF_HOURS_OF_DAY)))];
  return {
    value: timeCurve(shared.length),
    facts: { criterion: 'common-time', halfHours: shared.length, weekdays },
  };
}

function judgeWays(newcomer: Person, mentor: Person): Judgement {
  const ways = sharedWays(newcomer, mentor);
  const fewest = Math.min(new Set(newcomer.ways).size, new Set(mentor.ways).size);
  return { value: waysCurve(ways.length, fewest), facts: { criterion: 'ways', ways } };
}

function judgeInterests(newcomer: Person, mentor: Person): Judgement {
  const theirs = new Set(mentor.interests);
  const interests = [...new Set(newcomer.interests)].filter((interest) => theirs.has(interest)).sort();
  return { value: interestsCurve(interests.length), facts: { criterion: 'interests', interests } };
}
