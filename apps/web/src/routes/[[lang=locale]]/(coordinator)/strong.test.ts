import { describe, expect, it } from 'vitest';
import { firstName, piecesOf, strong } from './strong.ts';

describe('strong names in a sentence', () => {
  it('splits a sentence where the names stand', () => {
    expect(piecesOf(`${strong('Hiba')} och ${strong('Lars')} ses.`)).toEqual([
      { words: 'Hiba', strong: true },
      { words: ' och ', strong: false },
      { words: 'Lars', strong: true },
      { words: ' ses.', strong: false },
    ]);
  });

  it('leaves a sentence without names alone', () => {
    expect(piecesOf('Ingen väntar.')).toEqual([{ words: 'Ingen väntar.', strong: false }]);
  });

  it('says the first name, also of one who has only one', () => {
    expect(firstName('Hiba Saleh')).toBe('Hiba');
    expect(firstName('Madonna')).toBe('Madonna');
  });
});
