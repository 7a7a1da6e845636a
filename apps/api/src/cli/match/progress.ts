import type { Locale } from '@parvis/contracts';
import { translateTo } from '@parvis/messages/all';
import type { SheetReading } from '../../modules/sheets/people.ts';

/** More would scroll away what matters. */
const MOST_GUESSES = 40;

/** How the file was understood, and what was guessed. */
export function tellReading(reading: SheetReading, locale: Locale, tell: (line: string) => void): void {
  const t = translateTo(locale);
  for (const { heading, column, certain, sample } of reading.headings) {
    if (column === null && sample !== '') tell(t('sheets.match.heading-unused', { heading }));
    if (column !== null && !certain)
      tell(t('sheets.match.heading-guessed', { heading, column: t(`sheets.column.${column}`) }));
  }
  for (const guess of reading.guesses.slice(0, MOST_GUESSES)) tell(t('sheets.match.guessed', guess));
  const more = reading.guesses.length - MOST_GUESSES;
  if (more > 0) tell(t('sheets.match.more', { count: more }));
  const newcomers = reading.people.filter(({ fields }) => fields.side === 'newcomer').length;
  tell(t('sheets.match.read', { rows: reading.read, newcomers, mentors: reading.people.length - newcomers }));
}
