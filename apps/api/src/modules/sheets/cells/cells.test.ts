import type { Column } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { readColumn } from '../fields.ts';
import { writeAvailability } from './availability.ts';
import { MASK, maskPersonalNumbers } from './personal-number.ts';
import type { Cell, ReadingContext, SheetFields } from './reading.ts';
import { fillCell } from './text.ts';
import { writeWish } from './wish.words.ts';

const CONTEXT: ReadingContext = { locale: 'sv', today: '2026-11-26', side: 'newcomer', municipality: '0162' };

function read(column: Column, cell: Cell, context: Partial<ReadingContext> = {}) {
  const filled = fillCell(cell);
  if (filled === null) return 'empty';
  return readColumn(column, filled, { ...CONTEXT, ...context });
}
/** What was understood, or the code of the problem. */
function valueOf(column: Column, cell: Cell, name: keyof SheetFields, context: Partial<ReadingContext> = {}) {
  const reading = read(column, cell, context);
  if (reading === 'empty') return 'empty';
  return 'problem' in reading ? reading.problem : reading.value[name];
}
function isGuess(column: Column, cell: Cell, context: Partial<ReadingContext> = {}): boolean {
  const reading = read(column, cell, context);
  return reading !== 'empty' && 'value' in reading && reading.guess !== null;
}

describe('a telephone number', () => {
  it.each<[Cell, string]>([
    ['070-174 06 05', '+46701740605'],
    ['0701740605', '+46701740605'],
    [701740605, '+46701740605'],
    [46701740605, '+46701740605'],
    ['4,6701740605E+10', '+46701740605'],
    ['4.6701740605e+10', '+46701740605'],
    ['4,67E+10', 'phone-lost-digits'],
    ['+46 (0)70 174 06 05', '+46701740605'],
    ['+460701740605', '+46701740605'],
    ['0046 70 174 06 05', '+46701740605'],
    ['00460701740605', '+46701740605'],
    ['tel: 08-755 50 00', '+4687555000'],
    ['+47 22 00 11 22', '+4722001122'],
    ['070-174 06 05 / 08-123 456 78', '+46701740605'],
    ['070 174 06 05 eller 0707 11 22 33', '+46701740605'],
    ['ring efter kl 18', 'not-a-phone'],
    ['12', 'not-a-phone'],
    ['-', 'empty'],
  ])('written as %j is %s', (cell, expected) => {
    expect(valueOf('phone', cell, 'phone')).toBe(expected);
  });
});

describe('a day', () => {
  it.each<[Cell, string]>([
    [46082, '2026-03-01'],
    ['46082', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['1/3 2026', '2026-03-01'],
    ['1/3-26', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['3/14/2026', '2026-03-14'],
    ['1 mars 2026', '2026-03-01'],
    ['March 1st, 2026', '2026-03-01'],
    ['1 okt 2025', '2025-10-01'],
    ['mars 2026', '2026-03-01'],
    ['2026-03-01T00:00:00.000Z', '2026-03-01'],
    ['31/2 2026', 'not-a-date'],
    ['i våras', 'not-a-date'],
    ['2027-01-01', 'date-in-future'],
  ])('written as %j is %s', (cell, expected) => {
    expect(valueOf('waitingSince', cell, 'waitingSince')).toBe(expected);
  });
});

describe('a birth year', () => {
  it.each<[Cell, number | string]>([
    [1985, 1985],
    ['1985', 1985],
    ["'85", 1985],
    ['05', 2005],
    ['1985-03-12', 1985],
    ['12/3 1985', 1985],
    ['850312', 1985],
    ['1850', 'not-a-birth-year'],
    ['2085', 'not-a-birth-year'],
    ['fyrtio', 'not-a-birth-year'],
  ])('written as %j is %s', (cell, expected) => {
    expect(valueOf('birthYear', cell, 'birthYear')).toBe(expected);
  });
});

describe('a personal identity number', () => {
  it.each<[Cell, 'phone' | 'other', boolean]>([
    ['19850312-1234', 'other', true],
    ['850312-1234', 'other', true],
    ['850312+1234', 'other', true],
    [198503121234, 'other', true],
    ['Amina 19850312 1234', 'other', true],
    ['19850372-1234', 'other', true],
    ['19850312-T123', 'phone', true],
    ['8112289874', 'other', true],
    ['8112289875', 'other', false],
    ['0701740605', 'phone', false],
    ['070-174 06 05', 'other', false],
    ['+46701740605', 'other', false],
    ['1985-03-12', 'other', false],
    [1985, 'other', false],
  ])('%j in a column of %s is taken out: %s', (cell, column, masked) => {
    const after = maskPersonalNumbers(cell, column);
    expect(String(after).includes(MASK)).toBe(masked);
    if (!masked) expect(after).toBe(cell);
  });

  it('is told as what it is, and never again shown', () => {
    expect(valueOf('birthYear', MASK, 'birthYear')).toBe('personal-number');
    expect(valueOf('id', `x ${MASK}`, 'sheetId')).toBe('personal-number');
  });
});

describe('languages', () => {
  const skill = (language: string, level: string) => ({ language, level });
  it.each<[string, object]>([
    ['ar:C2; sv:A2', { languages: [skill('ar', 'C2'), skill('sv', 'A2')], sfi: null }],
    ['arabiska (modersmål), svenska B1', { languages: [skill('ar', 'C2'), skill('sv', 'B1')], sfi: null }],
    ['Somaliska - flytande\nengelska b2', { languages: [skill('so', 'C1'), skill('en', 'B2')], sfi: null }],
    ['dari; svenska sfi C', { languages: [skill('prs', 'C2')], sfi: 'C' }],
    ['SFI D', { languages: [], sfi: 'D' }],
    ['svenska', { languages: [skill('sv', 'A2')], sfi: null }],
    ['persiska/farsi C2', { languages: [skill('fa', 'C2')], sfi: null }],
  ])('%j', (cell, expected) => {
    expect(valueOf('languages', cell, 'skills')).toEqual(expected);
  });

  it('of a mentor who names Swedish alone are hers from home, as a guess', () => {
    expect(valueOf('languages', 'svenska', 'skills', { side: 'mentor' })).toMatchObject({
      languages: [{ language: 'sv', level: 'C2' }],
    });
    expect(isGuess('languages', 'svenska', { side: 'mentor' })).toBe(true);
    expect(isGuess('languages', 'sv:C2')).toBe(false);
  });

  it.each([
    ['ar:C9', 'unknown-level'],
    ['svenska B9', 'unknown-level'],
    ['klingonskan', 'unknown-language'],
  ])('%s: %s', (cell, problem) => {
    expect(valueOf('languages', cell, 'skills')).toBe(problem);
  });
});

describe('times', () => {
  it.each([
    ['mån 17-20; lör 10-14', 'mån 17-20; lör 10-14'],
    ['weekdays after 17', 'mån-fre 17-22'],
    ['vardagar efter 17', 'mån-fre 17-22'],
    ['efter 17.30 på onsdagar', 'ons 17.30-22'],
    ['före 12 fredagar', 'fre 8-12'],
    ['helger', 'lör-sön 9-20'],
    ['mån-tors 9-12', 'mån-tors 9-12'],
    ['Mon–Fri 17–20', 'mån-fre 17-20'],
    ['kvällar', 'mån-sön 17-21'],
    ['vardagskvällar', 'mån-fre 17-21'],
    ['lördag förmiddag', 'lör 9-12'],
    ['mån, ons 17-20, lör 10-14', 'mån 17-20; ons 17-20; lör 10-14'],
    ['17-20 mån, ons', 'mån 17-20; ons 17-20'],
    ['mån 5pm-8pm; Sat 5-8 pm', 'mån 17-20; lör 17-20'],
    ['mellan kl. 17 och 20 på tisdagar', 'tis 17-20'],
    ['tis 17.15-18.45', 'tis 17.30-18.30'],
    ['fre-mån 10-12', 'mån 10-12; fre-sön 10-12'],
    ['sön 20-24', 'sön 20-24'],
    ['mån 9-12, 13-16', 'mån 9-12, 13-16'],
  ])('%s means %s', (cell, expected) => {
    const halfHours = valueOf('availability', cell, 'availability');
    expect(Array.isArray(halfHours) && writeAvailability(halfHours, 'sv')).toBe(expected);
  });

  it.each([
    ['mån 20-17', 'ends-before-begins'],
    ['mån 22-02', 'ends-before-begins'],
    ['mån 25-27', 'unclear-time'],
    ['när som', 'unclear-time'],
    ['blomdag 17-20', 'unclear-time'],
    ['mån 17:75-18', 'unclear-time'],
  ])('%s: %s', (cell, problem) => {
    expect(valueOf('availability', cell, 'availability')).toBe(problem);
  });

  it.each(['sv', 'en', 'ar'] as const)('are read back as they are written in %s', (locale) => {
    const halfHours = [34, 35, 36, 82, 83, 84, 85, 278, 279];
    expect(valueOf('availability', writeAvailability(halfHours, locale), 'availability')).toEqual(halfHours);
  });

  it('are a guess where the hours are not told', () => {
    expect(isGuess('availability', 'helger')).toBe(true);
    expect(isGuess('availability', 'lör 10-14')).toBe(false);
  });
});

describe('wishes', () => {
  const rather = { strength: 'rather', most: false };
  const must = { strength: 'must', most: false };
  it.each<[string, object[]]>([
    [
      'must:woman; rather:same age',
      [
        { about: 'gender', gender: 'woman', ...must },
        { about: 'age', years: 5, ...rather },
      ],
    ],
    [
      'krav:kvinna, helst:samma ålder!',
      [
        { about: 'gender', gender: 'woman', ...must },
        { about: 'age', years: 5, strength: 'rather', most: true },
      ],
    ],
    ['must:ar', [{ about: 'language', language: 'ar', ...must }]],
    ['must: arabic', [{ about: 'language', language: 'ar', ...must }]],
    ['rather:near', [{ about: 'nearness', kilometres: 10, ...rather }]],
    ['helst inom 2,5 km', [{ about: 'nearness', kilometres: 2.5, ...rather }]],
    ['helst:högst 10 år', [{ about: 'age', years: 10, ...rather }]],
    [
      'gärna samma yrke; krav:samma kommun',
      [
        { about: 'occupation', ...rather },
        { about: 'municipality', ...must },
      ],
    ],
    ['rather:video', [{ about: 'way', way: 'video', ...rather }]],
    ['krav:kvinna (viktigast)', [{ about: 'gender', gender: 'woman', strength: 'must', most: true }]],
  ])('%s', (cell, expected) => {
    expect(valueOf('wishes', cell, 'wishes')).toEqual(expected);
  });

  it.each([
    ['must:lyckas', 'unclear-wish'],
    ['krav:kvinna!; helst:nära!', 'most-twice'],
  ])('%s: %s', (cell, problem) => {
    expect(valueOf('wishes', cell, 'wishes')).toBe(problem);
  });

  it.each(['sv', 'en', 'ar'] as const)('are read back as they are written in %s', (locale) => {
    const wishes = [
      { about: 'gender', gender: 'other', strength: 'must', most: false },
      { about: 'age', years: 7, strength: 'rather', most: true },
      { about: 'language', language: 'ar', strength: 'rather', most: false },
      { about: 'occupation', strength: 'must', most: false },
      { about: 'municipality', strength: 'rather', most: false },
      { about: 'nearness', kilometres: 12, strength: 'rather', most: false },
      { about: 'way', way: 'in-person', strength: 'rather', most: false },
      { about: 'way', way: 'walk', strength: 'rather', most: false },
      { about: 'way', way: 'telephone', strength: 'rather', most: false },
    ] as const;
    const written = wishes.map((wish) => writeWish(wish, locale)).join('; ');
    expect(valueOf('wishes', written, 'wishes')).toEqual(wishes);
  });
});

describe('work and studies', () => {
  it('are several, each with its years', () => {
    expect(valueOf('occupation', 'sjuksköterska (5 år); 2281', 'occupations')).toMatchObject([
      { ssyk: '2221', years: 5, asWritten: 'sjuksköterska' },
      { ssyk: '2281', years: 0 },
    ]);
  });

  it('that nobody has heard of are an error; what may be several is kept as it was written', () => {
    expect(valueOf('occupation', 'blorpologist', 'occupations')).toBe('unknown-occupation');
    expect(valueOf('occupation', 'butik', 'occupations')).toMatchObject([{ ssyk: null, asWritten: 'butik' }]);
    expect(isGuess('occupation', 'butik')).toBe(true);
  });

  it('have a level and a field by words or codes', () => {
    expect(valueOf('educationLevel', 'gymnasium', 'educationLevels')).toEqual([4]);
    expect(valueOf('educationLevel', 'sju', 'educationLevels')).toBe('unknown-education-level');
    expect(valueOf('educationField', 'juridik', 'educationFields')).toMatchObject([{ field: '380' }]);
    expect(valueOf('educationField', 'kandidatexamen', 'educationFields')).toEqual([
      { field: null, level: 6 },
    ]);
    expect(isGuess('educationField', 'kandidatexamen')).toBe(true);
    expect(valueOf('educationField', 'xyzzy plugh', 'educationFields')).toBe('unknown-education-field');
  });
});

describe('the other columns', () => {
  it.each<[Column, Cell, keyof SheetFields, unknown]>([
    ['side', 'Nyanländ', 'side', 'newcomer'],
    ['side', 'adept', 'side', 'newcomer'],
    ['side', 'Språkvän', 'side', 'mentor'],
    ['side', 'mentor (volontär)', 'side', 'mentor'],
    ['side', 'båda', 'side', 'unknown-side'],
    ['gender', 'Kvinna', 'gender', 'woman'],
    ['gender', 'female', 'gender', 'woman'],
    ['gender', 'M', 'gender', 'man'],
    ['gender', 'vill ej svara', 'gender', null],
    ['gender', '7', 'gender', 'unknown-gender'],
    ['municipality', 'Danderyds kommun', 'municipality', '0162'],
    ['municipality', 162, 'municipality', '0162'],
    ['municipality', 'Ankeborg', 'municipality', 'unknown-municipality'],
    ['email', ' Amina@Example.SE ', 'email', 'amina@example.se'],
    ['email', 'mailto:a@b.se', 'email', 'a@b.se'],
    ['email', 'amina(at)example.se', 'email', 'not-an-email'],
    ['ways', 'promenad, video', 'ways', ['walk', 'video']],
    ['ways', 'alla', 'ways', ['in-person', 'walk', 'video', 'telephone']],
    ['ways', 'brevduva', 'ways', 'unknown-way'],
    ['maxKilometres', '1 mil', 'maxKilometres', 10],
    ['maxKilometres', '2,5 km', 'maxKilometres', 2.5],
    ['maxKilometres', 'långt', 'maxKilometres', 'not-kilometres'],
    ['capacity', '2 st', 'capacity', 2],
    ['capacity', 0, 'capacity', 'not-capacity'],
    ['capacity', 11, 'capacity', 'not-capacity'],
    ['interests', 'matlagning; promenader', 'interests', ['walking', 'cooking']],
    ['name', '=HYPERLINK("http://x")', 'name', 'formula'],
    ['name', '@SUM(A1)', 'name', 'formula'],
    ['name', '#REF!', 'name', 'cell-error'],
    ['name', 'a\u0000b', 'name', 'unreadable-character'],
    ['name', 'a\ud800', 'name', 'unreadable-character'],
    ['name', 'x'.repeat(10_000), 'name', 'too-long'],
    ['name', 'x'.repeat(121), 'name', 'too-long'],
    ['name', '  Åsa   Öberg ', 'name', 'Åsa Öberg'],
    ['name', '\u200b\u200b', 'name', 'empty'],
    ['household', "'=x", 'household', 'formula'],
  ])('%s: %j is %s %j', (column, cell, name, expected) => {
    expect(valueOf(column, cell, name)).toEqual(expected);
  });

  it('place is a postal code or a locality; one that no list knows is kept, as a guess', () => {
    expect(valueOf('place', '182 36', 'place')).toMatchObject({ postalCode: '18236', municipality: '0162' });
    expect(valueOf('place', 'SE-18236 Djursholm', 'place')).toMatchObject({
      postalCode: '18236',
      locality: 'Djursholm',
    });
    expect(valueOf('place', 'Stocksund', 'place')).toEqual({
      postalCode: null,
      locality: 'Stocksund',
      municipality: '0162',
    });
    expect(valueOf('place', 'Bortom Skogen', 'place')).toMatchObject({ locality: 'Bortom Skogen' });
    expect(isGuess('place', 'Bortom Skogen')).toBe(true);
  });
});
