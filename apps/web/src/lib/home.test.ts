import { describe, expect, it } from 'vitest';
import { ownPath } from './home.ts';

describe('the way back after signing in', () => {
  it.each([
    ['/pairs/1?x=2', '/pairs/1?x=2'],
    ['//evil.example/x', undefined],
    ['/\\evil.example', undefined],
    ['https://evil.example', undefined],
    ['javascript:alert(1)', undefined],
    [null, undefined],
  ])('%s leads to %s', (written, path) => {
    expect(ownPath(written, 'https://parvis.example')).toBe(path);
  });
});
