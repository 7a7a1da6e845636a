import { describe, expect, it } from 'vitest';
import { readForm } from '#lib/form.ts';
import { bodyOf, emptyDraft, phoneOf, readDraft } from './draft.ts';

async function formOf(values: Record<string, string>) {
  return readForm(new Request('http://parvis.test', { method: 'POST', body: new URLSearchParams(values) }));
}

describe('the form of a person', () => {
  it('reads a telephone number as it is said', () => {
    expect(phoneOf('070-174 06 05')).toBe('+46701740605');
    expect(phoneOf('0046 70 174 06 05')).toBe('+46701740605');
    expect(phoneOf(' ')).toBeNull();
    expect(phoneOf('hej')).toBe('hej');
  });

  it('lets an empty row fall away and keeps the most important wish in its place', async () => {
    const form = await formOf({
      '_enrollment.wishes': '3',
      'enrollment.wishes.0.about': 'gender',
      'enrollment.wishes.0.strength': '',
      'enrollment.wishes.1.about': 'age',
      'enrollment.wishes.1.value': '10',
      'enrollment.wishes.1.strength': 'rather',
      'enrollment.wishes.2.about': 'occupation',
      'enrollment.wishes.2.strength': 'must',
      most: '2',
    });
    const draft = readDraft(form);
    expect(draft.wishes.map(({ about }) => about)).toEqual(['age', 'occupation']);
    expect(bodyOf(draft).enrollment.wishes).toEqual([
      { about: 'age', years: 10, strength: 'rather', most: false },
      { about: 'occupation', strength: 'must', most: true },
    ]);
  });

  it('lets go of an occupation’s codes when the words have changed', async () => {
    const row = {
      '_details.occupations': '1',
      'details.occupations.0.label': 'Apotekare',
      'details.occupations.0.occupation': 'abc',
      'details.occupations.0.ssyk': '2281',
      'details.occupations.0.years': '4',
    };
    const kept = readDraft(await formOf({ ...row, 'details.occupations.0.text': 'Apotekare' }));
    expect(bodyOf(kept).details.occupations).toEqual([
      { occupation: 'abc', ssyk: '2281', years: 4, asWritten: null },
    ]);
    const changed = readDraft(await formOf({ ...row, 'details.occupations.0.text': 'domare' }));
    expect(bodyOf(changed).details.occupations).toEqual([
      { occupation: null, ssyk: null, years: 4, asWritten: 'domare' },
    ]);
  });

  it('says nothing of a capacity that was left empty', () => {
    const draft = emptyDraft('0162', 'mentor', '2026-11-21');
    const { enrollment } = bodyOf({ ...draft, text: { ...draft.text, capacity: '' } });
    expect(enrollment.capacity).toBeNaN();
  });
});
