import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { defuse, restore, writeWorkbook } from './workbook.ts';

const DANGEROUS = ['=HYPERLINK("http://x","y")', '@SUM(A1)', '+cmd|calc', '-2+3', '\t=1'];

describe('a workbook', () => {
  it('is read by another program as it was written, sheet by sheet', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'Par',
        columns: [{ heading: 'Namn', width: 30 }, { heading: 'Antal' }],
        rows: [
          ['Åsa Öberg', 3],
          ['أمينة', null],
        ],
      },
      { name: 'Par', columns: [{ heading: 'A' }], rows: [['+46701740605']] },
    ]);
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['Par', 'Par 2']);
    expect(utils.sheet_to_json(book.Sheets['Par'] ?? {}, { header: 1 })).toEqual([
      ['Namn', 'Antal'],
      ['Åsa Öberg', 3],
      ['أمينة'],
    ]);
    expect(book.Sheets['Par 2']?.['A2']).toMatchObject({ t: 's', v: '+46701740605' });
  });

  it('holds no formula, whatever a person is called', async () => {
    const bytes = await writeWorkbook([
      { name: 'x', columns: [{ heading: '=1+1' }], rows: DANGEROUS.map((text) => [text]) },
    ]);
    const sheet = read(bytes).Sheets['x'] ?? {};
    for (const [address, cell] of Object.entries(sheet)) {
      if (address.startsWith('!')) continue;
      expect(cell.f).toBeUndefined();
      expect(cell.t).toBe('s');
      expect(cell.v).toMatch(/^'/);
    }
  });

  it('leaves out what no file can hold', async () => {
    const bytes = await writeWorkbook([
      { name: 'a/b:c?', columns: [{ heading: 'x' }], rows: [['a\u0000b\ud800']] },
    ]);
    const book = read(bytes);
    expect(book.Sheets[book.SheetNames[0] ?? '']?.['A2']?.v).toEqual(expect.stringMatching(/^ab/));
  });

  it.each(DANGEROUS)('gives %j back when it is read again', (text) => {
    expect(defuse(text)).toBe(`'${text}`);
    expect(restore(defuse(text))).toBe(text);
  });
});
