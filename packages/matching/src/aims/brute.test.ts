import { describe, expect, it } from 'vitest';
import {
  eachAssignment,
  makeSmallRound,
  makeWishfulRound,
  readSmallRound,
  type Edge,
  type SmallRound,
} from '../../bench/everything.ts';
import { makeRandom } from '../../bench/people.ts';
import {
  AIMS,
  certify,
  matchRound,
  weeksWaiting,
  type Aim,
  type Person,
  type RoundInput,
  type RoundResult,
} from '../index.ts';
import { readContext } from '../judge/context.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { fullScoreOf } from '../judge/score.ts';
import { isWishMet } from '../judge/wishes.ts';

/*
 * Small rounds solved by trying every assignment, with each aim compared as it is worded, one thing after the other: no
 * weights, no prices, no network, no proposals.
 */

describe('a small round, against every assignment there is', () => {
  it.each<readonly [Aim, number]>([
    ['most-people', 10_000],
    ['best-pairs', 5_000],
    ['no-weak-pair', 5_000],
    ['stable', 5_000],
  ])(
    '%s is the first of the best, on %d rounds with capacities, requirements, wishes, bans, pins and people kept for',
    (aim, rounds) => {
      const random = makeRandom(20261121);
      const seen = { pairs: 0, pinned: 0, shared: 0, leftOut: 0, kept: 0 };
      for (let n = 0; n < rounds; n++) {
        const small = makeSmallRound(random);
        const input = { ...small, program: { ...small.program, aim } };
        const result = matchRound(input);
        const best = tryEverything(input, aim);
        const found = result.pairs.map(({ newcomer, mentor }) => `${newcomer}-${mentor}`);
        expect({ n, pairs: found }).toEqual({ n, pairs: best.names });
        expect({ n, verdict: certify(input, result) }).toEqual({
          n,
          verdict: { feasible: true, optimal: true, problems: [] },
        });
        seen.pairs += found.length;
        seen.pinned += result.pairs.filter(({ pinned }) => pinned).length;
        seen.shared += found.length * 2 - result.certificate.people;
        seen.leftOut += result.leftOut.length;
        seen.kept += result.kept?.length ?? 0;
      }
      /* The rounds are varied enough to mean something. */
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(rounds / 20);
    },
    120_000,
  );

  it('of several stable rounds is the newcomers’ best, and the proof is refused to every other', () => {
    const random = makeRandom(17);
    let others = 0;
    for (let n = 0; n < 1500; n++) {
      const input = makeWishfulRound(random, 4);
      const own = matchRound(input);
      const found = own.pairs.map(({ newcomer, mentor }) => `${newcomer}-${mentor}`);
      const { names, stable } = tryEverything(input, 'stable');
      expect({ n, pairs: found }).toEqual({ n, pairs: names });
      for (const { used } of stable) {
        const result = withPairs(input, own, used);
        const isOwn =
          result.pairs.map(({ newcomer, mentor }) => `${newcomer}-${mentor}`).join() === found.join();
        expect(certify(input, result).problems.map(({ code }) => code)).toEqual(
          isOwn ? [] : ['newcomers-could-move'],
        );
        if (!isOwn) others++;
      }
    }
    expect(others).toBeGreaterThan(50);
  }, 120_000);

  it('has differing answers for the aims often enough', () => {
    const random = makeRandom(5);
    let differing = 0;
    for (let n = 0; n < 500; n++) {
      const small = makeSmallRound(random);
      const answers = AIMS.map((aim) =>
        JSON.stringify(matchRound({ ...small, program: { ...small.program, aim } }).pairs),
      );
      if (new Set(answers).size > 1) differing++;
    }
    expect(differing).toBeGreaterThan(50);
  });
});

interface Outcome {
  readonly used: readonly Edge[];
  readonly people: number;
  /** Weeks waited by those paired, longest first. */
  readonly weeks: readonly number[];
  readonly total: number;
  /** Of no open pair at all: as high as any. */
  readonly weakest: number;
}

function tryEverything(
  input: RoundInput,
  aim: Aim,
): { readonly names: readonly string[]; readonly stable: readonly Outcome[] } {
  const round = readSmallRound(input);
  const judge = makeJudge(input, round);
  const order = makeOrder(input, round);
  let best: Outcome | undefined;
  const stable: Outcome[] = [];
  eachAssignment(round, (used) => {
    if (aim === 'stable') {
      if (isStable(round, used, order)) stable.push(judge([...used]));
      return;
    }
    const mine = judge(used);
    if (best === undefined || BETTER[aim](mine, best) > 0) best = { ...mine, used: [...used] };
  });
  if (aim === 'stable') best = newcomersBest(round, stable, order);
  const pairs = [...round.pinned, ...(best?.used ?? [])].sort((a, b) => a.i - b.i || a.j - b.j);
  return {
    names: pairs.map(({ i, j }) => `${round.newcomers[i]?.id ?? ''}-${round.mentors[j]?.id ?? ''}`),
    stable,
  };
}

/* The same round with other pairs; in it every pair is open and scores 0. */
function withPairs(input: RoundInput, result: RoundResult, used: readonly Edge[]): RoundResult {
  const { newcomers, mentors } = readSmallRound(input);
  const pairs = [...used]
    .sort((a, b) => a.i - b.i || a.j - b.j)
    .map(({ i, j }) => ({ newcomer: newcomers[i]?.id ?? '', mentor: mentors[j]?.id ?? '' }));
  const paired = new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  return {
    ...result,
    pairs: pairs.map((pair) => ({
      ...pair,
      score: 0,
      reasons: [],
      pinned: false,
      overrides: [],
      pinReason: null,
    })),
    leftOut: [...newcomers, ...mentors]
      .filter(({ id }) => !paired.has(id))
      .map(({ id }) => ({ id, side: 'newcomer', weeksWaiting: 0, reasons: [] })),
    certificate: { ...result.certificate, matched: pairs.length, people: paired.size, total: 0 },
  };
}

/* More than 0 when the first is better. */
const BETTER: Readonly<Record<Exclude<Aim, 'stable'>, (a: Outcome, b: Outcome) => number>> = {
  'most-people': (a, b) => a.people - b.people || compareWeeks(a, b) || a.total - b.total,
  'best-pairs': (a, b) => a.total - b.total || a.people - b.people || compareWeeks(a, b),
  'no-weak-pair': (a, b) =>
    a.people - b.people || compareWeeks(a, b) || a.weakest - b.weakest || a.total - b.total,
};

function compareWeeks(a: Outcome, b: Outcome): number {
  return a.weeks.map((week, at) => week - (b.weeks[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function makeJudge(input: RoundInput, round: SmallRound): (used: readonly Edge[]) => Outcome {
  const points = countPoints(input, round.mentors);
  const weeks = [...round.newcomers, ...round.mentors].map(({ id, waitingSince }) =>
    points.has(id) ? 0 : weeksWaiting(waitingSince, input.now),
  );
  const highest = round.open.reduce((most, { score }) => Math.max(most, score), 0);
  return (used) => {
    const paired = new Set([...round.pinned, ...used].flatMap(({ i, j }) => [i, round.newcomers.length + j]));
    return {
      used,
      people: paired.size,
      weeks: [...paired].map((at) => weeks[at] ?? 0).sort((a, b) => b - a),
      total: used.reduce(
        (sum, { j, score }) => sum + score - (points.get(round.mentors[j]?.id ?? '') ?? 0),
        0,
      ),
      weakest: used.reduce((least, { score }) => Math.min(least, score), highest),
    };
  };
}

/* What a pair with each mentor who is kept counts less. */
function countPoints(input: RoundInput, mentors: readonly Person[]): ReadonlyMap<string, number> {
  const expected = input.expected ?? [];
  if (input.program.keepScarce !== true) return new Map();
  const rules = listRules(input.program);
  const context = readContext({ ...input, bans: [], history: [] });
  const only = expected.flatMap((person) => {
    const somebody = { ...person, household: null };
    const possible = mentors.filter((mentor) => findObstacles(rules, somebody, mentor, context).length === 0);
    return possible.length === 1 ? possible.map(({ id }) => id) : [];
  });
  const full = fullScoreOf(input.program.preferences);
  return new Map(
    only.map((id) => [
      id,
      Math.round((full * only.filter((other) => other === id).length) / expected.length),
    ]),
  );
}

/* Would she rather have the first? As people think: the most important wish, other wishes, the score, the first by id. */
interface Order {
  readonly newcomer: (a: Edge, b: Edge) => boolean;
  readonly mentor: (a: Edge, b: Edge) => boolean;
}

function makeOrder(input: RoundInput, { newcomers, mentors }: SmallRound): Order {
  const context = readContext(input);
  const thinks = (
    wisherOf: (edge: Edge) => Person | undefined,
    otherOf: (edge: Edge) => Person | undefined,
    place: (edge: Edge) => number,
  ) => {
    const met = (edge: Edge, most: boolean): number => {
      const [wisher, other] = [wisherOf(edge), otherOf(edge)];
      if (wisher === undefined || other === undefined) throw new Error('nobody there');
      return wisher.wishes.filter((wish) => wish.most === most && isWishMet(wish, wisher, other, context))
        .length;
    };
    return (a: Edge, b: Edge): boolean => {
      const differences = [
        met(a, true) - met(b, true),
        met(a, false) - met(b, false),
        a.score - b.score,
        place(b) - place(a),
      ];
      return (differences.find((difference) => difference !== 0) ?? 0) > 0;
    };
  };
  const newcomerOf = ({ i }: Edge): Person | undefined => newcomers[i];
  const mentorOf = ({ j }: Edge): Person | undefined => mentors[j];
  return {
    newcomer: thinks(newcomerOf, mentorOf, ({ j }) => j),
    mentor: thinks(mentorOf, newcomerOf, ({ i }) => i),
  };
}

function isStable(
  { newcomers, mentors, pinned, open }: SmallRound,
  used: readonly Edge[],
  order: Order,
): boolean {
  return !open.some((edge) => {
    if (used.includes(edge)) return false;
    const hers = used.filter(({ i }) => i === edge.i);
    const theirs = used.filter(({ j }) => j === edge.j);
    const herPlaces = (newcomers[edge.i]?.capacity ?? 0) - pinned.filter(({ i }) => i === edge.i).length;
    const theirPlaces = (mentors[edge.j]?.capacity ?? 0) - pinned.filter(({ j }) => j === edge.j).length;
    return (
      (hers.length < herPlaces || hers.some((other) => order.newcomer(edge, other))) &&
      (theirs.length < theirPlaces || theirs.some((other) => order.mentor(edge, other)))
    );
  });
}

/* The one stable round in which every newcomer has, place by place, at least as good a partner as in any other. */
function newcomersBest(round: SmallRound, stable: readonly Outcome[], order: Order): Outcome {
  const partners = ({ used }: Outcome, i: number): readonly Edge[] =>
    used.filter((edge) => edge.i === i).sort((a, b) => (order.newcomer(a, b) ? -1 : 1));
  const isBest = (one: Outcome): boolean =>
    stable.every((other) =>
      round.newcomers.every((_, i) => {
        const theirs = partners(other, i);
        const own = partners(one, i);
        return (
          own.length === theirs.length &&
          own.every((edge, at) => edge === theirs[at] || order.newcomer(edge, theirs[at] ?? edge))
        );
      }),
    );
  const best = stable.filter(isBest);
  if (best.length !== 1 || best[0] === undefined) throw new Error('there is exactly one');
  return best[0];
}
