import { LIMITS, type PersonDetails } from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import { resolveOccupation, searchKey, searchOccupations } from '@parvis/reference';
import type { CellReading, ReadingContext } from './reading.ts';
import { guessed, readEach, splitParts, sure, wrong } from './reading.ts';

type Occupation = PersonDetails['occupations'][number];

/** Occupations by code or words, several between `;`, each with its years if told: `sjuksköterska (5 år)`. */
export function readOccupations(
  text: string,
  context: ReadingContext,
): CellReading<PersonDetails['occupations']> {
  const whole = splitParts(text);
  if (whole.length > LIMITS.occupations) return wrong('too-many', { maximum: LIMITS.occupations });
  const parts = whole.flatMap((part) => splitFurther(part));
  return readEach(parts.slice(0, LIMITS.occupations), (part) => readOccupation(part, context));
}

/** A comma may stand inside the name of an occupation; only what means nothing whole is taken apart at it. */
function splitFurther(part: string): readonly string[] {
  const smaller = splitParts(part, /[,/]|\s+och\s+|\s+and\s+/);
  if (smaller.length < 2 || resolveOccupation(takeYears(part).words) !== null) return [part];
  return smaller.every((one) => resolveOccupation(takeYears(one).words) !== null) ? smaller : [part];
}

const NO_OCCUPATION = new Set([
  'ingen',
  'inget',
  'inga',
  'none',
  'no',
  'saknas',
  '-',
  'hemmafru',
  'housewife',
  'hemmaman',
  'arbetslos',
  'arbetssokande',
  'unemployed',
  'pensionar',
  'retired',
  'student',
  'studerande',
  'elev',
]);
/** Below this, what a search finds has little to do with what was written. */
const NEAR = 0.5;

/** Stands in an export after words that nobody has placed: they are kept, not looked up once more. */
export const UNPLACED = '[?]';

function readOccupation(part: string, { locale }: ReadingContext): CellReading<Occupation> {
  const t = translateTo(locale);
  const { words, years } = takeYears(part);
  if (words.endsWith(UNPLACED)) {
    const asWritten = words.slice(0, -UNPLACED.length).trim().slice(0, LIMITS.name);
    return sure({ occupation: null, ssyk: null, years, asWritten: asWritten === '' ? null : asWritten });
  }
  const coded = /^(.*?)\s*\[([^\]]{1,20})\]$/.exec(words);
  const found = resolveOccupation(coded?.[2] ?? words, locale);
  if (found !== null) {
    const value = {
      occupation: found.occupation,
      ssyk: found.ssyk,
      years,
      asWritten: (coded?.[1] ?? words).slice(0, LIMITS.name),
    };
    return found.confidence === 'exact' ? sure(value) : guessed(value, found.label);
  }
  const unplaced = { occupation: null, ssyk: null, years, asWritten: words.slice(0, LIMITS.name) };
  if (NO_OCCUPATION.has(searchKey(words))) return guessed(unplaced, t('sheets.guess.unused'));
  const near = searchOccupations(words, { locale, limit: 3 });
  if (near[0] !== undefined && near[0].score >= NEAR) return guessed(unplaced, t('sheets.guess.unplaced'));
  const suggestions = near.map(({ label }) => label).join(', ');
  return wrong('unknown-occupation', {
    word: words.slice(0, 80),
    ...(suggestions === '' ? {} : { suggestions }),
  });
}

function takeYears(part: string): { readonly words: string; readonly years: number } {
  const told =
    /[\s,(]*\(?\b(\d{1,2})\+?\s*(?:års?|ar|years?|yrs?|y)\b\.?(?:\s*(?:erfarenhet|experience))?\)?\s*/i.exec(
      part,
    );
  if (told === null) return { words: part, years: 0 };
  const words = `${part.slice(0, told.index)} ${part.slice(told.index + told[0].length)}`.trim();
  return words === '' ? { words: part, years: 0 } : { words, years: Math.min(Number(told[1]), 70) };
}
