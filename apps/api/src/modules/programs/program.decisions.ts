import type { ProgramDefinition } from '@parvis/contracts';

/**
 * A program with other rules. `defaults` names the values that its source does not give; what somebody has now decided
 * otherwise is no longer one of them.
 */
export function decideRules(before: ProgramDefinition, rules: ProgramDefinition['rules']): ProgramDefinition {
  const after = { ...before, rules };
  const isSame = (path: string): boolean =>
    JSON.stringify(valueAt(before, path)) === JSON.stringify(valueAt(after, path));
  return { ...after, defaults: before.defaults.filter(isSame) };
}

/** What a path such as `rules.requirements.2` leads to. */
function valueAt(definition: ProgramDefinition, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
      definition,
    );
}
