import { addDays } from '../../modules/pairs/period.decisions.ts';
import { drawHome, type DemoMunicipality, type Home } from './homes.ts';
import { LINES, mixAmong, NEWCOMER_LINES, occupationOf, type LineMix, type LineName } from './lines.ts';
import { drawInterfaceLanguage, drawLanguages, ORIGIN_MIX, type NewcomerGroup } from './origins.ts';
import type { Joined } from './plan.ts';
import { randomFor, type Random } from './random.ts';
import type { Register } from './register.ts';
import { drawEducations, drawSwedish, type HowFar } from './schooling.ts';
import { AFTERNOON_STUDENT, drawHours, MORNING_STUDENT, PARENT, WORKER, type Week } from './times.ts';
import { drawInterests, drawWays, nameFor, type WayMix } from './traits.ts';
import { drawNewcomerWishes } from './wishes.ts';

/** Who comes to a program. */
export interface NewcomerMix {
  readonly lines?: LineMix;
  readonly weeks?: readonly (readonly [Week, number])[];
  /** How far they have come in Swedish. */
  readonly swedish?: HowFar;
  /** Least and most weeks of waiting. */
  readonly waited: readonly [number, number];
  /** Do they ask for women or men here? */
  readonly asksGender?: 'no';
}
/** What is settled before the drawing. */
export interface NewcomerGiven {
  readonly group?: NewcomerGroup;
  readonly name?: string;
  readonly surname?: string;
  readonly home?: Home;
  readonly age?: number;
  readonly line?: LineName;
}
export interface Drawing<Mix, Given> {
  readonly key: string;
  readonly gender: 'woman' | 'man';
  readonly municipality: DemoMunicipality;
  readonly mix: Mix;
  readonly given?: Given;
  readonly register: Register;
  readonly today: string;
}

export function drawNewcomer(drawing: Drawing<NewcomerMix, NewcomerGiven>): Joined {
  const { key, gender, municipality, mix, given = {}, register, today } = drawing;
  const random = randomFor(key);
  const group = given.group ?? random.weigh(ORIGIN_MIX);
  const drawnAge = drawAge(random);
  const line = given.line ?? random.weigh(mixAmong(gender, mix.lines ?? NEWCOMER_LINES));
  const schooling = line === null ? random.weigh(SCHOOLING) : LINES[line].level;
  // A university takes its years.
  const age = given.age ?? Math.max(drawnAge, schooling >= 6 ? 25 + (drawnAge % 5) : 0);
  const home = given.home ?? drawHome(random, municipality);
  const name = register.nameOf(
    (attempt) => given.name ?? nameFor(key, attempt, { group, gender, surname: given.surname }),
  );
  return {
    key,
    details: {
      name,
      addressedAs: null,
      ...register.reach({ random, name, side: 'newcomer', county: municipality.slice(0, 2) }),
      birthYear: Number(today.slice(0, 4)) - age,
      gender,
      ...home,
      languages: drawLanguages(random, group, schooling),
      ...drawSwedish(random, schooling, mix.swedish ?? 'some'),
      educations: drawEducations(random, line, schooling),
      occupations: line === null ? [] : [occupationOf(line, random.between(1, Math.max(1, age - 22)))],
      availability: drawHours(random, random.weigh(mix.weeks ?? NEWCOMER_WEEKS)),
      ways: drawWays(random, NEWCOMER_WAYS),
      maxKilometres: random.weigh(NEWCOMER_KILOMETRES),
      interests: drawInterests(random),
      interfaceLanguage: drawInterfaceLanguage(random, group),
      household: null,
    },
    enrollment: {
      side: 'newcomer',
      capacity: 1,
      waitingSince: addDays(today, -7 * random.between(...mix.waited) - random.between(0, 6)),
      wishes: drawNewcomerWishes(random, { gender, group, asksGender: mix.asksGender ?? 'yes' }),
      neverWith: [],
      note: null,
    },
  };
}

const SCHOOLING: readonly (readonly [number, number])[] = [
  [1, 4],
  [2, 6],
  [3, 4],
  [4, 5],
  [5, 2],
];
const NEWCOMER_WEEKS: readonly (readonly [Week, number])[] = [
  [MORNING_STUDENT, 5],
  [AFTERNOON_STUDENT, 4],
  [PARENT, 2],
  [WORKER, 3],
];
const NEWCOMER_KILOMETRES: readonly (readonly [number | null, number])[] = [
  [5, 3],
  [10, 5],
  [15, 3],
  [30, 1],
  [null, 2],
];
const NEWCOMER_WAYS: WayMix = [
  ['in-person', 0.95],
  ['walk', 0.6],
  ['video', 0.5],
  ['telephone', 0.55],
];
/** Two in five are under thirty, most between 25 and 39. */
function drawAge(random: Random): number {
  const [from, to] = random.weigh([
    [[19, 24], 18],
    [[25, 29], 24],
    [[30, 39], 34],
    [[40, 49], 16],
    [[50, 62], 8],
  ] as const);
  return random.between(from, to);
}
