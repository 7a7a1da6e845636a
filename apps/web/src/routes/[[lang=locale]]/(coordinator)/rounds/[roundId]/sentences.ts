import type { Locale, Round } from '@parvis/contracts';
import { deedWords, formatDay, formatTime, type Translate } from '@parvis/messages';
import { listDeeds } from './history.ts';
import { deedSentence } from './live/sentences.ts';
import type { RoundView } from './view.ts';
import type { Workspace } from './workspace.svelte.ts';

type Step = Pick<Round['steps'][number], 'what' | 'newcomer' | 'mentor' | 'facts'>;

/** "Låste Pia Rosén och Lina Khoury" */
export function stepSentence(t: Translate, view: RoundView, step: Step): string {
  const { what, newcomer, mentor } = step;
  const nameOf = (id: string | null): string => view.nameOf(id) || t('round.someone-gone');
  switch (what) {
    case 'solved':
    case 'undone':
      return t(`round.step.${what}`);
    case 'pinned':
    case 'unpinned':
    case 'banned':
    case 'unbanned':
      return t(`round.step.${what}`, { first: nameOf(mentor), second: nameOf(newcomer) });
    default:
      return deedWords(t, step, nameOf) ?? '';
  }
}

/** What was done last and what came of it, in one sentence. */
export function changeSentence(t: Translate, { view, round, live }: Workspace): string {
  const { last } = live;
  const said = last === null ? savedDeed(t, view, round) : deedSentence(t, view, last.deed);
  const what = last?.way === 'undone' ? t('workspace.deed.undone', { what: said }) : said;
  const count = round.change?.formed.length ?? 0;
  if (count === 0) return t('round.said-same', { what });
  const people = view.pairedCounts.mentor + view.pairedCounts.newcomer;
  return t('round.said', { what, count, people });
}

function savedDeed(t: Translate, view: RoundView, round: Round): string {
  const step = listDeeds(round.steps)[0]?.[0];
  return step === undefined ? t('round.step.solved') : stepSentence(t, view, step);
}

/** "måndag 23 november kl. 8.12" */
export function momentWords(t: Translate, locale: Locale, instant: string): string {
  return t('round.moment', { day: formatDay(locale, instant), time: formatTime(locale, instant) });
}

/** The first letter large, as at the head of a column. */
export function capital(locale: Locale, words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
