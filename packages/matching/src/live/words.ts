import type { PairExplanation } from '../explain/explain.ts';
import type { LeftOutReason, Obstacle, PersonPair, Pin, PinConflict, RoundResult, Rules } from '../model.ts';

/** What the coordinator has chosen: everything of a round that she can change by hand. */
export interface LiveSettings {
  readonly program: Rules;
  readonly pins: readonly Pin[];
  readonly bans: readonly PersonPair[];
  /** Ids of people taken out of the round; ids of nobody are passed over. */
  readonly away: readonly string[];
}

export interface LivePair extends PersonPair {
  /** Of `fullScore`. */
  readonly score: number;
  readonly pinned: boolean;
}

/** The round in numbers; scores are of `fullScore`. Null where there is nobody to measure. */
export interface LiveFigures {
  /** Different people in a pair. */
  readonly people: number;
  readonly pairs: number;
  readonly total: number;
  readonly weakest: number | null;
  readonly mean: number | null;
  readonly longestLeftOutWeeks: number | null;
}

/** A round as it comes out under some settings: pair for pair what `matchRound` makes of them. */
export interface LiveAnswer {
  /** Ordered by newcomer id, then mentor id. */
  readonly pairs: readonly LivePair[];
  /** The most a pair can score under the settings' weights. */
  readonly fullScore: number;
  readonly conflicts: readonly PinConflict[];
  readonly figures: LiveFigures;
  /** Ids of people with no pair, in order; those taken out are not among them. */
  readonly leftOut: { readonly newcomers: readonly string[]; readonly mentors: readonly string[] };
}

/** What a round gains and loses by a step; pairs by newcomer id, then mentor id. */
export interface LiveChange {
  readonly before: LiveFigures;
  readonly after: LiveFigures;
  readonly formed: readonly PersonPair[];
  readonly parted: readonly PersonPair[];
}

/**
 * What would come of pinning a pair. `conflict` says why the pin would not be kept as it is; with
 * `breaks-requirement` it would be kept with a written reason, and `change` is what the round would then be.
 */
export interface PinEffect {
  readonly obstacles: readonly Obstacle[];
  readonly conflict: PinConflict['code'] | null;
  readonly change: LiveChange | null;
}

/** A round under the coordinator's hands. Each question is about the settings shown last. */
export interface LiveRound {
  /** The round under these settings. Throws `bad-rule` for rules that make no sense, and shows what it showed before. */
  readonly show: (settings: LiveSettings) => LiveAnswer;
  readonly ifPinned: (pair: PersonPair) => PinEffect;
  /** The whole result of the settings shown, certificate included: what the server would publish. Takes as long as a round. */
  readonly result: () => RoundResult;
  /** Throws `unknown-person`. */
  readonly explainPair: (pair: PersonPair) => PairExplanation;
  /** Everything that stands between the two. Throws `unknown-person`. */
  readonly explainNoPair: (pair: PersonPair) => readonly Obstacle[];
  /** Why a person is in no pair; empty when she is in one. Throws `unknown-person`. */
  readonly explainLeftOut: (personId: string) => readonly LeftOutReason[];
}
