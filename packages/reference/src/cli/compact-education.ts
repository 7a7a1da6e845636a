import { groupBy, joinList, readSource, writeTable } from './table.ts';
import type { Folders } from './table.ts';

export function compactEducation(folders: Folders): void {
  writeTable(
    folders,
    'education-steps.tsv',
    ['step', 'sv', 'sun_from', 'sun_to'],
    readSource(folders, '02_education/sun_scb7_scale.csv').map((row) => {
      const [first = '', last = first] = row('sun2020_2digit_range').split('-');
      return [row('scb7'), row('title_sv'), first, last];
    }),
  );
  writeTable(
    folders,
    'education-levels.tsv',
    ['code', 'sv', 'en_unofficial'],
    readSource(folders, '02_education/sun2020_levels.csv').map((row) => [
      row('code'),
      row('title_sv'),
      row('title_en_unofficial'),
    ]),
  );
  const keywords = groupBy(readSource(folders, '02_education/sun2020_field_keywords.csv'), (row) =>
    row('sun_field4'),
  );
  writeTable(
    folders,
    'education-fields.tsv',
    ['code', 'sv', 'en_unofficial', 'keywords'],
    readSource(folders, '02_education/sun2020_fields.csv').map((row) => [
      row('code'),
      row('title_sv'),
      row('title_en_unofficial'),
      joinList(new Set((keywords.get(row('code')) ?? []).map((keyword) => keyword('keyword_sv')))),
    ]),
  );
}
