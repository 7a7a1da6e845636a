import { describe, expect, it } from 'vitest';
import {
  findMunicipality,
  listMunicipalities,
  resolveMunicipality,
  resolvePlace,
  searchPlaces,
} from './index.ts';

describe('municipality', () => {
  it.each([
    ['0162', '0162'],
    ['162', '0162'],
    ['Danderyd', '0162'],
    ['danderyds kommun', '0162'],
    ['Danderyds', '0162'],
    ['Jarfalla', '0123'],
    ['Järfälla kommun', '0123'],
    ['Habo', '0643'],
    ['Håbo', '0305'],
    ['Stockholms stad', '0180'],
    ['Göteborg', '1480'],
    ['Gothenburg', '1480'],
    ['Region Gotland', '0980'],
    ['Malå', '2418'],
    ['MALMÖ', '1280'],
    ['Norsjö', '2417'],
    ['Arvidsjaurs kommun', '2505'],
  ])('is sure of %s', (text, code) => {
    expect(resolveMunicipality(text)).toEqual({ code, confidence: 'exact' });
  });

  it('knows all by each form of their names', () => {
    for (const { code, name, nameShort } of listMunicipalities())
      for (const form of [name, nameShort, `${nameShort} kommun`])
        expect([form, resolveMunicipality(form)?.code]).toEqual([form, code]);
  });

  it('guesses through a slip, and makes nothing of what is no municipality', () => {
    expect(resolveMunicipality('Danderid')).toEqual({ code: '0162', confidence: 'guessed' });
    expect(resolveMunicipality('Arvidsjaour')).toEqual({ code: '2505', confidence: 'guessed' });
    for (const text of ['', 'Oslo', '9999', 'kommun', '?']) expect(resolveMunicipality(text)).toBeNull();
  });

  it('has its county', () => {
    expect(findMunicipality('1441')).toMatchObject({ nameShort: 'Lerum', countyCode: '14' });
    expect(findMunicipality('0000')).toBeNull();
  });
});

describe('place', () => {
  it.each(['182 36', '18236', 'SE-182 36', 'S-18236', '182 36 Danderyd', ' 182 36 '])(
    'knows the postal code in %j',
    (text) => {
      expect(resolvePlace({ text })).toMatchObject({
        kind: 'postal-code',
        municipality: '0162',
        confidence: 'exact',
      });
    },
  );

  it('knows localities, towns that are no postal locality, and municipalities', () => {
    expect(resolvePlace({ text: 'Djursholm' })).toMatchObject({
      kind: 'locality',
      municipality: '0162',
      label: 'Djursholm',
    });
    expect(resolvePlace({ text: 'jakobsberg' })).toMatchObject({ municipality: '0123' });
    expect(resolvePlace({ text: 'Glommersträsk' })).toMatchObject({
      municipality: '2505',
      latitude: 65.2667,
    });
    expect(resolvePlace({ text: 'Danderyds kommun' })).toMatchObject({
      kind: 'municipality',
      municipality: '0162',
    });
  });

  it('lets the municipality decide between places of one name', () => {
    const bromma = resolvePlace({ text: 'Bromma', municipality: '0180' });
    expect(bromma).toMatchObject({ municipality: '0180', confidence: 'exact' });
    expect(resolvePlace({ text: 'Botsmark' })).toMatchObject({ municipality: '2480' });
    expect(resolvePlace({ text: 'Glommersträsk', municipality: '2417' })).toMatchObject({
      municipality: '2505',
      confidence: 'guessed',
    });
  });

  it('puts 930 61 Bastuträsk in Norsjö, where it is', () => {
    expect(resolvePlace({ text: '930 61' })).toMatchObject({ municipality: '2417' });
  });

  it('puts Järfälla and its postal codes where Jakobsberg is, all in Järfälla', () => {
    for (const text of ['Järfälla', 'Jakobsberg', '177 32', '175 00', '176 70'])
      expect([text, resolvePlace({ text })]).toMatchObject([
        text,
        { municipality: '0123', latitude: 59.4227 },
      ]);
    expect(findMunicipality('0123')?.longitude).toBe(17.8351);
  });

  it('takes the stated municipality where no source tells one', () => {
    expect(resolvePlace({ text: '138 20' })).toMatchObject({ municipality: null });
    expect(resolvePlace({ text: '138 20', municipality: '0182' })).toMatchObject({ municipality: '0182' });
  });

  it('guesses through a slip, and by the locality after an unknown code', () => {
    expect(resolvePlace({ text: 'Glommerstrask' })?.municipality).toBe('2505');
    expect(resolvePlace({ text: 'Djursholn' })).toMatchObject({
      municipality: '0162',
      confidence: 'guessed',
    });
    expect(resolvePlace({ text: '999 99 Djursholm' })).toMatchObject({
      municipality: '0162',
      confidence: 'guessed',
    });
  });

  it.each(['', '999 99', '12345678', 'Atlantis', '?'])('makes nothing of %j', (text) => {
    expect(resolvePlace({ text })).toBeNull();
  });

  it('is searched by the beginning of a name or code', () => {
    expect(searchPlaces('djurs').map(({ label }) => label)).toContain('Djursholm');
    expect(searchPlaces('182 3', { limit: 3 })).toHaveLength(3);
    expect(searchPlaces('')).toEqual([]);
  });
});
