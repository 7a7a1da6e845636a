import { answerProposal, endPairByStaff, showPair } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';
import { findEnrollment } from '../recruitment/enrollment.store.ts';
import { expireProposals } from './pair.jobs.ts';
import { plantPair, plantProgram, type PlantedPair, type TestPerson, type TestProgram } from './test-pair.ts';

/** What can happen to a proposal, in every order of three. */
const EVENTS = ['newcomer-yes', 'newcomer-no', 'mentor-yes', 'mentor-no', 'time', 'staff'] as const;
type Event = (typeof EVENTS)[number];
const others = (...taken: readonly Event[]) => EVENTS.filter((event) => !taken.includes(event));
const ORDERS: readonly (readonly Event[])[] = EVENTS.flatMap((first) =>
  others(first).flatMap((second) => others(first, second).map((third) => [first, second, third])),
);
const EIGHT_DAYS = 8 * 86_400_000;

describe('every order of yes, no, time and staff', () => {
  let house: TestHouse;
  let program: TestProgram;
  beforeAll(async () => {
    house = await openTestHouse();
    program = await plantProgram(house);
  });
  afterAll(() => house.close());

  async function happen(pair: PlantedPair, event: Event): Promise<void> {
    const { pairId, programId, coordinator } = pair;
    if (event === 'time') {
      house.moveClock(EIGHT_DAYS);
      return expireProposals(house.deps);
    }
    if (event === 'staff') {
      const body = { reason: 'other', note: null, again: true };
      await house.ask(endPairByStaff, { as: coordinator, params: { programId, pairId }, body });
      return;
    }
    const [side, answer] = event.split('-');
    const { as } = side === 'mentor' ? pair.mentor : pair.newcomer;
    const body = answer === 'yes' ? { answer } : { answer, reason: 'not-a-fit', note: 'bara för personalen' };
    await house.ask(answerProposal, { as, params: { pairId }, body });
  }

  const seenBy = async ({ pairId }: PlantedPair, { as }: TestPerson) =>
    (await house.ask(showPair, { as, params: { pairId } })).body;
  const statusOf = async ({ programId }: PlantedPair, { personId }: TestPerson) =>
    (await findEnrollment(house.deps.store, { programId, personId }))?.status;

  it('keeps contact details to the pairs of two yeses, and gives every place that is free back to the queue', async () => {
    for (const order of ORDERS) {
      const pair = await plantPair(house, { program });
      for (const event of order) {
        await happen(pair, event);
        for (const person of [pair.newcomer, pair.mentor]) {
          const seen = await seenBy(pair, person);
          const told = `${order.join(', ')}: ${seen.status} after ${event}`;
          const bothYes = seen.me.answered === 'yes' && seen.other.answered === 'yes';
          expect(seen.status === 'active' || seen.status === 'ended' || !bothYes, told).toBe(true);
          expect(seen.other.contact !== null, told).toBe(seen.status === 'active');
          expect(seen.other.name.includes(' '), told).toBe(seen.status === 'active');
          expect(seen.commonTime.length > 0, told).toBe(seen.status === 'active');
          expect(JSON.stringify(seen), told).not.toMatch(/not-a-fit|personalen/);
          const live = seen.status === 'proposed' || seen.status === 'active';
          expect(await statusOf(pair, person), told).toBe(live ? 'matched' : 'waiting');
        }
      }
    }
  });
});
