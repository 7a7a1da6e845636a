import type { addPerson, EnrollmentDetails, PersonPage } from '@parvis/contracts';
import type * as z from 'zod';
import type { Form } from '#lib/form.ts';
import { readWeek } from '#lib/week.ts';

/** A person as the form has her: as written, so that nothing is lost when an answer has to be mended. */
export interface Draft {
  readonly text: Readonly<Record<TextField, string>>;
  readonly languages: readonly { readonly language: string; readonly level: string }[];
  readonly educations: readonly { readonly level: string; readonly field: string }[];
  readonly occupations: readonly OccupationDraft[];
  readonly availability: readonly number[];
  readonly ways: readonly string[];
  readonly interests: readonly string[];
  readonly wishes: readonly WishDraft[];
  /** Which wish matters most, by its place; empty for none. */
  readonly most: string;
  readonly neverWith: readonly { readonly personId: string; readonly name: string }[];
  readonly neverSearch: string;
}

/** `label` is what the codes stand for; when the text says something else, the codes hold no longer. */
export interface OccupationDraft {
  readonly text: string;
  readonly occupation: string;
  readonly ssyk: string;
  readonly label: string;
  readonly years: string;
}
export interface WishDraft {
  readonly about: WishAbout;
  readonly value: string;
  readonly strength: string;
}

export const TEXT_FIELDS = [
  'name',
  'addressedAs',
  'email',
  'phone',
  'birthYear',
  'gender',
  'municipality',
  'locality',
  'postalCode',
  'sfi',
  'maxKilometres',
  'interfaceLanguage',
  'household',
  'side',
  'capacity',
  'waitingSince',
  'note',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
const OF_ENROLLMENT: readonly TextField[] = ['side', 'capacity', 'waitingSince', 'note'];

export const WISHES = ['gender', 'language', 'age', 'nearness', 'way', 'occupation', 'municipality'] as const;
export type WishAbout = (typeof WISHES)[number];

/** A field's name in the form: its path in the contract. */
export function nameOf(field: TextField): string {
  return `${OF_ENROLLMENT.includes(field) ? 'enrollment' : 'details'}.${field}`;
}

export function emptyDraft(municipality: string, side: string, today: string): Draft {
  const text = Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])) as Record<TextField, string>;
  return {
    text: {
      ...text,
      municipality,
      side,
      capacity: '1',
      waitingSince: today,
      interfaceLanguage: 'sv',
    },
    languages: [],
    educations: [],
    occupations: [],
    availability: [],
    ways: ['in-person', 'walk'],
    interests: [],
    wishes: [],
    most: '',
    neverWith: [],
    neverSearch: '',
  };
}

export function draftOf({ details, enrollment, labels, neverWithNames }: PersonPage): Draft {
  const known: Partial<Record<TextField, string | number | null>> = { ...pick(details), ...pick(enrollment) };
  const text = Object.fromEntries(TEXT_FIELDS.map((field) => [field, String(known[field] ?? '')])) as Record<
    TextField,
    string
  >;
  return {
    text,
    languages: details.languages,
    educations: details.educations.map(({ level, field }) => ({ level: String(level), field: field ?? '' })),
    occupations: details.occupations.map(({ occupation, ssyk, asWritten, years }) => {
      const label =
        (occupation === null ? undefined : labels[`occupation:${occupation}`]) ??
        (ssyk === null ? undefined : labels[`ssyk:${ssyk}`]) ??
        '';
      return {
        text: label === '' ? (asWritten ?? '') : label,
        occupation: occupation ?? '',
        ssyk: ssyk ?? '',
        label,
        years: String(years),
      };
    }),
    availability: details.availability,
    ways: details.ways,
    interests: details.interests,
    wishes: enrollment.wishes.map((wish) => ({
      about: wish.about,
      value: valueOf(wish),
      strength: wish.strength,
    })),
    most: String(enrollment.wishes.findIndex(({ most }) => most)).replace('-1', ''),
    neverWith: neverWithNames,
    neverSearch: '',
  };
}

function pick(from: object): Partial<Record<TextField, string | number | null>> {
  return Object.fromEntries(
    Object.entries(from).filter(
      ([name, value]) =>
        TEXT_FIELDS.some((field) => field === name) &&
        (typeof value === 'string' || typeof value === 'number'),
    ),
  ) as Partial<Record<TextField, string | number>>;
}

function valueOf(wish: EnrollmentDetails['wishes'][number]): string {
  switch (wish.about) {
    case 'gender':
      return wish.gender;
    case 'age':
      return String(wish.years);
    case 'language':
      return wish.language;
    case 'nearness':
      return String(wish.kilometres);
    case 'way':
      return wish.way;
    case 'occupation':
    case 'municipality':
      return '';
  }
}

/** Reads the form; rows that were left empty fall away. */
export function readDraft(form: Form): Draft {
  const text = Object.fromEntries(TEXT_FIELDS.map((field) => [field, form.text(nameOf(field))])) as Record<
    TextField,
    string
  >;
  const row = (group: string, at: number) => (field: string) => form.text(`${group}.${at}.${field}`);
  const rows = <T>(group: string, read: (said: (field: string) => string) => T | null): T[] =>
    Array.from({ length: form.number(`_${group}`) ?? 0 }, (_, at) => read(row(group, at))).filter(
      (one) => one !== null,
    );
  const allWishes = rows('enrollment.wishes', (said) => {
    const about = WISHES.find((known) => known === said('about'));
    return about === undefined ? null : { about, value: said('value'), strength: said('strength') };
  });
  const mostOf = allWishes[Number(form.text('most') || 'NaN')];
  const wishes = allWishes.filter(({ strength }) => strength !== '');
  return {
    text,
    languages: rows('details.languages', (said) =>
      said('language') === '' ? null : { language: said('language'), level: said('level') },
    ),
    educations: rows('details.educations', (said) =>
      said('level') === '' ? null : { level: said('level'), field: said('field') },
    ),
    occupations: rows('details.occupations', readOccupation),
    availability: readWeek(form, 'details.availability'),
    ways: form.list('details.ways'),
    interests: form.list('details.interests'),
    wishes,
    most: mostOf === undefined ? '' : String(wishes.indexOf(mostOf)).replace('-1', ''),
    neverWith: form.list('enrollment.neverWith').map((said) => {
      const [personId = '', ...name] = said.split(' ');
      return { personId, name: name.join(' ') };
    }),
    neverSearch: form.text('_never-search').trim(),
  };
}

function readOccupation(said: (field: string) => string): OccupationDraft | null {
  const years = said('years');
  const [occupation = '', ssyk = '', ...label] = said('pick').split('|');
  if (ssyk !== '') return { text: label.join('|'), occupation, ssyk, label: label.join('|'), years };
  const text = said('text').trim();
  if (text === '') return null;
  return text === said('label')
    ? { text, occupation: said('occupation'), ssyk: said('ssyk'), label: text, years }
    : { text, occupation: '', ssyk: '', label: '', years };
}

type Body = z.input<typeof addPerson.body>;

/** What the contract is sent: as written, so that the server names each answer that does not fit. */
export function bodyOf(draft: Draft): Body {
  const { text } = draft;
  const details = {
    name: text.name,
    addressedAs: orNull(text.addressedAs),
    email: orNull(text.email),
    phone: phoneOf(text.phone),
    birthYear: numberOrNull(text.birthYear),
    gender: orNull(text.gender),
    municipality: text.municipality,
    locality: orNull(text.locality),
    postalCode: orNull(text.postalCode.replace(/\s/g, '')),
    languages: draft.languages,
    sfi: orNull(text.sfi),
    educations: draft.educations.map(({ level, field }) => ({ level: Number(level), field: orNull(field) })),
    occupations: draft.occupations.map(({ text: written, occupation, ssyk, label, years }) => ({
      occupation: orNull(occupation),
      ssyk: orNull(ssyk),
      years: years === '' ? 0 : toNumber(years),
      asWritten: ssyk === '' || written !== label ? written : null,
    })),
    availability: draft.availability,
    ways: draft.ways,
    maxKilometres: numberOrNull(text.maxKilometres),
    interests: draft.interests,
    interfaceLanguage: text.interfaceLanguage,
    household: orNull(text.household),
  };
  const enrollment = {
    side: text.side,
    capacity: toNumber(text.capacity),
    waitingSince: text.waitingSince,
    wishes: draft.wishes.map((wish, at) => wishOf(wish, String(at) === draft.most)),
    neverWith: draft.neverWith.map(({ personId }) => personId),
    note: orNull(text.note),
  };
  return asBody({ details, enrollment });
}

/** A form holds words; which of them fit is for the contract to say, on the server that is sent them. */
function asBody(written: object): Body {
  return written as Body;
}

function wishOf({ about, value, strength }: WishDraft, most: boolean): object {
  const how = { strength, most };
  switch (about) {
    case 'gender':
      return { about, gender: value, ...how };
    case 'age':
      return { about, years: toNumber(value), ...how };
    case 'language':
      return { about, language: value, ...how };
    case 'nearness':
      return { about, kilometres: toNumber(value), ...how };
    case 'way':
      return { about, way: value, ...how };
    case 'occupation':
    case 'municipality':
      return { about, ...how };
  }
}

/** "070-174 06 05" as +46701740605; what cannot be a number goes on as it is, to be refused with a remedy. */
export function phoneOf(written: string): string | null {
  const plain = written.replace(/[\s()./-]/g, '');
  if (plain === '') return null;
  if (plain.startsWith('00')) return `+${plain.slice(2)}`;
  return plain.startsWith('0') ? `+46${plain.slice(1)}` : plain;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : toNumber(text);
}
