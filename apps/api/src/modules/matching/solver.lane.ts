import { Worker } from 'node:worker_threads';
import type { SolverAnswer, SolverJob } from './solver.jobs.ts';

/**
 * Why there is no answer.
 * - `too-many`: more jobs wait than there may
 * - `too-long`: it took longer than it may, waiting included
 * - `crashed`: the thread died, of too little memory perhaps
 * - `stopped`: the server is going down
 */
export type SolverFailure = 'too-many' | 'too-long' | 'crashed' | 'stopped';

export class SolverError extends Error {
  readonly reason: SolverFailure;

  constructor(reason: SolverFailure) {
    super(`the solver gave no answer: ${reason}`);
    this.name = 'SolverError';
    this.reason = reason;
  }
}

export interface Lane {
  readonly run: (job: SolverJob) => Promise<SolverAnswer>;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly job: SolverJob;
  readonly answer: (answer: SolverAnswer) => void;
  readonly fail: (reason: SolverFailure) => void;
}

/** One thread, made when first needed, which takes one job at a time. One that dies or takes too long is replaced. */
export function openLane({ seconds, most }: { readonly seconds: number; readonly most: number }): Lane {
  const waiting: Asked[] = [];
  let running: Asked | null = null;
  let worker: Worker | null = null;
  let closed = false;

  const startNext = (): void => {
    if (running !== null) return;
    running = waiting.shift() ?? null;
    if (running === null) {
      // An idle thread does not keep the process alive.
      worker?.unref();
      return;
    }
    worker ??= hire();
    worker.ref();
    worker.postMessage(running.job);
  };

  const hire = (): Worker => {
    const hired = new Worker(new URL('./solver.worker.ts', import.meta.url), { execArgv: [] });
    hired.on('message', (answer: SolverAnswer) => {
      const asked = running;
      running = null;
      asked?.answer(answer);
      startNext();
    });
    const mourn = (): void => {
      if (worker === hired) letGo('crashed');
    };
    hired.on('error', mourn);
    hired.on('exit', mourn);
    return hired;
  };

  const letGo = (reason: SolverFailure): void => {
    const asked = running;
    const left = worker;
    running = null;
    worker = null;
    void left?.terminate();
    asked?.fail(reason);
    if (!closed) startNext();
  };

  const giveUp = (asked: Asked): void => {
    if (running === asked) return letGo('too-long');
    const place = waiting.indexOf(asked);
    if (place !== -1) waiting.splice(place, 1);
    asked.fail('too-long');
  };

  const run = (job: SolverJob): Promise<SolverAnswer> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new SolverError('stopped'));
      if (waiting.length >= most) return reject(new SolverError('too-many'));
      const asked: Asked = {
        job,
        answer: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        fail: (reason) => {
          clearTimeout(timer);
          reject(new SolverError(reason));
        },
      };
      const timer = setTimeout(() => giveUp(asked), seconds * 1000);
      waiting.push(asked);
      startNext();
    });

  const close = async (): Promise<void> => {
    closed = true;
    for (const asked of waiting.splice(0)) asked.fail('stopped');
    const left = worker;
    letGo('stopped');
    await left?.terminate();
  };
  return { run, close };
}
