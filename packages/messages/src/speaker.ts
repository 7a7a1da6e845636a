import type { Labels, Locale } from '@parvis/contracts';
import type { Gender } from '@parvis/matching';
import { formatChoice } from './dates.ts';
import type { Translate } from './dictionary.ts';

/**
 * The engine's codes and numbers as sentences, in one place for pages, letters, spreadsheets and the terminal.
 * `labels` names the codes (languages, occupations, fields, municipalities) in the reader's language.
 */
export interface Speaker {
  readonly locale: Locale;
  readonly t: Translate;
  readonly labels: Labels;
}

/** "kvinna eller man" */
export function genderWords({ locale, t }: Speaker, genders: readonly Gender[]): string {
  return formatChoice(
    locale,
    genders.map((gender) => t(`reasons.gender.${gender}`)),
  );
}
