import { lazily, readTable, readWords, splitList } from './table.ts';
import { listOccupationGroups, listOccupations } from './occupations.ts';
import type { Occupation, OccupationGroup } from './occupations.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { PhraseTarget } from './phrase-index.ts';

/** What a search can find: an occupation, or a whole group when no occupation in it fits. */
export type Sought =
  | { readonly kind: 'occupation'; readonly occupation: Occupation }
  | { readonly kind: 'group'; readonly group: OccupationGroup };

/** How well a phrase names what it was found for. */
const weights = {
  ownName: 1,
  ownWord: 0.99,
  partOfName: 0.97,
  sameInEsco: 0.95,
  widerInEsco: 0.84,
  narrowerInEsco: 0.8,
  groupName: 0.9,
  escoOfGroup: 0.82,
  groupOfOccupation: 0.55,
  keyword: 0.66,
} as const;

/** All phrases of all occupations and groups; built once, at the first search. */
export const occupationIndex = lazily(() => {
  const index = new PhraseIndex();
  const sought = listSought();
  const numbers = new Map(sought.map((item, number) => [idOf(item), number]));
  const addAll = (item: number, phrases: readonly string[], weight: number): void => {
    const targets = [{ item, weight }];
    for (const phrase of phrases) index.add(phrase, targets);
  };
  addNames(sought, addAll);
  addKeywords(numbers, addAll);
  addEsco(sought, numbers, index);
  const common = addOwnWords(numbers, addAll);
  return { index, sought, common };
});

const occupationRows = lazily(() => readTable('occupations.tsv'));

type AddAll = (item: number, phrases: readonly string[], weight: number) => void;

function listSought(): Sought[] {
  const occupations = listOccupations().map((occupation): Sought => ({ kind: 'occupation', occupation }));
  // A code that JobTech merges into another is found by that other.
  const groups = listOccupationGroups()
    .filter(({ code, group }) => code.length > 1 && (group === code || group === ''))
    .map((group): Sought => ({ kind: 'group', group }));
  return [...occupations, ...groups];
}

export function idOf(item: Sought): string {
  return item.kind === 'occupation' ? item.occupation.id : item.group.code;
}

function addNames(sought: readonly Sought[], addAll: AddAll): void {
  const groups = new Map(listOccupationGroups().map((group) => [group.code, group]));
  for (const [item, entry] of sought.entries()) {
    if (entry.kind === 'group') {
      addAll(item, [entry.group.sv, entry.group.en], weights.groupName);
      continue;
    }
    const { sv, ssyk } = entry.occupation;
    addAll(item, [sv], weights.ownName);
    if (sv.includes('/')) addAll(item, sv.split('/'), weights.partOfName);
    const group = groups.get(ssyk);
    if (group) addAll(item, [group.sv, group.en], weights.groupOfOccupation);
  }
}

function addKeywords(numbers: ReadonlyMap<string, number>, addAll: AddAll): void {
  for (const row of occupationRows()) {
    const item = numbers.get(row('id'));
    if (item !== undefined) addAll(item, splitList(row('keywords')), weights.keyword);
  }
}

/**
 * Names and other words of every ESCO occupation, for the occupations mapped to it; where there is none, for the group
 * that its ISCO code leads to, when it is only one.
 */
function addEsco(sought: readonly Sought[], numbers: ReadonlyMap<string, number>, index: PhraseIndex): void {
  const mapped = mapEsco(numbers);
  const groups = listGroupsByIsco(sought);
  for (const row of readTable('esco.tsv')) {
    const code = row('code');
    const inGroups = groups.get(code.slice(0, 4)) ?? [];
    const targets = mapped.get(code) ?? (inGroups.length === 1 ? inGroups : []);
    if (targets.length === 0) continue;
    const others = targets.map(({ item, weight }) => ({ item, weight: weight - 0.02 }));
    // Arabic gives the man's and the woman's word with a slash between.
    for (const name of [row('en'), row('sv'), ...row('ar').split(' / ')]) index.add(name, targets);
    for (const column of ['alternatives_en', 'alternatives_sv'])
      for (const word of splitList(row(column))) index.add(word, others);
  }
}

const relations: Readonly<Record<string, number>> = {
  '=': weights.sameInEsco,
  '~': weights.sameInEsco,
  '<': weights.widerInEsco,
  '>': weights.narrowerInEsco,
};

function mapEsco(numbers: ReadonlyMap<string, number>): Map<string, PhraseTarget[]> {
  const mapped = new Map<string, PhraseTarget[]>();
  for (const row of occupationRows()) {
    const item = numbers.get(row('id'));
    for (const link of splitList(row('esco'))) {
      const weight = relations[link.charAt(0)];
      if (item === undefined || weight === undefined) continue;
      const code = link.slice(1);
      mapped.set(code, [...(mapped.get(code) ?? []), { item, weight }]);
    }
  }
  return mapped;
}

function listGroupsByIsco(sought: readonly Sought[]): Map<string, PhraseTarget[]> {
  const groups = new Map<string, PhraseTarget[]>();
  for (const [item, entry] of sought.entries()) {
    if (entry.kind !== 'group') continue;
    for (const isco of entry.group.isco)
      groups.set(isco, [...(groups.get(isco) ?? []), { item, weight: weights.escoOfGroup }]);
  }
  return groups;
}

function addOwnWords(numbers: ReadonlyMap<string, number>, addAll: AddAll): ReadonlySet<number> {
  const common = new Set<number>();
  for (const row of readWords('occupations.tsv')) {
    const item = numbers.get(row('target'));
    if (item === undefined) throw new Error(`words/occupations.tsv: nothing has the code ${row('target')}`);
    common.add(item);
    addAll(item, splitList(row('words')), weights.ownWord);
  }
  return common;
}
