import { describe, expect, it } from 'vitest';
import {
  countPlaces,
  findField,
  findMunicipality,
  findOccupation,
  listEducationLevels,
  listFields,
  listLanguages,
  listMunicipalities,
  listOccupationGroups,
  listOccupations,
  listSfiCourses,
  occupationGroup,
  prepareReference,
  resolvePlace,
  substitutesAmong,
} from './index.ts';
import { readTable, readWords, splitList } from './table.ts';

/** A box around Sweden. */
function isInSweden(latitude: number, longitude: number): boolean {
  return latitude > 55.2 && latitude < 69.2 && longitude > 10.9 && longitude < 24.3;
}

describe('the tables', () => {
  it('hold as many rows as their sources', () => {
    expect(listOccupations()).toHaveLength(2412);
    expect(substitutesAmong(listOccupations().map(({ id }) => id))).toHaveLength(8324);
    // SCB's 633 and the 25 groups that JobTech made by merging.
    expect(listOccupationGroups()).toHaveLength(633 + 25);
    expect(readTable('esco.tsv')).toHaveLength(3007);
    expect(listEducationLevels()).toHaveLength(7);
    expect(readTable('education-levels.tsv')).toHaveLength(71);
    expect(listFields()).toHaveLength(531);
    expect(listLanguages()).toHaveLength(116);
    expect(listMunicipalities()).toHaveLength(290);
    expect(countPlaces().postalCodes).toBe(19_114);
    expect(countPlaces().localities).toBe(1884);
    expect(listSfiCourses()).toHaveLength(4);
  });

  it('use every code once', () => {
    for (const codes of [
      listOccupations().map(({ id }) => id),
      listOccupationGroups().map(({ code }) => code),
      listFields().map(({ code }) => code),
      listLanguages().map(({ tag }) => tag),
      listMunicipalities().map(({ code }) => code),
      readTable('esco.tsv').map((row) => row('code')),
      readTable('postal-codes.tsv').map((row) => row('code')),
    ])
      expect(new Set(codes).size).toBe(codes.length);
  });

  it('point only at what exists', () => {
    const esco = new Set(readTable('esco.tsv').map((row) => row('code')));
    for (const { ssyk } of listOccupations()) expect(occupationGroup(ssyk)?.group).toBe(ssyk);
    for (const row of readTable('occupations.tsv'))
      for (const link of splitList(row('esco'))) expect(esco).toContain(link.slice(1));
    for (const row of readTable('substitutes.tsv'))
      for (const id of [row('occupation'), ...splitList(row('by_75')), ...splitList(row('by_25'))])
        expect(findOccupation(id)?.id).toBe(id);
    for (const { code } of listOccupationGroups().filter(({ code }) => code.length > 1))
      expect(occupationGroup(code.slice(0, -1))).not.toBeNull();
    for (const { code } of listFields().filter(({ code }) => code.length > 1))
      expect(findField(code.slice(0, -1))).not.toBeNull();
    for (const row of readTable('localities.tsv'))
      expect(findMunicipality(row('municipality'))).not.toBeNull();
  });

  it('give every group of occupations both titles', () => {
    for (const { code, sv, en } of listOccupationGroups())
      expect([code, sv !== '', en !== '']).toEqual([code, true, true]);
  });

  it('give every municipality, locality and postal code a point in Sweden', () => {
    for (const { name, latitude, longitude } of listMunicipalities())
      expect([name, isInSweden(latitude, longitude)]).toEqual([name, true]);
    for (const row of readTable('localities.tsv'))
      expect([row('name'), isInSweden(Number(row('latitude')), Number(row('longitude')))]).toEqual([
        row('name'),
        true,
      ]);
    for (const row of readTable('postal-codes.tsv')) {
      const place = resolvePlace({ text: row('code') });
      expect([row('code'), place && isInSweden(place.latitude, place.longitude)]).toEqual([
        row('code'),
        true,
      ]);
    }
  });
});

it('the words kept by hand point only at what exists', () => {
  for (const row of readWords('occupations.tsv'))
    expect([row('name'), (findOccupation(row('target')) ?? occupationGroup(row('target'))) !== null]).toEqual(
      [row('name'), true],
    );
  for (const row of readWords('education-fields.tsv'))
    expect([row('code'), findField(row('code')) !== null]).toEqual([row('code'), true]);
  const tags = new Set(listLanguages().map(({ tag }) => tag));
  for (const row of readWords('languages.tsv')) expect(tags).toContain(row('tag'));
});

it('everything can be read ahead of the first question', () => {
  expect(() => {
    prepareReference();
  }).not.toThrow();
});
