import { readContext } from '../src/judge/context.ts';
import { findObstacles, listRules } from '../src/judge/rules.ts';
import { sharesOf, totalOf, weigh } from '../src/judge/score.ts';
import type { LanguageSkill, Person, Pin, RoundInput, Wish } from '../src/index.ts';
import { makePerson, NOW } from './people.ts';

/** Rounds so small that every assignment can be tried, for tests that know nothing of weights, prices or networks. */

/** A pair that may be made, by positions in order of id. */
export interface Edge {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

/** A small round as written: its people in order of id, the pairs pinned, and every other pair that is allowed. */
export interface SmallRound {
  readonly newcomers: readonly Person[];
  readonly mentors: readonly Person[];
  readonly pinned: readonly Edge[];
  readonly open: readonly Edge[];
}

export function readSmallRound(input: RoundInput): SmallRound {
  const newcomers = [...input.newcomers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const mentors = [...input.mentors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rules = listRules(input.program);
  const weights = weigh(input.program.preferences);
  const context = readContext(input);
  const isPinned = new Set((input.pins ?? []).map(({ newcomer, mentor }) => `${newcomer}-${mentor}`));
  const pinned: Edge[] = [];
  const open: Edge[] = [];
  for (const [i, a] of newcomers.entries()) {
    for (const [j, b] of mentors.entries()) {
      const edge = { i, j, score: totalOf(sharesOf(weights, a, b, context)) };
      if (isPinned.has(`${a.id}-${b.id}`)) pinned.push(edge);
      else if (findObstacles(rules, a, b, context).length === 0) open.push(edge);
    }
  }
  return { newcomers, mentors, pinned, open };
}

/**
 * Visits every set of open pairs for which there are places. Taking comes before leaving, pair by pair in order of ids: of
 * equals the first visited is the one the order of ties names. The list is reused; copy what is kept.
 */
export function eachAssignment(
  { newcomers, mentors, pinned, open }: SmallRound,
  visit: (used: readonly Edge[]) => void,
): void {
  const left = [...newcomers, ...mentors].map(({ capacity }) => capacity);
  const used: Edge[] = [];
  const take = ({ i, j }: Edge, by: number): void => {
    left[i] = (left[i] ?? 0) - by;
    left[newcomers.length + j] = (left[newcomers.length + j] ?? 0) - by;
  };
  const tryFrom = (at: number): void => {
    const edge = open[at];
    if (edge === undefined) return visit(used);
    if ((left[edge.i] ?? 0) > 0 && (left[newcomers.length + edge.j] ?? 0) > 0) {
      take(edge, 1);
      used.push(edge);
      tryFrom(at + 1);
      used.pop();
      take(edge, -1);
    }
    tryFrom(at + 1);
  };
  for (const edge of pinned) take(edge, 1);
  tryFrom(0);
}

/** Up to so many on each side, every pair open and worth the same, and many wishes: often several rounds are stable. */
export function makeWishfulRound(random: () => number, most: number): RoundInput {
  const makeSide = (letter: string): readonly Person[] =>
    Array.from({ length: most - Math.floor(random() * 2) }, (_, n) =>
      makePerson(`${letter}${String(n)}`, {
        capacity: random() < 0.3 ? 2 : 1,
        languages: makeLanguages(random),
        wishes: LANGUAGES.filter(() => random() < 0.6).map((language, at) => ({
          about: 'language',
          language,
          strength: 'rather',
          most: at === 0 && random() < 0.5,
        })),
      }),
    );
  return {
    program: { requirements: [], preferences: [], aim: 'stable' },
    newcomers: makeSide('n'),
    mentors: makeSide('m'),
    now: NOW,
  };
}

function makeLanguages(random: () => number): readonly LanguageSkill[] {
  return LANGUAGES.filter(() => random() < 0.5).map((language) => ({ language, level: 'B1' }));
}

/* Wished for, and nothing else: what one wants of another has nothing to do with what the other wants of her. */
const LANGUAGES = ['ar', 'en', 'fa', 'so', 'ti', 'uk'];

/* So few that all assignments can be tried. */
const MOST_OPEN = 13;

/** Up to five on each side, with capacities, requirements, wishes, bans, pins and people expected. */
export function makeSmallRound(random: () => number): RoundInput {
  const whole = (below: number): number => Math.floor(random() * below);
  const most = 1 + whole(3);
  const since = (): string => `2026-0${String(1 + whole(2))}-${random() < 0.5 ? '05' : '19'}`;
  const levels = 1 + whole(7);
  const wishful = random();
  const makeSide = (letter: string, count: number): readonly Person[] =>
    Array.from({ length: count }, (_, n) =>
      makePerson(`${letter}${String((n * 7 + 3) % 10)}`, {
        capacity: 1 + whole(most),
        waitingSince: since(),
        gender: random() < 0.7 ? 'woman' : 'man',
        educations: [{ level: 1 + whole(levels), field: null }],
        interests: ['film', 'chess', 'walks'].filter(() => random() < 0.5),
        languages: makeLanguages(random),
        wishes: makeWishes(random, wishful),
        household: random() < 0.1 ? 'one' : null,
      }),
    );
  const newcomers = makeSide('n', whole(6));
  const mentors = makeSide('m', whole(6));
  const pairs = newcomers.flatMap((a) => mentors.map((b) => ({ newcomer: a.id, mentor: b.id })));
  const density = random();
  const open = pairs.filter(() => random() < density);
  while (open.length > MOST_OPEN) open.splice(whole(open.length), 1);
  const pins: readonly Pin[] =
    random() < 0.2 && open.length > 0
      ? open
          .slice(whole(open.length))
          .slice(0, 1)
          .map((pair) => ({ ...pair, reason: 'known' }))
      : [];
  return {
    program: {
      requirements: random() < 0.1 ? [{ kind: 'gender', side: 'mentor', allowed: ['woman'] }] : [],
      preferences: [
        { kind: 'education-level', weight: whole(3) },
        { kind: 'interests', weight: whole(3) },
      ],
      ...(random() < 0.5 ? { keepScarce: true } : {}),
    },
    newcomers: [...newcomers].reverse(),
    mentors,
    pins,
    bans: pairs.filter((pair) => !open.includes(pair)),
    expected: random() < 0.5 ? makeSide('x', whole(4)).map(mustHaveAWoman(random)) : [],
    now: NOW,
  };
}

function makeWishes(random: () => number, often: number): readonly Wish[] {
  const wishes: Wish[] = LANGUAGES.filter(() => random() < often).map((language, at) => ({
    about: 'language',
    language,
    strength: 'rather',
    most: at === 0 && random() < 0.3,
  }));
  if (random() < 0.1) wishes.push({ about: 'gender', gender: 'woman', strength: 'must', most: false });
  if (random() < often) wishes.push({ about: 'age', years: 10, strength: 'rather', most: false });
  return wishes;
}

/* With few mentors who are men, one is often the only possible. */
function mustHaveAWoman(random: () => number): (person: Person) => Person {
  return (person) => ({
    ...person,
    wishes: [{ about: 'gender', gender: random() < 0.3 ? 'woman' : 'man', strength: 'must', most: false }],
  });
}
