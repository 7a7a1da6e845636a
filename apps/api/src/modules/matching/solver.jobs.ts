import type { RoundProgress } from '@parvis/contracts';
import {
  checkReadiness,
  compareAims,
  findBottlenecks,
  findKept,
  matchRound,
  smallestChange,
  smallestChanges,
  type AimFigures,
  type Bottleneck,
  type KeptMentor,
  type Readiness,
  type RoundInput,
  type RoundResult,
  type SmallestChange,
  type TellProgress,
} from '@parvis/matching';

/** What the engine is asked for, and what it answers: plain data that passes between threads. */
export type SolverJob =
  | { readonly kind: 'round'; readonly input: RoundInput }
  | { readonly kind: 'rules'; readonly input: RoundInput }
  | { readonly kind: 'aims'; readonly input: RoundInput }
  | { readonly kind: 'help'; readonly input: RoundInput; readonly result: RoundResult }
  | {
      readonly kind: 'own-help';
      readonly input: RoundInput;
      readonly result: RoundResult;
      readonly personId: string;
    }
  | { readonly kind: 'missing'; readonly input: RoundInput };
export type SolverAnswer =
  | { readonly kind: 'round'; readonly result: RoundResult }
  | { readonly kind: 'rules'; readonly check: RulesCheck }
  | { readonly kind: 'aims'; readonly comparison: AimsComparison }
  | { readonly kind: 'help'; readonly help: readonly SmallestChange[] }
  | { readonly kind: 'own-help'; readonly help: OwnHelp | null }
  | { readonly kind: 'missing'; readonly missing: MissingMentors }
  | { readonly kind: 'failed'; readonly why: string };

/** What comes out of the thread: now and then how far it has come, and at last the answer. */
export type SolverSaying = SolverAnswer | { readonly kind: 'progress'; readonly progress: RoundProgress };

/** What rules would mean for those who wait: beside the readiness, how good the pairs of a round now would be. */
export interface RulesCheck {
  readonly readiness: Readiness;
  /** Score of the weakest pair, of 100; null without pairs. */
  readonly weakest: number | null;
  readonly mean: number | null;
}

/** What each aim would make of a round, and the mentors it keeps for those who will come. */
export interface AimsComparison {
  readonly aims: readonly AimFigures[];
  readonly kept: readonly KeptMentor[];
}

/** What would help a person, as far as she herself may know it. */
export type OwnHelp = SmallestChange['forPerson'];

/** The mentors who are missing for those who wait, and how many newcomers a round now would leave out. */
export interface MissingMentors {
  readonly bottlenecks: readonly Bottleneck[];
  readonly leftOut: number;
}

/** Never throws: what went wrong is an answer too. */
export function workOff(job: SolverJob, tell?: TellProgress): SolverAnswer {
  try {
    switch (job.kind) {
      case 'round':
        return { kind: 'round', result: matchRound(job.input, tell) };
      case 'rules':
        return { kind: 'rules', check: checkRules(job.input) };
      case 'aims':
        return { kind: 'aims', comparison: { aims: compareAims(job.input), kept: findKept(job.input) } };
      case 'help':
        return { kind: 'help', help: smallestChanges(job.input, job.result) };
      case 'own-help': {
        const found = smallestChange(job.input, job.result, job.personId);
        return { kind: 'own-help', help: found?.forPerson ?? null };
      }
      case 'missing':
        return { kind: 'missing', missing: findMissing(job.input) };
    }
  } catch (error) {
    // The engine names a place and a code, never a person's data.
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

function checkRules(input: RoundInput): RulesCheck {
  const { pairs, fullScore } = matchRound(input);
  const scores = pairs.map(({ score }) => (fullScore === 0 ? 0 : (100 * score) / fullScore));
  const total = scores.reduce((sum, score) => sum + score, 0);
  return {
    readiness: checkReadiness(input),
    weakest: scores.length === 0 ? null : scores.reduce((least, score) => Math.min(least, score)),
    mean: scores.length === 0 ? null : total / scores.length,
  };
}

function findMissing(input: RoundInput): MissingMentors {
  const result = matchRound(input);
  return {
    bottlenecks: findBottlenecks(input, result),
    leftOut: result.leftOut.filter(({ side }) => side === 'newcomer').length,
  };
}
