import type { RoundProgress } from '@parvis/contracts';
import { Worker } from 'node:worker_threads';
import type { SolverAnswer, SolverJob, SolverSaying } from './solver.jobs.ts';

/**
 * Why there is no answer.
 * - `too-many`: more jobs wait than there may
 * - `too-long`: it took longer than it may, waiting included
 * - `crashed`: the thread died, of too little memory perhaps
 * - `stopped`: nobody wants it any more, or the server is going down
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
  /** `name` is what the job is asked about, and stopped, by. */
  readonly run: (job: SolverJob, name?: string) => Promise<SolverAnswer>;
  /** How far the job has come; null when there is none of that name. */
  readonly progressOf: (name: string) => RoundProgress | null;
  /** The job fails as `stopped`; one that is being worked on is ended with its thread. */
  readonly stop: (name: string) => void;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly job: SolverJob;
  readonly name: string | null;
  readonly answer: (answer: SolverAnswer) => void;
  readonly fail: (reason: SolverFailure) => void;
}

interface LaneSettings {
  readonly seconds: number;
  readonly most: number;
  /** What the thread runs. */
  readonly thread?: URL;
}

const SOLVER_THREAD = new URL('./solver.worker.ts', import.meta.url);
const NOT_BEGUN: RoundProgress = { stage: 'reading', done: 0, of: 0 };

/** One thread, made when first needed, which takes one job at a time. One that dies or takes too long is replaced. */
export function openLane({ seconds, most, thread = SOLVER_THREAD }: LaneSettings): Lane {
  const waiting: Asked[] = [];
  let running: Asked | null = null;
  let worker: Worker | null = null;
  let progress = NOT_BEGUN;
  let closed = false;

  const startNext = (): void => {
    if (running !== null) return;
    running = waiting.shift() ?? null;
    if (running === null) {
      // An idle thread does not keep the process alive.
      worker?.unref();
      return;
    }
    progress = NOT_BEGUN;
    worker ??= hire();
    worker.ref();
    worker.postMessage(running.job);
  };

  const hire = (): Worker => {
    const hired = new Worker(thread, { execArgv: [] });
    hired.on('message', (said: SolverSaying) => {
      if (worker !== hired) return;
      if (said.kind === 'progress') {
        progress = said.progress;
        return;
      }
      const asked = running;
      running = null;
      asked?.answer(said);
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

  const giveUp = (asked: Asked, reason: SolverFailure): void => {
    if (running === asked) return letGo(reason);
    const place = waiting.indexOf(asked);
    if (place !== -1) waiting.splice(place, 1);
    asked.fail(reason);
  };

  const stop = (name: string): void => {
    for (const asked of [...waiting, running]) if (asked?.name === name) giveUp(asked, 'stopped');
  };

  const progressOf = (name: string): RoundProgress | null => {
    if (running?.name === name) return progress;
    const place = waiting.findIndex((asked) => asked.name === name);
    return place === -1 ? null : { stage: 'waiting', done: 0, of: place + 1 };
  };

  const run = (job: SolverJob, name: string | null = null): Promise<SolverAnswer> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new SolverError('stopped'));
      if (waiting.length >= most) return reject(new SolverError('too-many'));
      const asked: Asked = {
        job,
        name,
        answer: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        fail: (reason) => {
          clearTimeout(timer);
          reject(new SolverError(reason));
        },
      };
      const timer = setTimeout(() => giveUp(asked, 'too-long'), seconds * 1000);
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
  return { run, progressOf, stop, close };
}
