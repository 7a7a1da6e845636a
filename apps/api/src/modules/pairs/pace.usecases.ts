import { Refused, type Pace, type paceCounts } from '@parvis/contracts';
import type * as z from 'zod';
import type { Deps } from '../../deps.ts';
import { findProgram } from '../programs/program.store.ts';
import { listMeetingsOfPrograms, type MeetingRow } from './meeting.store.ts';
import { decidePace } from './pace.ts';
import { listPairsOfProgram, type PairRow } from './pair.store.ts';
import { swedishDay } from './period.decisions.ts';

type PaceCounts = z.infer<typeof paceCounts>;

/** How many pairs of a program are on pace, behind, silent … today. */
export async function countPaces(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  programId: string,
): Promise<PaceCounts> {
  const program = await findProgram(store, programId);
  if (program === null) throw new Refused('not-there');
  const pairs = await loadPaced(store, programId);
  const today = swedishDay(now());
  return countByPace(pairs.map((paced) => decidePace({ definition: program.definition, today, ...paced })));
}

interface PairWithMeetings {
  readonly pair: PairRow;
  readonly meetings: readonly MeetingRow[];
}

/** The pairs of a program, newest first, each with its meetings, earliest first. */
export async function loadPaced(
  store: Deps['store'],
  programId: string,
): Promise<readonly PairWithMeetings[]> {
  const pairs = await listPairsOfProgram(store, programId);
  const meetings = Map.groupBy(await listMeetingsOfPrograms(store, [programId]), ({ pairId }) => pairId);
  return pairs.map((pair) => ({ pair, meetings: meetings.get(pair.id) ?? [] }));
}

export function countByPace(paces: readonly Pace[]): PaceCounts {
  const counts = { proposed: 0, 'on-pace': 0, behind: 0, silent: 0, finished: 0, ended: 0 };
  for (const pace of paces) counts[pace] += 1;
  return counts;
}
