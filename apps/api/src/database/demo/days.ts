/** An instant on a day, when offices are open in Sweden. */
export function instantOn(date: string, hour = 9): string {
  return `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`;
}
