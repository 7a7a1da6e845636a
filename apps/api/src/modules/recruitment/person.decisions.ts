import { Refused, type EnrollmentDetails, type EnrollmentStatus } from '@parvis/contracts';
import { decideStatusAfter } from './enrollment.decisions.ts';

export type AskedStatus = 'approved' | 'waiting' | 'paused' | 'withdrawn';

/** From each status, where a coordinator may lead an enrollment by hand. Pairs alone make it `matched` or `completed`. */
const LEADS_TO: Readonly<Record<EnrollmentStatus, readonly AskedStatus[]>> = {
  applied: ['approved', 'waiting', 'withdrawn'],
  approved: ['waiting', 'paused', 'withdrawn'],
  waiting: ['paused', 'withdrawn'],
  matched: ['paused', 'withdrawn'],
  paused: ['waiting', 'withdrawn'],
  withdrawn: ['approved', 'waiting'],
  completed: ['waiting', 'withdrawn'],
};

export interface NewStatus {
  readonly status: EnrollmentStatus;
  /** A new first day in the queue, for one who begins again; null keeps the old one. */
  readonly waitingSince: string | null;
}

/**
 * A status asked for by a coordinator. To ask for what already is changes nothing (null). Nobody is withdrawn out of a live
 * pair. One who was paused keeps her place in the queue; one who had withdrawn or completed takes a new one.
 * Throws `person-in-live-pair`, `status-does-not-allow`.
 */
export function decideStatus({
  current,
  asked,
  livePairs,
  capacity,
  today,
}: {
  readonly current: EnrollmentStatus;
  readonly asked: AskedStatus;
  readonly livePairs: number;
  readonly capacity: number;
  readonly today: string;
}): NewStatus | null {
  if (asked === current) return null;
  if (!LEADS_TO[current].includes(asked)) throw new Refused('status-does-not-allow', { status: current });
  if (asked === 'withdrawn' && livePairs > 0) throw new Refused('person-in-live-pair', { count: livePairs });
  const status = asked === 'waiting' ? decideStatusAfter({ current: 'waiting', livePairs, capacity }) : asked;
  const again = asked === 'waiting' && (current === 'withdrawn' || current === 'completed');
  return { status, waitingSince: again ? today : null };
}

/** What an enrollment changes to. In a live pair nobody changes sides, or has room for fewer than there are. Throws `person-in-live-pair`. */
export function decideEnrollment({
  current,
  asked,
  livePairs,
}: {
  readonly current: { readonly side: EnrollmentDetails['side']; readonly status: EnrollmentStatus };
  readonly asked: EnrollmentDetails;
  readonly livePairs: number;
}): EnrollmentDetails & { readonly status: EnrollmentStatus } {
  if (livePairs > 0 && (asked.side !== current.side || asked.capacity < livePairs))
    throw new Refused('person-in-live-pair', { count: livePairs });
  const status = decideStatusAfter({ current: current.status, livePairs, capacity: asked.capacity });
  return { ...asked, status };
}

/** The places in `neverWith` of ids that are nobody's in the program, or her own. */
export function findStrangers(
  neverWith: readonly string[],
  { known, self }: { readonly known: ReadonlySet<string>; readonly self: string | null },
): readonly number[] {
  return neverWith.flatMap((id, index) => (known.has(id) && id !== self ? [] : [index]));
}
