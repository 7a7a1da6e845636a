import { Refused, type RoundProgress } from '@parvis/contracts';
import type { RoundInput, RoundResult, SmallestChange } from '@parvis/matching';
import type { AimsComparison, MissingMentors, OwnHelp, RulesCheck } from './solver.jobs.ts';
import { openLane, SolverError, type Lane } from './solver.lane.ts';

/**
 * Someone waits for the answer, or it is looked at later. Each has a thread of its own, so that a round of thousands does
 * not stand in the way of a small one.
 */
export type Patience = 'while-asked' | 'in-background';

/** The engine in threads of its own. Throws `SolverError` when no answer came. */
export interface Solver {
  /** `name` lets the solving be asked about and stopped. */
  readonly matchRound: (input: RoundInput, patience: Patience, name?: string) => Promise<RoundResult>;
  /** Null when nothing of that name is being solved. */
  readonly progressOf: (name: string) => RoundProgress | null;
  /** The solving of that name, if any, fails as `stopped`. */
  readonly stop: (name: string) => void;
  readonly checkRules: (input: RoundInput) => Promise<RulesCheck>;
  readonly compareAims: (input: RoundInput) => Promise<AimsComparison>;
  readonly findHelp: (input: RoundInput, result: RoundResult) => Promise<readonly SmallestChange[]>;
  /** For one person; null when she is in a pair. Nothing of others leaves the thread. */
  readonly findOwnHelp: (input: RoundInput, result: RoundResult, personId: string) => Promise<OwnHelp | null>;
  readonly findMissing: (input: RoundInput) => Promise<MissingMentors>;
  readonly close: () => Promise<void>;
}

/** `seconds` from the asking, waiting for the thread included; `most` jobs may wait. */
export type LaneLimits = Readonly<Record<Patience, { readonly seconds: number; readonly most: number }>>;

const LIMITS: LaneLimits = {
  'while-asked': { seconds: 30, most: 50 },
  'in-background': { seconds: 3600, most: 1000 },
};

/** The threads start with the first job each. */
export function createSolver(limits: LaneLimits = LIMITS): Solver {
  const lanes: Readonly<Record<Patience, Lane>> = {
    'while-asked': openLane(limits['while-asked']),
    'in-background': openLane(limits['in-background']),
  };
  return {
    progressOf: (name) => lanes['in-background'].progressOf(name),
    stop: (name) => lanes['in-background'].stop(name),
    matchRound: async (input, patience, name) => {
      const answer = await lanes[patience].run({ kind: 'round', input }, name);
      if (answer.kind !== 'round') throw new Error(answer.kind === 'failed' ? answer.why : answer.kind);
      return answer.result;
    },
    checkRules: async (input) => {
      const answer = await lanes['while-asked'].run({ kind: 'rules', input });
      if (answer.kind !== 'rules') throw new Error(answer.kind === 'failed' ? answer.why : answer.kind);
      return answer.check;
    },
    compareAims: async (input) => {
      const answer = await lanes['while-asked'].run({ kind: 'aims', input });
      if (answer.kind !== 'aims') throw new Error(answer.kind === 'failed' ? answer.why : answer.kind);
      return answer.comparison;
    },
    findHelp: async (input, result) => {
      const answer = await lanes['while-asked'].run({ kind: 'help', input, result });
      if (answer.kind !== 'help') throw new Error(answer.kind === 'failed' ? answer.why : answer.kind);
      return answer.help;
    },
    findOwnHelp: async (input, result, personId) => {
      const answer = await lanes['while-asked'].run({ kind: 'own-help', input, result, personId });
      if (answer.kind !== 'own-help') throw new Error(answer.kind === 'failed' ? answer.why : answer.kind);
      return answer.help;
    },
    findMissing: async (input) => {
      const answer = await lanes['while-asked'].run({ kind: 'missing', input });
      if (answer.kind !== 'missing') throw new Error(answer.kind === 'failed' ? answer.why : answer.kind);
      return answer.missing;
    },
    close: async () => {
      await Promise.all(Object.values(lanes).map((lane) => lane.close()));
    },
  };
}

/** For a request that waits: a solver that gives no answer in time is a house too busy, and nothing was lost. */
export async function answerInTime<A>(ask: () => Promise<A>): Promise<A> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof SolverError ? new Refused('too-busy', { seconds: 10 }) : error;
  }
}
