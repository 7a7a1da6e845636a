import { drawMentors, drawNewcomers, type MentorCase, type NewcomerCase } from '../crowd.ts';
import { hoursOf } from '../hours.ts';
import { namedMobile } from '../phones.ts';
import { educationOf, occupationOf } from '../lines.ts';
import type { Joined } from '../plan.ts';
import type { PastRound } from '../past-rounds.ts';
import type { Register } from '../register.ts';

/** Kv(in)na in Danderyd: 26 newly arrived and 23 established wait; a few pairs are under way since two earlier rounds. */

const DANDERYD = '0162';
const danderyd = { municipality: DANDERYD, locality: 'Danderyd', postalCode: '18233' };

const NEWCOMER_CASES: readonly NewcomerCase[] = [
  {
    // Her name in the script she writes it in.
    key: 'arabic-script',
    gender: 'woman',
    given: { name: 'ليلى حداد', group: 'arabic', age: 34, line: 'teacher', home: danderyd },
    details: {
      addressedAs: 'Layla',
      email: 'layla.haddad@example.com',
      interfaceLanguage: 'ar',
      sfi: 'C',
      availability: hoursOf('mon-thu 13-16; tue 18-20; sat 10-14'),
    },
    enrollment: { wishes: [] },
  },
  {
    // Lives in another municipality since last month: nobody here may be paired with her.
    key: 'moved',
    gender: 'woman',
    given: { name: 'Oksana Lysenko', group: 'ukrainian', age: 41, line: 'accountsClerk' },
    details: {
      municipality: '0160',
      locality: 'Täby',
      postalCode: '18330',
      email: 'oksana.lysenko@example.com',
    },
  },
  {
    // Free only when nobody else is.
    key: 'night-shift',
    gender: 'woman',
    given: { name: 'Hodan Bashir', group: 'somali', age: 37, line: 'careAssistant' },
    details: { availability: hoursOf('fri 20-22; sun 18-20'), email: 'hodan.bashir@example.com', sfi: 'C' },
    enrollment: { note: 'Arbetar natt på äldreboendet. Fråga om schemat efter jul.' },
  },
  {
    // Has begun sfi A, and no language that a volunteer here speaks.
    key: 'first-swedish',
    gender: 'woman',
    given: { name: 'Letebrhan Tesfay', group: 'tigrinya', age: 52, home: danderyd },
    details: {
      languages: [{ language: 'ti', level: 'C2' }],
      sfi: 'A',
      educations: [{ level: 1, field: null }],
      occupations: [],
      email: null,
      phone: namedMobile(6),
    },
  },
];

const MENTOR_CASES: readonly MentorCase[] = [
  {
    // Also a mentor in Nema problema.
    key: 'two-programs',
    gender: 'woman',
    given: { name: 'Helena Sjögren', age: 46, line: 'controller', home: danderyd },
    details: {
      email: 'helena.sjogren@example.se',
      phone: namedMobile(7),
      languages: [
        { language: 'sv', level: 'C2' },
        { language: 'en', level: 'C1' },
        { language: 'fr', level: 'B1' },
      ],
      availability: hoursOf('tue 17.30-20.30; thu 17.30-20.30; sat 10-14'),
      ways: ['in-person', 'walk', 'video'],
      interests: ['walking', 'cooking', 'film'],
      maxKilometres: 15,
    },
    enrollment: { wishes: [] },
  },
  {
    // Signed up in the wrong place: the program is for women.
    key: 'man',
    gender: 'man',
    given: { name: 'Göran Lindahl', age: 63, line: 'engineerMachines' },
    details: { email: 'goran.lindahl@example.se' },
    enrollment: { note: 'Anmälde sig via webben. Passar i Nema problema?' },
  },
  {
    key: 'capacity-two',
    gender: 'woman',
    given: { name: 'Margareta Åkesson', age: 67, line: 'headTeacher', home: danderyd },
    details: { email: 'margareta.akesson@example.se', maxKilometres: 10 },
    enrollment: { capacity: 2, note: 'Kan ta två om de bor nära.' },
  },
  {
    // Asks for a language that nobody who waits speaks.
    key: 'wants-spanish',
    gender: 'woman',
    given: { name: 'Lovisa Rosén', age: 27, line: 'marketer' },
    details: {
      email: 'lovisa.rosen@example.se',
      languages: [
        { language: 'sv', level: 'C2' },
        { language: 'en', level: 'C1' },
        { language: 'es', level: 'B2' },
      ],
    },
    enrollment: { wishes: [{ about: 'language', language: 'es', strength: 'must', most: true }] },
  },
];

export function drawKvinna(register: Register, today: string): readonly Joined[] {
  const common = { municipality: DANDERYD, register, today } as const;
  return [
    ...drawNewcomers({
      ...common,
      key: 'kvinna/newcomer',
      women: 26,
      men: 0,
      mix: { waited: [2, 16], asksGender: 'no' },
      cases: NEWCOMER_CASES,
    }),
    ...drawMentors({
      ...common,
      key: 'kvinna/mentor',
      women: 22,
      men: 1,
      mix: { waited: [0, 5] },
      cases: MENTOR_CASES,
    }),
  ];
}

/** The pair half-way that one can be in the demo. */
const HALF_WAY_NEWCOMER: NewcomerCase = {
  key: 'half-way',
  gender: 'woman',
  given: { name: 'Samira Khoury', group: 'arabic', age: 33, line: 'preschoolTeacher', home: danderyd },
  details: {
    email: 'samira.khoury@example.com',
    phone: namedMobile(8),
    languages: [
      { language: 'ar', level: 'C2' },
      { language: 'en', level: 'B1' },
    ],
    sfi: 'D',
    availability: hoursOf('mon-thu 13-16; wed 17-20; sat 10-14'),
    ways: ['in-person', 'walk', 'video', 'telephone'],
    interests: ['walking', 'cooking', 'children'],
    maxKilometres: 10,
    interfaceLanguage: 'sv',
  },
  enrollment: { wishes: [] },
};
const HALF_WAY_MENTOR: MentorCase = {
  key: 'half-way',
  gender: 'woman',
  given: { name: 'Birgitta Norberg', age: 44, line: 'preschoolTeacher', home: danderyd },
  details: {
    email: 'birgitta.norberg@example.se',
    phone: namedMobile(9),
    educations: [educationOf('preschoolTeacher')],
    occupations: [occupationOf('preschoolTeacher', 17)],
    availability: hoursOf('wed 16-20; thu 13-16; sat 10-14'),
    ways: ['in-person', 'walk', 'video', 'telephone'],
    interests: ['walking', 'cooking', 'children', 'gardening'],
    maxKilometres: 10,
  },
  enrollment: { wishes: [] },
};

export function pastKvinna(register: Register, today: string): readonly PastRound[] {
  const common = { municipality: DANDERYD, register, today, men: 0, mix: { waited: [1, 1] } } as const;
  const round = (number: number, women: number) => ({ ...common, key: `kvinna/round-${number}`, women });
  return [
    {
      program: 'kvinna',
      number: 1,
      daysAgo: 130,
      newcomers: drawNewcomers({ ...round(1, 4), key: 'kvinna/round-1/newcomer' }),
      mentors: drawMentors({ ...round(1, 4), key: 'kvinna/round-1/mentor' }),
      stories: ['met-all', 'silent', 'on-pace', 'behind'],
    },
    {
      program: 'kvinna',
      number: 2,
      daysAgo: 34,
      newcomers: drawNewcomers({
        ...round(2, 3),
        key: 'kvinna/round-2/newcomer',
        cases: [HALF_WAY_NEWCOMER],
      }),
      mentors: drawMentors({ ...round(2, 3), key: 'kvinna/round-2/mentor', cases: [HALF_WAY_MENTOR] }),
      stories: ['begun', 'begun', 'on-pace'],
    },
  ];
}
