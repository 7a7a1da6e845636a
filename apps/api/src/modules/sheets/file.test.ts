import { deflateRawSync } from 'node:zlib';
import { Refused } from '@parvis/contracts';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readSheetFile } from './file.ts';
import { isSmallWorkbook } from './zip.ts';

function workbook(...sheets: readonly WorkSheet[]): Uint8Array {
  const book = utils.book_new();
  sheets.forEach((sheet, index) => utils.book_append_sheet(book, sheet, `Blad${index + 1}`));
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}
async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await readSheetFile(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.code;
  }
}
const text = (value: string) => new TextEncoder().encode(value);
const windows1252 = (value: string) => Uint8Array.from(value, (sign) => sign.charCodeAt(0));

describe('an XLSX', () => {
  it('gives dates as days, numbers as numbers, and of a formula what it came to', async () => {
    const sheet = utils.aoa_to_sheet(
      [
        ['Namn', 'Född', 'Anmäld', 'Ja', 'Länk'],
        [
          'Åsa',
          1985,
          new Date(Date.UTC(2026, 2, 1)),
          true,
          { t: 's', v: 'klick', f: 'HYPERLINK("http://x","klick")' },
        ],
        [],
        ['أمينة', '0701740605'],
      ],
      { UTC: true },
    );
    expect(await readSheetFile(workbook(sheet))).toEqual([
      ['Namn', 'Född', 'Anmäld', 'Ja', 'Länk'],
      ['Åsa', 1985, '2026-03-01', true, 'klick'],
      [null, null, null, null, null],
      ['أمينة', '0701740605', null, null, null],
    ]);
  });

  it('is read from the first sheet that holds anything', async () => {
    const cells = await readSheetFile(
      workbook(utils.aoa_to_sheet([]), utils.aoa_to_sheet([['Namn'], ['Eva']])),
    );
    expect(cells).toEqual([['Namn'], ['Eva']]);
  });

  it('with 100,000 rows is refused, whatever its size', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [index, 'x']);
    expect(await refusalOf(workbook(utils.aoa_to_sheet(rows)))).toBe('file-too-many-rows');
  });

  it('that unpacks to gigabytes is refused before it is unpacked, also when it says that it is small', async () => {
    const bomb = zip('xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(200_000_000, 0x20)), 10);
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    expect(await refusalOf(bomb)).toBe('file-too-large');
  });

  it.each([
    ['<c r="XFD1048576">', false],
    ["<x:c t='n' r = 'A1048576'>", false],
    ['<c r="&#88;FD2">', false],
    ['<row r="2"><c r="B2">', true],
  ])('with %s is small: %s', (written, small) => {
    const packed = deflateRawSync(Buffer.from(written));
    expect(isSmallWorkbook(zip('xl/worksheets/sheet1.xml', packed, written.length))).toBe(small);
  });

  it('that is broken is told as unreadable', async () => {
    const whole = workbook(utils.aoa_to_sheet([['Namn'], ['Eva']]));
    expect(await refusalOf(whole.slice(0, whole.length / 2))).toBe('file-unreadable');
    expect(await refusalOf(zip('hello.txt', deflateRawSync(Buffer.from('hello')), 5))).toBe(
      'file-unreadable',
    );
    expect(await refusalOf(text('PK'))).toBe('file-unreadable');
  });
});

describe('a CSV', () => {
  it('with thousands of columns is told as unreadable; empty ones at the end are nothing', async () => {
    expect(await refusalOf(text(`${'Namn;'.repeat(30_000)}\nEva\n`))).toBe('file-unreadable');
    const [headings] = await readSheetFile(text(`Namn;Ort${';'.repeat(5_000)}\nEva;Malå\n`));
    expect(headings?.length).toBeLessThanOrEqual(200);
  });

  const CELLS = [
    ['Namn', 'Ort'],
    ['Åsa "Ö" Berg', 'Malå; by'],
    ['Eva', null],
  ];
  it.each([
    ['; and UTF-8 with a mark', text('\ufeffNamn;Ort\r\n"Åsa ""Ö"" Berg";"Malå; by"\r\nEva;\r\n')],
    [', and UTF-8', text('Namn,Ort\n"Åsa ""Ö"" Berg","Malå; by"\nEva,\n')],
    ['tab', text('Namn\tOrt\n"Åsa ""Ö"" Berg"\t"Malå; by"\nEva\t\n')],
    ['; and Windows-1252', windows1252('Namn;Ort\r\n"Åsa ""Ö"" Berg";"Malå; by"\r\nEva;\r\n')],
    ['a line that says the delimiter', text('sep=;\r\nNamn;Ort\r\n"Åsa ""Ö"" Berg";"Malå; by"\r\nEva;\r\n')],
  ])('with %s is read the same', async (_name, bytes) => {
    expect(await readSheetFile(bytes)).toEqual(CELLS);
  });

  it('in UTF-16, as Excel saves "Unicode text", is read', async () => {
    const utf16 = Buffer.from('\ufeffNamn\tOrt\r\nÅsa\tMalå\r\n', 'utf16le');
    expect(await readSheetFile(new Uint8Array(utf16))).toEqual([
      ['Namn', 'Ort'],
      ['Åsa', 'Malå'],
    ]);
  });

  it('takes 20,000 rows and refuses more', async () => {
    expect((await readSheetFile(text(`Namn\n${'Eva\n'.repeat(20_000)}`))).length).toBe(20_001);
    expect(await refusalOf(text(`Namn\n${'Eva\n'.repeat(20_001)}`))).toBe('file-too-many-rows');
  });
});

describe('something else', () => {
  it.each([
    ['nothing', text('')],
    ['only empty lines', text('\n\n;;\n')],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8])],
    ['an old XLS', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['a PDF', text('%PDF-1.7 and so on')],
  ])('%s is refused as unreadable', async (_name, bytes) => {
    expect(await refusalOf(bytes)).toBe('file-unreadable');
  });

  it('of more than ten megabytes is refused', async () => {
    expect(await refusalOf(new Uint8Array(10_000_001))).toBe('file-too-large');
  });
});

/** A zip of one part, which says of itself that it unpacks to `told` bytes. */
function zip(name: string, packed: Buffer, told: number): Uint8Array {
  const label = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(told, 18);
  common.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, label, packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, Buffer.alloc(14), label]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}
