import type {
  HeldPair,
  LiveAnswer,
  LiveSettings,
  MatchingErrorCode,
  Obstacle,
  PairComparison,
  PairExplanation,
  PersonPair,
  PinEffect,
  RoundInput,
  RoundResult,
} from '@parvis/matching';

/** What the page asks of the engine beside it, and what it answers. Everything survives a structured clone. */
export type Ask =
  | { readonly kind: 'open'; readonly input: RoundInput }
  /** `look`: ids of people whose pairs are to be explained with it. */
  | { readonly kind: 'show'; readonly settings: LiveSettings; readonly look: readonly string[] }
  /** What it would cost to lock the two, under the settings shown last. */
  | { readonly kind: 'try'; readonly pair: PersonPair }
  | ({ readonly kind: 'swap'; readonly settings: LiveSettings } & TwoPairs)
  | { readonly kind: 'why'; readonly settings: LiveSettings; readonly pair: PersonPair }
  | { readonly kind: 'partners'; readonly settings: LiveSettings; readonly person: string }
  /** Whom each of the two could have had instead; `pairs` are those of the round under the settings. */
  | {
      readonly kind: 'next';
      readonly settings: LiveSettings;
      readonly pairs: readonly HeldPair[];
      readonly pair: PersonPair;
    }
  /** The whole round with reasons, those left out with theirs, and the certificate. */
  | { readonly kind: 'prove'; readonly settings: LiveSettings };

export interface TwoPairs {
  readonly one: PersonPair;
  readonly other: PersonPair;
}

export interface Shown {
  readonly answer: LiveAnswer;
  readonly explained: readonly PairExplanation[];
  /** What the engine needed. */
  readonly milliseconds: number;
}

export interface Why extends PairExplanation {
  readonly obstacles: readonly Obstacle[];
}

/** Someone of the other side: how good the two would be, and whether anything stands between them. */
export interface Partner {
  readonly id: string;
  readonly score: number;
  readonly allowed: boolean;
}

export interface Replies {
  readonly open: null;
  readonly show: Shown;
  readonly try: PinEffect;
  /** Null: the two pairs cannot change partners. */
  readonly swap: LiveSettings | null;
  readonly why: Why;
  /** Best first, those allowed before the others. */
  readonly partners: readonly Partner[];
  readonly next: PairComparison;
  readonly prove: RoundResult;
}
export type Kind = Ask['kind'];

/** A no of the engine with its place, or a fault of ours. */
export interface Failure {
  readonly code: MatchingErrorCode | 'fault';
  readonly place: string;
}

export interface Question {
  readonly number: number;
  readonly ask: Ask;
}
export type Message =
  | { readonly number: number; readonly reply: Replies[Kind] }
  | { readonly number: number; readonly failure: Failure };
