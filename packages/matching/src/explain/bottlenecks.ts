import { aimOf } from '../aims/aim.ts';
import { compileProgram } from '../columns/compiled.ts';
import { fillPool, type Pool } from '../columns/pool.ts';
import type { Person, RoundInput, RoundResult } from '../model.ts';
import { keepPins } from '../round/pins.ts';
import { listBroken, solveAnew } from './board.ts';
import { countPeople, makeGrid, placesOf, type Grid, type PeopleCount } from './coverable.ts';
import { makeMentor, profilesFor, readSetting, type MentorProfile, type Setting } from './profiles.ts';

/** What so many mentors of one kind would bring: how many more newcomers would be in a pair, and how many more people in all, the new mentors among them. */
export interface BottleneckGain {
  readonly mentors: number;
  readonly newcomers: number;
  readonly people: number;
}

/** Mentors who are missing. `newcomers`: how many of those left out could be paired with one; `whom`: their ids, sorted. */
export interface Bottleneck {
  readonly profile: MentorProfile;
  readonly newcomers: number;
  readonly whom: readonly string[];
  /** For one, two and three of them; stated by solving, under the aim of the program. */
  readonly gains: readonly BottleneckGain[];
}

/** So many are told. */
export const MOST_BOTTLENECKS = 8;
const MOST_MENTORS = 3;
/* So many kinds of mentors are tried, those who could meet most of the people left out first. */
const MOST_TRIED = 40;
const MOST_SOLVED = 6;

/**
 * Which mentors are missing, and what they would bring: those who would do for the newcomers left out, by what stands between
 * these and anybody of their municipality. Most gained first; of those who bring as much the ones of whom least is asked;
 * those who could meet none but people whom one before them could meet too, and bring no more, are left out.
 */
export function findBottlenecks(input: RoundInput, result: RoundResult): readonly Bottleneck[] {
  const setting = readSetting(input);
  const left = new Set(result.leftOut.filter(({ side }) => side === 'newcomer').map(({ id }) => id));
  const waiting = input.newcomers.filter(({ id }) => left.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const reached = reachAll(setting, waiting, listProfiles(setting, waiting));
  const isCounted = ['most-people', 'no-weak-pair'].includes(aimOf(input.program));
  const tried = reached.slice(0, isCounted ? MOST_TRIED : MOST_SOLVED);
  const profiles = tried.map(({ profile }) => profile);
  const gains = isCounted ? countGains(setting, profiles) : solveGains(setting, profiles);
  const stated = tried.map((one, at) => ({ ...one, gains: gains[at] ?? [] }));
  const useful = stated.filter(({ gains }) => gains.some(({ newcomers }) => newcomers > 0)).sort(byGain);
  return keepDistinct(useful)
    .slice(0, MOST_BOTTLENECKS)
    .map(({ profile, newcomers, gains }) => ({
      profile,
      newcomers: newcomers.size,
      whom: waiting.filter((_, at) => newcomers.has(at)).map(({ id }) => id),
      gains,
    }));
}

/** The round's input with so many mentors of a profile more, as `findBottlenecks` reckons with them. */
export function addMentors(input: RoundInput, profile: MentorProfile, mentors: number): RoundInput {
  const setting = readSetting(input);
  const more = Array.from({ length: mentors }, (_, n) => makeMentor(setting, profile, missingId(n)));
  return { ...input, mentors: [...input.mentors, ...more] };
}

function missingId(n: number): string {
  return `missing ${String(n).padStart(4, '0')}`;
}

interface Reached {
  readonly profile: MentorProfile;
  /** Positions among those waiting. */
  readonly newcomers: ReadonlySet<number>;
}

function listProfiles(setting: Setting, waiting: readonly Person[]): readonly MentorProfile[] {
  const profiles = waiting.flatMap((newcomer) => profilesFor(setting, newcomer));
  return [...new Map(profiles.map((profile) => [JSON.stringify(profile), profile])).values()];
}

/* Whom of those waiting each profile could meet; most first. */
function reachAll(
  setting: Setting,
  waiting: readonly Person[],
  profiles: readonly MentorProfile[],
): readonly Reached[] {
  const { pool, isAllowed } = holdAgainst(setting, waiting, profiles);
  const reached = profiles.map((profile, j) => ({
    profile,
    newcomers: new Set([...pool.newcomers.people.keys()].filter((i) => isAllowed(i, j))),
  }));
  return reached.sort((a, b) => b.newcomers.size - a.newcomers.size || byLeastAsked(a.profile, b.profile));
}

function holdAgainst(
  { input, ...setting }: Setting,
  newcomers: readonly Person[],
  profiles: readonly MentorProfile[],
): { readonly pool: Pool; readonly isAllowed: (i: number, j: number) => boolean } {
  const mentors = profiles.map((profile, n) => makeMentor({ input, ...setting }, profile, missingId(n)));
  const thought = { ...input, newcomers, mentors };
  const pool = fillPool(thought);
  return { pool, isAllowed: compileProgram(pool, thought).isAllowed };
}

type Gains = readonly BottleneckGain[];

/* By counting, which says what a round says: under these aims it has the most people that can be. */
function countGains(setting: Setting, profiles: readonly MentorProfile[]): readonly Gains[] {
  const { input } = setting;
  const pool = fillPool(input);
  const broken = listBroken(compileProgram(pool, input));
  const places = placesOf(pool, keepPins(input, pool).kept);
  const before = countPeople(places, makeGrid(broken, pool.mentors.people.length), 0);
  const { isAllowed } = holdAgainst(setting, input.newcomers, profiles);
  return profiles.map((_, profile) => {
    const grid = widen(pool, broken, (i) => isAllowed(i, profile));
    return forEachNumber((more) => {
      const come = Array.from({ length: MOST_MENTORS }, (_, n) => (n < more ? 1 : 0));
      return gainOf(more, before, countPeople({ ...places, mentors: [...places.mentors, ...come] }, grid, 0));
    });
  });
}

/* The grid with a column more for each mentor who may come. */
function widen({ newcomers }: Pool, broken: Uint16Array, isAllowed: (i: number) => boolean): Grid {
  const rows = newcomers.people.length;
  const known = rows === 0 ? 0 : broken.length / rows;
  const width = known + MOST_MENTORS;
  const wide = new Uint16Array(rows * width);
  for (let i = 0; i < rows; i++) {
    wide.set(broken.subarray(i * known, (i + 1) * known), i * width);
    wide.fill(isAllowed(i) ? 0 : 1, i * width + known, (i + 1) * width);
  }
  return makeGrid(wide, width);
}

function solveGains({ input }: Setting, profiles: readonly MentorProfile[]): readonly Gains[] {
  const before = countSides(input);
  return profiles.map((profile) =>
    forEachNumber((mentors) => gainOf(mentors, before, countSides(addMentors(input, profile, mentors)))),
  );
}

function countSides(input: RoundInput): PeopleCount {
  const pairs = solveAnew(input);
  return {
    newcomers: new Set(pairs.map(({ newcomer }) => newcomer)).size,
    mentors: new Set(pairs.map(({ mentor }) => mentor)).size,
  };
}

function forEachNumber(gain: (mentors: number) => BottleneckGain): readonly BottleneckGain[] {
  return Array.from({ length: MOST_MENTORS }, (_, n) => gain(n + 1));
}

function gainOf(mentors: number, before: PeopleCount, after: PeopleCount): BottleneckGain {
  const newcomers = after.newcomers - before.newcomers;
  return { mentors, newcomers, people: newcomers + after.mentors - before.mentors };
}

type Stated = Reached & { readonly gains: readonly BottleneckGain[] };

function byGain(a: Stated, b: Stated): number {
  const most = ({ gains }: Stated): number => gains.at(-1)?.newcomers ?? 0;
  return most(b) - most(a) || b.newcomers.size - a.newcomers.size || byLeastAsked(a.profile, b.profile);
}

/* Fewer words first, then shorter ones: two digits of an occupation before four; then by the words themselves. */
function byLeastAsked(a: MentorProfile, b: MentorProfile): number {
  const asked = (profile: MentorProfile): number =>
    Object.values(profile).filter((value) => value !== null).length;
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return asked(a) - asked(b) || one.length - other.length || (one < other ? -1 : 1);
}

function keepDistinct(stated: readonly Stated[]): readonly Stated[] {
  const kept: Stated[] = [];
  for (const one of stated) {
    const isCovered = kept.some(({ newcomers }) => [...one.newcomers].every((at) => newcomers.has(at)));
    if (!isCovered) kept.push(one);
  }
  return kept;
}
