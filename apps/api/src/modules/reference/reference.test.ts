import { findOccupations, findPlaces, listChoices } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test-house.ts';

describe('look-ups for forms', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  it.each([
    ['sjuksköt', 'sv', '2221'],
    ['nurse', 'en', '2221'],
    ['ممرض', 'ar', '2221'],
    ['apotekre', 'sv', '2281'],
  ])('find an occupation typed as %s in %s', async (q, language, ssyk) => {
    const { status, body } = await house.ask(findOccupations, {
      query: { q },
      headers: { 'accept-language': language },
    });
    expect(status).toBe(200);
    expect(body.occupations.slice(0, 5).map((one) => one.ssyk)).toContain(ssyk);
    expect(body.occupations.every(({ label, group }) => label !== '' && group !== '')).toBe(true);
  });

  it('find nothing for what nobody has heard of, which is an answer', async () => {
    const { status, body } = await house.ask(findOccupations, { query: { q: 'xylofonstämmare' } });
    expect(status).toBe(200);
    expect(body.occupations).toEqual([]);
  });

  it.each([
    ['djurs', 'Djursholm'],
    ['18236', '182 36'],
  ])('find a place typed as %s', async (q, label) => {
    const { body } = await house.ask(findPlaces, { query: { q, limit: '3' } });
    expect(body.places[0]).toMatchObject({ municipality: '0162', municipalityName: 'Danderyd' });
    expect(body.places[0]?.label).toContain(label);
    expect(body.places.length).toBeLessThanOrEqual(3);
  });

  it.each(['sv', 'en', 'ar'])('name the closed lists in %s', async (language) => {
    const { status, body } = await house.ask(listChoices, { headers: { 'accept-language': language } });
    expect(status).toBe(200);
    expect(body.municipalities).toHaveLength(290);
    expect(body.educationLevels).toHaveLength(7);
    expect(body.languages[0]?.common).toBe(true);
    expect(body.languages.find(({ code }) => code === 'ar')?.label).toBe(
      { sv: 'arabiska', en: 'Arabic', ar: 'العربية' }[language],
    );
  });

  it('say which field is wrong', async () => {
    const { status, problem } = await house.ask(findPlaces, { query: { q: 'x', limit: '0' } });
    expect(status).toBe(422);
    expect(problem?.fields).toEqual([expect.objectContaining({ path: 'limit', code: 'too-small' })]);
  });
});
