import { MatchingError, matchRound } from '@parvis/matching';
import { parentPort } from 'node:worker_threads';
import type { SolveAnswer, SolveTask } from './solver.ts';

/** Runs in a thread of its own: a large round takes seconds, and the server keeps answering. */
parentPort?.on('message', ({ id, input }: SolveTask) => {
  parentPort?.postMessage(answerOf(id, input));
});

function answerOf(id: number, input: SolveTask['input']): SolveAnswer {
  try {
    return { id, result: matchRound(input) };
  } catch (error) {
    if (!(error instanceof MatchingError))
      return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    return { id, refused: { code: error.code, place: error.place, value: error.value } };
  }
}
