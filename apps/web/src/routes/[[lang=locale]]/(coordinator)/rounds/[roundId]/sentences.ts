import type { Locale, Round } from '@parvis/contracts';
import { formatDay, formatTime, type Translate } from '@parvis/messages';
import { listDeeds } from './history.ts';
import type { RoundView } from './view.ts';

type Step = Pick<Round['steps'][number], 'what' | 'newcomer' | 'mentor'>;

/** "Låste Pia Rosén och Lina Khoury" */
export function stepSentence(t: Translate, view: RoundView, { what, newcomer, mentor }: Step): string {
  const names = {
    first: view.nameOf(mentor) || t('round.someone-gone'),
    second: view.nameOf(newcomer) || t('round.someone-gone'),
  };
  if (what === 'solved' || what === 'undone') return t(`round.step.${what}`);
  return t(`round.step.${what}`, names);
}

/** What was done last and what came of it, in one sentence. */
export function changeSentence(t: Translate, view: RoundView, round: Round): string {
  const [last = []] = listDeeds(round.steps);
  const [step] = last;
  const what = step === undefined ? t('round.step.solved') : stepSentence(t, view, step);
  const count = round.change?.formed.length ?? 0;
  if (count === 0) return t('round.said-same', { what });
  return t('round.said', { what, count, people: round.certificate?.people ?? 0 });
}

/** "måndag 23 november kl. 8.12" */
export function momentWords(t: Translate, locale: Locale, instant: string): string {
  return t('round.moment', { day: formatDay(locale, instant), time: formatTime(locale, instant) });
}

/** The first letter large, as at the head of a column. */
export function capital(locale: Locale, words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
