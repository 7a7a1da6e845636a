import { drawMentors, drawNewcomers, type NewcomerCase } from '../crowd.ts';
import type { PastRound } from '../past-rounds.ts';
import { namedMobile } from '../phones.ts';
import type { Joined } from '../plan.ts';
import { demoId } from '../ids.ts';
import type { Register } from '../register.ts';

/**
 * Järfällakompis, half-way: 46 newcomers and 27 buddies wait, and pairs of two earlier rounds are on pace, behind, silent,
 * finished, ended or proposed. Two of those who wait were each other's pair once.
 */

const JARFALLA = '0123';

const NEWCOMER_CASES: readonly NewcomerCase[] = [
  {
    // One e-mail address for two: they sign in to one account and see both.
    key: 'same-email-1',
    gender: 'woman',
    given: { name: 'Maryam Karimi', group: 'persian', age: 36, line: 'accountsClerk' },
    details: { email: 'familjen.karimi@example.com', phone: namedMobile(13), household: 'Karimi' },
  },
  {
    key: 'same-email-2',
    gender: 'man',
    given: { name: 'Omid Karimi', group: 'persian', age: 39, line: 'electrician' },
    details: { email: 'familjen.karimi@example.com', phone: namedMobile(13), household: 'Karimi' },
  },
  {
    key: 'one-word-name',
    gender: 'man',
    given: { name: 'Gulagha', group: 'afghan', age: 27, line: 'baker' },
    details: { email: 'gulagha@example.com' },
  },
  {
    // Not with that buddy; nobody has to know why.
    key: 'never-with',
    gender: 'woman',
    given: { name: 'Iryna Polishchuk', group: 'ukrainian', age: 33, line: 'teacher' },
    details: { email: 'iryna.polishchuk@example.com' },
    enrollment: { neverWith: [demoId('jarfallakompis/mentor/woman-1')], note: 'Grannar.' },
  },
];

export function drawJarfallakompis(
  register: Register,
  today: string,
  waitingAgain: readonly Joined[],
): readonly Joined[] {
  const common = { municipality: JARFALLA, register, today } as const;
  const again = (side: 'newcomer' | 'mentor') =>
    waitingAgain.filter(({ enrollment }) => enrollment.side === side);
  return [
    ...drawNewcomers({
      ...common,
      key: 'jarfallakompis/newcomer',
      women: 22,
      men: 24,
      mix: { waited: [1, 15] },
      cases: NEWCOMER_CASES,
      already: again('newcomer'),
    }),
    ...drawMentors({
      ...common,
      key: 'jarfallakompis/mentor',
      women: 16,
      men: 11,
      mix: { waited: [0, 8] },
      already: again('mentor'),
    }),
  ];
}

export function pastJarfallakompis(register: Register, today: string): readonly PastRound[] {
  const common = { municipality: JARFALLA, register, today, mix: { waited: [1, 1] } } as const;
  const newcomers = (number: number, women: number, men: number) =>
    drawNewcomers({ ...common, key: `jarfallakompis/round-${number}/newcomer`, women, men });
  const mentors = (number: number, women: number, men: number) =>
    drawMentors({ ...common, key: `jarfallakompis/round-${number}/mentor`, women, men });
  return [
    {
      program: 'jarfallakompis',
      number: 1,
      daysAgo: 106,
      newcomers: newcomers(1, 5, 5),
      mentors: mentors(1, 6, 4),
      stories: [
        'on-pace',
        'behind',
        'silent',
        'met-all',
        'parted',
        'on-pace',
        'silent',
        'on-pace',
        'moved',
        'behind',
      ],
    },
    {
      program: 'jarfallakompis',
      number: 2,
      daysAgo: 2,
      newcomers: newcomers(2, 1, 0),
      mentors: mentors(2, 1, 0),
      stories: ['half-answered'],
    },
  ];
}
