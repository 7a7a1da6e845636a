import { parentPort } from 'node:worker_threads';
import { workOff, type SolverJob } from './solver.jobs.ts';

/* The thread in which the engine works, so that the server keeps answering: one job in, one answer out. */
parentPort?.on('message', (job: SolverJob) => parentPort?.postMessage(workOff(job)));
