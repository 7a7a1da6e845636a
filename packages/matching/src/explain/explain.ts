import { compileProgram } from '../columns/compiled.ts';
import { readContext } from '../judge/context.ts';
import { MatchingError } from '../errors.ts';
import { leaveOut, viewRound } from './leftout.ts';
import type {
  LeftOutReason,
  Obstacle,
  Person,
  PersonPair,
  RoundInput,
  RoundResult,
  Share,
} from '../model.ts';
import { fillPool, positionOf } from '../columns/pool.ts';
import { findObstacles, listRules } from '../judge/rules.ts';
import { sharesOf, totalOf, weigh } from '../judge/score.ts';

/** A pair's score, of the sum of the shares' `of`, and each criterion's share of it. */
export interface PairExplanation extends PersonPair {
  readonly score: number;
  readonly reasons: readonly Share[];
}

/** Why the two fit, whether or not the pair is allowed. Throws `unknown-person`. */
export function explainPair(input: RoundInput, { newcomer, mentor }: PersonPair): PairExplanation {
  const reasons = sharesOf(
    weigh(input.program.preferences),
    find(input.newcomers, newcomer),
    find(input.mentors, mentor),
    readContext(input),
  );
  return { newcomer, mentor, score: totalOf(reasons), reasons };
}

/** Everything that stands between the two, the coordinator's ban among it; empty when the pair is allowed. Throws `unknown-person`. */
export function explainNoPair(input: RoundInput, newcomer: string, mentor: string): readonly Obstacle[] {
  const rules = listRules(input.program);
  return findObstacles(
    rules,
    find(input.newcomers, newcomer),
    find(input.mentors, mentor),
    readContext(input),
  );
}

/** Why a person is in no pair of the result; empty when she is in one. Throws `unknown-person`. */
export function explainLeftOut(
  input: RoundInput,
  result: RoundResult,
  personId: string,
): readonly LeftOutReason[] {
  const round = viewRound(input, result.pairs);
  if (round.pairs.has(personId)) return [];
  const pool = fillPool(input);
  const compiled = compileProgram(pool, input);
  const newcomer = positionOf(pool.newcomers, personId);
  if (newcomer !== -1) return leaveOut(compiled, 'newcomer', newcomer, round).reasons;
  const mentor = positionOf(pool.mentors, personId);
  if (mentor !== -1) return leaveOut(compiled, 'mentor', mentor, round).reasons;
  throw new MatchingError('unknown-person', 'personId', personId);
}

function find(people: readonly Person[], id: string): Person {
  const person = people.find((other) => other.id === id);
  if (person === undefined) throw new MatchingError('unknown-person', 'pair', id);
  return person;
}
