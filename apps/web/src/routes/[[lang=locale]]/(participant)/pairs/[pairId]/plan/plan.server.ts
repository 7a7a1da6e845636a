import { cancelMeeting, planMeeting, type Meeting, type MemberPair } from '@parvis/contracts';
import type * as z from 'zod';
import type { Api } from '#lib/api.ts';

export function findPlan({ meetings }: Pick<MemberPair, 'meetings'>, id: string): Meeting | undefined {
  return meetings.find((meeting) => meeting.id === id && meeting.status === 'planned');
}

interface Change {
  readonly pairId: string;
  readonly plan: Meeting;
  readonly body: z.input<typeof planMeeting.body>;
}

/** Another time instead of the one agreed on. When the new one is refused, the old one stands. */
export async function changePlan(api: Api, { pairId, plan, body }: Change): Promise<void> {
  const cancel = () => api(cancelMeeting, { params: { pairId, meetingId: plan.id } });
  if (plan.date !== body.date) {
    await api(planMeeting, { params: { pairId }, body });
    await cancel();
    return;
  }
  // Two plans cannot stand on one day, so the old one goes first.
  await cancel();
  try {
    await api(planMeeting, { params: { pairId }, body });
  } catch (reason) {
    const { date, time, way, where } = plan;
    await api(planMeeting, { params: { pairId }, body: { date, time: time ?? '12:00', way, where } });
    throw reason;
  }
}
