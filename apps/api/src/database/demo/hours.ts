/** Half-hours of the week as people say them: `hoursOf('mon-fri 17-20; sat 10-14')`. */

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const PART = /^([a-z]{3})(?:-([a-z]{3}))? (\d{1,2})(?:\.(30))?-(\d{1,2})(?:\.(30))?$/;

export function hoursOf(said: string): number[] {
  const all = new Set<number>();
  for (const part of said.split(';')) for (const halfHour of halfHoursOf(part.trim())) all.add(halfHour);
  return [...all].sort((a, b) => a - b);
}

function halfHoursOf(part: string): number[] {
  const [, first = '', last = first, from, fromHalf, to, toHalf] = PART.exec(part) ?? [];
  const [begin, end] = [dayOf(first), dayOf(last)];
  const [opens, closes] = [halfHour(from, fromHalf), halfHour(to, toHalf)];
  if (begin === -1 || end === -1 || !(opens < closes)) throw new Error(`not hours: ${part}`);
  return DAYS.flatMap((_, day) =>
    day >= begin && day <= end
      ? Array.from({ length: closes - opens }, (_, step) => day * 48 + opens + step)
      : [],
  );
}

function dayOf(name: string): number {
  return DAYS.findIndex((day) => day === name);
}

function halfHour(hour: string | undefined, half: string | undefined): number {
  return Number(hour) * 2 + (half === undefined ? 0 : 1);
}
