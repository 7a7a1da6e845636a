import type { PersonDetails } from '@parvis/contracts';
import type { NameGroup } from './names.ts';
import type { Random } from './random.ts';

type Languages = PersonDetails['languages'];
type Level = Languages[number]['level'];
export type NewcomerGroup = Exclude<NameGroup, 'swedish'>;

/** Mother tongues at sfi, with those who have come from Ukraine since. */
export const ORIGIN_MIX: readonly (readonly [NewcomerGroup, number])[] = [
  ['arabic', 33],
  ['ukrainian', 17],
  ['afghan', 13],
  ['tigrinya', 11],
  ['somali', 10],
  ['kurdish', 8],
  ['persian', 8],
];

/** The languages someone brings along; those who studied longer have more English. */
export function drawLanguages(random: Random, group: NewcomerGroup, schooling: number): Languages {
  const english = schooling >= 6 ? ENGLISH_STUDIED : schooling >= 4 ? ENGLISH_SCHOOL : ENGLISH_LITTLE;
  const level = random.weigh<Level | null>(english);
  return [...mothersOf(random, group), ...(level === null ? [] : [{ language: 'en', level }])];
}

/** In which language of ours the pages speak to her. */
export function drawInterfaceLanguage(random: Random, group: NewcomerGroup): 'sv' | 'en' | 'ar' {
  if (group === 'arabic') return random.chance(0.6) ? 'ar' : 'sv';
  return random.chance(0.3) ? 'en' : 'sv';
}

const ENGLISH_STUDIED: readonly (readonly [Level | null, number])[] = [
  ['B1', 3],
  ['B2', 4],
  ['C1', 2],
  ['A2', 1],
];
const ENGLISH_SCHOOL: readonly (readonly [Level | null, number])[] = [
  ['A2', 4],
  ['B1', 3],
  [null, 3],
];
const ENGLISH_LITTLE: readonly (readonly [Level | null, number])[] = [
  [null, 6],
  ['A1', 3],
  ['A2', 1],
];

function mothersOf(random: Random, group: NewcomerGroup): Languages {
  switch (group) {
    case 'arabic':
      return spoken(['ar', 'C2'], random.chance(0.08) && ['kmr', 'B2'], random.chance(0.08) && ['tr', 'B1']);
    case 'afghan':
      return random.chance(0.7)
        ? spoken(['prs', 'C2'], random.chance(0.3) && ['ps', 'B1'], random.chance(0.4) && ['fa', 'B2'])
        : spoken(['ps', 'C2'], ['prs', 'B2']);
    case 'persian':
      return spoken(['fa', 'C2'], random.chance(0.2) && ['tr', 'B1']);
    case 'kurdish':
      return random.chance(0.6)
        ? spoken(['kmr', 'C2'], ['ar', 'C1'])
        : spoken(['ckb', 'C2'], random.chance(0.5) && ['ar', 'B1']);
    case 'somali':
      return spoken(['so', 'C2'], random.chance(0.25) && ['ar', 'B1'], random.chance(0.2) && ['sw', 'B1']);
    case 'tigrinya':
      return spoken(['ti', 'C2'], random.chance(0.5) && ['am', 'B1'], random.chance(0.3) && ['ar', 'B1']);
    case 'ukrainian':
      return spoken(
        ['uk', 'C2'],
        ['ru', random.chance(0.7) ? 'C2' : 'C1'],
        random.chance(0.15) && ['pl', 'B1'],
      );
  }
}

function spoken(...skills: readonly (readonly [string, Level] | false)[]): Languages {
  return skills.filter((skill) => skill !== false).map(([language, level]) => ({ language, level }));
}
