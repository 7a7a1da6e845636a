import type { Column } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { findHeadingRow, guessColumns } from './headings.ts';

function columnsOf(headings: readonly string[]): readonly (Column | null)[] {
  return guessColumns(headings, []).map(({ column }) => column);
}

describe('headings', () => {
  it('named as the guide names them are certain', () => {
    const headings =
      'id,side,name,email,phone,birth year,gender,municipality,locality or postal code,languages,education level,education field,occupation,availability,ways to meet,max km,capacity,waiting since,wishes,never with';
    const guesses = guessColumns(headings.split(','), []);
    expect(guesses.every(({ column, certain }) => column !== null && certain)).toBe(true);
    expect(new Set(guesses.map(({ column }) => column)).size).toBe(20);
  });

  it.each<[string, Column | null]>([
    ['Född', 'birthYear'],
    ['fodelsear', 'birthYear'],
    ['Mejl', 'email'],
    ['Mobil', 'phone'],
    ['Ort/postnr', 'place'],
    ['Språk (nivå)', 'languages'],
    ['Språkk', 'languages'],
    ['Tilgänglighet', 'availability'],
    ['När passar det?', 'availability'],
    ['Hur vill ni ses?', 'ways'],
    ['Max avstånd (km)', 'maxKilometres'],
    ['Utb.nivå', 'educationLevel'],
    ['I kö sedan', 'waitingSince'],
    ['Får inte matchas med', 'neverWith'],
    ['Kommentar', null],
    ['Personnummer', null],
    ['المهنة', 'occupation'],
  ])('%s is %s', (heading, column) => {
    expect(columnsOf([heading])).toEqual([column]);
  });

  it('share one column never: the one that says it best has it', () => {
    expect(columnsOf(['Utbildning', 'Utbildningsinriktning'])).toEqual([null, 'educationField']);
  });

  it('put a name in two columns together', () => {
    expect(columnsOf(['Förnamn', 'Efternamn'])).toEqual(['name', 'name']);
    expect(columnsOf(['Namn', 'Efternamn'])).toEqual(['name', null]);
  });

  it('that do not say the side leave it to the column that holds sides', () => {
    const rows = [
      ['Eva', 'mentor'],
      ['Amina', 'nyanländ'],
      ['Karin', 'mentor'],
    ];
    expect(guessColumns(['Namn', 'Övrigt'], rows)[1]).toEqual({ column: 'side', certain: false });
    expect(
      guessColumns(
        ['Namn', 'Övrigt'],
        [
          ['Eva', 'mentor'],
          ['Karin', 'mentor'],
        ],
      )[1]?.column,
    ).toBeNull();
  });

  it('stand below a title and empty rows', () => {
    expect(findHeadingRow([['Anmälda i höst'], [], ['Namn', 'Roll', 'Ort'], ['Eva', 'mentor', 'Malå']])).toBe(
      2,
    );
    expect(findHeadingRow([[], ['A', 'B'], ['Eva', 'mentor']])).toBe(1);
    expect(findHeadingRow([[null, '']])).toBeNull();
  });
});
