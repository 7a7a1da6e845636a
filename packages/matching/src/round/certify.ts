import { aimOf } from '../aims/aim.ts';
import { findCandidates, type Candidates } from '../columns/candidates.ts';
import { compileProgram } from '../columns/compiled.ts';
import { fillPool, type Pool } from '../columns/pool.ts';
import type { Prices, RoundInput, RoundResult, WeakestProof } from '../model.ts';
import { findDiscontent } from './content.ts';
import { checkFeasible, type Problem } from './feasible.ts';
import { bound, earned, readOpenRound, type Earning, type OpenPair, type OpenRound } from './open.ts';

/** `feasible`: it may be used. `optimal`: and it is proved that none is better by the program's aim. */
export interface Verdict {
  readonly feasible: boolean;
  readonly optimal: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Checks a result against its input, trusting nothing in it and sharing no code with the solver. Each pair is
 * held against the rules as written. Where prices prove an aim it is by weak duality: whatever the prices, no round
 * earns more than `bound`, so one that earns as much is best. A stable round is proved by looking at every two.
 * Throws as `checkInput` does.
 */
export function certify(input: RoundInput, result: RoundResult): Verdict {
  const pool = fillPool(input);
  return inspect(input, pool, findCandidates(compileProgram(pool, input)), result);
}

/** As `certify`, for who has the pool and the candidates at hand. */
export function inspect(input: RoundInput, pool: Pool, candidates: Candidates, result: RoundResult): Verdict {
  const infeasible = checkFeasible(input, pool, result);
  const unproved = infeasible.length > 0 ? [] : checkAim(input, pool, candidates, result);
  const problems = [...infeasible, ...unproved];
  return { feasible: infeasible.length === 0, optimal: problems.length === 0, problems };
}

function checkAim(
  input: RoundInput,
  pool: Pool,
  candidates: Candidates,
  { pairs, kept = [], certificate: { prices, weakest } }: RoundResult,
): readonly Problem[] {
  const round = readOpenRound(input, pool, candidates, { pairs, kept });
  switch (aimOf(input.program)) {
    case 'most-people':
      return proveBest(round, prices, { ...peopleFirst(round), isOpen: () => true });
    case 'best-pairs':
      return proveBest(round, prices, { ...totalFirst(round), isOpen: () => true });
    case 'no-weak-pair':
      return weakest === undefined ? [{ code: 'proof-missing' }] : proveWeakest(round, prices, weakest);
    case 'stable': {
      const discontent = findDiscontent(round, pool);
      return discontent === null ? [] : [discontent];
    }
  }
}

/* Most people and the longest waiting weigh more than any total. */
function peopleFirst({ span }: OpenRound): Earning {
  return { pair: ({ value }) => value, rank: span };
}

/* One point of the total weighs more than all people. */
function totalFirst({ rows, columns }: OpenRound): Earning {
  const all = [...rows.rank, ...columns.rank].reduce((sum, rank) => sum + rank, 1);
  return { pair: ({ value }) => value * all, rank: 1 };
}

const PEOPLE_ONLY: Earning = { pair: () => 0, rank: 1 };

type Claim = Earning & { readonly isOpen: (pair: OpenPair) => boolean };

function proveBest(round: OpenRound, prices: Prices, claim: Claim): readonly Problem[] {
  const most = bound(round, prices, claim);
  if (most === null) return listMissing(round, prices);
  const value = earned(round, claim);
  return value === most ? [] : [{ code: 'not-proved-best', value, bound: most }];
}

/*
 * Three claims: no round serves more; none does with pairs above the level alone; and of those at the level or above it
 * this is the best.
 */
function proveWeakest(
  round: OpenRound,
  prices: Prices,
  { atLeast, served, above }: WeakestProof,
): readonly Problem[] {
  const level = atLeast ?? Infinity;
  const below = round.made.filter(({ score }) => score < level);
  if (below.length > 0) return [{ code: 'below-weakest', atLeast: level, pairs: below.length }];
  return [
    ...proveBest(round, served, { ...PEOPLE_ONLY, isOpen: () => true }),
    ...proveNoneAbove(round, above, level),
    ...proveBest(round, prices, { ...peopleFirst(round), isOpen: ({ score }) => score >= level }),
  ];
}

/* Above the highest score there is nothing to prove. */
function proveNoneAbove(round: OpenRound, prices: Prices, level: number): readonly Problem[] {
  let isTop = true;
  round.each(({ score }) => {
    if (score > level || level === Infinity) isTop = false;
  });
  if (isTop) return [];
  const most = bound(round, prices, { ...PEOPLE_ONLY, isOpen: ({ score }) => score > level });
  if (most === null) return listMissing(round, prices);
  const value = earned(round, PEOPLE_ONLY);
  return most < value ? [] : [{ code: 'not-proved-best', value, bound: most }];
}

function listMissing({ rows, columns }: OpenRound, prices: Prices): readonly Problem[] {
  const known = new Set([...prices.newcomers, ...prices.mentors].map(([id]) => id));
  return [...rows.ids, ...columns.ids]
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'price-missing', id }));
}
