import { groupBy, joinList, readSource, writeTable } from './table.ts';
import type { Folders, SourceRow } from './table.ts';

/**
 * How an ESCO occupation stands to the JobTech occupation it is mapped to: the same, a wider one, or a part of it.
 * The published relation reads from ESCO to JobTech, so `narrowMatch` says that JobTech's is the narrower of the two.
 */
const marks: Readonly<Record<string, string>> = {
  exactMatch: '=',
  closeMatch: '~',
  narrowMatch: '<',
  broadMatch: '>',
};

export function compactOccupations(folders: Folders): void {
  const esco = readSource(folders, '01_occupations/esco_occupations.csv');
  writeEsco(folders, esco);
  writeOccupations(folders, new Map(esco.map((row) => [row('esco_id'), row])));
  writeGroups(folders);
  writeSubstitutes(folders);
}

function writeEsco(folders: Folders, esco: readonly SourceRow[]): void {
  const alternatives = groupBy(
    readSource(folders, '01_occupations/esco_occupation_altlabels.csv'),
    (row) => `${row('esco_id')} ${row('lang')}`,
  );
  const listAlternatives = (row: SourceRow, language: string): string => {
    const own = row(`label_${language}`).toLowerCase();
    const labels = (alternatives.get(`${row('esco_id')} ${language}`) ?? []).map((other) => other('label'));
    const byLower = new Map(labels.map((label) => [label.toLowerCase(), label]));
    byLower.delete(own);
    return joinList(byLower.values());
  };
  writeTable(
    folders,
    'esco.tsv',
    ['code', 'en', 'sv', 'ar', 'alternatives_en', 'alternatives_sv'],
    esco
      .map((row) => [
        row('esco_code'),
        row('label_en'),
        row('label_sv'),
        row('label_ar'),
        listAlternatives(row, 'en'),
        listAlternatives(row, 'sv'),
      ])
      .sort(byFirst),
  );
}

function writeOccupations(folders: Folders, escoById: ReadonlyMap<string, SourceRow>): void {
  const links = groupBy(readSource(folders, '01_occupations/jobtech_esco_occupation_map.csv'), (row) =>
    row('jobtech_id'),
  );
  const rows = readSource(folders, '01_occupations/jobtech_occupations.csv').map((row) => {
    const related = (links.get(row('occupation_id')) ?? [])
      .flatMap((link) => {
        const [kind, id = ''] = link('esco_uri').split('/');
        const esco = kind === 'occupation' ? escoById.get(id) : undefined;
        const mark = marks[link('relation_esco_to_jobtech')];
        return esco && mark !== undefined ? [{ mark, esco }] : [];
      })
      .sort((a, b) => compare(mergeKey(a), mergeKey(b)));
    const named = chooseNamesake(row('label_sv'), related);
    return [
      row('occupation_id'),
      row('ssyk4'),
      row('label_sv'),
      named?.('label_en') ?? '',
      named?.('label_ar') ?? '',
      joinList(related.map(({ mark, esco }) => mark + esco('esco_code'))),
      row('search_keywords_sv'),
    ];
  });
  writeTable(
    folders,
    'occupations.tsv',
    ['id', 'ssyk', 'sv', 'en', 'ar', 'esco', 'keywords'],
    rows.sort(byFirst),
  );
}

interface Related {
  readonly mark: string;
  readonly esco: SourceRow;
}

/** Best relation first, then ESCO's code. */
function mergeKey({ mark, esco }: Related): string {
  return `${'=~<>'.indexOf(mark)} ${esco('esco_code')}`;
}

/**
 * The ESCO occupation that lends its English and Arabic name: the same or a near one, else a wider one, never one that
 * is only a part. Among equals: the same Swedish name, else the shortest English name, else the lowest code.
 */
function chooseNamesake(swedish: string, related: readonly Related[]): SourceRow | undefined {
  const best = related[0]?.mark;
  if (best === undefined || best === '>') return undefined;
  const equals = related.filter(({ mark }) => mark === best).map(({ esco }) => esco);
  const sameName = equals.find((esco) => esco('label_sv').toLowerCase() === swedish.toLowerCase());
  return sameName ?? equals.toSorted((a, b) => a('label_en').length - b('label_en').length)[0];
}

function writeGroups(folders: Folders): void {
  const isco = groupBy(readSource(folders, '01_occupations/ssyk4_isco08.csv'), (row) => row('ssyk4'));
  const published = readSource(folders, '01_occupations/ssyk2012.csv');
  const known = new Set(published.map((row) => row('code')));
  const groups = published.map((row) => [
    row('code'),
    row('title_sv'),
    row('title_en'),
    row('level') === '4' ? row('jobtech_code') : row('code'),
  ]);
  const merged = readSource(folders, '01_occupations/jobtech_ssyk4.csv')
    .filter((row) => !known.has(row('ssyk4')))
    .map((row) => {
      const parts = published.filter((part) => part('jobtech_code') === row('ssyk4'));
      const english = (parts[0]?.('title_en') ?? '').replace(/,? level \d$/i, '');
      return [row('ssyk4'), row('title_sv'), english, row('ssyk4')];
    });
  writeTable(
    folders,
    'ssyk.tsv',
    ['code', 'sv', 'en', 'group', 'isco'],
    [...groups, ...merged]
      .map((row) => [...row, joinList((isco.get(row[3] ?? '') ?? []).map((link) => link('isco08')).sort())])
      .sort(byFirst),
  );
}

function writeSubstitutes(folders: Folders): void {
  const rows = groupBy(readSource(folders, '01_occupations/jobtech_occupation_substitutability.csv'), (row) =>
    row('occupation_id'),
  );
  const list = (links: readonly SourceRow[], percentage: string): string =>
    joinList(
      links
        .filter((link) => link('percentage') === percentage)
        .map((link) => link('can_be_substituted_by'))
        .sort(),
    );
  writeTable(
    folders,
    'substitutes.tsv',
    ['occupation', 'by_75', 'by_25'],
    [...rows].map(([id, links]) => [id, list(links, '75'), list(links, '25')]).sort(byFirst),
  );
}

function byFirst(a: readonly string[], b: readonly string[]): number {
  return compare(a[0] ?? '', b[0] ?? '');
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
