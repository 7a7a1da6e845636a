import type { RoundDifference, RoundProgress, RoundStep } from '@parvis/contracts';
import type { Translate } from './dictionary.ts';
import { preferenceWords, ruleWords } from './rule.sentences.ts';

/** A deed that shaped a round: "Liknande yrke: vikten från 3 till 5"; null for one that is about a pair, or the solving itself. */
export function deedWords(
  t: Translate,
  { what, facts }: Pick<RoundStep, 'what' | 'facts'>,
  nameOf: (id: string) => string,
): string | null {
  switch (facts?.about) {
    case undefined:
      return null;
    case 'weight':
      return t('record.step.weighed', {
        what: preferenceWords(t, facts.criterion),
        from: facts.from,
        to: facts.to,
      });
    case 'rule': {
      const rule = ruleWords(t, (facts.to ?? facts.from)?.kind ?? 'ban');
      if (facts.from === null) return t('record.step.rule-added', { rule });
      return t(facts.to === null ? 'record.step.rule-removed' : 'record.step.rule-changed', { rule });
    }
    case 'aim':
      return t('record.step.aim-chosen', { aim: t(`record.aim.${facts.to}`) });
    case 'scarce':
      return t(`record.step.scarce-${facts.to}`);
    case 'person':
      return t(what === 'put-back' ? 'record.step.put-back' : 'record.step.taken-out', {
        name: nameOf(facts.id),
      });
  }
}

/** "Prövar vilka som kan mötas: 640 av 3 000." */
export function progressSentence(t: Translate, { stage, done, of }: RoundProgress): string {
  return stage === 'judging' ? t('record.progress.judging', { done, of }) : t(`record.progress.${stage}`);
}

/** What is no longer as the round saw it, one sentence for each thing. */
export function differenceSentences(
  t: Translate,
  { program, people, pairs }: RoundDifference,
  nameOf: (id: string) => string,
): readonly string[] {
  return [
    ...(program ? [t('record.difference.program')] : []),
    ...people.map(({ name, what }) => t(`record.difference.${what}`, { name })),
    ...pairs.map(({ newcomer, mentor }) =>
      t('record.difference.pair', { first: nameOf(mentor), second: nameOf(newcomer) }),
    ),
  ];
}
