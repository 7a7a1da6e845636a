import { assign, type AssignedPair } from './assign.ts';
import { findCandidates } from '../columns/candidates.ts';
import { inspect } from './certify.ts';
import { compileProgram, type Compiled } from '../columns/compiled.ts';
import { leaveOut, viewRound } from '../explain/leftout.ts';
import type { LeftOut, MatchedPair, RoundInput, RoundResult, Side } from '../model.ts';
import { keepPins } from './pins.ts';
import type { Columns } from '../columns/columns.ts';
import { fillPool, personAt, type Pool } from '../columns/pool.ts';
import { sharesOf, totalOf, weigh, type Weighted } from '../judge/score.ts';

/** Names the rules of the game: a round made by another version may come out differently. */
export const ENGINE = 'parvis-2';

/**
 * Solves a match round. The aims, in order: no requirement broken · pins kept · most people paired · longest
 * waiting first · highest total score · a fixed order of ties. The same input gives the same result to the last
 * bit, on any machine and in any order of people. An empty pool, or one where nobody can be paired, is an
 * answer; throws `MatchingError` for input that makes no sense.
 */
export function matchRound(input: RoundInput): RoundResult {
  const pool = fillPool(input);
  const compiled = compileProgram(pool, input);
  const candidates = findCandidates(compiled);
  const { kept, conflicts } = keepPins(input, pool);
  const assignment = assign(pool, candidates, kept, input.now);
  const weights = weigh(input.program.preferences);
  const pairs = assignment.pairs.map((pair) => describe(pool, weights, pair));
  const draft: RoundResult = {
    pairs,
    leftOut: listLeftOut(compiled, input, pairs),
    conflicts,
    certificate: {
      matched: pairs.length,
      people: new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor])).size,
      total: pairs.reduce((sum, { score }) => sum + score, 0),
      optimal: false,
      prices: {
        newcomers: namePrices(pool.newcomers, assignment.newcomerPrice),
        mentors: namePrices(pool.mentors, assignment.mentorPrice),
      },
    },
    fullScore: candidates.fullScore,
    engine: ENGINE,
  };
  const { optimal } = inspect(input, pool, candidates, draft);
  return { ...draft, certificate: { ...draft.certificate, optimal } };
}

function describe(
  pool: Pool,
  weights: readonly Weighted[],
  { newcomer, mentor, pin }: AssignedPair,
): MatchedPair {
  const a = personAt(pool.newcomers, newcomer);
  const b = personAt(pool.mentors, mentor);
  const reasons = sharesOf(weights, a, b, pool.context);
  return {
    newcomer: a.id,
    mentor: b.id,
    score: totalOf(reasons),
    reasons,
    pinned: pin !== null,
    overrides: pin?.obstacles ?? [],
    pinReason: pin?.reason ?? null,
  };
}

function listLeftOut(
  compiled: Compiled,
  input: RoundInput,
  pairs: readonly MatchedPair[],
): readonly LeftOut[] {
  const round = viewRound(input, pairs);
  const ofSide = (side: Side, { people }: Columns): readonly LeftOut[] =>
    [...people.entries()]
      .filter(([, { id }]) => !round.pairs.has(id))
      .map(([position]) => leaveOut(compiled, side, position, round));
  return [...ofSide('newcomer', compiled.pool.newcomers), ...ofSide('mentor', compiled.pool.mentors)];
}

/* −0 would not come back from JSON. */
function namePrices(
  { people }: Columns,
  prices: Float64Array,
): readonly (readonly [id: string, price: number])[] {
  return people.map(({ id }, at) => [id, (prices[at] ?? 0) + 0] as const);
}
