import { enrollmentDetails, personDetails } from '@parvis/contracts';
import { findField, findLanguage, findMunicipality, findOccupation, resolvePlace } from '@parvis/reference';
import { describe, expect, it } from 'vitest';
import { drawDemo, type DemoPlan } from './draw.ts';
import { demoId } from './ids.ts';
import { FILM_NUMBER } from './phones.ts';
import type { PlannedPerson, ProgramKey } from './plan.ts';
import { DEMO_PERSONS } from './persons.ts';
import { STAFF, TOWNS } from './towns.ts';

const TODAY = '2026-11-21';
const plan = drawDemo(TODAY);
const people = new Map(plan.people.map((person) => [person.key, person]));

describe('who waits in the demo towns', () => {
  it.each([
    ['sprakvan', '1441', { newcomers: 58, women: 25, men: 33 }, { mentors: 31, women: 23, men: 8 }],
    ['jarfallakompis', '0123', { newcomers: 46 }, { mentors: 27 }],
    ['kvinna', '0162', { newcomers: 26, women: 26 }, { mentors: 23, women: 22, men: 1 }],
    ['nema-problema', '0162', { newcomers: 24 }, { mentors: 24 }],
    ['praktikmentor', '0123', { newcomers: 18 }, { mentors: 15 }],
    ['nymf', '2417', { newcomers: 25 }, { mentors: 17 }],
  ] as const)('%s has the people of its town', (program, municipality, newcomers, mentors) => {
    expect(counts(program, 'newcomer')).toMatchObject(newcomers);
    expect(counts(program, 'mentor')).toMatchObject(mentors);
    expect(plan.programs.find(({ key }) => key === program)?.municipalities[0]).toBe(municipality);
  });

  it('the joint program takes 5, 9 and 11 newcomers and 8, 4 and 5 buddies from its three municipalities', () => {
    const from = (side: 'newcomer' | 'mentor') =>
      ['2417', '2418', '2505'].map(
        (code) => waiting('nymf', side).filter(({ details }) => details.municipality === code).length,
      );
    expect(from('newcomer')).toEqual([5, 9, 11]);
    expect(from('mentor')).toEqual([8, 4, 5]);
  });

  it('nine households of newcomers wait in Lerum', () => {
    const households = waiting('sprakvan', 'newcomer').map(({ details }) => details.household);
    const sizes = [
      ...Map.groupBy(
        households.filter((one) => one !== null),
        (one) => one,
      ).values(),
    ];
    expect(sizes.map(({ length }) => length).sort()).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 3]);
  });
});

describe('everyone in the demo towns', () => {
  it('is what the contracts allow, word for word', () => {
    for (const { details } of plan.people) expect(personDetails.parse(details)).toEqual(details);
    for (const { details } of plan.enrollments) expect(enrollmentDetails.parse(details)).toEqual(details);
  });

  it('speaks, works, has learnt and lives in what the reference knows', () => {
    for (const { details } of plan.people) {
      expect(details.languages.every(({ language }) => findLanguage(language) !== null)).toBe(true);
      for (const { occupation, ssyk } of details.occupations) {
        if (occupation !== null) expect(findOccupation(occupation)?.ssyk).toBe(ssyk);
      }
      expect(details.educations.every(({ field }) => field === null || findField(field) !== null)).toBe(true);
      const { municipality, postalCode } = details;
      expect(findMunicipality(municipality)).not.toBeNull();
      expect(resolvePlace({ municipality, text: postalCode ?? '' })).toMatchObject({ municipality });
    }
  });

  it('has a telephone number that rings nowhere, and an address that is nobody’s', () => {
    const phones = [
      ...plan.people.map(({ details }) => details.phone),
      ...TOWNS.map(({ contact }) => contact.phone),
    ];
    for (const phone of phones) if (phone !== null) expect(phone).toMatch(FILM_NUMBER);
    const emails = [...plan.people.map(({ details }) => details.email), ...STAFF.map(({ email }) => email)];
    for (const email of emails) if (email !== null) expect(email).toMatch(/@example\.(se|com)$/);
  });

  it('shares neither name nor, outside her household, address or number', () => {
    expect(new Set(plan.people.map(({ details }) => details.name)).size).toBe(plan.people.length);
    for (const by of ['email', 'phone'] as const) {
      for (const sharing of Map.groupBy(plan.people, ({ details }) => details[by]).values()) {
        const [first] = sharing;
        if (first === undefined || first.details[by] === null || sharing.length === 1) continue;
        expect(sharing.every(({ details }) => details.household === first.details.household)).toBe(true);
        expect(first.details.household).not.toBeNull();
      }
    }
  });

  it('is the same whenever it is asked, and as old a year later', () => {
    expect(drawDemo(TODAY)).toEqual(plan);
    const later = drawDemo('2027-12-30');
    expect(later.people.map(({ details }) => details.name)).toEqual(
      plan.people.map(({ details }) => details.name),
    );
    expect(agesOf(later, 2027)).toEqual(agesOf(plan, 2026));
    expect(later.rounds.map(({ pairs }) => pairs.map(({ newcomer, mentor }) => [newcomer, mentor]))).toEqual(
      plan.rounds.map(({ pairs }) => pairs.map(({ newcomer, mentor }) => [newcomer, mentor])),
    );
  });
});

describe('the hard cases', () => {
  it('spouses both volunteer in Lerum, at one telephone', () => {
    const [ulla, bengt] = [find('sprakvan/mentor/spouse-1'), find('sprakvan/mentor/spouse-2')];
    expect(ulla.household).toBe(bengt.household);
    expect(ulla.phone).toBe(bengt.phone);
  });
  it('a couple stays together in Lerum', () => {
    const [wife, husband] = [
      find('sprakvan/newcomer/household-1/wife'),
      find('sprakvan/newcomer/household-1/husband'),
    ];
    expect([wife.household, wife.postalCode]).toEqual([husband.household, husband.postalCode]);
  });
  it('two share one e-mail address in Järfälla', () => {
    const two = plan.people.filter(({ details }) => details.email === 'familjen.karimi@example.com');
    expect(two).toHaveLength(2);
  });
  it('someone has no e-mail, and someone neither e-mail nor telephone', () => {
    expect(find('sprakvan/newcomer/no-email')).toMatchObject({ email: null, phone: '+46701740611' });
    expect(find('sprakvan/newcomer/unreachable')).toMatchObject({ email: null, phone: null });
  });
  it('a name is one word, another in Arabic script', () => {
    expect(find('jarfallakompis/newcomer/one-word-name').name).toBe('Gulagha');
    expect(find('kvinna/newcomer/arabic-script').name).toMatch(/^\p{Script=Arabic}+ \p{Script=Arabic}+$/u);
  });
  it('a mentor waits in two programs', () => {
    const hers = plan.enrollments.filter(({ person }) => person === 'kvinna/mentor/two-programs');
    expect(hers.map(({ program, status }) => [program, status])).toEqual([
      ['kvinna', 'waiting'],
      ['nema-problema', 'waiting'],
    ]);
  });
  it('someone has moved to a municipality that her program is not for', () => {
    expect(find('kvinna/newcomer/moved').municipality).toBe('0160');
  });
  it('some take two', () => {
    const twos = plan.enrollments.filter(({ details }) => details.capacity === 2).map(({ person }) => person);
    expect(twos).toEqual(
      expect.arrayContaining(['sprakvan/mentor/capacity-two', 'kvinna/mentor/capacity-two']),
    );
  });
  it('an occupation waits for someone to place it', () => {
    expect(find('praktikmentor/newcomer/unplaced-occupation').occupations).toEqual([
      { occupation: null, ssyk: null, years: 14, asWritten: 'lagar gamla böcker' },
    ]);
  });
  it('someone is never to meet one who is there', () => {
    const hers = plan.enrollments.find(({ person }) => person === 'jarfallakompis/newcomer/never-with');
    const ids = waiting('jarfallakompis', 'mentor').map(({ key }) => demoId(key));
    expect(ids).toContain(hers?.details.neverWith[0]);
  });
  it('two who wait in Järfälla were each other’s pair', () => {
    const parted = plan.rounds.flatMap(({ pairs }) => pairs).filter(({ story }) => story === 'parted');
    expect(parted).toHaveLength(1);
    const waits = new Set(waiting('jarfallakompis').map(({ key }) => key));
    for (const { newcomer, mentor } of parted)
      expect([waits.has(newcomer), waits.has(mentor)]).toEqual([true, true]);
  });
});

it('everyone one can be in the demo is there under her name and address', () => {
  const named = [...STAFF, ...plan.people.map(({ details }) => details)];
  for (const { name, email } of DEMO_PERSONS) {
    expect(named.some((one) => one.name === name && one.email === email)).toBe(true);
  }
  expect(new Set(DEMO_PERSONS.map(({ key }) => key)).size).toBe(DEMO_PERSONS.length);
});

function waiting(program: ProgramKey, side?: 'newcomer' | 'mentor'): readonly PlannedPerson[] {
  return plan.enrollments
    .filter((one) => one.program === program && one.status === 'waiting')
    .filter(({ details }) => side === undefined || details.side === side)
    .map(({ person }) => ({ key: person, details: find(person) }));
}

function counts(program: ProgramKey, side: 'newcomer' | 'mentor') {
  const all = waiting(program, side);
  const of = (gender: string) => all.filter(({ details }) => details.gender === gender).length;
  return { [`${side}s`]: all.length, women: of('woman'), men: of('man') };
}

function find(key: string): PlannedPerson['details'] {
  const person = people.get(key);
  if (person === undefined) throw new Error(`nobody is ${key}`);
  return person.details;
}

function agesOf({ people: all }: DemoPlan, year: number): readonly number[] {
  return all.map(({ details }) => year - (details.birthYear ?? year));
}
