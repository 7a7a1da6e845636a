import { drawMentors, drawNewcomers, type MentorCase } from '../crowd.ts';
import { hoursOf } from '../hours.ts';
import type { LineMix } from '../lines.ts';
import type { Joined } from '../plan.ts';
import type { Register } from '../register.ts';

/**
 * NYMF: Norsjö, Malå and Arvidsjaur together, waiting for their first round. Newcomers 5 + 9 + 11, buddies 8 + 4 + 5: alone
 * Norsjö has too many who want to help, the other two too few.
 */

const NEWCOMERS: LineMix = [
  [null, 6],
  ['cleaner', 2],
  ['cook', 2],
  ['careAssistant', 3],
  ['farmer', 3],
  ['carpenter', 2],
  ['welder', 2],
  ['carMechanic', 2],
  ['teacher', 2],
  ['nurse', 1],
  ['shopAssistant', 2],
  ['truckDriver', 2],
];
const BUDDIES: LineMix = [
  ['teacher', 3],
  ['nurse', 2],
  ['assistantNurse', 3],
  ['careAssistant', 1],
  ['forester', 2],
  ['sawmillWorker', 2],
  ['welder', 1],
  ['carMechanic', 1],
  ['officer', 2],
  ['shopManager', 1],
  ['preschoolTeacher', 2],
  ['truckDriver', 1],
];

const NORSJO_BUDDIES: readonly MentorCase[] = [
  {
    // Meets women only, and in person: those she could meet, in Norsjö, are all men.
    key: 'women-only',
    gender: 'woman',
    given: {
      name: 'Gun-Britt Norén',
      age: 68,
      line: 'assistantNurse',
      home: { municipality: '2417', locality: 'Norsjö', postalCode: '93532' },
    },
    details: {
      email: 'gun.britt.noren@example.se',
      ways: ['in-person'],
      availability: hoursOf('mon-fri 10-18; sat 10-14'),
    },
    enrollment: { wishes: [{ about: 'gender', gender: 'woman', strength: 'must', most: true }] },
  },
];

export function drawNymf(register: Register, today: string): readonly Joined[] {
  const mix = { lines: NEWCOMERS, waited: [2, 30], asksGender: 'no' } as const;
  const buddies = { lines: BUDDIES, waited: [0, 12], cameLongAgo: 0.1 } as const;
  const norsjo = { municipality: '2417', register, today } as const;
  const mala = { municipality: '2418', register, today } as const;
  const arvidsjaur = { municipality: '2505', register, today } as const;
  return [
    ...drawNewcomers({ ...norsjo, key: 'nymf/norsjo/newcomer', women: 0, men: 5, mix }),
    ...drawNewcomers({ ...mala, key: 'nymf/mala/newcomer', women: 5, men: 4, mix }),
    ...drawNewcomers({ ...arvidsjaur, key: 'nymf/arvidsjaur/newcomer', women: 6, men: 5, mix }),
    ...drawMentors({
      ...norsjo,
      key: 'nymf/norsjo/mentor',
      women: 5,
      men: 3,
      mix: buddies,
      cases: NORSJO_BUDDIES,
    }),
    ...drawMentors({ ...mala, key: 'nymf/mala/mentor', women: 3, men: 1, mix: buddies }),
    ...drawMentors({ ...arvidsjaur, key: 'nymf/arvidsjaur/mentor', women: 3, men: 2, mix: buddies }),
  ];
}
