import type { showHome } from '@parvis/contracts';
import type { ApiReply } from '#lib/api.ts';

export type HomePerson = ApiReply<typeof showHome>['people'][number];
export type HomeEnrollment = HomePerson['enrollments'][number];
export type HomePair = HomeEnrollment['pairs'][number];

export type Stand =
  | 'proposed'
  | 'matched'
  | 'answered'
  | 'waiting'
  | 'approved'
  | 'applied'
  | 'paused'
  | 'completed'
  | 'withdrawn';

/** What needs the person first comes first. */
const ORDER: readonly Stand[] = [
  'proposed',
  'matched',
  'answered',
  'waiting',
  'approved',
  'applied',
  'paused',
  'completed',
  'withdrawn',
];

const isOpen = ({ status, answered }: HomePair): boolean => status === 'proposed' && answered === null;
const isAnswered = ({ status, answered }: HomePair): boolean => status === 'proposed' && answered !== null;
const isActive = ({ status }: HomePair): boolean => status === 'active';

/** Where a person stands in one program, and the pair it is about. */
export function standOf({ status, pairs }: HomeEnrollment): {
  readonly stand: Stand;
  readonly pair: HomePair | undefined;
} {
  const [open, active, answered] = [pairs.find(isOpen), pairs.find(isActive), pairs.find(isAnswered)];
  if (open !== undefined) return { stand: 'proposed', pair: open };
  if (active !== undefined) return { stand: 'matched', pair: active };
  if (answered !== undefined) return { stand: 'answered', pair: answered };
  return { stand: status === 'matched' ? 'waiting' : status, pair: undefined };
}

/** The live pairs, what needs an answer first, and those that are over. */
export function sortPairs(pairs: readonly HomePair[]): {
  readonly live: readonly HomePair[];
  readonly over: readonly HomePair[];
} {
  const live = [pairs.filter(isOpen), pairs.filter(isActive), pairs.filter(isAnswered)].flat();
  return { live, over: pairs.filter((pair) => !live.includes(pair)) };
}

export function sortEnrollments(enrollments: readonly HomeEnrollment[]): readonly HomeEnrollment[] {
  const rank = (one: HomeEnrollment): number => ORDER.indexOf(standOf(one).stand);
  return [...enrollments].sort((a, b) => rank(a) - rank(b));
}

export type Step = 'applied' | 'approved' | 'waiting' | 'proposal' | 'meet';
export const STEPS: readonly Step[] = ['applied', 'approved', 'waiting', 'proposal', 'meet'];

/** The step one is at, or null where no step is the present one. */
export function stepOf(stand: Stand): Step | null {
  switch (stand) {
    case 'applied':
      return 'approved';
    case 'approved':
    case 'waiting':
      return 'waiting';
    case 'proposed':
    case 'answered':
      return 'proposal';
    default:
      return null;
  }
}
