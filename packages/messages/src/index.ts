import type { Locale } from '@parvis/contracts';
import type { Dictionary } from './dictionary.ts';

export {
  formatChoice,
  formatDate,
  formatDay,
  formatList,
  formatLongDate,
  formatNumber,
  formatTime,
  weekdayName,
} from './dates.ts';
export type {
  Arguments,
  Dictionary,
  Entry,
  MessageKey,
  Namespace,
  Parameters,
  Translate,
} from './dictionary.ts';
export { consequenceSentences, noHelpSentence, remedySentence } from './help.sentences.ts';
export { profileSentence, recruitingText } from './missing.sentences.ts';
export { conflictSentence, leftOutSentences, obstacleSentence, wishWords } from './obstacle.sentences.ts';
export { ownChangeSentence, ownCountSentence } from './own-help.sentences.ts';
export { ourSentence, shareSentence } from './reason.sentences.ts';
export { deedWords, differenceSentences, progressSentence } from './record.sentences.ts';
export { isRefusalCode, problemSentence, refusalSentence } from './refusal.sentences.ts';
export {
  ALWAYS,
  alwaysSentence,
  cadenceSentence,
  periodWords,
  preferenceWords,
  requirementSentence,
  ruleWords,
  sideWord,
} from './rule.sentences.ts';
export type { Speaker } from './speaker.ts';
export { createTranslate, directionOf, numberLocale } from './translate.ts';

const LOADERS: Readonly<Record<Locale, () => Promise<Dictionary>>> = {
  sv: async () => (await import('./sv/index.ts')).sv,
  en: async () => (await import('./en/index.ts')).en,
  ar: async () => (await import('./ar/index.ts')).ar,
};

/** The dictionary of one language, fetched only when asked for. */
export async function loadDictionary(locale: Locale): Promise<Dictionary> {
  return LOADERS[locale]();
}
