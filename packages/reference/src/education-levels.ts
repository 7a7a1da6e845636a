import type { Confidence } from './confidence.ts';
import { searchKey } from './search-key.ts';
import { lazily, readTable, readWords, splitList } from './table.ts';

/** A step of SCB's seven-step scale of schooling, 1 (shorter than nine years) to 7 (research degree). */
export interface EducationLevel {
  readonly step: number;
  readonly sv: string;
  /** By this project; SCB publishes Swedish only. */
  readonly en: string;
  readonly ar: string;
  /** First and last two-digit code of SUN 2020 level. */
  readonly sun: readonly [first: string, last: string];
}

/** Unofficial titles, by step. */
const translations: readonly { readonly en: string; readonly ar: string }[] = [
  { en: 'Compulsory school, less than 9 years', ar: 'أقل من 9 سنوات دراسية' },
  { en: 'Compulsory school, 9 years', ar: 'التعليم الأساسي، 9 سنوات' },
  { en: 'Upper secondary, up to 2 years', ar: 'تعليم ثانوي لمدة سنتين كحد أقصى' },
  { en: 'Upper secondary, 3 years', ar: 'تعليم ثانوي، 3 سنوات' },
  { en: 'Post-secondary, less than 3 years', ar: 'تعليم بعد الثانوي، أقل من 3 سنوات' },
  { en: 'Post-secondary, 3 years or more', ar: 'تعليم بعد الثانوي، 3 سنوات أو أكثر' },
  { en: 'Research degree', ar: 'دراسات عليا (دكتوراه)' },
];

export const listEducationLevels = lazily((): readonly EducationLevel[] =>
  readTable('education-steps.tsv').map((row, index) => ({
    step: Number(row('step')),
    sv: row('sv'),
    en: translations[index]?.en ?? '',
    ar: translations[index]?.ar ?? '',
    sun: [row('sun_from'), row('sun_to')],
  })),
);

export function findEducationLevel(step: number): EducationLevel | null {
  return listEducationLevels().find((level) => level.step === step) ?? null;
}

/** The step of a SUN 2020 level code of two or three digits. Preschool (00) is step 1; null for an unknown code. */
export function stepOfSunLevel(code: string): number | null {
  if (!sunTitles().some(({ code: known }) => known === code) || code.length < 2) return null;
  const two = code.slice(0, 2);
  if (two.startsWith('0')) return 1;
  return listEducationLevels().find(({ sun: [first, last] }) => first <= two && two <= last)?.step ?? null;
}

/**
 * Schooling as a step: a step (`1`–`7`), a SUN level code (`53`, `536`), a title, or words in Swedish, English or Arabic
 * (`gymnasium`, `kandidatexamen`, `PhD`). Null when no word of it says how long.
 */
export function resolveEducationLevel(
  text: string,
): { readonly step: number; readonly confidence: Confidence } | null {
  const key = searchKey(text.slice(0, 300));
  if (/^[1-7]$/.test(key)) return { step: Number(key), confidence: 'exact' };
  const byCode = /^\d{2,3}$/.test(key) ? stepOfSunLevel(key) : null;
  if (byCode !== null) return { step: byCode, confidence: 'exact' };
  const byTitle = titles().get(key);
  if (byTitle !== undefined) return { step: byTitle, confidence: 'exact' };
  const word = words().find(({ phrase }) => ` ${key} `.includes(` ${phrase} `));
  return word ? { step: word.step, confidence: 'guessed' } : null;
}

const sunTitles = lazily(() =>
  readTable('education-levels.tsv').map((row) => ({ code: row('code'), title: row('sv') })),
);

/** Titles that mean one step only. */
const titles = lazily(() => {
  const steps = new Map<string, Set<number>>();
  const add = (title: string, step: number | null): void => {
    if (step !== null) steps.set(searchKey(title), (steps.get(searchKey(title)) ?? new Set()).add(step));
  };
  for (const { step, sv, en, ar } of listEducationLevels())
    for (const title of [sv, en, ar]) add(title, step);
  for (const { code, title } of sunTitles()) add(title, stepOfSunLevel(code));
  return new Map(
    [...steps].flatMap(([title, of]) => (of.size === 1 ? [[title, [...of][0] ?? 0] as const] : [])),
  );
});

/** Longest first, so that "gymnasium 2 år" is seen before "gymnasium". */
const words = lazily(() =>
  readWords('education-levels.tsv')
    .flatMap((row) =>
      splitList(row('words')).map((word) => ({ phrase: searchKey(word), step: Number(row('step')) })),
    )
    .sort((a, b) => b.phrase.length - a.phrase.length || b.step - a.step),
);
