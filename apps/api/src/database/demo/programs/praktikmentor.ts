import { drawMentors, drawNewcomers, type NewcomerCase } from '../crowd.ts';
import type { LineMix } from '../lines.ts';
import type { Joined } from '../plan.ts';
import type { Register } from '../register.ts';
import { WORKER, PARENT } from '../times.ts';

/** Mentor during praktik in Järfälla: 18 newcomers on internships and 15 mentors wait for their first round. */

const JARFALLA = '0123';

const INTERNS: LineMix = [
  ['cook', 3],
  ['kitchenHelp', 2],
  ['assistantNurse', 3],
  ['careAssistant', 2],
  ['childMinder', 3],
  ['shopAssistant', 3],
  ['warehouseWorker', 2],
  ['electrician', 2],
  ['carpenter', 2],
  ['carMechanic', 1],
  ['accountsClerk', 2],
  ['developer', 2],
  ['teacher', 1],
];
const MENTORS: LineMix = [
  ['cook', 2],
  ['nurse', 2],
  ['assistantNurse', 3],
  ['childMinder', 1],
  ['preschoolTeacher', 2],
  ['shopManager', 2],
  ['shopAssistant', 1],
  ['electrician', 2],
  ['plumber', 1],
  ['carpenter', 1],
  ['economist', 2],
  ['developer', 2],
  ['teacher', 2],
  ['busDriver', 1],
];

const NEWCOMER_CASES: readonly NewcomerCase[] = [
  {
    // Nobody has placed her word yet, so it counts for nothing and stands as she wrote it.
    key: 'unplaced-occupation',
    gender: 'woman',
    given: { name: 'Shirin Jalali', group: 'persian', age: 44 },
    details: {
      email: 'shirin.jalali@example.com',
      educations: [{ level: 4, field: null }],
      occupations: [{ occupation: null, ssyk: null, years: 14, asWritten: 'lagar gamla böcker' }],
    },
  },
];

export function drawPraktikmentor(register: Register, today: string): readonly Joined[] {
  const common = { municipality: JARFALLA, register, today } as const;
  return [
    ...drawNewcomers({
      ...common,
      key: 'praktikmentor/newcomer',
      women: 8,
      men: 10,
      mix: {
        lines: INTERNS,
        waited: [0, 6],
        weeks: [
          [WORKER, 5],
          [PARENT, 1],
        ],
      },
      cases: NEWCOMER_CASES,
    }),
    ...drawMentors({
      ...common,
      key: 'praktikmentor/mentor',
      women: 9,
      men: 6,
      mix: { lines: MENTORS, waited: [0, 6] },
    }),
  ];
}
