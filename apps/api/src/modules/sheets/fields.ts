import { LIMITS, type Column } from '@parvis/contracts';
import { readAvailability } from './cells/availability.ts';
import { readInterests, readWays } from './cells/choices.ts';
import { readEmail, readPhone } from './cells/contact.ts';
import { readBirthYear, readWaitingSince } from './cells/date.ts';
import { readEducationFields, readEducationLevels } from './cells/education.ts';
import { readLanguages } from './cells/language.ts';
import { readCapacity, readKilometres } from './cells/numbers.ts';
import { readOccupations } from './cells/occupation.ts';
import { isMasked } from './cells/personal-number.ts';
import { readMunicipality, readPlace } from './cells/place.ts';
import { isWrong, splitParts, sure, wrong } from './cells/reading.ts';
import type { CellReading, FilledCell, ReadingContext, SheetFields } from './cells/reading.ts';
import { readGender, readSide } from './cells/side.ts';
import { checkCell, readText } from './cells/text.ts';
import { readWishes } from './cells/wish.ts';

type Fields = { -readonly [K in keyof SheetFields]?: SheetFields[K] };
type Reader = (cell: FilledCell, context: ReadingContext) => CellReading<Fields>;

/** How each column is read; one small reader each, in `cells/`. */
const READERS: Readonly<Record<Column, Reader>> = {
  id: field('sheetId', ({ text }) => readText(text)),
  side: field('side', ({ text }) => readSide(text)),
  name: field('name', ({ text }) => readText(text)),
  email: field('email', ({ text }) => readEmail(text)),
  phone: field('phone', readPhone),
  birthYear: field('birthYear', readBirthYear),
  gender: field('gender', ({ text }) => readGender(text)),
  municipality: field('municipality', ({ text }) => readMunicipality(text)),
  place: field('place', ({ text }, context) => readPlace(text, context)),
  languages: field('skills', ({ text }, context) => readLanguages(text, context)),
  educationLevel: field('educationLevels', ({ text }, context) => readEducationLevels(text, context)),
  educationField: field('educationFields', ({ text }, context) => readEducationFields(text, context)),
  occupation: field('occupations', ({ text }, context) => readOccupations(text, context)),
  availability: field('availability', ({ text }, context) => readAvailability(text, context)),
  ways: field('ways', ({ text }) => readWays(text)),
  maxKilometres: field('maxKilometres', ({ text }) => readKilometres(text)),
  capacity: field('capacity', ({ text }) => readCapacity(text)),
  waitingSince: field('waitingSince', readWaitingSince),
  wishes: field('wishes', ({ text }, context) => readWishes(text, context)),
  neverWith: field('neverWith', ({ text }) => readNeverWith(text)),
  household: field('household', ({ text }) => readText(text)),
  interests: field('interests', ({ text }, context) => readInterests(text, context)),
};

/** Telephone numbers begin with a plus; everything else that does is a formula. */
export function readColumn(column: Column, cell: FilledCell, context: ReadingContext): CellReading<Fields> {
  if (isMasked(cell.text)) return wrong('personal-number');
  const checked = checkCell(cell);
  return isWrong(checked) ? checked : READERS[column](cell, context);
}

function field<K extends keyof SheetFields>(
  name: K,
  read: (cell: FilledCell, context: ReadingContext) => CellReading<SheetFields[K]>,
): Reader {
  return (cell, context) => {
    const reading = read(cell, context);
    if (isWrong(reading)) return reading;
    const fields: Fields = {};
    fields[name] = reading.value;
    return { value: fields, guess: reading.guess };
  };
}

/** Ids or names; whose they are is known once all rows are read. */
function readNeverWith(text: string): CellReading<readonly string[]> {
  const all = splitParts(text, /[;,\n]/);
  return all.length > LIMITS.neverWith ? wrong('too-many', { maximum: LIMITS.neverWith }) : sure(all);
}
