import { Worker } from 'node:worker_threads';
import { REFUSALS, Refused, type RefusalCode } from '@parvis/contracts';
import type { Cell } from './cells/reading.ts';
import { isZip, readSheetFile } from './file.ts';
import { guardZip, isSmallWorkbook } from './zip.ts';

/** What the worker says: the cells, or why not. */
export type FileAnswer =
  | { readonly cells: readonly (readonly Cell[])[] }
  | { readonly refused: string; readonly facts: Refused['facts'] };

/** Below this a file is read before a worker has begun. */
const SMALL = 200_000;
const MOST_MILLISECONDS = 30_000;

/** As `readSheetFile`, a large file in a thread of its own with bounded memory and time: the server keeps answering. */
export async function readSheetFileAside(bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  if (isSmall(bytes)) return readSheetFile(bytes);
  const answer = await inLine(() => askWorker(bytes));
  if ('cells' in answer) return answer.cells;
  if (!isRefusalCode(answer.refused)) throw new Error(`reading a file failed: ${answer.refused}`);
  throw new Refused(answer.refused, answer.facts);
}

/** By what it unpacks to, not by what it weighs. */
function isSmall(bytes: Uint8Array): boolean {
  if (bytes.byteLength > SMALL) return false;
  if (!isZip(bytes)) return true;
  guardZip(bytes);
  return isSmallWorkbook(bytes);
}

let line: Promise<unknown> = Promise.resolve();

/** One large file at a time: each may take much memory. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const done = line.then(work);
  line = done.catch(() => undefined);
  return done;
}

function askWorker(bytes: Uint8Array): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./file.worker.ts', import.meta.url), {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1_000 },
    });
    const unreadable = (): void => reject(new Refused('file-unreadable'));
    const late = setTimeout(() => void worker.terminate().then(unreadable), MOST_MILLISECONDS);
    worker.once('message', resolve);
    worker.once('error', (error) => {
      // More memory than any file of people takes.
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') unreadable();
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(late);
      unreadable();
    });
  });
}

function isRefusalCode(code: string): code is RefusalCode {
  return code in REFUSALS;
}
