import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';

/** Names by where people come from; generic lists, see CREDITS.md beside them. */
export type NameGroup =
  'arabic' | 'afghan' | 'persian' | 'kurdish' | 'somali' | 'tigrinya' | 'ukrainian' | 'swedish';
type NameKind = 'women' | 'men' | 'surnames';

const lists: ReadonlyMap<string, readonly string[]> = new Map(
  readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [group = '', kind = '', names = ''] = line.split('\t');
      return [`${group}/${kind}`, names.split(' ')] as const;
    }),
);

/** A given name and, where people have one, a family name; Somali and Eritrean people carry their father's given name instead. */
export function drawName(
  random: Random,
  { group, gender }: { readonly group: NameGroup; readonly gender: 'woman' | 'man' },
): string {
  const given = random.pick(namesOf(group, gender === 'woman' ? 'women' : 'men'));
  return `${given} ${drawSurname(random, group)}`;
}

export function drawSurname(random: Random, group: NameGroup): string {
  return random.pick(
    group === 'somali' || group === 'tigrinya' ? namesOf(group, 'men') : namesOf(group, 'surnames'),
  );
}

function namesOf(group: NameGroup, kind: NameKind): readonly string[] {
  const names = lists.get(`${group}/${kind}`);
  if (names === undefined) throw new Error(`no ${kind} in the names of ${group}`);
  return names;
}
