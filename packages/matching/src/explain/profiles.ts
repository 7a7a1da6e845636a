import { readContext, type PairContext } from '../judge/context.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { levelIn, SWEDISH, WAY_ORDER } from '../judge/skills.ts';
import type { Education, Gender, Obstacle, Person, Place, RoundInput } from '../model.ts';

export type TimeOfWeek = 'weekday-evenings' | 'weekday-daytimes' | 'weekends';

/**
 * A mentor who is missing, by what matters; null where anyone will do. `language`: beside Swedish. `age`: about so
 * many years. `occupation`: leading digits of SSYK 2012. `education`: as `Education` has it. She can meet in every way, travels any distance
 * and has one place.
 */
export interface MentorProfile {
  readonly municipality: string;
  readonly time: TimeOfWeek | null;
  readonly gender: Gender | null;
  readonly language: string | null;
  readonly age: number | null;
  readonly occupation: string | null;
  readonly education: Education | null;
}

/** The times of the week in which such mentors can meet: 17–21 and 8–17 from Monday to Friday, 9–18 on Saturday and Sunday. */
const TIMES: Readonly<
  Record<TimeOfWeek, readonly [firstDay: number, lastDay: number, from: number, to: number]>
> = {
  'weekday-evenings': [0, 4, 34, 42],
  'weekday-daytimes': [0, 4, 16, 34],
  weekends: [5, 6, 18, 36],
};
const HALF_HOURS_OF_DAY = 48;
const TIME_ORDER = ['weekday-evenings', 'weekends', 'weekday-daytimes'] as const;

/** What is known of a round when people are thought up for it. */
export interface Setting {
  readonly input: RoundInput;
  readonly rules: ReturnType<typeof listRules>;
  readonly context: PairContext;
  /** The middle of each municipality's people. */
  readonly middles: ReadonlyMap<string, Place>;
  /** How old a mentor is of whom no age is asked; null where rules or wishes ask for an age like the newcomer's. */
  readonly anyAge: number | null;
}

/** Reads what is needed to think up people for a round. */
export function readSetting(input: RoundInput): Setting {
  return {
    input,
    rules: listRules(input.program),
    context: readContext(input),
    middles: findMiddles(input),
    anyAge: findAnyAge(input),
  };
}

/* Whoever is asked for as a mentor in general is taken to be so old. */
const ADULT = 40;

function findAnyAge({ program, newcomers }: RoundInput): number | null {
  const asksLikeness =
    program.requirements.some(({ kind }) => kind === 'age-span') ||
    newcomers.some(({ wishes }) =>
      wishes.some(({ about, strength }) => about === 'age' && strength === 'must'),
    );
  return asksLikeness ? null : Math.max(ADULT, leastAge(program));
}

function leastAge({ requirements }: RoundInput['program']): number {
  const rule = requirements.find((one) => one.kind === 'minimum-age' && one.side === 'mentor');
  return rule?.kind === 'minimum-age' ? rule.years : 0;
}

/** Somebody of a profile; she came today. */
export function makeMentor(setting: Setting, profile: MentorProfile, id: string): Person {
  const { input, context, middles, anyAge } = setting;
  const age = profile.age ?? anyAge;
  return {
    id,
    gender: profile.gender,
    birthYear: age === null ? null : context.year - age,
    municipality: profile.municipality,
    place: middles.get(profile.municipality) ?? null,
    languages: [
      { language: SWEDISH, level: 'C2' },
      ...(profile.language === null ? [] : [{ language: profile.language, level: 'C2' } as const]),
    ],
    educations: profile.education === null ? [] : [profile.education],
    occupations:
      profile.occupation === null ? [] : [{ occupation: null, ssyk: profile.occupation, years: 1 }],
    availability: profile.time === null ? [] : halfHoursOf(profile.time),
    ways: WAY_ORDER,
    maxKilometres: null,
    interests: [],
    capacity: 1,
    waitingSince: input.now,
    household: null,
    wishes: [],
    neverWith: [],
  };
}

function halfHoursOf(time: TimeOfWeek): readonly number[] {
  const [firstDay, lastDay, from, to] = TIMES[time];
  const halfHours: number[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    for (let at = from; at < to; at++) halfHours.push(day * HALF_HOURS_OF_DAY + at);
  }
  return halfHours;
}

/* The middle of the people of each municipality whose place is known. */
function findMiddles({ newcomers, mentors }: RoundInput): ReadonlyMap<string, Place> {
  const places = new Map<string, Place[]>();
  // In order of id, so that the sums are the same to the last bit in any order of people.
  const everyone = [...newcomers, ...mentors].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { municipality, place } of everyone) {
    if (place !== null) places.set(municipality, [...(places.get(municipality) ?? []), place]);
  }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  return new Map(
    [...places].map(([municipality, all]) => [
      municipality,
      {
        latitude: mean(all.map(({ latitude }) => latitude)),
        longitude: mean(all.map(({ longitude }) => longitude)),
      },
    ]),
  );
}

/**
 * For one newcomer the mentors who would do, one for each time of the week, each asked for no more than her rules and
 * wishes make needful: anyone of her municipality first, then what the obstacles that remain are about.
 */
export function profilesFor(setting: Setting, newcomer: Person): readonly MentorProfile[] {
  const asksTime = setting.input.program.requirements.some(({ kind }) => kind === 'common-time');
  return (asksTime ? TIME_ORDER : [null]).flatMap((time) => {
    const anyone: MentorProfile = {
      municipality: newcomer.municipality,
      time,
      gender: null,
      language: null,
      age: null,
      occupation: null,
      education: null,
    };
    return narrow(setting, newcomer, anyone) ?? [];
  });
}

/* More than one narrowing of each attribute is never needed, but for the digits of an occupation. */
const MOST_STEPS = 12;

function narrow(setting: Setting, newcomer: Person, anyone: MentorProfile): MentorProfile | null {
  let profile = anyone;
  for (let step = 0; step < MOST_STEPS; step++) {
    const mentor = makeMentor(setting, profile, '');
    const [obstacle] = findObstacles(setting.rules, newcomer, mentor, setting.context);
    if (obstacle === undefined) return profile;
    const next = answer(setting, newcomer, profile, obstacle);
    if (next === null) return null;
    profile = next;
  }
  return null;
}

/* The profile with what the obstacle asks for, or null when nothing more can be asked. */
function answer(
  setting: Setting,
  newcomer: Person,
  profile: MentorProfile,
  obstacle: Obstacle,
): MentorProfile | null {
  const ask = (more: Partial<MentorProfile>): MentorProfile | null => {
    const next = { ...profile, ...more };
    return JSON.stringify(next) === JSON.stringify(profile) ? null : next;
  };
  switch (obstacle.rule) {
    case 'gender':
      return obstacle.side === 'mentor'
        ? ask({ gender: profile.gender ?? obstacle.allowed[0] ?? null })
        : null;
    case 'minimum-age':
      return obstacle.side === 'mentor' ? ask({ age: Math.max(ADULT, obstacle.years) }) : null;
    case 'age-span':
      return ask({ age: ageLike(setting, newcomer) });
    case 'language':
      return ask({ language: firstLanguage(newcomer) });
    case 'field':
      return ask(closerField(newcomer, profile));
    case 'wish':
      return obstacle.side === 'newcomer' ? answerWish(setting, newcomer, obstacle, ask) : null;
    default:
      return null;
  }
}

function answerWish(
  setting: Setting,
  newcomer: Person,
  { wish }: Extract<Obstacle, { readonly rule: 'wish' }>,
  ask: (more: Partial<MentorProfile>) => MentorProfile | null,
): MentorProfile | null {
  switch (wish.about) {
    case 'gender':
      return ask({ gender: wish.gender });
    case 'age':
      return ask({ age: ageLike(setting, newcomer) });
    case 'language':
      return ask({ language: wish.language });
    case 'occupation':
      return ask({ occupation: newcomer.occupations[0]?.ssyk ?? null });
    default:
      return null;
  }
}

const AGE_STEP = 10;

/* Her age by tens, never too young to be a mentor. */
function ageLike({ input, context }: Setting, { birthYear }: Person): number | null {
  if (birthYear === null) return null;
  const age = context.year - birthYear;
  return Math.max(leastAge(input.program), Math.floor(age / AGE_STEP) * AGE_STEP + AGE_STEP / 2);
}

function firstLanguage({ languages }: Person): string | null {
  const others = languages.filter(({ language }) => language !== SWEDISH);
  const [best] = [...others].sort((a, b) => levelIn([b], b.language) - levelIn([a], a.language));
  return best?.language ?? null;
}

/* First her line of work in two digits, then in all she has told, then her education. */
function closerField(newcomer: Person, { occupation }: MentorProfile): Partial<MentorProfile> {
  const own = newcomer.occupations[0]?.ssyk ?? null;
  if (own !== null && occupation === null) return { occupation: own.slice(0, 2) };
  if (own !== null && occupation !== null && occupation.length < own.length) {
    return { occupation: own.slice(0, occupation.length + 1) };
  }
  const [first] = [...newcomer.educations].sort((a, b) => b.level - a.level);
  return first === undefined ? {} : { occupation: null, education: first };
}
