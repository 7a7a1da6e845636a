import type { Locale, ProgramDefinition } from '@parvis/contracts';
import type { Person, RoundInput, Side } from '@parvis/matching';
import { resolvePlace } from '@parvis/reference';
import { asPerson } from '../../modules/recruitment/pool.person.ts';
import { substitutesOf } from '../../modules/recruitment/pool.ts';
import { blankDetails, mergeDetails, mergeEnrolled } from '../../modules/sheets/details.ts';
import type { SheetPerson, SheetReading } from '../../modules/sheets/people.ts';

/** Who someone in the round is in the file. */
export interface FilePerson {
  readonly id: string;
  readonly side: Side;
  readonly name: string;
  readonly row: number;
}

export interface FilePool {
  readonly input: RoundInput;
  /** By the id of the round. */
  readonly people: ReadonlyMap<string, FilePerson>;
  /** What the file does not say and the round therefore does without. */
  readonly without: 'one-town' | 'no-places' | null;
}

/** Stands for the one municipality of a file and a program that name none; no municipality has it. */
const ONE_TOWN = '0000';

/** The people of a sheet as a round takes them. In the round an id is the side's too: both sides may number theirs from 1. */
export function poolOf(
  { people, columns }: SheetReading,
  {
    definition,
    now,
    locale,
  }: { readonly definition: ProgramDefinition; readonly now: string; readonly locale: Locale },
): FilePool {
  const hasPlaces = columns.includes('place');
  const hasTowns = hasPlaces || columns.includes('municipality');
  const home = homeOf(definition) ?? ONE_TOWN;
  const idOf = columns.includes('id') ? idBeside : idAlone;
  const ids = new Map(people.map((person) => [person.row, `${person.fields.side} ${idOf(person)}`]));
  const faces = people.map((person) => ({
    id: idOf(person),
    side: person.fields.side,
    name: person.fields.name,
    row: person.row,
  }));
  const persons = people.map((person) => toPerson(person, { ids, home, now, locale }));
  const program = hasPlaces ? definition.rules : withoutDistance(definition.rules);
  return {
    input: {
      program,
      newcomers: persons.filter((_, index) => people[index]?.fields.side === 'newcomer'),
      mentors: persons.filter((_, index) => people[index]?.fields.side === 'mentor'),
      substitutes: substitutesOf(persons),
      now,
    },
    people: new Map(faces.map((face) => [`${face.side} ${face.id}`, face])),
    without: hasTowns ? (hasPlaces ? null : 'no-places') : 'one-town',
  };
}

/** A row without an id is called by its number, and where others have ids, in a way that no id of the file is. */
function idBeside({ fields, row }: SheetPerson): string {
  return fields.sheetId ?? `row ${row}`;
}
function idAlone({ row }: SheetPerson): string {
  return String(row);
}

interface Around {
  readonly ids: ReadonlyMap<number, string>;
  readonly home: string;
  readonly now: string;
  readonly locale: Locale;
}

function toPerson(person: SheetPerson, { ids, home, now, locale }: Around): Person {
  const { fields, neverWithRows } = person;
  const details = mergeDetails(blankDetails({ municipality: home, locale }), fields);
  const enrolled = mergeEnrolled({ capacity: 1, waitingSince: now, wishes: [] }, fields);
  const neverWith = neverWithRows.flatMap((row) => ids.get(row) ?? []);
  const text = details.postalCode ?? details.locality;
  const found = text === null ? null : resolvePlace({ municipality: details.municipality, text });
  return asPerson({
    id: ids.get(person.row) ?? '',
    details,
    place: found && { latitude: found.latitude, longitude: found.longitude },
    enrollment: { ...enrolled, side: fields.side, neverWith },
  });
}

/** Where those live who do not say: in the program's first municipality; null when it names none. */
export function homeOf({ rules }: ProgramDefinition): string | null {
  const rule = rules.requirements.find(({ kind }) => kind === 'municipality');
  return rule?.kind === 'municipality' ? (rule.among[0] ?? null) : null;
}

/** Where no one's place is known a rule about distance would stand between all: it says nothing about these people. */
function withoutDistance({
  requirements,
  preferences,
}: ProgramDefinition['rules']): ProgramDefinition['rules'] {
  return {
    requirements: requirements.filter(({ kind }) => kind !== 'nearness'),
    preferences: preferences.filter(({ kind }) => kind !== 'nearness'),
  };
}
