import { LIMITS, Refused } from '@parvis/contracts';

export function tooLarge(): Refused {
  return new Refused('file-too-large', {
    bytes: LIMITS.importBytes,
    megabytes: LIMITS.importBytes / 1_000_000,
  });
}

export function tooManyRows(): Refused {
  return new Refused('file-too-many-rows', { rows: LIMITS.importRows });
}
