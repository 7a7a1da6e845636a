import { describe, expect, it } from 'vitest';
import { containing, searchKey, sortKey } from './keys.ts';

describe('sorting and finding names', () => {
  it('puts å ä ö last, in that order, and looks past case and other marks', () => {
    const names = ['Öberg', 'Åberg', 'Zander', 'Älv', 'alm', 'Émile', 'Ek'];
    const sorted = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['alm', 'Ek', 'Émile', 'Zander', 'Åberg', 'Älv', 'Öberg']);
  });

  it.each([
    ['Åsa Öström', 'asa ostrom'],
    ['Nadia El-Haddad', 'nadia el-haddad'],
    ['أحمد', 'احمد'],
    ['فاطمة', 'فاطمه'],
    ['Søren  Łukasz', 'soren lukasz'],
  ])('%s is found as %s', (name, key) => {
    expect(searchKey(name)).toBe(key);
  });

  it('takes the signs of a pattern as plain letters', () => {
    expect(containing('50%_x\\')).toBe('%50\\%\\_x\\\\%');
  });
});
