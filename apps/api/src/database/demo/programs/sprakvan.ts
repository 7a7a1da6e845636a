import { drawMentors, drawNewcomers, type MentorCase, type NewcomerCase } from '../crowd.ts';
import { drawHome } from '../homes.ts';
import { hoursOf } from '../hours.ts';
import { ORIGIN_MIX } from '../origins.ts';
import type { PastRound } from '../past-rounds.ts';
import { namedMobile } from '../phones.ts';
import type { Joined } from '../plan.ts';
import { randomFor } from '../random.ts';
import type { Register } from '../register.ts';
import { surnameFor } from '../traits.ts';

/**
 * Språkvän in Lerum, half-way: 58 newcomers (33 men, 25 women; 9 households) and 31 volunteers (23 women, 8 men) wait, and
 * pairs of three earlier rounds are on pace, behind, silent, done, ended, or have just been proposed.
 */

const LERUM = '1441';
const lerum = { municipality: LERUM, locality: 'Lerum', postalCode: '44331' };

const NEWCOMER_CASES: readonly NewcomerCase[] = [
  {
    // Reached by telephone only.
    key: 'no-email',
    gender: 'woman',
    given: { name: 'Halima Osman', group: 'somali', age: 49, home: lerum },
    details: { email: null, phone: namedMobile(11), educations: [{ level: 1, field: null }], sfi: 'A' },
  },
  {
    // Neither e-mail nor telephone: the refugee coordinator brings the word.
    key: 'unreachable',
    gender: 'man',
    given: { name: 'Abdullahi Idris', group: 'somali', age: 57, home: lerum },
    details: { email: null, phone: null, educations: [{ level: 1, field: null }], sfi: 'A' },
    enrollment: { note: 'Nås genom flyktingsamordnaren på tisdagar.' },
  },
  {
    // Reads Arabic: one can be her in the demo.
    key: 'reads-arabic',
    gender: 'woman',
    given: { name: 'Hanan Darwish', group: 'arabic', age: 29, line: 'shopAssistant', home: lerum },
    details: {
      email: 'hanan.darwish@example.com',
      languages: [{ language: 'ar', level: 'C2' }],
      sfi: 'C',
      interfaceLanguage: 'ar',
      availability: hoursOf('mon-fri 9-12; wed 17.30-20'),
    },
  },
];

const MENTOR_CASES: readonly MentorCase[] = [
  {
    // Spouses who both volunteer: one household, one telephone at home.
    key: 'spouse-1',
    gender: 'woman',
    given: { name: 'Ulla Wallin', age: 69, line: 'teacher', home: lerum },
    details: { email: 'ulla.wallin@example.se', phone: namedMobile(12), household: 'Wallin' },
  },
  {
    key: 'spouse-2',
    gender: 'man',
    given: { name: 'Bengt Wallin', age: 71, line: 'electrician', home: lerum },
    details: { email: 'bengt.wallin@example.se', phone: namedMobile(12), household: 'Wallin' },
  },
  {
    key: 'capacity-two',
    gender: 'woman',
    given: { name: 'Kerstin Hallberg', age: 66, line: 'librarian', home: lerum },
    details: { email: 'kerstin.hallberg@example.se' },
    enrollment: { capacity: 2, wishes: [] },
  },
];

export function drawSprakvan(
  register: Register,
  today: string,
  waitingAgain: readonly Joined[],
): readonly Joined[] {
  const common = { municipality: LERUM, register, today } as const;
  const again = (side: 'newcomer' | 'mentor') =>
    waitingAgain.filter(({ enrollment }) => enrollment.side === side);
  return [
    ...drawNewcomers({
      ...common,
      key: 'sprakvan/newcomer',
      women: 25,
      men: 33,
      mix: { swedish: 'beginner', waited: [1, 22] },
      cases: [...NEWCOMER_CASES, ...drawHouseholds()],
      already: again('newcomer'),
    }),
    ...drawMentors({
      ...common,
      key: 'sprakvan/mentor',
      women: 23,
      men: 8,
      mix: { waited: [0, 6] },
      cases: MENTOR_CASES,
      already: again('mentor'),
    }),
  ];
}

/** Seven couples, a mother with her grown daughter, and a couple with a grown son: nine households, nineteen people. */
function drawHouseholds(): readonly NewcomerCase[] {
  return Array.from({ length: 9 }, (_, index) => index + 1).flatMap((number) => {
    const key = `household-${number}`;
    const random = randomFor(`sprakvan/${key}`);
    const group = random.weigh(ORIGIN_MIX.filter(([one]) => one !== 'somali' && one !== 'tigrinya'));
    const surname = surnameFor(`sprakvan/${key}`, group);
    const home = drawHome(random, LERUM);
    const age = random.between(44, 58);
    const member = (name: string, gender: 'woman' | 'man', years: number): NewcomerCase => ({
      key: `${key}/${name}`,
      gender,
      given: { group, surname, home, age: years },
      details: { household: `Hushåll ${number} (${surname})` },
      // The first couple stay together: same evening, same library.
      ...(number === 1 ? { enrollment: { note: 'Paret vill komma till samma språkcafé, samma dag.' } } : {}),
    });
    const wife = member('wife', 'woman', age - random.between(0, 6));
    if (number === 8) return [wife, member('daughter', 'woman', age - 28)];
    const couple = [wife, member('husband', 'man', age)];
    return number === 9 ? [...couple, member('son', 'man', age - 27)] : couple;
  });
}

/** Rang last week and have not been spoken with yet: nobody matches them before they are approved. */
export function appliedToSprakvan(register: Register, today: string): readonly Joined[] {
  const common = { municipality: LERUM, register, today, women: 1, men: 1 } as const;
  return drawMentors({ ...common, key: 'sprakvan/applied', mix: { waited: [0, 0] } });
}

export function pastSprakvan(register: Register, today: string): readonly PastRound[] {
  const common = { municipality: LERUM, register, today, mix: { waited: [1, 1] } } as const;
  const newcomers = (number: number, women: number, men: number) =>
    drawNewcomers({ ...common, key: `sprakvan/round-${number}/newcomer`, women, men });
  const mentors = (number: number, women: number, men: number) =>
    drawMentors({ ...common, key: `sprakvan/round-${number}/mentor`, women, men });
  return [
    {
      program: 'sprakvan',
      number: 1,
      daysAgo: 112,
      newcomers: newcomers(1, 2, 2),
      mentors: mentors(1, 3, 1),
      stories: ['completed', 'completed', 'moved', 'completed'],
    },
    {
      program: 'sprakvan',
      number: 2,
      daysAgo: 44,
      newcomers: newcomers(2, 5, 6),
      mentors: mentors(2, 8, 3),
      stories: [
        'on-pace',
        'behind',
        'on-pace',
        'silent',
        'on-pace',
        'disputed',
        'behind',
        'on-pace',
        'silent',
        'no-time',
        'declined',
      ],
    },
    {
      program: 'sprakvan',
      number: 3,
      daysAgo: 3,
      newcomers: newcomers(3, 1, 1),
      mentors: mentors(3, 1, 1),
      stories: ['half-answered', 'proposed'],
    },
  ];
}
