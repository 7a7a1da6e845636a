import { aimOf } from '../aims/aim.ts';
import { assignByAim, type AssignedPair, type SidePrices } from '../aims/assign.ts';
import { prepareTask } from '../aims/task.ts';
import { inspect } from './certify.ts';
import type { Compiled } from '../columns/compiled.ts';
import { leaveOut, viewRound } from '../explain/leftout.ts';
import type { Certificate, LeftOut, MatchedPair, Prices, RoundInput, RoundResult, Side } from '../model.ts';
import type { Columns } from '../columns/columns.ts';
import { tellNobody, type TellProgress } from '../progress.ts';
import { personAt, type Pool } from '../columns/pool.ts';
import { sharesOf, totalOf, weigh, type Weighted } from '../judge/score.ts';

/** Names the rules of the game: a round made by another version may come out differently. */
export const ENGINE = 'parvis-2';

/**
 * Solves a match round: no requirement broken, pins kept, then what the program's `aim` asks for in its order (see `Aim`),
 * last a fixed order of ties. The same input gives the same result to the last bit, on any machine and in any order of
 * people. An empty pool, or one where nobody can be paired, is an answer; throws `MatchingError` for input that makes no
 * sense. `tell` hears how far it has come.
 */
export function matchRound(input: RoundInput, tell: TellProgress = tellNobody): RoundResult {
  tell({ stage: 'reading', done: 0, of: 1 });
  const task = prepareTask(input, tell);
  const { pool, compiled, candidates, conflicts, kept } = task;
  tell({ stage: 'assigning', done: 0, of: 1 });
  const assignment = assignByAim(task, aimOf(input.program));
  tell({ stage: 'explaining', done: 0, of: 1 });
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
      prices: namePrices(pool, assignment.prices),
      ...nameWeakest(pool, assignment.weakest),
    },
    ...(input.program.keepScarce === true ? { kept } : {}),
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

function namePrices({ newcomers, mentors }: Pool, prices: SidePrices | null): Prices {
  if (prices === null) return { newcomers: [], mentors: [] };
  return { newcomers: nameSide(newcomers, prices.newcomers), mentors: nameSide(mentors, prices.mentors) };
}

/* −0 would not come back from JSON. */
function nameSide({ people }: Columns, prices: Float64Array): Prices['newcomers'] {
  return people.map(({ id }, at) => [id, (prices[at] ?? 0) + 0] as const);
}

function nameWeakest(
  pool: Pool,
  proof: ReturnType<typeof assignByAim>['weakest'],
): Pick<Certificate, 'weakest'> {
  if (proof === null) return {};
  const { atLeast, served, above } = proof;
  return { weakest: { atLeast, served: namePrices(pool, served), above: namePrices(pool, above) } };
}
