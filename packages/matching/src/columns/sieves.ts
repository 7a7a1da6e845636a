import { levelCloseness, POST_SECONDARY } from '../judge/closeness.ts';
import { GENDER_ORDER, levelNumber, SWEDISH, WAY_ORDER } from '../judge/skills.ts';
import type { FieldAlternative, MeetingWay, Requirement } from '../model.ts';
import { add, addOf, countBits, drop, keep, keepOf, type SetTable } from './bits.ts';
import { EDUCATION_LEVELS, LEVEL_STEP, wayBit, type Lists } from './columns.ts';
import { keepAtLeast } from './count.ts';
import { chordLimit, chordSquare, isWithin } from './distance.ts';
import type { Near } from './near.ts';
import { bitsOfSquare, moveNear } from './squares.ts';
import { remember, type Sieve, type View } from './view.ts';

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;

/** A program's requirement as a sieve; the twin of the checks in rules. */
export function sieveOf(view: View, requirement: Requirement): Sieve {
  switch (requirement.kind) {
    case 'gender': {
      const allowed = requirement.allowed.map((gender) => GENDER_ORDER.indexOf(gender) + 1);
      return requirement.side === view.side
        ? keepIf((at) => allowed.includes(view.own.gender[at] ?? 0))
        : keepSet(unionOf(view, view.others.by.gender, allowed));
    }
    case 'minimum-age': {
      const latest = view.pool.context.year - requirement.years;
      return requirement.side === view.side
        ? keepIf((at) => isBorn(view.own.birthYear[at] ?? 0, -Infinity, latest))
        : keepSet(setWhere(view, (j) => isBorn(view.others.birthYear[j] ?? 0, -Infinity, latest)));
    }
    case 'age-span':
      return sieveYears(view, requirement.years);
    case 'language':
      return sieveLanguage(view, requirement);
    case 'common-time':
      return sieveTime(view, requirement.halfHours);
    case 'nearness':
      return sieveNearness(view, requirement);
    case 'field':
      return sieveField(view, requirement.anyOf);
    case 'municipality':
      return sieveMunicipality(view, requirement);
  }
}

/** Keeps those born at most so many years before or after. */
export function sieveYears(view: View, years: number): Sieve {
  const near = remember((born: number) =>
    setWhere(view, (j) => isBorn(view.others.birthYear[j] ?? 0, born - years, born + years)),
  );
  return (at, set) => {
    const born = view.own.birthYear[at] ?? 0;
    if (born === 0) set.fill(0);
    else keep(set, near(born));
  };
}

/** Keeps those at most so far away. */
export function sieveWithin(view: View, kilometres: number): Sieve {
  const { own, others } = view;
  const limit = chordLimit(kilometres);
  return (at, set) => filter(set, (j) => isWithin(chordSquare(own, at, others, j), limit, kilometres));
}

/** Keeps those who have an occupation, or a field, at least so close to one of hers. */
export function sieveClose({ own, by, near }: Closeness, atLeast: number): Sieve {
  const close = new Int32Array(by.words);
  const closeTo = remember((code: number) => {
    const set = new Int32Array(by.words);
    for (let q = near.start[code] ?? 0; q < (near.start[code + 1] ?? 0); q++) {
      if ((near.hundredths[q] ?? 0) / 100 >= atLeast) addOf(set, by, near.code[q] ?? 0);
    }
    return set;
  });
  return (at, set) => {
    if (atLeast <= 0) return;
    close.fill(0);
    for (let p = own.start[at] ?? 0; p < (own.start[at + 1] ?? 0); p++) add(close, closeTo(own.code[p] ?? 0));
    keep(set, close);
  };
}

interface Closeness {
  readonly own: Lists;
  readonly by: SetTable;
  readonly near: Near;
}

export function occupationsOf({ own, others, pool }: View): Closeness {
  return { own: own.occupations, by: others.by.occupation, near: pool.nearOccupations };
}

function fieldsOf({ own, others, pool }: View): Closeness {
  return { own: own.fields, by: others.by.field, near: pool.nearFields };
}

/** Takes out the others who are listed for a person. */
export function sieveOut(listed: (at: number) => readonly number[] | undefined): Sieve {
  return (at, set) => {
    for (const j of listed(at) ?? []) drop(set, j);
  };
}

/** Keeps all or nobody. */
function keepIf(isMet: (at: number) => boolean): Sieve {
  return (at, set) => {
    if (!isMet(at)) set.fill(0);
  };
}

/** Keeps the same ones for everybody. */
export function keepSet(same: Int32Array): Sieve {
  return (_, set) => keep(set, same);
}

/** Those others for whom something holds. */
export function setWhere(view: View, holds: (j: number) => boolean): Int32Array {
  const set = view.everyone.slice();
  filter(set, holds);
  return set;
}

function filter(set: Int32Array, holds: (j: number) => boolean): void {
  for (let w = 0; w < set.length; w++) {
    let kept = set[w] ?? 0;
    for (let word = kept; word !== 0; word &= word - 1) {
      const bit = word & -word;
      if (!holds((w << 5) + 31 - Math.clz32(bit))) kept &= ~bit;
    }
    set[w] = kept;
  }
}

function unionOf(view: View, table: SetTable, codes: readonly number[]): Int32Array {
  const set = new Int32Array(view.everyone.length);
  for (const code of codes) addOf(set, table, code);
  return set;
}

/* What is not known never meets a rule. */
function isBorn(year: number, from: number, to: number): boolean {
  return year !== 0 && year >= from && year <= to;
}

function sieveLanguage(view: View, { common, swedish }: Of<'language'>): Sieve {
  if (common === null && swedish === null) return () => undefined;
  const { own, others, pool } = view;
  const least = common === null ? Infinity : levelNumber(common);
  const leastSwedish = swedish === null ? Infinity : levelNumber(swedish);
  const swedishCode = pool.codes.languages.get(SWEDISH) ?? -1;
  const talk = new Int32Array(view.everyone.length);
  return (at, set) => {
    talk.fill(0);
    for (let p = own.languages.start[at] ?? 0; p < (own.languages.start[at + 1] ?? 0); p++) {
      const code = own.languages.code[p] ?? 0;
      const level = code % LEVEL_STEP;
      const language = code - level;
      const needed = language === swedishCode * LEVEL_STEP ? Math.min(least, leastSwedish) : least;
      if (level >= needed) addOf(talk, others.by.language, language + needed);
    }
    keep(set, talk);
  };
}

function sieveTime(view: View, least: number): Sieve {
  if (least <= 0) return () => undefined;
  const sieve: Sieve = (at, set) => keepAtLeast(set, view.sharedTime(at, set), Math.min(8, Math.ceil(least)));
  if (least <= 8) return sieve;
  const { start, code } = view.others.halfHours;
  const hers = new Uint8Array(view.own.by.halfHour.bits.length / Math.max(1, view.own.by.halfHour.words));
  return (at, set) => {
    sieve(at, set);
    const mine = view.own.halfHours;
    hers.fill(0);
    for (let p = mine.start[at] ?? 0; p < (mine.start[at + 1] ?? 0); p++) hers[mine.code[p] ?? 0] = 1;
    filter(set, (j) => {
      let shared = 0;
      for (let p = start[j] ?? 0; p < (start[j + 1] ?? 0); p++) shared += hers[code[p] ?? 0] ?? 0;
      return shared >= least;
    });
  };
}

const REMOTE: readonly MeetingWay[] = ['video', 'telephone'];

/* Adds those with whom a person can meet without travelling. */
function addRemote({ own, others }: View, at: number, set: Int32Array): void {
  for (const way of REMOTE) {
    if (((own.ways[at] ?? 0) & wayBit(way)) !== 0) addOf(set, others.by.way, WAY_ORDER.indexOf(way));
  }
}

function sieveNearness(view: View, { kilometres, orRemote }: Of<'nearness'>): Sieve {
  const { own, others } = view;
  const limitsOf = (side: View['own']): Float64Array =>
    Float64Array.from(side.people, ({ maxKilometres }) => Math.min(kilometres, maxKilometres ?? Infinity));
  const [hers, theirs] = [limitsOf(own), limitsOf(others)];
  const [herChord, theirChord] = [hers.map(chordLimit), theirs.map(chordLimit)];
  const [herBits, theirBits] = [
    Int32Array.from(herChord, bitsOfSquare),
    Int32Array.from(theirChord, bitsOfSquare),
  ];
  const isNear = (at: number, j: number): boolean => {
    const limit = Math.min(herChord[at] ?? 0, theirChord[j] ?? 0);
    return isWithin(chordSquare(own, at, others, j), limit, Math.min(hers[at] ?? 0, theirs[j] ?? 0));
  };
  const remote = new Int32Array(view.everyone.length);
  const asked = new Int32Array(view.everyone.length);
  return (at, set) => {
    remote.fill(0);
    if (orRemote) addRemote(view, at, remote);
    const many = moveOthers(set, remote, asked) * MANY > theirBits.length;
    if (many) moveNear(asked, set, view.squares(at), herBits[at] ?? 0, theirBits);
    filter(asked, (j) => isNear(at, j));
    add(set, asked);
  };
}

/** Where no fewer than one of so many are asked about, everyone is measured at once. */
const MANY = 8;

/* Moves whoever is not in `remote` from the set to those asked about; returns how many they are. */
function moveOthers(set: Int32Array, remote: Int32Array, asked: Int32Array): number {
  let moved = 0;
  for (let w = 0; w < set.length; w++) {
    const word = set[w] ?? 0;
    const far = word & ~(remote[w] ?? 0);
    asked[w] = far;
    if (far === 0) continue;
    set[w] = word & (remote[w] ?? 0);
    moved += countBits(far);
  }
  return moved;
}

function sieveField(view: View, anyOf: readonly FieldAlternative[]): Sieve {
  const ways = anyOf.map((way) => sieveAlternative(view, way));
  const open = new Int32Array(view.everyone.length);
  const one = new Int32Array(view.everyone.length);
  return (at, set) => {
    open.fill(0);
    for (const way of ways) {
      one.set(set);
      way(at, one);
      add(open, one);
    }
    set.set(open);
  };
}

function sieveAlternative(view: View, way: FieldAlternative): Sieve {
  switch (way.by) {
    case 'education-level': {
      const close = remember((hers: number) => {
        const levels = Array.from({ length: EDUCATION_LEVELS }, (_, level) => level);
        const isClose = (level: number): boolean => levelCloseness(known(hers), known(level)) >= way.atLeast;
        return unionOf(view, view.others.by.educationLevel, levels.filter(isClose));
      });
      return (at, set) => keep(set, close(view.own.educationLevel[at] ?? 0));
    }
    case 'education-field':
      return sieveEducation(view, way);
    case 'occupation':
      return sieveClose(occupationsOf(view), way.atLeast);
  }
}

/* A closeness that does not count is 0, which is enough where nothing is asked. */
function sieveEducation(view: View, way: FieldAlternative & { readonly by: 'education-field' }): Sieve {
  const sieve = sieveClose(fieldsOf(view), way.atLeast);
  if (way.postSecondary !== true || way.atLeast <= 0) return sieve;
  const isBeyond = (level: number): boolean => level >= POST_SECONDARY;
  const beyond = setWhere(view, (j) => isBeyond(view.others.educationLevel[j] ?? 0));
  return (at, set) => {
    keep(set, beyond);
    if (isBeyond(view.own.educationLevel[at] ?? 0)) sieve(at, set);
    else set.fill(0);
  };
}

function known(level: number): number | null {
  return level === 0 ? null : level;
}

function sieveMunicipality(view: View, { among, across }: Of<'municipality'>): Sieve {
  const { own, others, pool } = view;
  const codes = pool.codes.municipalities;
  const inside = new Set(among.length === 0 ? codes.values() : among.map((one) => codes.get(one)));
  const theirs = setWhere(view, (j) => inside.has(others.municipality[j] ?? 0));
  const near = new Int32Array(view.everyone.length);
  return (at, set) => {
    const municipality = own.municipality[at] ?? 0;
    keep(set, theirs);
    if (!inside.has(municipality)) set.fill(0);
    else if (across === 'never') keepOf(set, others.by.municipality, municipality);
    else if (across === 'if-remote') {
      near.fill(0);
      addOf(near, others.by.municipality, municipality);
      addRemote(view, at, near);
      keep(set, near);
    }
  };
}
