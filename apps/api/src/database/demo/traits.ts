import { INTERESTS, type PersonDetails } from '@parvis/contracts';
import { drawName, drawSurname, type NameGroup } from './names.ts';
import type { NewcomerGroup } from './origins.ts';
import { randomFor, type Random } from './random.ts';

/** What is drawn alike for both sides. */

export type WayMix = readonly (readonly [PersonDetails['ways'][number], number])[];
/** What nearly everyone likes comes up more often: without it no two would share anything. */
const COMMON_INTERESTS = ['walking', 'cooking', 'film', 'nature', 'music'] as const;

interface NameAsked {
  readonly group: NameGroup;
  readonly gender: 'woman' | 'man';
  readonly surname: string | undefined;
}

export function nameFor(key: string, attempt: number, { group, gender, surname }: NameAsked): string {
  const random = randomFor(`${key}/name/${attempt}`);
  const name = drawName(random, { group, gender });
  return surname === undefined ? name : `${name.slice(0, name.indexOf(' '))} ${surname}`;
}

/** A family name for a household. */
export function surnameFor(key: string, group: NewcomerGroup): string {
  return drawSurname(randomFor(`${key}/surname`), group);
}

export function drawWays(random: Random, mix: WayMix): PersonDetails['ways'] {
  const ways = mix.filter(([, share]) => random.chance(share)).map(([way]) => way);
  return ways.length > 0 ? ways : ['in-person'];
}

export function drawInterests(random: Random): PersonDetails['interests'] {
  const chosen = [
    ...random.some(COMMON_INTERESTS, random.between(1, 3)),
    ...random.some(INTERESTS, random.between(1, 3)),
  ];
  return INTERESTS.filter((interest) => chosen.includes(interest));
}
