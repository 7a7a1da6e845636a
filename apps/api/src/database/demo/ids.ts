import { createHash } from 'node:crypto';

/** The same words, the same id, on every machine: a UUID of version 8 (RFC 9562), made by hashing. */
export function demoId(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(['parvis-demo', ...words].join('/'))
    .digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
