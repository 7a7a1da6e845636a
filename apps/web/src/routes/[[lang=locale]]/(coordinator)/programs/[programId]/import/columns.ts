import type { Column } from '@parvis/contracts';

/** Complete by type; the contract's own list would bring its whole library to the browser. */
const ORDER: Readonly<Record<Column, number>> = {
  side: 1,
  name: 2,
  id: 3,
  email: 4,
  phone: 5,
  birthYear: 6,
  gender: 7,
  municipality: 8,
  place: 9,
  languages: 10,
  educationLevel: 11,
  educationField: 12,
  occupation: 13,
  availability: 14,
  ways: 15,
  maxKilometres: 16,
  capacity: 17,
  waitingSince: 18,
  wishes: 19,
  neverWith: 20,
  household: 21,
  interests: 22,
};

/** What a spreadsheet of people may have, the most needed first. */
export const COLUMNS: readonly Column[] = Object.keys(ORDER)
  .filter(isColumn)
  .sort((a, b) => ORDER[a] - ORDER[b]);

export function isColumn(written: string): written is Column {
  return Object.hasOwn(ORDER, written);
}
