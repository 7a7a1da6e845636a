import type { PersonDetails } from '@parvis/contracts';
import { educationOf, type LineName } from './lines.ts';
import type { Random } from './random.ts';

/** How far a program's newcomers have come in Swedish. */
export type HowFar = 'beginner' | 'some' | 'good';
type Courses = readonly (readonly [NonNullable<PersonDetails['sfi']>, number])[];

/** Courses by study path. */
const COURSES: Readonly<Record<HowFar, Readonly<Record<1 | 2 | 3, Courses>>>> = {
  // prettier-ignore
  beginner: { 1: [['A', 5], ['B', 4]], 2: [['B', 5], ['C', 3]], 3: [['C', 6], ['D', 3]] },
  // prettier-ignore
  some: { 1: [['A', 2], ['B', 5], ['C', 3]], 2: [['B', 3], ['C', 5], ['D', 3]], 3: [['C', 3], ['D', 6]] },
  // prettier-ignore
  good: { 1: [['C', 5], ['D', 2]], 2: [['D', 1]], 3: [['D', 1]] },
};

/** Study path by schooling (1: up to nine years, 2: some more, 3: a university), course by how far one has come. */
export function drawSwedish(random: Random, schooling: number, far: HowFar): Pick<PersonDetails, 'sfi'> {
  const path = schooling <= 1 ? 1 : schooling <= 4 ? 2 : 3;
  return { sfi: random.weigh(COURSES[far][path]) };
}

export function drawEducations(
  random: Random,
  line: LineName | null,
  schooling: number,
): PersonDetails['educations'] {
  if (line === null) return [{ level: schooling, field: null }];
  const usual = educationOf(line);
  // Craft is often learnt at work: the schooling is shorter than the Swedish road to it.
  if (usual.level >= 5 || random.chance(0.5)) return [usual];
  return [{ level: random.between(1, usual.level), field: null }];
}
