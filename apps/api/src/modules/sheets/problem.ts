import type { CellProblem } from '@parvis/contracts';
import type { Dictionary, Translate } from '@parvis/messages';
import { DICTIONARIES } from '@parvis/messages/all';

/** What is wrong with a cell and what to do about it; what may have been meant comes after. */
export function cellProblemSentence(
  t: Translate,
  { problem, facts }: Pick<CellProblem, 'problem' | 'facts'>,
): string {
  const key = `problem.${problem}`;
  const sentence = t.loosely(isKey(key) ? `sheets.${key}` : 'sheets.problem.other', facts);
  const suggestions = facts['suggestions'];
  return suggestions === undefined ? sentence : `${sentence} ${t('sheets.suggest', { suggestions })}`;
}

function isKey(key: string): key is keyof Dictionary['sheets'] {
  return key in DICTIONARIES.sv.sheets;
}
