import type { Cefr, FieldAlternative, Requirement } from '@parvis/matching';

export const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const satisfies readonly Cefr[];
/** The steps of closeness that the measures of occupation and education take. */
export const NEARNESS = [0.3, 0.5, 0.6, 0.85, 1] as const;

/** One limit of a rule as a slider: where it stands, how far it goes, and the rule with another value. */
export interface Limit {
  readonly what: 'kilometres' | 'half-hours' | 'years' | 'age' | 'common' | 'swedish' | 'near';
  readonly by?: FieldAlternative['by'];
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly with: (value: number) => Requirement;
}

/** The limits of a rule that can be moved; none where there is nothing to move. */
export function limitsOf(rule: Requirement): readonly Limit[] {
  switch (rule.kind) {
    case 'nearness':
      return [
        {
          what: 'kilometres',
          value: rule.kilometres,
          min: 1,
          max: Math.max(50, rule.kilometres),
          with: (kilometres) => ({ ...rule, kilometres }),
        },
      ];
    case 'common-time':
      return [
        {
          what: 'half-hours',
          value: rule.halfHours,
          min: 1,
          max: Math.max(20, rule.halfHours),
          with: (halfHours) => ({ ...rule, halfHours }),
        },
      ];
    case 'age-span':
      return [
        {
          what: 'years',
          value: rule.years,
          min: 1,
          max: Math.max(40, rule.years),
          with: (years) => ({ ...rule, years }),
        },
      ];
    case 'minimum-age':
      return [
        {
          what: 'age',
          value: rule.years,
          min: 13,
          max: Math.max(40, rule.years),
          with: (years) => ({ ...rule, years }),
        },
      ];
    case 'language':
      return (['common', 'swedish'] as const).flatMap((what) => {
        const level = rule[what];
        if (level === null) return [];
        const to = (value: number): Requirement => ({ ...rule, [what]: LEVELS[value] ?? level });
        return [{ what, value: LEVELS.indexOf(level), min: 0, max: LEVELS.length - 1, with: to }];
      });
    case 'field':
      return rule.anyOf.map((one, at) => ({
        what: 'near',
        by: one.by,
        value: nearestStep(one.atLeast),
        min: 0,
        max: NEARNESS.length - 1,
        with: (value) => ({
          ...rule,
          anyOf: rule.anyOf.map((other, index) =>
            index === at ? { ...other, atLeast: NEARNESS[value] ?? other.atLeast } : other,
          ),
        }),
      }));
    default:
      return [];
  }
}

/** A closeness that stands between two steps is shown at the one below, and kept as it is until it is moved. */
function nearestStep(atLeast: number): number {
  return Math.max(
    0,
    NEARNESS.findLastIndex((step) => step <= atLeast),
  );
}
