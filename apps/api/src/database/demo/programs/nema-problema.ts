import { drawMentors, drawNewcomers, type NewcomerCase } from '../crowd.ts';
import { hoursOf } from '../hours.ts';
import type { LineMix } from '../lines.ts';
import { namedMobile } from '../phones.ts';
import type { Joined, PlannedEnrollment } from '../plan.ts';
import type { Register } from '../register.ts';
import { addDays } from '../../../modules/pairs/period.decisions.ts';

/**
 * Nema problema in Danderyd: 24 and 24 who wait for their first round, people with a university or a profession behind
 * them. Nobody in health care or law has volunteered yet, so the pharmacist and the judge have no near field.
 */

const DANDERYD = '0162';

const ADEPTS: LineMix = [
  ['engineerBuilding', 4],
  ['engineerMachines', 3],
  ['engineerElectric', 3],
  ['developer', 4],
  ['tester', 2],
  ['economist', 4],
  ['auditor', 2],
  ['teacher', 4],
  ['teacherUpper', 3],
  ['preschoolTeacher', 1],
  ['socialWorker', 2],
  ['journalist', 2],
  ['marketer', 2],
  ['architect', 2],
];
const MENTORS: LineMix = [
  ['engineerBuilding', 4],
  ['constructionManager', 1],
  ['engineerMachines', 3],
  ['engineerElectric', 3],
  ['developer', 3],
  ['systemAnalyst', 3],
  ['economist', 2],
  ['auditor', 2],
  ['controller', 2],
  ['teacher', 3],
  ['teacherUpper', 3],
  ['headTeacher', 2],
  ['socialWorker', 2],
  ['communicator', 2],
  ['marketer', 2],
  ['architect', 2],
  ['hrSpecialist', 1],
];

const NEWCOMER_CASES: readonly NewcomerCase[] = [
  {
    key: 'pharmacist',
    gender: 'woman',
    given: { name: 'Rasha Shaheen', group: 'arabic', age: 38, line: 'pharmacist' },
    details: { email: 'rasha.shaheen@example.com', sfi: 'D' },
    enrollment: { note: 'Legitimation söks hos Socialstyrelsen.' },
  },
  {
    key: 'judge',
    gender: 'man',
    given: { name: 'Dawit Solomon', group: 'tigrinya', age: 47, line: 'judge' },
    details: { email: 'dawit.solomon@example.com', sfi: 'D' },
  },
  {
    // The newcomer one can be in the demo.
    key: 'demo',
    gender: 'woman',
    given: {
      name: 'Nour Barakat',
      group: 'arabic',
      age: 31,
      line: 'engineerBuilding',
      home: { municipality: DANDERYD, locality: 'Enebyberg', postalCode: '18246' },
    },
    details: {
      email: 'nour.barakat@example.com',
      phone: namedMobile(10),
      languages: [
        { language: 'ar', level: 'C2' },
        { language: 'en', level: 'C1' },
      ],
      sfi: 'D',
      availability: hoursOf('mon-thu 17-20; fri 13-16; sat 10-14'),
      ways: ['in-person', 'walk', 'video'],
      interfaceLanguage: 'en',
      interests: ['walking', 'film', 'technology'],
    },
    enrollment: { wishes: [{ about: 'occupation', strength: 'rather', most: true }] },
  },
];

export function drawNema(register: Register, today: string): readonly Joined[] {
  const common = { municipality: DANDERYD, register, today } as const;
  return [
    ...drawNewcomers({
      ...common,
      key: 'nema-problema/newcomer',
      women: 13,
      men: 11,
      mix: { lines: ADEPTS, swedish: 'good', waited: [1, 14], asksGender: 'no' },
      cases: NEWCOMER_CASES,
    }),
    ...drawMentors({
      ...common,
      key: 'nema-problema/mentor',
      // One more woman waits here: the mentor in two programs.
      women: 12,
      men: 11,
      mix: {
        lines: MENTORS,
        waited: [0, 6],
        ages: [
          [[32, 45], 4],
          [[46, 64], 5],
          [[65, 72], 1],
        ],
      },
    }),
  ];
}

/** The mentor in two programs waits here too. */
export function alsoInNema(today: string): PlannedEnrollment {
  return {
    person: 'kvinna/mentor/two-programs',
    program: 'nema-problema',
    details: {
      side: 'mentor',
      capacity: 1,
      waitingSince: addDays(today, -12),
      wishes: [{ about: 'occupation', strength: 'rather', most: true }],
      neverWith: [],
      note: 'Också med i Kv(in)na.',
    },
    status: 'waiting',
  };
}
