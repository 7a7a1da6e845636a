import { PREFERENCE_ORDER } from '../judge/criteria.ts';
import type { PreferenceKind, Requirement, RequirementKind, Rules } from '../model.ts';

/** By how much the weight of a criterion changed. */
export interface Reweighed {
  readonly criterion: PreferenceKind;
  readonly by: number;
}

/** The criteria that weigh something else than before. */
export function compareWeights(before: Rules, after: Rules): readonly Reweighed[] {
  const weightIn = ({ preferences }: Rules, criterion: PreferenceKind): number =>
    preferences.find(({ kind }) => kind === criterion)?.weight ?? 0;
  return PREFERENCE_ORDER.map((criterion) => ({
    criterion,
    by: weightIn(after, criterion) - weightIn(before, criterion),
  })).filter(({ by }) => by !== 0);
}

/** The kinds of which anything is required that was not, or no longer. */
export function compareRequirements(before: Rules, after: Rules): readonly RequirementKind[] {
  const textOf = ({ requirements }: Rules, kind: RequirementKind): string =>
    JSON.stringify(requirements.filter((one: Requirement) => one.kind === kind));
  const kinds = [...before.requirements, ...after.requirements].map(({ kind }) => kind);
  return [...new Set(kinds)].filter((kind) => textOf(before, kind) !== textOf(after, kind));
}
