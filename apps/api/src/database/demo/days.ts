/** Days are counted from the day of planting, so that the demo is always fresh. Dates as ISO, without time zones. */

const DAY = 86_400_000;
const SWEDISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The date on a Swedish calendar. */
export function swedishDay(instant: Date): string {
  return SWEDISH_DAY.format(instant);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or its last day when that month is shorter. */
export function addMonths(date: string, months: number): string {
  const from = new Date(Date.parse(date));
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(from.getUTCDate(), length) - 1);
}

/** An instant on that day, when offices are open. */
export function instantOn(date: string, hour = 9): string {
  return `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`;
}
