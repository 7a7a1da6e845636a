import type {
  Cefr,
  Education,
  Gender,
  LanguageSkill,
  MeetingWay,
  Occupation,
  Person,
  RoundInput,
  Rules,
  Side,
  Wish,
} from '../src/index.ts';

/** Fictitious people for tests and measurements; the same seed gives the same people on every machine. */

/** Numbers 0 ≤ x < 1 from a seed (mulberry32, Tommy Ettinger; public domain). */
export function makeRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A person of whom nothing much is known and who accepts most things; change what the case is about. */
export function makePerson(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    gender: null,
    birthYear: null,
    municipality: '0162',
    place: null,
    languages: [],
    educations: [],
    occupations: [],
    availability: [],
    ways: ['in-person', 'walk', 'video', 'telephone'],
    maxKilometres: null,
    interests: [],
    capacity: 1,
    waitingSince: '2026-01-05',
    household: null,
    wishes: [],
    neverWith: [],
    ...changes,
  };
}

export const NOW = '2026-03-02';

/** A round with a program like Nema problema's or Kv(in)na's: every criterion counts. */
export const EVERYTHING_COUNTS: Rules['preferences'] = [
  { kind: 'occupation', weight: 5 },
  { kind: 'education-field', weight: 3 },
  { kind: 'education-level', weight: 1 },
  { kind: 'language', weight: 4 },
  { kind: 'common-time', weight: 3 },
  { kind: 'nearness', weight: 3 },
  { kind: 'ways', weight: 1 },
  { kind: 'age', weight: 2 },
  { kind: 'interests', weight: 2 },
  { kind: 'wishes', weight: 2 },
  { kind: 'wish-most', weight: 3 },
];

export const EVERYDAY_RULES: Rules['requirements'] = [
  { kind: 'minimum-age', side: 'newcomer', years: 18 },
  { kind: 'minimum-age', side: 'mentor', years: 18 },
  { kind: 'language', common: 'A2', swedish: 'A1' },
  { kind: 'common-time', halfHours: 2 },
  { kind: 'nearness', kilometres: 60, orRemote: true },
];

/** A realistic round of so many newcomers and mentors. */
export function makeRound(
  seed: number,
  newcomers: number,
  mentors: number,
  program?: Partial<Rules>,
): RoundInput {
  const random = makeRandom(seed);
  return {
    program: { requirements: EVERYDAY_RULES, preferences: EVERYTHING_COUNTS, ...program },
    newcomers: Array.from({ length: newcomers }, (_, n) => makeRealistic(`n-${pad(n)}`, 'newcomer', random)),
    mentors: Array.from({ length: mentors }, (_, n) => makeRealistic(`m-${pad(n)}`, 'mentor', random)),
    substitutes: OCCUPATIONS.map((occupation, at) => ({
      occupation,
      by: OCCUPATIONS[(at * 7 + 3) % OCCUPATIONS.length] ?? occupation,
      percent: at % 2 === 0 ? 75 : 25,
    })),
    now: NOW,
  };
}

const GENDERS: readonly Gender[] = ['woman', 'man', 'woman', 'man', 'other'];
const LEVELS: readonly Cefr[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
const WAYS: readonly MeetingWay[] = ['in-person', 'walk', 'video', 'telephone'];
const LANGUAGES = ['ar', 'so', 'ti', 'fa', 'prs', 'uk', 'pl', 'es', 'fr', 'tr', 'ku', 'ps'];
const MUNICIPALITIES = ['0162', '1441', '0123', '2417', '2418', '2505'];
const INTERESTS = [
  'cooking',
  'football',
  'music',
  'sewing',
  'walks',
  'books',
  'chess',
  'gardening',
  'film',
  'swimming',
];
const FIELDS = ['723', '7231', '380', '481', '0113', '145', '345', '521', '582', '762', '815', '861'];
const OCCUPATIONS = Array.from({ length: 120 }, (_, n) => `occupation-${String(n)}`);

function makeRealistic(id: string, side: Side, random: () => number): Person {
  const gender = pick(GENDERS, random);
  return makePerson(id, {
    gender,
    birthYear: 1945 + Math.floor(random() * 63),
    municipality: pick(MUNICIPALITIES, random),
    place: { latitude: 59.2 + random() * 0.5, longitude: 17.6 + random() * 0.9 },
    languages: speak(side, random),
    educations: times(random, 2, (): Education => ({
      level: 1 + Math.floor(random() * 7),
      field: pick(FIELDS, random),
    })),
    occupations: times(random, 2, (): Occupation => {
      const n = Math.floor(random() * OCCUPATIONS.length);
      return {
        occupation: OCCUPATIONS[n] ?? null,
        ssyk: String(1111 + n * 61),
        years: Math.floor(random() * 20),
      };
    }),
    availability: spareTime(random),
    ways: WAYS.filter(() => random() < 0.6),
    maxKilometres: random() < 0.3 ? null : 5 + Math.floor(random() * 40),
    interests: INTERESTS.filter(() => random() < 0.3),
    capacity: side === 'mentor' && random() < 0.15 ? 2 : 1,
    waitingSince: `2026-0${String(1 + Math.floor(random() * 2))}-${String(10 + Math.floor(random() * 18))}`,
    wishes: random() < 0.25 ? [wishFor(gender, random)] : [],
  });
}

function speak(side: Side, random: () => number): readonly LanguageSkill[] {
  if (side === 'newcomer') {
    return [
      { language: pick(LANGUAGES, random), level: 'C2' },
      { language: 'sv', level: pick(LEVELS.slice(0, 3), random) },
      ...(random() < 0.5 ? [{ language: 'en', level: pick(LEVELS, random) }] : []),
    ];
  }
  return [
    { language: 'sv', level: 'C2' },
    { language: 'en', level: pick(LEVELS.slice(2), random) },
    ...(random() < 0.2 ? [{ language: pick(LANGUAGES, random), level: pick(LEVELS, random) }] : []),
  ];
}

/* Three evenings of the week and perhaps a weekend day. */
function spareTime(random: () => number): readonly number[] {
  const halfHours = new Set<number>();
  for (let evening = 0; evening < 3; evening++) {
    const start = Math.floor(random() * 5) * 48 + 32 + Math.floor(random() * 6);
    for (let n = 0; n < 6; n++) halfHours.add(start + n);
  }
  if (random() < 0.5) for (let n = 20; n < 30; n++) halfHours.add(5 * 48 + n);
  return [...halfHours].sort((a, b) => a - b);
}

function wishFor(gender: Gender, random: () => number): Wish {
  const strength = random() < 0.3 ? 'must' : 'rather';
  const most = random() < 0.5;
  const draw = random();
  if (draw < 0.4) return { about: 'gender', gender, strength, most };
  if (draw < 0.6) return { about: 'age', years: 15, strength, most };
  return { about: 'nearness', kilometres: 20, strength, most };
}

function times<T>(random: () => number, most: number, make: () => T): readonly T[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, make);
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function pad(n: number): string {
  return String(n).padStart(4, '0');
}
