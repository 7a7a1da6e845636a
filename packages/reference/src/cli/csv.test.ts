import { expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

it('reads quoted cells with commas, quotes and line breaks, with or without a last line break', () => {
  const rows = [
    { a: '1', b: 'x, "y"\nz' },
    { a: '', b: '2' },
  ];
  expect(parseCsv('a,b\n1,"x, ""y""\nz"\n,2')).toEqual(rows);
  expect(parseCsv('a,b\r\n1,"x, ""y""\nz"\r\n,2\r\n')).toEqual(rows);
});
