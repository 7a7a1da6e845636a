import {
  COLUMNS,
  type Column,
  type EnrollmentStatus,
  type Locale,
  type PersonDetails,
} from '@parvis/contracts';
import type { Wish } from '@parvis/matching';
import { translateTo } from '@parvis/messages/all';
import {
  findEducationLevel,
  findField,
  findMunicipality,
  occupationGroup,
  occupationLabel,
  resolveOccupation,
} from '@parvis/reference';
import { writeAvailability } from './cells/availability.ts';
import { UNPLACED } from './cells/occupation.ts';
import { writeWish } from './cells/wish.words.ts';
import type { Sheet, SheetCell } from './workbook.ts';

/** Someone as a sheet of people shows her. */
export interface SheetMember {
  /** Her id in the coordinator's own sheet, or, without one, her id here: both are known again when read. */
  readonly id: string;
  readonly side: 'newcomer' | 'mentor';
  readonly status: EnrollmentStatus;
  readonly details: PersonDetails;
  readonly capacity: number;
  readonly waitingSince: string;
  readonly wishes: readonly Wish[];
  /** Ids as in `id`. */
  readonly neverWith: readonly string[];
}

const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  name: 28,
  email: 30,
  languages: 28,
  occupation: 36,
  availability: 36,
  wishes: 32,
};

/** The people of a program in the columns of an import, each cell written so that it is read back the same. */
export function layPeople(people: readonly SheetMember[], locale: Locale): Sheet {
  const t = translateTo(locale);
  return {
    name: t('sheets.sheet.people'),
    columns: [
      ...COLUMNS.map((column) => ({ heading: t(`sheets.column.${column}`), width: WIDTHS[column] ?? 16 })),
      { heading: t('sheets.column.status') },
    ],
    rows: people.map((person) => [
      ...COLUMNS.map((column) => CELLS[column](person, locale)),
      t(`vocabulary.enrollment.${person.status}`),
    ]),
    rightToLeft: locale === 'ar',
  };
}

type CellOf = (person: SheetMember, locale: Locale) => SheetCell;

/** Arabic sheets carry English words inside their cells: those are read back, and no sign turns the line around. */
const wordsOf = (locale: Locale) => translateTo(locale === 'sv' ? 'sv' : 'en');

const CELLS: Readonly<Record<Column, CellOf>> = {
  id: ({ id }) => id,
  side: ({ side }, locale) => translateTo(locale)(`sheets.side.${side}`),
  name: ({ details }) => details.name,
  email: ({ details }) => details.email,
  phone: ({ details }) => details.phone,
  birthYear: ({ details }) => details.birthYear,
  gender: ({ details: { gender } }, locale) =>
    gender === null ? null : wordsOf(locale)(`vocabulary.gender.${gender}`),
  municipality: ({ details: { municipality } }) => findMunicipality(municipality)?.nameShort ?? municipality,
  place: ({ details: { postalCode, locality } }) =>
    [postalCode, locality].filter((part) => part !== null).join(' '),
  languages: ({ details: { languages, sfi } }) =>
    [
      ...languages.map(({ language, level }) => `${language}:${level}`),
      ...(sfi === null ? [] : [`sfi ${sfi}`]),
    ].join('; '),
  educationLevel: ({ details }, locale) =>
    details.educations.map(({ level }) => findEducationLevel(level)?.[locale] ?? level).join('; '),
  educationField: ({ details }) =>
    details.educations.flatMap(({ field }) => (field === null ? [] : [writeField(field)])).join('; '),
  occupation: ({ details }, locale) =>
    details.occupations.map((one) => writeOccupation(one, locale)).join('; '),
  availability: ({ details }, locale) => writeAvailability(details.availability, locale),
  ways: ({ details }, locale) =>
    details.ways.map((way) => wordsOf(locale)(`vocabulary.way.${way}`)).join('; '),
  maxKilometres: ({ details }) => details.maxKilometres,
  capacity: ({ capacity }) => capacity,
  waitingSince: ({ waitingSince }) => waitingSince,
  wishes: ({ wishes }, locale) => wishes.map((wish) => writeWish(wish, locale)).join('; '),
  neverWith: ({ neverWith }) => neverWith.join('; '),
  household: ({ details }) => details.household,
  interests: ({ details }, locale) =>
    details.interests.map((one) => wordsOf(locale)(`vocabulary.interest.${one}`)).join('; '),
};

function writeField(code: string): string {
  return `${(findField(code)?.sv ?? '').replaceAll(';', ',')} [${code}]`.trim();
}

/** By its name alone when that means it and nothing else, else with its code. */
function writeOccupation(
  { occupation, ssyk, years, asWritten }: PersonDetails['occupations'][number],
  locale: Locale,
): string {
  const told = years > 0 ? ` (${years} ${locale === 'sv' ? 'år' : 'years'})` : '';
  if (ssyk === null) return `${plain(asWritten ?? '')} ${UNPLACED}${told}`;
  const name = plain(
    (occupation === null ? occupationGroup(ssyk)?.sv : occupationLabel(occupation, 'sv')) ?? '',
  );
  const sure = meansOnly(name, occupation ?? ssyk);
  return `${sure ? name : `${name} [${occupation ?? ssyk}]`}${told}`;
}

const meanings = new Map<string, boolean>();

/** Does the name alone mean this occupation or group, without a guess? Of a few thousand names, each is looked up once. */
function meansOnly(name: string, code: string): boolean {
  const key = `${code} ${name}`;
  const known = meanings.get(key);
  if (known !== undefined) return known;
  const found = resolveOccupation(name, 'sv');
  const means = found?.confidence === 'exact' && (found.occupation ?? found.ssyk) === code;
  meanings.set(key, means);
  return means;
}

function plain(text: string): string {
  return text.replace(/[;\n]/g, ',');
}
