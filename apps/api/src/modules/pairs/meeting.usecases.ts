import {
  Refused,
  type cancelMeeting as cancelContract,
  type describeMeeting as describeContract,
  type disputeMeeting as disputeContract,
  type logMeeting as logContract,
  type planMeeting as planContract,
  type settleDispute as settleContract,
} from '@parvis/contracts';
import type * as z from 'zod';
import { auditEntry } from '../../database/audit.ts';
import type { Write } from '../../database/store.ts';
import type { Deps } from '../../deps.ts';
import type { Asked, UseCase } from '../../http/route.ts';
import {
  decideCancel,
  decideDescription,
  decideDispute,
  decideMeeting,
  decidePlan,
  decideSettlement,
} from './meeting.decisions.ts';
import { insertMeeting, listMeetings, updateMeeting, type MeetingRow } from './meeting.store.ts';
import { showMemberPair } from './member-pair.ts';
import { loadOwnPair, type OwnContext } from './pair.context.ts';
import { findPair, updatePair, type PairRow } from './pair.store.ts';
import { swedishDay, swedishTime } from './period.decisions.ts';
import { unlessChanged } from './unless-changed.ts';

export const planMeeting: UseCase<typeof planContract> = async (deps, asked) =>
  changeMeetings(deps, asked, (context) => {
    const now = deps.now();
    const { pair, meetings } = context;
    decidePlan({ pair, meetings, plan: asked.body, today: swedishDay(now), time: swedishTime(now) });
    return { action: 'plan-meeting', ...newMeeting(deps, context, { status: 'planned', ...asked.body }) };
  });

export const logMeeting: UseCase<typeof logContract> = async (deps, asked) =>
  changeMeetings(deps, asked, (context) => {
    const { pair, meetings, side } = context;
    const now = deps.now();
    const { date, ...report } = asked.body;
    const { becomes } = decideMeeting({ pair, meetings, date, today: swedishDay(now) });
    const plan = meetings.find(({ id }) => id === becomes);
    if (plan === undefined) {
      return {
        action: 'log-meeting',
        ...newMeeting(deps, context, { status: 'held', date, time: null, where: null, ...report }),
      };
    }
    const held = { ...report, status: 'held', reportedBy: context[side].id, updatedAt: now } as const;
    return { action: 'log-meeting', meetingId: plan.id, write: updateMeeting(plan, held) };
  });

export const describeMeeting: UseCase<typeof describeContract> = async (deps, asked) =>
  changeMeetings(deps, asked, (context) => {
    const meeting = requireMeeting(context.meetings, asked.params.meetingId);
    const personId = context[context.side].id;
    const at = deps.now();
    decideDescription({ pair: context.pair, meeting, personId, today: swedishDay(at) });
    return {
      action: 'describe-meeting',
      meetingId: meeting.id,
      write: updateMeeting(meeting, { ...asked.body, updatedAt: at }),
    };
  });

export const cancelMeeting: UseCase<typeof cancelContract> = async (deps, asked) =>
  changeMeetings(deps, asked, (context) => {
    const meeting = requireMeeting(context.meetings, asked.params.meetingId);
    const personId = context[context.side].id;
    decideCancel({ pair: context.pair, meeting, personId, today: swedishDay(deps.now()) });
    return {
      action: 'cancel-meeting',
      meetingId: meeting.id,
      write: updateMeeting(meeting, { status: 'cancelled', updatedAt: deps.now() }),
    };
  });

export const disputeMeeting: UseCase<typeof disputeContract> = async (deps, asked) =>
  changeMeetings(deps, asked, (context) => {
    const meeting = requireMeeting(context.meetings, asked.params.meetingId);
    const personId = context[context.side].id;
    const at = deps.now();
    decideDispute({ pair: context.pair, meeting, personId, today: swedishDay(at) });
    const disputed = { status: 'disputed', disputedBy: personId, disputedAt: at, updatedAt: at } as const;
    return {
      action: 'dispute-meeting',
      meetingId: meeting.id,
      write: updateMeeting(meeting, disputed),
    };
  });

export const settleDispute: UseCase<typeof settleContract> = async (
  deps,
  { params: { pairId, meetingId }, body, asker },
) => {
  await unlessChanged(async () => {
    const pair = await findPair(deps.store, pairId);
    if (pair === null) throw new Refused('not-there');
    const meeting = requireMeeting(await listMeetings(deps.store, pairId), meetingId);
    const status = decideSettlement(meeting, body.held ? 'held' : 'not-held');
    await deps.store.writeTogether([
      updateMeeting(meeting, { status, updatedAt: deps.now() }),
      auditMeeting(deps, {
        pair,
        meetingId,
        action: 'settle-dispute',
        by: asker.accountId,
        facts: { status },
      }),
    ]);
  });
  return {};
};

interface MeetingChange {
  readonly action: string;
  readonly meetingId: string;
  readonly write: Write;
}

type MemberContract =
  | typeof planContract
  | typeof logContract
  | typeof describeContract
  | typeof cancelContract
  | typeof disputeContract;

/** Guarded by the pair's version too: a pair that ends in between takes no more meetings. */
async function changeMeetings<C extends MemberContract>(
  deps: Deps,
  { params, asker, locale }: Pick<Asked<C>, 'asker' | 'locale'> & { readonly params: { pairId: string } },
  decide: (context: OwnContext) => MeetingChange,
): Promise<z.output<MemberContract['reply']>> {
  const own = { pairId: params.pairId, accountId: asker.accountId };
  await unlessChanged(async () => {
    const context = await loadOwnPair(deps, own);
    const { action, meetingId, write } = decide(context);
    const { pair } = context;
    await deps.store.writeTogether([
      updatePair(pair, { updatedAt: deps.now() }),
      write,
      auditMeeting(deps, { pair, meetingId, action, by: asker.accountId }),
    ]);
  });
  return showMemberPair(deps, await loadOwnPair(deps, own), locale);
}

type Report = Pick<MeetingRow, 'status' | 'date' | 'time' | 'way' | 'where'> &
  Partial<Pick<MeetingRow, 'minutes' | 'topics' | 'note'>>;

function newMeeting(
  deps: Deps,
  context: OwnContext,
  report: Report,
): { readonly meetingId: string; readonly write: Write } {
  const id = deps.newId();
  const at = deps.now();
  const row = {
    topics: [],
    ...report,
    id,
    pairId: context.pair.id,
    reportedBy: context[context.side].id,
    createdAt: at,
    updatedAt: at,
  };
  return { meetingId: id, write: insertMeeting(row) };
}

function requireMeeting(meetings: readonly MeetingRow[], meetingId: string): MeetingRow {
  const found = meetings.find(({ id }) => id === meetingId);
  if (found === undefined) throw new Refused('not-there');
  return found;
}

function auditMeeting(
  deps: Deps,
  {
    pair,
    meetingId,
    facts = {},
    ...deed
  }: {
    readonly pair: PairRow;
    readonly meetingId: string;
    readonly action: string;
    readonly by: string;
    readonly facts?: Readonly<Record<string, string>>;
  },
): Write {
  return auditEntry(deps, {
    ...deed,
    noun: 'meeting',
    nounId: meetingId,
    programId: pair.programId,
    facts: { pair: pair.id, ...facts },
  });
}
