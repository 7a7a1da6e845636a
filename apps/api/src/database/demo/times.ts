import { hoursOf } from './hours.ts';
import type { Random } from './random.ts';

/** When people can meet, by how their weeks look: some of the days, some of the hours. */
interface Slot {
  readonly days: readonly string[];
  readonly hours: readonly string[];
  /** So many of the days, at least and at most. */
  readonly keep: readonly [number, number];
}
export type Week = readonly Slot[];

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const EVENINGS = ['mon', 'tue', 'wed', 'thu'];
const WEEKEND = ['sat', 'sun'];

/** Sfi before noon. */
export const MORNING_STUDENT: Week = [
  { days: WEEKDAYS, hours: ['13-16', '12.30-16', '13-17'], keep: [2, 5] },
  { days: EVENINGS, hours: ['17-20', '17-19'], keep: [1, 3] },
  { days: WEEKEND, hours: ['10-16', '11-15'], keep: [0, 2] },
];
/** Sfi after noon. */
export const AFTERNOON_STUDENT: Week = [
  { days: WEEKDAYS, hours: ['9-12', '9-11.30'], keep: [2, 5] },
  { days: EVENINGS, hours: ['17.30-20', '18-20'], keep: [1, 3] },
  { days: WEEKEND, hours: ['10-16', '12-17'], keep: [0, 2] },
];
/** Children at school or preschool. */
export const PARENT: Week = [
  { days: WEEKDAYS, hours: ['9-14', '9.30-14', '10-13'], keep: [2, 4] },
  { days: WEEKEND, hours: ['10-14', '11-14'], keep: [0, 2] },
  { days: EVENINGS, hours: ['18-20'], keep: [0, 2] },
];
/** A job or an internship. */
export const WORKER: Week = [
  { days: EVENINGS, hours: ['17-20', '17.30-20', '17.30-20.30', '18-20'], keep: [2, 4] },
  { days: WEEKEND, hours: ['10-15', '11-16', '10-13'], keep: [0, 2] },
];
export const PENSIONER: Week = [
  { days: WEEKDAYS, hours: ['10-15', '10-14', '9.30-14', '11-16'], keep: [2, 5] },
  { days: WEEKDAYS, hours: ['17-19'], keep: [0, 1] },
];
export const SHIFT_WORKER: Week = [
  { days: WEEKDAYS, hours: ['9-12', '13-17', '10-14'], keep: [1, 3] },
  { days: [...EVENINGS, 'fri'], hours: ['17-20'], keep: [1, 2] },
  { days: WEEKEND, hours: ['10-16'], keep: [0, 1] },
];

export function drawHours(random: Random, week: Week): number[] {
  const said = week.flatMap(({ days, hours, keep: [least, most] }) => {
    const same = random.pick(hours);
    return random.some(days, random.between(least, most)).map((day) => `${day} ${same}`);
  });
  return hoursOf(said.join('; '));
}
