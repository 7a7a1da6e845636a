import { deleteKeptRepliesBefore } from './database/idempotency.ts';
import type { Deps } from './deps.ts';
import { deleteCodesAskedBy } from './modules/identity/code.store.ts';
import { deleteSessionsExpiredBy } from './modules/identity/session.store.ts';
import { sendLetters } from './modules/messages/letter.sender.ts';
import { completePairs, expireProposals } from './modules/pairs/pair.jobs.ts';

/** Something that is done again and again while the server runs. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (deps: Deps) => Promise<void>;
}

const HOUR = 3600;

/** Every scheduled job. */
export const JOBS: readonly Job[] = [
  { name: 'send letters', everySeconds: 2, run: sendLetters },
  { name: 'expire proposals', everySeconds: 60, run: expireProposals },
  { name: 'complete pairs', everySeconds: HOUR, run: completePairs },
  {
    name: 'forget old codes',
    everySeconds: 600,
    run: ({ store, clock }) => store.writeTogether([deleteCodesAskedBy(ago(clock, HOUR))]),
  },
  {
    name: 'end old sessions',
    everySeconds: HOUR,
    run: ({ store, now }) => store.writeTogether([deleteSessionsExpiredBy(now())]),
  },
  {
    name: 'forget kept replies',
    everySeconds: HOUR,
    run: ({ store, clock }) => store.writeTogether([deleteKeptRepliesBefore(ago(clock, 48 * HOUR))]),
  },
];

/** Starts the jobs, each once at once; the answer stops them and waits for those that run. */
export function startJobs(deps: Deps, jobs: readonly Job[] = JOBS): () => Promise<void> {
  const stops = jobs.map((job) => startJob(deps, job));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function startJob(deps: Deps, { name, everySeconds, run }: Job): () => Promise<void> {
  let running: Promise<void> | null = null;
  const work = (): void => {
    // A slow run is not overtaken by the next.
    running ??= run(deps)
      .catch((error: unknown) => deps.log.error({ job: name, err: error }, 'job failed'))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(work, everySeconds * 1000);
  work();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

function ago(clock: () => Date, seconds: number): string {
  return new Date(clock().getTime() - seconds * 1000).toISOString();
}
