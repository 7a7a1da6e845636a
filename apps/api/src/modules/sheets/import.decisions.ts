import type {
  CellProblem,
  Column,
  EnrollmentDetails,
  EnrollmentStatus,
  PersonDetails,
} from '@parvis/contracts';
import { searchKey } from '@parvis/reference';
import { decideStatusAfter } from '../recruitment/enrollment.decisions.ts';
import type { CellProblemCode, Facts } from './cells/reading.ts';
import { blankDetails, mergeDetails, mergeEnrolled } from './details.ts';
import { isSame } from './is-same.ts';
import type { SheetPerson, SheetReading } from './people.ts';
import { listBesideRejected } from './persons.ts';

type Enrollment = Pick<EnrollmentDetails, 'side' | 'capacity' | 'waitingSince' | 'wishes' | 'neverWith'> & {
  readonly status: EnrollmentStatus;
  readonly sheetId: string | null;
};

/** Someone who is in the program already. */
export interface Known {
  readonly personId: string;
  readonly details: PersonDetails;
  /** Of her person, as it was read. */
  readonly version: number;
  readonly enrollment: Enrollment & {
    readonly id: string;
    readonly version: number;
    readonly statusSince: string;
  };
  readonly livePairs: number;
}

/** What becomes of one good row. */
export interface Plan {
  readonly row: number;
  readonly personId: string;
  readonly details: PersonDetails;
  readonly enrollment: Enrollment;
  /** Who she is here; null for one who is new. */
  readonly known: Known | null;
  /** Does the row say anything that was not known? */
  readonly changes: 'details' | 'enrollment' | 'both' | 'nothing';
}

export interface ImportPlan {
  readonly plans: readonly Plan[];
  /** Those of the reading, and those that come of who is in the program. */
  readonly rejected: readonly CellProblem[];
}

export interface ImportFacts {
  readonly reading: SheetReading;
  readonly known: readonly Known[];
  /** Where those live who do not say; null in a program of several municipalities. */
  readonly home: string | null;
  readonly today: string;
  readonly newId: () => string;
}

/**
 * Who of a sheet is new, who is known and what of her changes. The same person is the one with the same id in the sheet, or
 * the same address and name, or the same name, birth year and side; so the same file twice makes nobody twice. An empty cell
 * takes nothing away, and nobody is taken off a never-with by a sheet.
 */
export function decideImport(facts: ImportFacts): ImportPlan {
  const { reading } = facts;
  const rejected: CellProblem[] = [];
  const reject = (person: SheetPerson, column: Column, problem: CellProblemCode, told: Facts = {}): void => {
    const heading = reading.headings.find((one) => one.column === column)?.heading ?? column;
    const value = column === 'capacity' ? String(person.fields.capacity ?? '') : person.fields.name;
    rejected.push({ row: person.row, column: heading, value, problem, facts: told });
  };
  const identified = identify(reading.people, facts.known, reject);
  const good = identified.filter(({ person, known }) => isAllowed(person, known, facts.home, reject));
  const bad = new Set(rejected.map(({ row }) => row));
  for (const { person, other } of listBesideRejected(reading.people, bad))
    reject(person, 'neverWith', 'never-with-rejected', { row: other });
  const out = new Set(rejected.map(({ row }) => row));
  const staying = good
    .filter(({ person }) => !out.has(person.row))
    .map((one) => ({ ...one, personId: one.known?.personId ?? facts.newId() }));
  const idOfRow = new Map(staying.map(({ person, personId }) => [person.row, personId]));
  return {
    plans: staying.map((one) => planRow(one, idOfRow, facts)),
    rejected: [...reading.rejected, ...rejected].sort((a, b) => a.row - b.row),
  };
}

type Reject = (person: SheetPerson, column: Column, problem: CellProblemCode, told?: Facts) => void;
interface Identified {
  readonly person: SheetPerson;
  readonly known: Known | null;
}

function identify(
  people: readonly SheetPerson[],
  known: readonly Known[],
  reject: Reject,
): readonly Identified[] {
  const find = createFinder(known);
  const claimed = new Map<string, SheetPerson>();
  const found: Identified[] = [];
  for (const person of people) {
    const one = find(person);
    const other = one === null ? undefined : claimed.get(one.personId);
    if (other !== undefined) reject(person, 'name', 'person-twice', { row: other.row });
    else {
      if (one !== null) claimed.set(one.personId, person);
      found.push({ person, known: one });
    }
  }
  return found;
}

function createFinder(known: readonly Known[]): (person: SheetPerson) => Known | null {
  const byId = new Map(
    known.flatMap((one) => (one.enrollment.sheetId === null ? [] : [[sheetKey(one), one] as const])),
  );
  const byPerson = new Map(known.map((one) => [one.personId, one]));
  const byAddress = Map.groupBy(known, ({ details, enrollment }) =>
    addressKey(details.email, details.name, enrollment.side),
  );
  const byName = Map.groupBy(known, ({ details, enrollment }) =>
    nameKey(details.name, details.birthYear, enrollment.side),
  );
  return ({ fields }) => {
    const { sheetId, side, name, email = null, birthYear = null } = fields;
    const byItsId =
      sheetId === undefined ? undefined : (byId.get(`${side} ${sheetId}`) ?? byPerson.get(sheetId));
    if (byItsId !== undefined) return byItsId;
    const candidates = [
      ...(email === null ? [] : (byAddress.get(addressKey(email, name, side)) ?? [])),
      ...(byName.get(nameKey(name, birthYear, side)) ?? []),
    ];
    // Two who have ids of their own in the sheet are two, whatever they are called.
    return candidates.find((one) => sheetId === undefined || one.enrollment.sheetId === null) ?? null;
  };
}

function sheetKey({ enrollment: { side, sheetId } }: Known): string {
  return `${side} ${sheetId ?? ''}`;
}
function addressKey(email: string | null, name: string, side: string): string {
  return `${side} ${email ?? ''} ${searchKey(name)}`;
}
function nameKey(name: string, birthYear: number | null, side: string): string {
  return `${side} ${birthYear ?? ''} ${searchKey(name)}`;
}

function isAllowed(person: SheetPerson, known: Known | null, home: string | null, reject: Reject): boolean {
  const { side, capacity, municipality, place } = person.fields;
  if (known === null) {
    if ((municipality ?? place?.municipality ?? home) !== null) return true;
    reject(person, 'municipality', 'place-elsewhere');
    return false;
  }
  if (known.enrollment.side !== side) {
    reject(person, 'side', 'side-differs');
    return false;
  }
  if (capacity === undefined || capacity >= known.livePairs) return true;
  reject(person, 'capacity', 'in-live-pair', { count: known.livePairs });
  return false;
}

function planRow(
  { person, known, personId }: Identified & { readonly personId: string },
  idOfRow: ReadonlyMap<number, string>,
  { known: all, home, today }: ImportFacts,
): Plan {
  const { fields, neverWithRows, neverWithOthers, row } = person;
  const before = known?.details ?? blankDetails({ municipality: home ?? '', locale: 'sv' });
  const details = mergeDetails(before, fields);
  const enrolled = mergeEnrolled(
    known?.enrollment ?? { capacity: 1, waitingSince: today, wishes: [] },
    fields,
  );
  const named = [
    ...neverWithRows.flatMap((one) => idOfRow.get(one) ?? []),
    ...neverWithOthers.flatMap((word) => findKnown(all, word).map((one) => one.personId)),
  ].filter((id) => id !== personId);
  const current = known?.enrollment.status ?? 'waiting';
  const enrollment: Enrollment = {
    ...enrolled,
    side: fields.side,
    neverWith: [...new Set([...(known?.enrollment.neverWith ?? []), ...named])],
    sheetId:
      known?.personId === fields.sheetId
        ? (known?.enrollment.sheetId ?? null)
        : (fields.sheetId ?? known?.enrollment.sheetId ?? null),
    status: decideStatusAfter({ current, capacity: enrolled.capacity, livePairs: known?.livePairs ?? 0 }),
  };
  return { row, personId, details, enrollment, known, changes: compare(details, enrollment, known) };
}

function compare(details: PersonDetails, enrollment: Enrollment, known: Known | null): Plan['changes'] {
  if (known === null) return 'both';
  const { side, capacity, waitingSince, wishes, neverWith, status, sheetId } = known.enrollment;
  const before: Enrollment = { side, capacity, waitingSince, wishes, neverWith, status, sheetId };
  const sameDetails = isSame(details, known.details);
  if (isSame(enrollment, before)) return sameDetails ? 'nothing' : 'details';
  return sameDetails ? 'enrollment' : 'both';
}

/** Those of the program whom an id or a name means. */
export function findKnown(known: readonly Known[], word: string): readonly Known[] {
  const byId = known.filter(({ personId, enrollment }) => personId === word || enrollment.sheetId === word);
  return byId.length > 0 ? byId : known.filter(({ details }) => searchKey(details.name) === searchKey(word));
}
