import { searchFields } from './education-fields.ts';
import { resolveLanguage } from './languages.ts';
import { resolveOccupation } from './occupation-search.ts';
import { substitutesAmong } from './occupations.ts';
import { searchPlaces } from './places.ts';

/** Reads every table and builds every index, under a second, so that no visitor of a server waits for it. */
export function prepareReference(): void {
  resolveOccupation('a');
  substitutesAmong([]);
  searchFields('a');
  resolveLanguage('a');
  searchPlaces('a');
}
