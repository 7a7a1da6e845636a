const MINUTE = 60_000;
/** Ten tries over two days: a mail server that is down for a weekend loses nothing. */
const WAITS_MINUTES = [1, 2, 5, 15, 60, 180, 360, 720, 1440];

export interface Later {
  readonly tries: number;
  readonly nextTryAt: string;
  readonly status: 'queued' | 'failed';
}

/** When to try a letter again that could not be sent. */
export function decideRetry(triesBefore: number, now: Date): Later {
  const tries = triesBefore + 1;
  const wait = WAITS_MINUTES[triesBefore];
  const nextTryAt = new Date(now.getTime() + (wait ?? 0) * MINUTE).toISOString();
  return { tries, nextTryAt, status: wait === undefined ? 'failed' : 'queued' };
}
