import {
  certify,
  ENGINE,
  matchRound,
  type PersonPair,
  type Problem,
  type RoundInput,
  type RoundResult,
} from '@parvis/matching';
import { findDifferences, type Difference } from './differences.ts';
import { compareEngines } from './engines.ts';
import type { Recorded } from './record.ts';

/** What came of checking a round. Lists that are empty found nothing wrong. */
export interface Verification {
  /** Null where an older engine made it: it cannot be solved again bit for bit. */
  readonly differences: readonly Difference[] | null;
  /** What keeps the result from being used. */
  readonly broken: readonly Problem[];
  /** What keeps it from being proved the best; not asked of an older engine's. */
  readonly unproved: readonly Problem[];
  readonly tampered: boolean;
  /** Pairs that were published and are not the round's, or the other way round; null where nothing was. */
  readonly misprinted: readonly PersonPair[] | null;
  readonly holds: boolean;
}

/**
 * Solves the round once more and holds its proof against it by code that shares nothing with the solver. Throws
 * `MatchingError` when the engine can make nothing of the input.
 */
export function verifyRound({ engine, input, result, digest, published }: Recorded): Verification {
  const isOurs = compareEngines(engine, ENGINE) === 'same';
  const differences = isOurs ? findDifferences(result, asWritten(matchRound(input))) : null;
  const { broken, unproved } = isOurs ? checkProof(input, result) : checkRules(input, result);
  const tampered = digest !== null && digest.recorded !== digest.actual;
  const misprinted = published === null ? null : findMisprints(result, published);
  const holds =
    !tampered && [differences ?? [], broken, unproved, misprinted ?? []].every((wrong) => wrong.length === 0);
  return { differences, broken, unproved, tampered, misprinted, holds };
}

type Checked = Pick<Verification, 'broken' | 'unproved'>;

function checkProof(input: RoundInput, result: RoundResult): Checked {
  const { feasible, problems } = certify(input, result);
  return feasible ? { broken: [], unproved: problems } : { broken: problems, unproved: [] };
}

/** An older engine counted scores and wrote proofs otherwise: only what a pair may not do is held against it. */
function checkRules(input: RoundInput, result: RoundResult): Checked {
  const { problems } = certify(input, result);
  return { broken: problems.filter(({ code }) => LASTING.has(code)), unproved: [] };
}

const LASTING: ReadonlySet<Problem['code']> = new Set([
  'unknown-person',
  'paired-twice',
  'not-allowed',
  'not-pinned',
  'pin-not-kept',
  'over-capacity',
  'wrong-left-out',
]);

/** As it comes back from JSON. */
function asWritten(result: RoundResult): unknown {
  return JSON.parse(JSON.stringify(result));
}

function findMisprints(
  { pairs }: RoundResult,
  published: NonNullable<Recorded['published']>,
): readonly PersonPair[] {
  const keyOf = ({ newcomer, mentor, score }: PersonPair & { readonly score: number }): string =>
    `${newcomer} ${mentor} ${score}`;
  const solved = new Set(pairs.map(keyOf));
  const made = new Set(published.map(keyOf));
  const odd = [
    ...pairs.filter((pair) => !made.has(keyOf(pair))),
    ...published.filter((pair) => !solved.has(keyOf(pair))),
  ];
  return odd.map(({ newcomer, mentor }) => ({ newcomer, mentor }));
}
