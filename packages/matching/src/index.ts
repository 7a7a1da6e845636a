/** The public face of the matching engine. */
export * from './model.ts';
export { MatchingError, type MatchingErrorCode } from './errors.ts';
export { ENGINE, matchRound } from './round.ts';
export { certify, type Verdict } from './certify.ts';
export type { Problem } from './feasible.ts';
export { explainLeftOut, explainNoPair, explainPair, type PairExplanation } from './explain.ts';
export { checkReadiness } from './readiness.ts';
export { checkInput, HALF_HOURS, MOST_WEIGHT } from './validate.ts';
export { RULE_ORDER } from './rules.ts';
export { PREFERENCE_ORDER } from './criteria.ts';
export { FULL_SCORE, weigh, type Weighted } from './score.ts';
export { CEFR_ORDER, GENDER_ORDER, SWEDISH, WAY_ORDER } from './skills.ts';
export { dayNumber, weeksWaiting } from './calendar.ts';
export { greatCircleKilometres } from './sphere.ts';
export {
  FIELD_CLOSENESS,
  fieldCloseness,
  levelCloseness,
  OCCUPATION_CLOSENESS,
  occupationCloseness,
  readSubstitution,
  type OccupationMatch,
  type OccupationRelation,
  type Substitution,
} from './closeness.ts';
export { solveNetwork, type Flow, type Network } from './network.ts';
export { settleTies } from './ties.ts';
