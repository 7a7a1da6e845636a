import { REFUSALS, type FieldProblem, type RefusalCode } from '@parvis/contracts';
import type { MessageKey, Translate } from './dictionary.ts';
import { problems } from './sv/problems.ts';

/** What happened, why, and what to do now. */
export function refusalSentence(
  t: Translate,
  code: RefusalCode,
  facts: Readonly<Record<string, unknown>>,
): string {
  return loosely(t, `refusals.${code}`, facts);
}

/** What is wrong with one field. */
export function problemSentence(t: Translate, problem: Pick<FieldProblem, 'code' | 'facts'>): string {
  return loosely(
    t,
    isProblemCode(problem.code) ? `problems.${problem.code}` : 'problems.other',
    problem.facts,
  );
}

export function isRefusalCode(code: string): code is RefusalCode {
  return code in REFUSALS;
}

function isProblemCode(code: string): code is keyof typeof problems {
  return code in problems;
}

function loosely(t: Translate, key: MessageKey, facts: Readonly<Record<string, unknown>>): string {
  const plain = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  return t.loosely(key, Object.fromEntries(plain));
}
