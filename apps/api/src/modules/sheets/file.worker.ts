import { parentPort, workerData } from 'node:worker_threads';
import { Refused } from '@parvis/contracts';
import type { FileAnswer } from './file.aside.ts';
import { readSheetFile } from './file.ts';

async function answer(bytes: unknown): Promise<FileAnswer> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a worker of files reads bytes');
  try {
    return { cells: await readSheetFile(bytes) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code, facts: error.facts };
    throw error;
  }
}

parentPort?.postMessage(await answer(workerData));
