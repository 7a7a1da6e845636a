import { describe, expect, it } from 'vitest';
import {
  findEducationLevel,
  findField,
  resolveEducationLevel,
  resolveField,
  searchFields,
  stepOfSunLevel,
} from './index.ts';

describe('level of education', () => {
  it.each([
    ['1', 1],
    ['7', 7],
    ['53', 6],
    ['536', 6],
    ['Gymnasial utbildning, 3 år', 4],
    ['Eftergymnasial utbildning 3 år eller längre', 6],
    ['Forskarutbildning', 7],
    ['Licentiatutbildning', 7],
  ])('is sure of %s', (text, step) => {
    expect(resolveEducationLevel(text)).toEqual({ step, confidence: 'exact' });
  });

  it.each([
    ['gymnasium', 4],
    ['Gymnasiet', 4],
    ['gymnasium 2 år', 3],
    ['universitet', 6],
    ['högskola', 6],
    ['Högskola (2 år)', 5],
    ['master', 6],
    ["Master's degree in law", 6],
    ['kandidat', 6],
    ['Bachelor', 6],
    ['PhD', 7],
    ['Ph.D.', 7],
    ['doktorsexamen', 7],
    ['yrkeshögskola', 5],
    ['YH', 5],
    ['grundskola', 2],
    ['9 år', 2],
    ['ingen', 1],
    ['none', 1],
    ['high school', 4],
    ['University', 6],
    ['جامعة', 6],
    ['الثانوية العامة', 4],
    ['دكتوراه', 7],
    ['ابتدائية', 1],
  ])('guesses %s', (text, step) => {
    expect(resolveEducationLevel(text)).toEqual({ step, confidence: 'guessed' });
  });

  it.each(['', 'ingenjör', '8', '0', 'xyz', '99'])('makes nothing of %j', (text) => {
    expect(resolveEducationLevel(text)).toBeNull();
  });

  it('knows the step of a SUN code and the title of a step', () => {
    expect(stepOfSunLevel('00')).toBe(1);
    expect(stepOfSunLevel('32')).toBe(3);
    expect(stepOfSunLevel('88')).toBeNull();
    expect(findEducationLevel(5)?.sv).toBe('Eftergymnasial utbildning kortare än 3 år');
    expect(findEducationLevel(8)).toBeNull();
  });
});

describe('field of education', () => {
  it('takes no years for a code', () => {
    expect(resolveField('3 år juridik')?.field).not.toBe('3');
  });

  it.each([
    ['380', '380'],
    ['723a', '723a'],
    ['SUN 481', '481'],
    ['727 Farmaci', '727'],
    ['Farmaci', '727'],
    ['Juridik och rättsvetenskap', '380'],
    ['Kemi', '442z'],
  ])('is sure of %s', (text, field) => {
    expect(resolveField(text)).toMatchObject({ field, confidence: 'exact' });
  });

  it.each([
    ['juridik', '380'],
    ['law', '380'],
    ['Juristprogrammet', '380'],
    ['حقوق', '380'],
    ['farmasi', '727'],
    ['pharmacy', '727'],
    ['data', '48'],
    ['computer science', '481'],
    ['medicine', '721'],
    ['engineering', '52'],
    ['mechanical engineering', '521'],
    ['civil engineering', '582'],
    ['nursing', '723'],
    ['business administration', '34'],
    ['ekonomi', '34'],
    ['economics', '314'],
    ['هندسة', '52'],
    ['طب', '721'],
    ['Affärsjuridik', '380c'],
    ['teaching', '1'],
  ])('guesses %s', (text, field) => {
    expect(resolveField(text)).toMatchObject({ field, confidence: 'guessed' });
  });

  it.each(['', 'asdf', '???', '000'])('makes nothing of %j', (text) => {
    expect(resolveField(text)).toBeNull();
  });

  it('is searched by title, keyword and everyday word', () => {
    expect(searchFields('apotek')[0]?.field).toBe('727a');
    expect(searchFields('nursing')[0]).toMatchObject({
      field: '723',
      label: 'Omvårdnad',
      matched: 'nursing',
    });
    expect(searchFields('ingenjörsutbildning data').map(({ field }) => field)).toContain('523c');
    expect(searchFields('a', { limit: 3 })).toHaveLength(3);
    expect(findField('1')?.en).toBe('Education and teacher training');
  });
});
