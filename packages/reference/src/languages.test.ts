import { describe, expect, it } from 'vitest';
import { findLanguage, languageName, listLanguages, resolveLanguage } from './index.ts';

describe('languages', () => {
  it('come with the 37 that newcomers speak most first', () => {
    expect(
      listLanguages()
        .slice(0, 37)
        .every(({ core }) => core),
    ).toBe(true);
    expect(
      listLanguages()
        .slice(37)
        .some(({ core }) => core),
    ).toBe(false);
  });

  it('have a name in Swedish, English and Arabic, all different within the core', () => {
    for (const { tag, names } of listLanguages()) expect([tag, names.sv, names.en].every(Boolean)).toBe(true);
    for (const locale of ['sv', 'en', 'ar'] as const) {
      const core = listLanguages()
        .filter((language) => language.core)
        .map(({ tag }) => languageName(tag, locale));
      expect(new Set(core).size).toBe(37);
    }
  });

  it('run from right to left where they are written so', () => {
    const rightToLeft = listLanguages()
      .filter(({ core, dir }) => core && dir === 'rtl')
      .map(({ tag }) => tag);
    expect(rightToLeft.sort()).toEqual(['aii', 'ar', 'ckb', 'fa', 'haz', 'prs', 'ps', 'tru', 'ur']);
  });

  it('are named as their speakers in Sweden are used to', () => {
    expect(languageName('ps', 'sv')).toBe('pashto');
    expect(languageName('kmr', 'sv')).toBe('nordkurdiska (kurmanji)');
    expect(languageName('prs', 'sv')).toBe('dari');
    expect(languageName('fa-AF', 'en')).toBe('Dari');
    expect(languageName('kmr', 'ar')).toBe('الكردية (الكرمانجية)');
    expect(languageName('aii', 'ar')).toBe('الآشورية');
    expect(languageName('aii', 'uk')).toBe('Assyrian Neo-Aramaic');
    expect(languageName('xx', 'sv')).toBeNull();
    expect(findLanguage('ar-SY')?.tag).toBe('ar');
  });
});

describe('resolving the language of a cell', () => {
  it.each([
    ['ar', 'ar'],
    ['ara', 'ar'],
    ['Arabiska', 'ar'],
    ['Arabic', 'ar'],
    ['العربية', 'ar'],
    ['عربي', 'ar'],
    ['tigrinja', 'ti'],
    ['tigrinska', 'ti'],
    ['ትግርኛ', 'ti'],
    ['kurmanji', 'kmr'],
    ['Kurdiska - Kurmanji', 'kmr'],
    ['sorani', 'ckb'],
    ['kurdiska', 'ku'],
    ['dari', 'prs'],
    ['دری', 'prs'],
    ['persiska', 'fa'],
    ['farsi', 'fa'],
    ['Persiska/Farsi', 'fa'],
    ['فارسی', 'fa'],
    ['pashto', 'ps'],
    ['somaliska', 'so'],
    ['Soomaali', 'so'],
    ['ukrainska', 'uk'],
    ['українська', 'uk'],
    ['svenska', 'sv'],
    ['sv-SE', 'sv'],
    ['Tyska', 'de'],
    ['norska', 'nb'],
    ['spanska ', 'es'],
    ['oromo', 'om'],
    ['mandarin', 'zh'],
  ])('is sure of %s', (text, tag) => {
    expect(resolveLanguage(text)).toEqual({ tag, confidence: 'exact' });
  });

  it.each([
    ['BKS', 'bs'],
    ['dari (afghanska)', 'prs'],
  ])('guesses %s', (text, tag) => {
    expect(resolveLanguage(text)).toEqual({ tag, confidence: 'guessed' });
  });

  it.each(['', 'klingonska', '-', 'x', '()'])('makes nothing of %j', (text) => {
    expect(resolveLanguage(text)).toBeNull();
  });
});
