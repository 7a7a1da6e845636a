import type { OwnChange, SmallestChange } from '@parvis/matching';
import { formatList, formatNumber } from './dates.ts';
import { timeWords } from './help.sentences.ts';
import { wishWords } from './obstacle.sentences.ts';
import type { Speaker } from './speaker.ts';

/** What she herself could answer otherwise: "Om du också kan ses måndag kväll hade du fått ett förslag i den omgången." */
export function ownChangeSentence(speaker: Speaker, changes: readonly OwnChange[]): string {
  const { t, locale } = speaker;
  const ways = changes.flatMap((change) => (change.change === 'way' ? [t(`reasons.way.${change.way}`)] : []));
  const clauses = changes.flatMap((change) => clauseOf(speaker, change) ?? []);
  const said = ways.length === 0 ? [] : [t('ownHelp.if.ways', { ways: formatList(locale, ways) })];
  return t('ownHelp.pair', { changes: formatList(locale, [...clauses, ...said]) });
}

/** With how many a pair was possible, and would have been; null where neither may be told. */
export function ownCountSentence(
  { t, locale }: Speaker,
  { now, then }: SmallestChange['forPerson']['partners'],
): string | null {
  const known = (count: number): string => formatNumber(locale, count, 0);
  if (now !== null && then !== null) return t('ownHelp.now-and-then', { now: known(now), then: known(then) });
  if (now !== null) return t('ownHelp.now', { now: known(now) });
  return then === null ? null : t('ownHelp.then', { then: known(then) });
}

/* Ways are said together, apart from the others. */
function clauseOf(speaker: Speaker, change: OwnChange): string | null {
  const { t } = speaker;
  switch (change.change) {
    case 'time':
      return t('ownHelp.if.time', { time: timeWords(speaker, change) });
    case 'way':
      return null;
    case 'kilometres':
      return change.to === null
        ? t('ownHelp.if.any-distance')
        : t('ownHelp.if.kilometres', { kilometres: change.to });
    case 'wish':
      return t('ownHelp.if.wish', { wish: wishWords(speaker, change.wish) });
  }
}
