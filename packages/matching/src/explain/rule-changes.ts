import { CEFR_ORDER } from '../judge/skills.ts';
import type { Choice, RuleChange } from './changes.ts';
import type { Cefr, Requirement } from '../model.ts';

/* A step asks less than two, any step less than doing without the rule. */
const STEP_BURDEN = 1;
const LONG_STEP_BURDEN = 2;
const LIFT_BURDEN = 5;

/* A step stays a rule that a program may have; what lies beyond is doing without it. */
const YOUNGEST = 13;
const WIDEST_SPAN = 99;
const LEAST_CLOSENESS = 0.05;
const FARTHEST = 500;

/**
 * Each requirement's limit moved by a short or a long step, or the requirement lifted, in the program's own order. The steps:
 * ages 1 and 2 years, an age span 5 and 10, one half-hour and two, 10 and 30 kilometres or meeting at a distance,
 * one level of language and two, closeness of field 0.2 and 0.4, one municipality with another if at a distance and always.
 */
export function listRuleChoices(requirements: readonly Requirement[]): readonly Choice<RuleChange>[] {
  return requirements.flatMap((from) => {
    const of = 'side' in from ? `${from.kind} ${from.side}` : from.kind;
    const steps = stepsOf(from)
      .filter((to) => JSON.stringify(to) !== JSON.stringify(from))
      .filter((to, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(to)) === at)
      .map((to, at): Choice<RuleChange> => ({
        change: { change: 'requirement', from, to },
        burden: at === 0 ? STEP_BURDEN : LONG_STEP_BURDEN,
        of,
      }));
    return [...steps, { change: { change: 'requirement', from, to: null }, burden: LIFT_BURDEN, of }];
  });
}

function stepsOf(rule: Requirement): readonly Requirement[] {
  switch (rule.kind) {
    case 'gender':
      return [];
    case 'minimum-age':
      return [1, 2].map((by) => ({ ...rule, years: Math.max(YOUNGEST, rule.years - by) }));
    case 'age-span':
      return [5, 10].map((by) => ({ ...rule, years: Math.min(WIDEST_SPAN, rule.years + by) }));
    case 'common-time':
      return [1, 2].map((by) => ({ ...rule, halfHours: Math.max(1, rule.halfHours - by) }));
    case 'nearness':
      return [
        { ...rule, kilometres: Math.min(FARTHEST, rule.kilometres + 10) },
        { ...rule, kilometres: Math.min(FARTHEST, rule.kilometres + 30) },
        { ...rule, orRemote: true },
      ];
    case 'language':
      return [1, 2].map((by) => ({
        ...rule,
        common: lower(rule.common, by),
        swedish: lower(rule.swedish, by),
      }));
    case 'field':
      return [0.2, 0.4].map((by) => ({
        ...rule,
        anyOf: rule.anyOf.map((way) => ({
          ...way,
          atLeast: Math.max(LEAST_CLOSENESS, roundOff(way.atLeast - by)),
        })),
      }));
    case 'municipality':
      return rule.across === 'always'
        ? []
        : [
            { ...rule, across: 'if-remote' },
            { ...rule, across: 'always' },
          ];
  }
}

/* A way that is switched off stays so. */
function lower(level: Cefr | null, by: number): Cefr | null {
  return level === null ? null : (CEFR_ORDER[Math.max(0, CEFR_ORDER.indexOf(level) - by)] ?? level);
}

function roundOff(value: number): number {
  return Math.round(value * 100) / 100;
}
