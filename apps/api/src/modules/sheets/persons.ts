import { searchKey } from '@parvis/reference';
import type { SheetPerson } from './people.ts';

type Row = Pick<SheetPerson, 'row' | 'fields'>;

export interface Twice {
  readonly person: Row;
  readonly problem: 'id-twice' | 'person-twice';
  /** Who stood there first. */
  readonly other: Row;
}

/** Rows that say again who was said before: the same id on one side, or, where no ids tell two apart, the same person. */
export function listTwice(people: readonly Row[]): readonly Twice[] {
  const byId = new Map<string, Row>();
  const byPerson = new Map<string, Row>();
  const found: Twice[] = [];
  for (const person of people) {
    const { side, sheetId } = person.fields;
    if (sheetId !== undefined) {
      const other = byId.get(`${side} ${sheetId}`);
      if (other === undefined) byId.set(`${side} ${sheetId}`, person);
      else found.push({ person, problem: 'id-twice', other });
      continue;
    }
    const key = personKey(person.fields);
    const other = byPerson.get(key);
    if (other === undefined) byPerson.set(key, person);
    else found.push({ person, problem: 'person-twice', other });
  }
  return found;
}

function personKey({ side, name, birthYear, email, phone }: Row['fields']): string {
  return [side, searchKey(name), birthYear, email, phone].join('|');
}

export interface NeverWith {
  readonly people: readonly SheetPerson[];
  readonly unknown: readonly { readonly row: number; readonly word: string }[];
  readonly several: readonly { readonly row: number; readonly word: string; readonly count: number }[];
}

/**
 * Whom `never with` means: an id of the other side, of the same side, or a name; a name that several have means them all,
 * for a pair too few is mended and a pair that should never have met is not. What stands on no row may be someone known
 * otherwise (`knownOthers`).
 */
export function resolveNeverWith(
  people: readonly Row[],
  knownOthers: (reference: string) => boolean,
): NeverWith {
  const byId = Map.groupBy(people, ({ fields }) => fields.sheetId ?? '');
  const byName = Map.groupBy(people, ({ fields }) => searchKey(fields.name));
  const unknown: { row: number; word: string }[] = [];
  const several: { row: number; word: string; count: number }[] = [];
  const resolved = people.map((person): SheetPerson => {
    const rows = new Set<number>();
    const others: string[] = [];
    for (const word of person.fields.neverWith ?? []) {
      const found = find(person, word, byId, byName);
      for (const { row } of found) rows.add(row);
      if (found.length > 1) several.push({ row: person.row, word, count: found.length });
      if (found.length > 0) continue;
      if (knownOthers(word)) others.push(word);
      else unknown.push({ row: person.row, word });
    }
    return { ...person, neverWithRows: [...rows], neverWithOthers: others };
  });
  return { people: resolved, unknown, several };
}

/**
 * Rows that say never with someone whose row is rejected, and whose never-with would be forgotten if they went in alone;
 * with each the row it waits for. One such row may make another.
 */
export function listBesideRejected(
  people: readonly SheetPerson[],
  rejected: ReadonlySet<number>,
): readonly { readonly person: SheetPerson; readonly other: number }[] {
  const bad = new Set(rejected);
  const found: { person: SheetPerson; other: number }[] = [];
  for (let before = -1; before !== bad.size;) {
    before = bad.size;
    for (const person of people) {
      const other = bad.has(person.row) ? undefined : person.neverWithRows.find((row) => bad.has(row));
      if (other === undefined) continue;
      bad.add(person.row);
      found.push({ person, other });
    }
  }
  return found;
}

function find(
  person: Row,
  word: string,
  byId: ReadonlyMap<string, readonly Row[]>,
  byName: ReadonlyMap<string, readonly Row[]>,
): readonly Row[] {
  const ids = (byId.get(word) ?? []).filter(({ row }) => row !== person.row);
  const across = ids.filter(({ fields }) => fields.side !== person.fields.side);
  if (across.length > 0) return across;
  if (ids.length > 0) return ids;
  return (byName.get(searchKey(word)) ?? []).filter(({ row }) => row !== person.row);
}
