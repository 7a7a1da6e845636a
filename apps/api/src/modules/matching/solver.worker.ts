import { parentPort } from 'node:worker_threads';
import { workOff, type SolverJob, type SolverSaying } from './solver.jobs.ts';

/* The thread in which the engine works, so that the server keeps answering: one job in, one answer out, and word on the way. */
const say = (saying: SolverSaying): void => parentPort?.postMessage(saying);
parentPort?.on('message', (job: SolverJob) =>
  say(workOff(job, (progress) => say({ kind: 'progress', progress }))),
);
