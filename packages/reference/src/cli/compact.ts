/**
 * Makes the compact tables in `data/` from a folder of source tables. Run from the project's top level:
 *
 *     node packages/reference/src/cli/compact.ts FOLDER
 *
 * FOLDER holds the CSV files that `CREDITS.md` lists, in the sub-folders named there. The same sources give the
 * same files byte for byte, so a refresh shows as an ordinary difference in version control.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compactEducation } from './compact-education.ts';
import { compactLanguages } from './compact-languages.ts';
import { compactOccupations } from './compact-occupations.ts';
import { compactPlaces } from './compact-places.ts';
import { readSource, writeTable } from './table.ts';
import type { Folders } from './table.ts';

const from = process.argv[2];
if (from === undefined) {
  console.error('Usage: node packages/reference/src/cli/compact.ts FOLDER');
  process.exit(2);
}
const folders: Folders = { from, to: fileURLToPath(new URL('../../data/', import.meta.url)) };
mkdirSync(folders.to, { recursive: true });

compactOccupations(folders);
compactEducation(folders);
compactLanguages(folders);
compactPlaces(folders);
compactSfi(folders);

for (const file of readdirSync(folders.to).sort())
  console.log(`${file.padEnd(24)} ${String(statSync(folders.to + file).size).padStart(9)} bytes`);

function compactSfi(at: Folders): void {
  const rows = readSource(at, '06_statistics/sfi_courses_cefr.csv');
  writeTable(
    at,
    'sfi-courses.tsv',
    ['course', 'paths', 'from', 'to'],
    rows.map((row) => [row('course'), row('study_paths'), row('cefr_from'), row('cefr_to')]),
  );
}
