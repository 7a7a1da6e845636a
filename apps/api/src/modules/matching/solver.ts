import { MatchingError, type MatchingErrorCode, type RoundInput, type RoundResult } from '@parvis/matching';
import { Worker } from 'node:worker_threads';

/** Solves rounds one after the other in a thread of its own. */
export interface Solver {
  /** Throws `MatchingError` as the engine does. */
  readonly solve: (input: RoundInput) => Promise<RoundResult>;
  /** Ends the thread; rounds that are being solved fail, and are solved again on the next start. */
  readonly close: () => Promise<void>;
}

export interface SolveTask {
  readonly id: number;
  readonly input: RoundInput;
}
export type SolveAnswer =
  | { readonly id: number; readonly result: RoundResult }
  | {
      readonly id: number;
      readonly refused: { readonly code: MatchingErrorCode; readonly place: string; readonly value: string };
    }
  | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly done: (result: RoundResult) => void;
  readonly failed: (error: Error) => void;
}

/** The thread starts with the first round, and anew after it has died of one. */
export function createSolver(): Solver {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 0;

  const failAll = (why: string): void => {
    worker = null;
    for (const { failed } of waiting.values()) failed(new Error(why));
    waiting.clear();
  };
  const startWorker = (): Worker => {
    const started = new Worker(new URL('./solver.worker.ts', import.meta.url));
    started.on('message', (answer: SolveAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if (asked !== undefined) settle(asked, answer);
    });
    started.on('error', (error) => failAll(`the solver died: ${error.message}`));
    started.on('exit', () => {
      if (worker === started) failAll('the solver was stopped');
    });
    return started;
  };

  return {
    solve: (input) =>
      new Promise((done, failed) => {
        worker ??= startWorker();
        worker.ref();
        const task: SolveTask = { id: next++, input };
        waiting.set(task.id, { done, failed });
        worker.postMessage(task);
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}

function settle({ done, failed }: Waiting, answer: SolveAnswer): void {
  if ('result' in answer) return done(answer.result);
  if ('fault' in answer) return failed(new Error(answer.fault));
  const { code, place, value } = answer.refused;
  failed(new MatchingError(code, place, value));
}
