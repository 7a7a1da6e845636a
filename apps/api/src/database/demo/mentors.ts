import type { PersonDetails } from '@parvis/contracts';
import { addDays } from '../../modules/pairs/period.decisions.ts';
import { drawHome, type Home } from './homes.ts';
import {
  educationOf,
  LINES,
  MENTOR_LINES,
  mixAmong,
  occupationOf,
  type LineMix,
  type LineName,
} from './lines.ts';
import type { NameGroup } from './names.ts';
import type { Drawing } from './newcomers.ts';
import type { Joined } from './plan.ts';
import { randomFor, type Random } from './random.ts';
import { drawHours, PENSIONER, SHIFT_WORKER, WORKER, type Week } from './times.ts';
import { drawInterests, drawWays, nameFor, type WayMix } from './traits.ts';
import { drawMentorWishes } from './wishes.ts';

/** Who volunteers in a program. */
export interface MentorMix {
  readonly lines?: LineMix;
  /** Least and most weeks of waiting. */
  readonly waited: readonly [number, number];
  /** Share who came to Sweden long ago and speak another first language. */
  readonly cameLongAgo?: number;
  readonly ages?: readonly (readonly [readonly [number, number], number])[];
}
export interface MentorGiven {
  readonly name?: string;
  readonly home?: Home;
  readonly age?: number;
  readonly line?: LineName;
}

export function drawMentor(drawing: Drawing<MentorMix, MentorGiven>): Joined {
  const { key, gender, municipality, mix, given = {}, register, today } = drawing;
  const random = randomFor(key);
  const group = drawGroup(random, mix.cameLongAgo ?? 0.14);
  const [youngest, oldest] = random.weigh(mix.ages ?? MENTOR_AGES);
  const drawnAge = random.between(youngest, oldest);
  const line = given.line ?? random.weigh(mixAmong(gender, mix.lines ?? MENTOR_LINES));
  const age =
    given.age ?? Math.max(drawnAge, line !== null && LINES[line].level >= 6 ? 25 + (drawnAge % 5) : 0);
  const home = given.home ?? drawHome(random, municipality);
  const name = register.nameOf(
    (attempt) => given.name ?? nameFor(key, attempt, { group, gender, surname: undefined }),
  );
  return {
    key,
    details: {
      name,
      addressedAs: null,
      ...register.reach({ random, name, side: 'mentor', county: municipality.slice(0, 2) }),
      birthYear: Number(today.slice(0, 4)) - age,
      gender,
      ...home,
      languages: drawMentorLanguages(random, group, age),
      sfi: null,
      educations: line === null ? [{ level: 4, field: null }] : [educationOf(line)],
      occupations:
        line === null ? [] : [occupationOf(line, Math.max(1, Math.min(age, 66) - 26 - random.between(0, 6)))],
      availability: drawHours(random, weekOf(random, age)),
      ways: drawWays(random, MENTOR_WAYS),
      maxKilometres: random.weigh(MENTOR_KILOMETRES),
      interests: drawInterests(random),
      interfaceLanguage: 'sv',
      household: null,
    },
    enrollment: {
      side: 'mentor',
      capacity: 1,
      waitingSince: addDays(today, -7 * random.between(...mix.waited) - random.between(0, 6)),
      wishes: drawMentorWishes(random),
      neverWith: [],
      note: null,
    },
  };
}

const MENTOR_AGES = [
  [[20, 29], 14],
  [[30, 44], 30],
  [[45, 64], 34],
  [[65, 76], 22],
] as const;
const MENTOR_KILOMETRES: readonly (readonly [number | null, number])[] = [
  [5, 3],
  [10, 5],
  [20, 4],
  [40, 1],
  [null, 2],
];
const MENTOR_WAYS: WayMix = [
  ['in-person', 0.95],
  ['walk', 0.65],
  ['video', 0.5],
  ['telephone', 0.4],
];

function drawGroup(random: Random, cameLongAgo: number): NameGroup {
  if (!random.chance(cameLongAgo)) return 'swedish';
  return random.weigh([
    ['arabic', 4],
    ['persian', 3],
    ['kurdish', 2],
    ['somali', 1],
  ]);
}

const LONG_KNOWN: Readonly<Record<string, string>> = {
  arabic: 'ar',
  persian: 'fa',
  kurdish: 'kmr',
  somali: 'so',
};

function drawMentorLanguages(random: Random, group: NameGroup, age: number): PersonDetails['languages'] {
  const first = LONG_KNOWN[group];
  const english =
    age > 60 ? random.pick(['A2', 'B1', 'B2'] as const) : random.pick(['B2', 'C1', 'C1'] as const);
  const other = random.weigh([
    [null, 70],
    ['de', 9],
    ['fr', 8],
    ['es', 9],
    ['ar', 4],
  ]);
  return [
    ...(first === undefined ? [] : [{ language: first, level: 'C2' as const }]),
    { language: 'sv', level: 'C2' },
    { language: 'en', level: english },
    ...(other === null || other === first ? [] : [{ language: other, level: 'A2' as const }]),
  ];
}

function weekOf(random: Random, age: number): Week {
  if (age >= 65) return PENSIONER;
  return random.weigh([
    [WORKER, 7],
    [SHIFT_WORKER, 3],
  ]);
}
