import { lazily, readTable, readWords, splitList } from './table.ts';
import { listOccupationGroups, listOccupations } from './occupations.ts';
import type { Occupation, OccupationGroup } from './occupations.ts';
import { PhraseIndex } from './phrase-index.ts';

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
  sameInEscoOtherWord: 0.93,
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
    for (const phrase of phrases) index.add(phrase, { item, weight });
  };
  addNames(sought, addAll);
  const attached = addEscoOfOccupations(numbers, addAll);
  addEscoOfGroups(sought, attached, addAll);
  const common = addOwnWords(numbers, addAll);
  return { index, sought, common };
});

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

const relations: Readonly<Record<string, { readonly name: number; readonly other: number }>> = {
  '=': { name: weights.sameInEsco, other: weights.sameInEscoOtherWord },
  '~': { name: weights.sameInEsco, other: weights.sameInEscoOtherWord },
  '<': { name: weights.widerInEsco, other: weights.widerInEsco - 0.02 },
  '>': { name: weights.narrowerInEsco, other: weights.narrowerInEsco - 0.02 },
};

/** Names and other words of the ESCO occupations that an occupation is mapped to; returns the codes that were used. */
function addEscoOfOccupations(numbers: ReadonlyMap<string, number>, addAll: AddAll): ReadonlySet<string> {
  const esco = readEsco();
  const attached = new Set<string>();
  for (const row of readTable('occupations.tsv')) {
    const item = numbers.get(row('id'));
    if (item === undefined) continue;
    addAll(item, splitList(row('keywords')), weights.keyword);
    for (const link of splitList(row('esco'))) {
      const code = link.slice(1);
      const relation = relations[link.charAt(0)];
      const terms = esco.get(code);
      if (!relation || !terms) continue;
      attached.add(code);
      addAll(item, terms.names, relation.name);
      addAll(item, terms.others, relation.other);
    }
  }
  return attached;
}

/** ESCO occupations that no occupation is mapped to still lead to the group they belong to, when it is only one. */
function addEscoOfGroups(sought: readonly Sought[], attached: ReadonlySet<string>, addAll: AddAll): void {
  const byIsco = new Map<string, number[]>();
  for (const [item, entry] of sought.entries()) {
    if (entry.kind !== 'group') continue;
    for (const isco of entry.group.isco) byIsco.set(isco, [...(byIsco.get(isco) ?? []), item]);
  }
  for (const [code, terms] of readEsco()) {
    const [item, ...more] = byIsco.get(code.slice(0, 4)) ?? [];
    if (attached.has(code) || item === undefined || more.length > 0) continue;
    addAll(item, terms.names, weights.escoOfGroup);
    addAll(item, terms.others, weights.escoOfGroup - 0.04);
  }
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

interface EscoTerms {
  readonly names: readonly string[];
  readonly others: readonly string[];
}

const readEsco = lazily(
  () =>
    new Map(
      readTable('esco.tsv').map((row): [string, EscoTerms] => [
        row('code'),
        {
          // Arabic gives the man's and the woman's word with a slash between.
          names: [row('en'), row('sv'), ...row('ar').split(' / ')].filter(Boolean),
          others: [...splitList(row('alternatives_en')), ...splitList(row('alternatives_sv'))],
        },
      ]),
    ),
);
