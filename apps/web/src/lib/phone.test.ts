import { describe, expect, it } from 'vitest';
import { phoneWords } from './phone.ts';

describe('a telephone number', () => {
  it.each([
    ['+46846500412', '08-465 004 12'],
    ['+46701740605', '070-174 06 05'],
    ['+4691810001', '0918-100 01'],
    ['+46953123456', '0953-12 34 56'],
    ['+358401234567', '+358401234567'],
  ])('%s is written %s', (number, words) => {
    expect(phoneWords(number)).toBe(words);
  });
});
