import { ENGINE, type Problem } from '@parvis/matching';
import type { Translate } from '@parvis/messages';
import type { Difference } from './differences.ts';
import type { Recorded } from './record.ts';
import type { Verification } from './verify.ts';

/** More would scroll away what matters. */
const MOST_TOLD = 20;
const LONGEST_VALUE = 80;

/** What was checked and what came of it, the answer last. */
export function tellVerification(t: Translate, recorded: Recorded, found: Verification): string {
  const { id, number, engine } = recorded;
  const lines = [
    t('record.verify.round', { number, id, engine }),
    ...tellDigest(t, recorded, found),
    ...tellReplay(t, recorded, found),
    ...tellProof(t, found),
    ...tellPublished(t, found),
    t(`record.verify.${answerOf(found)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function answerOf({ holds, differences }: Verification): 'holds' | 'holds-so-far' | 'fails' {
  if (!holds) return 'fails';
  return differences === null ? 'holds-so-far' : 'holds';
}

function tellDigest(t: Translate, { digest }: Recorded, { tampered }: Verification): readonly string[] {
  return tampered && digest !== null ? [t('record.verify.digest', digest)] : [];
}

function tellReplay(
  t: Translate,
  { engine, result }: Recorded,
  { differences }: Verification,
): readonly string[] {
  if (differences === null) return [t('record.verify.older', { engine, ours: ENGINE })];
  if (differences.length === 0) {
    return [t('record.verify.replayed', { pairs: result.pairs.length, alone: result.leftOut.length })];
  }
  const count = differences.length;
  return [
    t('record.verify.differs', { count }),
    ...tellSome(t, differences, (one) => tellDifference(t, one)),
  ];
}

function tellDifference(t: Translate, { place, recorded, replayed }: Difference): string {
  return t('record.verify.differs-at', { place, recorded: show(recorded), replayed: show(replayed) });
}

function tellProof(t: Translate, { differences, broken, unproved }: Verification): readonly string[] {
  const tell = (problem: Problem): string => {
    const { code, ...where } = problem;
    return t('record.verify.problem', { code, where: show(where) });
  };
  if (broken.length > 0) return [t('record.verify.not-feasible'), ...tellSome(t, broken, tell)];
  if (differences === null) return [t('record.verify.older-feasible')];
  if (unproved.length > 0) return [t('record.verify.feasible'), ...tellSome(t, unproved, tell)];
  return [t('record.verify.certified')];
}

function tellPublished(t: Translate, { misprinted }: Verification): readonly string[] {
  if (misprinted === null) return [];
  if (misprinted.length === 0) return [t('record.verify.published')];
  const tell = (pair: object): string =>
    t('record.verify.problem', { code: 'not-published', where: show(pair) });
  return [t('record.verify.not-published'), ...tellSome(t, misprinted, tell)];
}

function tellSome<T>(t: Translate, all: readonly T[], tell: (one: T) => string): readonly string[] {
  const more = all.length - MOST_TOLD;
  const told = all.slice(0, MOST_TOLD).map(tell);
  return more > 0 ? [...told, t('record.verify.more', { count: more })] : told;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? '–';
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
