import { POST_SECONDARY } from '../judge/closeness.ts';
import {
  fieldNearness,
  halfHours,
  kilometres,
  levelNearness,
  occupationNearness,
  sharedLevel,
  sharedWayBits,
  years,
} from './measures.ts';
import type { FieldAlternative, Requirement, Side } from '../model.ts';
import { wayBit, type Columns } from './columns.ts';
import type { Measure, Pool, Test } from './pool.ts';
import { GENDER_ORDER, levelNumber } from '../judge/skills.ts';

/** A program's requirement as a question about positions; the twin of the checks in rules. */
export function compileRequirement(pool: Pool, requirement: Requirement): Test {
  const { newcomers, mentors } = pool;
  switch (requirement.kind) {
    case 'gender': {
      const allowed = requirement.allowed.reduce(
        (bits, gender) => bits | (2 << GENDER_ORDER.indexOf(gender)),
        0,
      );
      return ofSide(
        requirement.side,
        newcomers,
        mentors,
        ({ gender }, at) => ((1 << (gender[at] ?? 0)) & allowed) !== 0,
      );
    }
    case 'minimum-age': {
      const latest = pool.context.year - requirement.years;
      return ofSide(requirement.side, newcomers, mentors, ({ birthYear }, at) => {
        const year = birthYear[at] ?? 0;
        return year !== 0 && year <= latest;
      });
    }
    case 'age-span':
      return (i, j) => years(pool, i, j) <= requirement.years;
    case 'language':
      return compileLanguage(pool, requirement);
    case 'common-time':
      return (i, j) => halfHours(pool, i, j) >= requirement.halfHours;
    case 'nearness':
      return compileNearness(pool, requirement);
    case 'field': {
      const ways = requirement.anyOf.map((way) => ({
        measure: compileAlternative(pool, way),
        atLeast: way.atLeast,
      }));
      return (i, j) => ways.some(({ measure, atLeast }) => measure(i, j) >= atLeast);
    }
    case 'municipality':
      return compileMunicipality(pool, requirement);
  }
}

function ofSide(
  side: Side,
  newcomers: Columns,
  mentors: Columns,
  isMet: (columns: Columns, at: number) => boolean,
): Test {
  return side === 'newcomer' ? (i) => isMet(newcomers, i) : (_, j) => isMet(mentors, j);
}

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;

function compileLanguage(pool: Pool, { common, swedish }: Of<'language'>): Test {
  if (common === null && swedish === null) return () => true;
  const { newcomers, mentors } = pool;
  const least = common === null ? Infinity : levelNumber(common);
  const leastSwedish = swedish === null ? Infinity : levelNumber(swedish);
  return (i, j) =>
    Math.min(newcomers.swedish[i] ?? 0, mentors.swedish[j] ?? 0) >= leastSwedish ||
    sharedLevel(pool, i, j) >= least;
}

const REMOTE = wayBit('video') | wayBit('telephone');

function compileNearness(pool: Pool, { kilometres: limit, orRemote }: Of<'nearness'>): Test {
  const { newcomers, mentors } = pool;
  const remote = orRemote ? REMOTE : 0;
  return (i, j) =>
    (sharedWayBits(pool, i, j) & remote) !== 0 ||
    kilometres(pool, i, j) <= Math.min(limit, newcomers.reach[i] ?? 0, mentors.reach[j] ?? 0);
}

function compileAlternative(pool: Pool, way: FieldAlternative): Measure {
  switch (way.by) {
    case 'education-level':
      return (i, j) => levelNearness(pool, i, j);
    case 'education-field':
      if (way.postSecondary !== true) return (i, j) => fieldNearness(pool, i, j);
      return (i, j) =>
        (pool.newcomers.educationLevel[i] ?? 0) >= POST_SECONDARY &&
        (pool.mentors.educationLevel[j] ?? 0) >= POST_SECONDARY
          ? fieldNearness(pool, i, j)
          : 0;
    case 'occupation':
      return (i, j) => occupationNearness(pool, i, j);
  }
}

function compileMunicipality(pool: Pool, { among, across }: Of<'municipality'>): Test {
  const hers = pool.newcomers.municipality;
  const theirs = pool.mentors.municipality;
  const inside = new Uint8Array(pool.municipalityCodes.size);
  for (const [municipality, code] of pool.municipalityCodes) {
    inside[code] = among.length === 0 || among.includes(municipality) ? 1 : 0;
  }
  const remote = across === 'if-remote' ? REMOTE : 0;
  return (i, j) => {
    const a = hers[i] ?? 0;
    const b = theirs[j] ?? 0;
    if (inside[a] !== 1 || inside[b] !== 1) return false;
    return a === b || across === 'always' || (sharedWayBits(pool, i, j) & remote) !== 0;
  };
}
