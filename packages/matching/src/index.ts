/** The public face of the matching engine. */
export * from './model.ts';
export type { Progress, TellProgress } from './progress.ts';
export { MatchingError, type MatchingErrorCode } from './errors.ts';
export { ENGINE, matchRound } from './round/round.ts';
export { AIMS, aimOf } from './aims/aim.ts';
export { compareAims, MOST_SWAPS_NAMED } from './aims/compare.ts';
export { findKept } from './aims/keep.ts';
export { certify, type Verdict } from './round/certify.ts';
export type { Problem } from './round/feasible.ts';
export { explainLeftOut, explainNoPair, explainPair, type PairExplanation } from './explain/explain.ts';
export { checkReadiness } from './explain/readiness.ts';
export { type HeldPair } from './explain/leftout.ts';
export { nextBest, type NextBest, type PairComparison, type PartnerUse } from './explain/next-best.ts';
export { explainPinned, type PinnedOutcome, type RoundChange } from './explain/pinned.ts';
export {
  reportFairness,
  type FairnessBy,
  type FairnessGroup,
  type FairnessReport,
  type FairnessRow,
  type FairnessTable,
  type PassedOver,
} from './explain/fairness.ts';
export { smallestChange, smallestChanges } from './explain/smallest-change.ts';
export type { Help, NoHelp, Remedy, SmallestChange } from './explain/help.ts';
export {
  addMentors,
  findBottlenecks,
  MOST_BOTTLENECKS,
  type Bottleneck,
  type BottleneckGain,
} from './explain/bottlenecks.ts';
export type { MentorProfile, TimeOfWeek } from './explain/profiles.ts';
export { FEWEST_TOLD, tellCount, type Count } from './explain/hidden.ts';
export {
  applyChange,
  applyChanges,
  type Change,
  type OwnChange,
  type PartOfDay,
  type RuleChange,
} from './explain/changes.ts';
export { checkInput, HALF_HOURS, MOST_WEIGHT } from './validate.ts';
export { RULE_ORDER } from './judge/rules.ts';
export { PREFERENCE_ORDER } from './judge/criteria.ts';
export { fullScoreOf, weigh, type Weighted } from './judge/score.ts';
export { ofHundred, scoreOfHundred, sharesOfHundred } from './judge/hundred.ts';
export { CEFR_ORDER, GENDER_ORDER, SWEDISH, WAY_ORDER } from './judge/skills.ts';
export { dayNumber, weeksWaiting } from './judge/calendar.ts';
export { greatCircleKilometres } from './judge/sphere.ts';
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
} from './judge/closeness.ts';
export { solveNetwork, type Flow, type Network } from './solver/network.ts';
export { solveMostRows, type MostRows } from './solver/most-rows.ts';
export { settleTies } from './solver/ties.ts';
export { openRound } from './live/open.ts';
export type {
  LiveAnswer,
  LiveChange,
  LiveFigures,
  LivePair,
  LiveRound,
  LiveSettings,
  PinEffect,
} from './live/words.ts';
export type { Belonging, Relation } from './together/relations.ts';
export { MOST_SOLVED, solveTogether, type TogetherAnswer } from './together/together.ts';
export {
  makeDenseSolver,
  solveDense,
  type DenseAssignment,
  type DenseProblem,
  type DenseSolver,
} from './solver/dense.ts';
export type { DenseCost } from './solver/dense-state.ts';
