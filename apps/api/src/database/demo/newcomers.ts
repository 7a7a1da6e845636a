import type { PersonDetails } from '@parvis/contracts';
import { addDays } from '../../modules/pairs/period.decisions.ts';
import { drawHome, type DemoMunicipality, type Home } from './homes.ts';
import { educationOf, LINES, NEWCOMER_LINES, occupationOf, type LineMix, type LineName } from './lines.ts';
import { drawName, drawSurname, type NameGroup } from './names.ts';
import { drawInterfaceLanguage, drawLanguages, ORIGIN_MIX, type NewcomerGroup } from './origins.ts';
import type { Joined } from './plan.ts';
import { randomFor, type Random } from './random.ts';
import type { Register } from './register.ts';
import { AFTERNOON_STUDENT, drawHours, MORNING_STUDENT, PARENT, WORKER, type Week } from './times.ts';
import { drawNewcomerWishes } from './wishes.ts';

/** Who comes to a program. */
export interface NewcomerMix {
  readonly lines?: LineMix;
  readonly weeks?: readonly (readonly [Week, number])[];
  /** How far they have come in Swedish. */
  readonly swedish?: 'beginner' | 'some' | 'good';
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
  const age = given.age ?? drawAge(random);
  const line = given.line ?? random.weigh(mix.lines ?? NEWCOMER_LINES);
  const schooling = line === null ? random.weigh(SCHOOLING) : LINES[line].level;
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
export type WayMix = readonly (readonly [PersonDetails['ways'][number], number])[];
const NEWCOMER_WAYS: WayMix = [
  ['in-person', 0.95],
  ['walk', 0.6],
  ['video', 0.5],
  ['telephone', 0.55],
];
const INTERESTS = [
  'walking',
  'cooking',
  'reading',
  'music',
  'sport',
  'football',
  'gardening',
  'crafts',
  'film',
  'nature',
  'children',
  'technology',
  'art',
  'travel',
  'games',
] as const;
/** What nearly everyone likes comes up more often: without it no two would share anything. */
const COMMON_INTERESTS = ['walking', 'cooking', 'film', 'nature', 'music'] as const;

interface NameAsked {
  readonly group: NameGroup;
  readonly gender: 'woman' | 'man';
  readonly surname: string | undefined;
}

export function nameFor(key: string, attempt: number, { group, gender, surname }: NameAsked): string {
  const random = randomFor(`${key}/name/${attempt}`);
  const name = drawName(random, { group, gender });
  return surname === undefined ? name : `${name.slice(0, name.indexOf(' '))} ${surname}`;
}

/** A family name for a household. */
export function surnameFor(key: string, group: NewcomerGroup): string {
  return drawSurname(randomFor(`${key}/surname`), group);
}

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

type Course = NonNullable<PersonDetails['sfi']>;

/** Study path by schooling (1: up to nine years, 2: some more, 3: a university), course by how far one has come. */
function drawSwedish(
  random: Random,
  schooling: number,
  far: NonNullable<NewcomerMix['swedish']>,
): Pick<PersonDetails, 'sfi'> {
  const path = schooling <= 1 ? 1 : schooling <= 4 ? 2 : 3;
  const courses: Readonly<Record<typeof far, readonly (readonly [Course, number])[]>> = {
    beginner:
      path === 1
        ? [
            ['A', 5],
            ['B', 4],
          ]
        : path === 2
          ? [
              ['B', 5],
              ['C', 3],
            ]
          : [
              ['C', 6],
              ['D', 3],
            ],
    some:
      path === 1
        ? [
            ['A', 2],
            ['B', 5],
            ['C', 3],
          ]
        : path === 2
          ? [
              ['B', 3],
              ['C', 5],
              ['D', 3],
            ]
          : [
              ['C', 3],
              ['D', 6],
            ],
    good:
      path === 1
        ? [
            ['C', 5],
            ['D', 2],
          ]
        : [['D', 1]],
  };
  return { sfi: random.weigh(courses[far]) };
}

function drawEducations(
  random: Random,
  line: LineName | null,
  schooling: number,
): PersonDetails['educations'] {
  if (line === null) return [{ level: schooling, field: null }];
  const usual = educationOf(line);
  // Craft is often learnt at work: the schooling is shorter than the Swedish road to it.
  if (usual.level >= 5 || random.chance(0.5)) return [usual];
  return [{ level: random.between(1, usual.level), field: null }];
}

export function drawWays(random: Random, mix: WayMix): PersonDetails['ways'] {
  const ways = mix.filter(([, share]) => random.chance(share)).map(([way]) => way);
  return ways.length > 0 ? ways : ['in-person'];
}

export function drawInterests(random: Random): PersonDetails['interests'] {
  const chosen = [
    ...random.some(COMMON_INTERESTS, random.between(1, 3)),
    ...random.some(INTERESTS, random.between(1, 3)),
  ];
  return INTERESTS.filter((interest) => chosen.includes(interest));
}
