import { Refused } from '@parvis/contracts';

const MOST_TIMES = 4;

/**
 * Reads, decides and writes, and does so once more when someone else wrote in between: of two answers in one second the
 * later one is decided on what the earlier one made.
 */
export async function unlessChanged<R>(work: () => Promise<R>): Promise<R> {
  for (let time = 1; time < MOST_TIMES; time += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'changed-meanwhile') throw error;
    }
  }
  return work();
}
