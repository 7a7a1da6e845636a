import type { showOperations as contract } from '@parvis/contracts';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { UseCase } from '../../http/route.ts';
import { countLetters, countThings } from './operations.store.ts';

export const showOperations: UseCase<typeof contract> = async ({
  store,
  config,
  now,
  startedAt,
  version,
  migration,
}) => {
  const { size } = await stat(config.databaseFile);
  // What is written last may still stand in the log beside it.
  const log = await stat(`${config.databaseFile}-wal`).catch(() => ({ size: 0 }));
  const { bavail, bsize } = await statfs(dirname(config.databaseFile));
  const letters = await countLetters(store);
  return {
    version,
    startedAt,
    databaseBytes: size + log.size,
    freeBytes: bavail * bsize,
    ...(await countThings(store, now())),
    lettersWaiting: letters.waiting,
    lettersFailed: letters.failed,
    oldestLetterWaiting: letters.oldest,
    migration,
  };
};
