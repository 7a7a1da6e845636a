import { languageFixes } from './language-fixes.ts';
import { readSource, writeTable } from './table.ts';
import type { Folders } from './table.ts';

const locales = 'sv en ar fa uk so ti ps ckb ku tr am ru es pl th bs fi fr sw'.split(' ');

export function compactLanguages(folders: Folders): void {
  const rows = readSource(folders, '03_languages/languages.csv').map((row) => {
    const fix = languageFixes[row('bcp47')];
    return [
      row('bcp47'),
      row('iso639_3'),
      row('core'),
      row('script'),
      fix?.dir ?? row('dir'),
      fix?.endonym ?? row('endonym'),
      row('jobtech_label_sv'),
      ...locales.map((locale) => (locale === 'ar' ? (fix?.ar ?? row('name_ar')) : row(`name_${locale}`))),
    ];
  });
  writeTable(
    folders,
    'languages.tsv',
    ['tag', 'iso639_3', 'core', 'script', 'dir', 'endonym', 'jobtech', ...locales],
    rows,
  );
}
