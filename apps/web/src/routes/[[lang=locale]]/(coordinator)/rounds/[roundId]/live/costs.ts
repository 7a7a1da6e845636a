import { ofHundred, type LiveFigures, type PinEffect } from '@parvis/matching';
import type { Translate } from '@parvis/messages';

/** What locking two people would cost the round, in short sentences; the heaviest first. */
export function costSentences(t: Translate, { change }: PinEffect, fullScore: number): readonly string[] {
  if (change === null) return [t('workspace.cost.not')];
  const { before, after, parted } = change;
  const said = [
    ...peopleSentence(t, after.people - before.people),
    ...waitSentence(t, before, after),
    ...scoreSentence(t, 'weakest', [before.weakest, after.weakest], fullScore),
    ...scoreSentence(t, 'mean', [before.mean, after.mean], fullScore),
  ];
  const apart = parted.length === 0 ? [] : [t('workspace.cost.parted', { count: parted.length })];
  return said.length === 0 ? [t('workspace.cost.none'), ...apart] : [...said, ...apart];
}

function peopleSentence(t: Translate, more: number): readonly string[] {
  if (more === 0) return [];
  return [
    t(more < 0 ? 'workspace.cost.people-less' : 'workspace.cost.people-more', { count: Math.abs(more) }),
  ];
}

function waitSentence(t: Translate, before: LiveFigures, after: LiveFigures): readonly string[] {
  const [from, to] = [before.longestLeftOutWeeks ?? 0, after.longestLeftOutWeeks ?? 0];
  return from === to ? [] : [t('workspace.cost.wait', { from, to })];
}

function scoreSentence(
  t: Translate,
  what: 'mean' | 'weakest',
  [before, after]: readonly [number | null, number | null],
  fullScore: number,
): readonly string[] {
  const shown = (score: number | null): number =>
    what === 'mean' ? ofHundred((score ?? 0) * 10, fullScore) / 10 : ofHundred(score ?? 0, fullScore);
  const [from, to] = [shown(before), shown(after)];
  return from === to ? [] : [t(`workspace.cost.${what}`, { from, to })];
}
