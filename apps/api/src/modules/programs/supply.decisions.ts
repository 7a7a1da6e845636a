import type { supplyAndNeed } from '@parvis/contracts';
import type { Person } from '@parvis/matching';
import type * as z from 'zod';

type Group = z.output<typeof supplyAndNeed.reply>['groups'][number];

/** First and last weekday (0 is Monday), and from which hour to which. */
export const TIMES_OF_WEEK = [
  { key: 'weekday-day', days: [0, 4], hours: [0, 17] },
  { key: 'weekday-evening', days: [0, 4], hours: [17, 24] },
  { key: 'weekend', days: [5, 6], hours: [0, 24] },
] as const;

/**
 * Those who wait, side by side by what matters for a pair. Everyone counts once in each row that fits her: one who speaks
 * three languages in three. A row's key is a key into the labels; the rows with most people come first, times in the order
 * of the week.
 */
export function countSupply({
  newcomers,
  mentors,
}: {
  readonly newcomers: readonly Person[];
  readonly mentors: readonly Person[];
}): readonly Group[] {
  return GROUPS.map(({ by, keysOf, inOrder }) => {
    const sides = [countKeys(newcomers, keysOf), countKeys(mentors, keysOf)] as const;
    const keys = inOrder ?? [...new Set(sides.flatMap((counts) => [...counts.keys()]))];
    const rows = keys.map((key) => ({
      key,
      newcomers: sides[0].get(key) ?? 0,
      mentors: sides[1].get(key) ?? 0,
    }));
    return { by, rows: inOrder === null ? rows.sort(mostFirst) : rows };
  });
}

/** Is she counted in the row of this key? */
export function isInGroup(person: Person, key: string): boolean {
  return GROUPS.some(({ keysOf }) => keysOf(person).includes(key));
}

interface Grouping {
  readonly by: Group['by'];
  readonly keysOf: (person: Person) => readonly string[];
  /** Every row, in this order; null: those that occur. */
  readonly inOrder: readonly string[] | null;
}

const GROUPS: readonly Grouping[] = [
  {
    by: 'language',
    keysOf: ({ languages }) => languages.map(({ language }) => `language:${language}`),
    inOrder: null,
  },
  {
    by: 'occupation',
    // Two digits of SSYK: a line of work such as health care or building.
    keysOf: ({ occupations }) => occupations.map(({ ssyk }) => `ssyk:${ssyk.slice(0, 2)}`),
    inOrder: null,
  },
  { by: 'time', keysOf: timesOf, inOrder: TIMES_OF_WEEK.map(({ key }) => `time:${key}`) },
  { by: 'municipality', keysOf: ({ municipality }) => [`municipality:${municipality}`], inOrder: null },
];

function timesOf({ availability }: Person): readonly string[] {
  return TIMES_OF_WEEK.filter(({ days: [first, last], hours: [from, to] }) =>
    availability.some((halfHour) => {
      const day = Math.floor(halfHour / 48);
      const hour = (halfHour % 48) / 2;
      return day >= first && day <= last && hour >= from && hour < to;
    }),
  ).map(({ key }) => `time:${key}`);
}

function countKeys(people: readonly Person[], keysOf: Grouping['keysOf']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    for (const key of new Set(keysOf(person))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function mostFirst(a: Group['rows'][number], b: Group['rows'][number]): number {
  return b.newcomers + b.mentors - (a.newcomers + a.mentors) || (a.key < b.key ? -1 : 1);
}
