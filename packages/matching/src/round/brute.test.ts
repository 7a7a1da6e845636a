import { describe, expect, it } from 'vitest';
import { makePerson, makeRandom, NOW } from '../../bench/people.ts';
import { readContext } from '../judge/context.ts';
import { matchRound, weeksWaiting, type Person, type Pin, type RoundInput } from '../index.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { sharesOf, totalOf, weigh } from '../judge/score.ts';

/*
 * Small rounds solved by trying every assignment, with the aims compared one after the other as they are
 * worded: no weights, no prices, no network.
 */

interface Edge {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}
interface Best {
  readonly pairs: readonly string[];
  readonly people: number;
  /** Weeks waited by those paired, longest first. */
  readonly weeks: readonly number[];
  readonly total: number;
}

describe('a small round, against every assignment there is', () => {
  it('is the first of the best, on 10,000 rounds with capacities, requirements, bans and pins', () => {
    const random = makeRandom(20261121);
    const seen = { pairs: 0, pinned: 0, shared: 0, leftOut: 0 };
    for (let n = 0; n < 10_000; n++) {
      const input = makeSmallRound(random);
      const result = matchRound(input);
      const best = tryEverything(input);
      const found = result.pairs.map(({ newcomer, mentor }) => `${newcomer}-${mentor}`);
      expect({ n, pairs: found, total: result.certificate.total }).toEqual({
        n,
        pairs: best.pairs,
        total: best.total,
      });
      expect(result.certificate).toMatchObject({ optimal: true, people: best.people });
      seen.pairs += found.length;
      seen.pinned += result.pairs.filter(({ pinned }) => pinned).length;
      seen.shared += found.length * 2 - best.people;
      seen.leftOut += result.leftOut.length;
    }
    /* The rounds are varied enough to mean something. */
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1000);
  }, 120_000);
});

function tryEverything(input: RoundInput): Best {
  const newcomers = [...input.newcomers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const mentors = [...input.mentors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rules = listRules(input.program);
  const weights = weigh(input.program.preferences);
  const context = readContext(input);
  const pinned = new Set((input.pins ?? []).map(({ newcomer, mentor }) => `${newcomer}-${mentor}`));
  const fixed: Edge[] = [];
  const free: Edge[] = [];
  for (const [i, a] of newcomers.entries()) {
    for (const [j, b] of mentors.entries()) {
      const edge = { i, j, score: totalOf(sharesOf(weights, a, b, context)) };
      if (pinned.has(`${a.id}-${b.id}`)) fixed.push(edge);
      else if (findObstacles(rules, a, b, context).length === 0) free.push(edge);
    }
  }
  const people = [...newcomers, ...mentors];
  const weeks = people.map(({ waitingSince }) => weeksWaiting(waitingSince, input.now));
  const left = people.map(({ capacity }) => capacity);
  const used: Edge[] = [];
  let best: { people: number; weeks: readonly number[]; total: number; used: readonly Edge[] } | undefined;

  const use = ({ i, j }: Edge, by: number): void => {
    left[i] = (left[i] ?? 0) - by;
    left[newcomers.length + j] = (left[newcomers.length + j] ?? 0) - by;
  };
  const judge = (): void => {
    const paired = new Set(used.flatMap(({ i, j }) => [i, newcomers.length + j]));
    if (best !== undefined && paired.size < best.people) return;
    const mine = {
      people: paired.size,
      weeks: [...paired].map((at) => weeks[at] ?? 0).sort((a, b) => b - a),
      total: used.reduce((sum, { score }) => sum + score, 0),
    };
    if (best === undefined || isBetter(mine, best)) best = { ...mine, used: [...used] };
  };
  /* Taking comes before leaving, pair by pair in order of ids: the first of equals is the one the tie order names. */
  const tryFrom = (at: number): void => {
    const edge = free[at];
    if (edge === undefined) return judge();
    if ((left[edge.i] ?? 0) > 0 && (left[newcomers.length + edge.j] ?? 0) > 0) {
      use(edge, 1);
      used.push(edge);
      tryFrom(at + 1);
      used.pop();
      use(edge, -1);
    }
    tryFrom(at + 1);
  };
  for (const edge of fixed) {
    use(edge, 1);
    used.push(edge);
  }
  tryFrom(0);
  const chosen = best ?? { people: 0, weeks: [], total: 0, used: [] };
  const pairs = [...chosen.used]
    .sort((a, b) => a.i - b.i || a.j - b.j)
    .map(({ i, j }) => `${newcomers[i]?.id ?? ''}-${mentors[j]?.id ?? ''}`);
  return { pairs, people: chosen.people, weeks: chosen.weeks, total: chosen.total };
}

function isBetter(a: Omit<Best, 'pairs'>, b: Omit<Best, 'pairs'>): boolean {
  if (a.people !== b.people) return a.people > b.people;
  for (const [at, week] of a.weeks.entries()) {
    const other = b.weeks[at] ?? 0;
    if (week !== other) return week > other;
  }
  return a.total > b.total;
}

/* So few that all assignments can be tried. */
const MOST_OPEN = 13;

/* Up to five on each side. */
function makeSmallRound(random: () => number): RoundInput {
  const whole = (below: number): number => Math.floor(random() * below);
  const most = 1 + whole(3);
  const since = (): string => `2026-0${String(1 + whole(2))}-${random() < 0.5 ? '05' : '19'}`;
  const levels = 1 + whole(7);
  const makeSide = (letter: string, count: number): readonly Person[] =>
    Array.from({ length: count }, (_, n) =>
      makePerson(`${letter}${String((n * 7 + 3) % 10)}`, {
        capacity: 1 + whole(most),
        waitingSince: since(),
        gender: random() < 0.7 ? 'woman' : 'man',
        educations: [{ level: 1 + whole(levels), field: null }],
        interests: ['film', 'chess', 'walks'].filter(() => random() < 0.5),
        wishes: random() < 0.1 ? [{ about: 'gender', gender: 'woman', strength: 'must', most: false }] : [],
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
    },
    newcomers: [...newcomers].reverse(),
    mentors,
    pins,
    bans: pairs.filter((pair) => !open.includes(pair)),
    now: NOW,
  };
}
