import type { Locale, Problem } from '@parvis/contracts';
import { formatList, type Translate } from '@parvis/messages';
import { findText } from './text.ts';

type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One sentence for an answer that is not a good one: what happened, why, what to do now. */
export function problemSentence(t: Translate, locale: Locale, problem: Problem): string {
  if (problem.kind === 'refused') {
    return findText(t, `refusals.${problem.code}`, written(locale, problem.facts)) ?? t('ui.problem.refused');
  }
  if (problem.kind === 'invalid') return t('ui.problem.invalid', { count: problem.fields.length });
  return t('ui.problem.fault');
}

/** A sentence per field that could not be read, by path (`availability.0.to`); the first one wins. */
export function fieldErrors(
  t: Translate,
  locale: Locale,
  problem: Problem | null | undefined,
): Readonly<Record<string, string>> {
  if (problem?.kind !== 'invalid') return {};
  const sentences: Record<string, string> = {};
  for (const { path, code, facts } of problem.fields) {
    sentences[path] ??= findText(t, `problems.${code}`, written(locale, facts)) ?? t('ui.problem.field');
  }
  return sentences;
}

function written(locale: Locale, facts: Facts): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'boolean') continue;
    values[name] = typeof value === 'object' ? formatList(locale, value) : value;
  }
  return values;
}
