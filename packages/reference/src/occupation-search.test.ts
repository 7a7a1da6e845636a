import { describe, expect, it } from 'vitest';
import { listOccupations, resolveOccupation, searchOccupations } from './index.ts';

describe('searching for an occupation', () => {
  it.each([
    ['sjuksköterska', 'Sjuksköterska, grundutbildad'],
    ['sjuksköterka', 'Sjuksköterska, grundutbildad'],
    ['sjukskoterska', 'Sjuksköterska, grundutbildad'],
    ['SJUKSKÖTERSKA', 'Sjuksköterska, grundutbildad'],
    ['nurse', 'Sjuksköterska, grundutbildad'],
    ['nurce', 'Sjuksköterska, grundutbildad'],
    ['ممرض', 'Sjuksköterska, grundutbildad'],
    ['ممرضة', 'Sjuksköterska, grundutbildad'],
    ['undersk', 'Undersköterska, vård- och specialavdelning och mottagning'],
    ['ekonomiassitent', 'Ekonomiassistent'],
    ['pharmasist', 'Apotekare'],
    ['farmasist', 'Apotekare'],
    ['farmaceut', 'Apotekare'],
    ['apotekare', 'Apotekare'],
    ['صيدلي', 'Apotekare'],
    ['domare', 'Domare'],
    ['judge', 'Domare'],
    ['قاضي', 'Domare'],
    ['läkare', 'Läkare'],
    ['lakare', 'Läkare'],
    ['läkre', 'Läkare'],
    ['doktor', 'Läkare'],
    ['doctor', 'Läkare'],
    ['طبيب', 'Läkare'],
    ['dentist', 'Tandläkare'],
    ['طبيب اسنان', 'Tandläkare'],
    ['lokalvårdare', 'Städare'],
    ['städerska', 'Städare'],
    ['cleaner', 'Städare'],
    ['målare', 'Målare'],
    ['elektrkier', 'Installationselektriker'],
    ['rörmokare', 'VVS-montör'],
    ['plumer', 'VVS-montör'],
    ['software developper', 'Systemutvecklare/Programmerare'],
    ['developer software', 'Systemutvecklare/Programmerare'],
    ['مهندس برمجيات', 'Systemutvecklare/Programmerare'],
    ['barn sjuksköterska', 'Barnsjuksköterska'],
    ['hotel receptionist', 'Hotellreceptionist'],
    ['taxi', 'Taxiförare'],
    ['busschaför', 'Bussförare'],
    ['långtradarchaufför', 'Fjärrbilsförare'],
    ['hårfrisörska', 'Frisör'],
    ['حلاق', 'Frisör'],
    ['خياط', 'Skräddare'],
    ['محاسب', 'Redovisningsekonom'],
    ['snickar', 'Träarbetare/Snickare'],
    ['advokatt', 'Advokat'],
    ['konditor', 'Bagare/Konditor'],
  ])('finds by %s first of all %s', (query, label) => {
    expect(searchOccupations(query)[0]?.labelSv).toBe(label);
  });

  it.each([
    ['lärare', ['Lärare i grundskolan, årskurs 1-6', 'SFI-lärare']],
    ['grundskollärare', ['Grundskollärare', 'Lärare i grundskolan, årskurs 1-6']],
    ['läkare', ['AT-läkare']],
    ['domare', ['Idrottsdomare']],
    ['assistent ekonomi', ['Ekonomiassistent']],
    ['ingenjör', ['Civilingenjörsyrken']],
    ['teacher primary', ['Lärare i grundskolan, årskurs 1-6']],
    ['jurist', ['Jurister', 'IT-jurist']],
  ])('finds by %s also %j', (query, labels) => {
    expect(searchOccupations(query, { limit: 10 }).map(({ labelSv }) => labelSv)).toEqual(
      expect.arrayContaining(labels),
    );
  });

  it('finds by any of the three languages and answers in the one of the page', () => {
    expect(searchOccupations('قاضي', { locale: 'en' })[0]).toMatchObject({
      occupation: 'uFNT_1EH_Cgq',
      ssyk: '2612',
      label: 'judge',
    });
    expect(searchOccupations('judge', { locale: 'ar' })[0]?.label).toBe('قاضي / قاضية');
    expect(searchOccupations('قاضي')[0]?.label).toBe('Domare');
  });

  it('finds a group and what is in it by code', () => {
    const [group, ...members] = searchOccupations('2221', { limit: 20 });
    expect(group).toMatchObject({ occupation: null, ssyk: '2221', labelSv: 'Grundutbildade sjuksköterskor' });
    expect(members.every(({ ssyk, occupation }) => ssyk === '2221' && occupation !== null)).toBe(true);
    expect(members).toHaveLength(4);
  });

  it('says which phrase answered, orders by score and keeps to the limit', () => {
    const hits = searchOccupations('nurse', { limit: 5 });
    expect(hits).toHaveLength(5);
    expect(hits[0]?.matched).toBe('nurse');
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(new Set(hits.map(({ occupation, ssyk }) => occupation ?? ssyk)).size).toBe(5);
  });

  it('answers the same every time', () => {
    expect(searchOccupations('ingenjör')).toEqual(searchOccupations('ingenjör'));
  });

  it.each(['', '   ', '???', 'qqqqzzzz', '\u0000', '\uD800', 'och', '(.*)'])(
    'finds nothing by %j, and does not fall over',
    (query) => {
      expect(searchOccupations(query).length).toBeLessThanOrEqual(10);
      expect(resolveOccupation(query)).toBeNull();
    },
  );

  it('looks at the beginning only of a text without end', () => {
    expect(searchOccupations('nurse '.repeat(2000))[0]?.matched).toBe('nurse');
  });
});

describe('resolving the occupation of a cell', () => {
  it.each([
    ['2221', null, '2221'],
    ['SSYK 2612', null, '2612'],
    ['2612 Domare', null, '2612'],
    ['1212', null, '1210'],
    ['YHfo_Sbx_vzK', 'YHfo_Sbx_vzK', '2281'],
    ['Apotekare', 'YHfo_Sbx_vzK', '2281'],
    ['apotekare ', 'YHfo_Sbx_vzK', '2281'],
    ['Grundskollärare', null, '2341'],
    ['Domare', 'uFNT_1EH_Cgq', '2612'],
    ['Konditor', 'XugJ_6hw_wVV', '7612'],
  ])('is sure of %s', (text, occupation, ssyk) => {
    expect(resolveOccupation(text)).toMatchObject({
      ssyk,
      confidence: 'exact',
      occupation,
    });
  });

  it.each([
    ['sjuksköterka', '2221'],
    ['judge', '2612'],
    ['قاضي', '2612'],
    ['pharmasist', '2281'],
    ['lokalvårdare', '9111'],
    ['lärare', '23'],
    ['läkre', '2219'],
    ['ingenjör', '214'],
    ['مهندس', '214'],
    ['software developr', '2512'],
  ])('guesses %s', (text, ssyk) => {
    expect(resolveOccupation(text)).toMatchObject({ ssyk, confidence: 'guessed' });
  });

  it('knows every occupation by its own Swedish name', () => {
    for (const { id, sv } of listOccupations())
      expect([sv, resolveOccupation(sv)?.occupation]).toEqual([sv, id]);
  });

  it('takes no years for a code', () => {
    expect(resolveOccupation('25 år')).toBeNull();
    expect(resolveOccupation('12 år som kock')?.ssyk).not.toBe('12');
  });

  it.each([
    'arbetslös',
    'pensionär',
    'hemmafru',
    'okänd',
    'vet ej',
    '99999',
    '9998',
    'asdf',
    'ingen',
    '-',
    'none',
  ])('makes nothing of %s', (text) => {
    expect(resolveOccupation(text)).toBeNull();
  });
});
