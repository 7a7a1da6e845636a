/**
 * The words of the matching engine, all readonly data. Nothing here knows of databases, languages of the
 * interface or the web; everything can be written as JSON and read back the same.
 */

export type Side = 'newcomer' | 'mentor';
export type Gender = 'woman' | 'man' | 'other';
export type Cefr = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
export type MeetingWay = 'in-person' | 'walk' | 'video' | 'telephone';

/** BCP 47 tag of a language and how well the person speaks it; `C2` for a first language. */
export interface LanguageSkill {
  readonly language: string;
  readonly level: Cefr;
}

/** `level`: SCB's seven steps (1 shorter than nine years … 7 research degree). `field`: SUN 2020 field code, 1 to 4 characters, or null. */
export interface Education {
  readonly level: number;
  readonly field: string | null;
}

/** `occupation`: JobTech concept id, null when only the group is known. `ssyk`: SSYK 2012 code, 1 to 4 digits. */
export interface Occupation {
  readonly occupation: string | null;
  readonly ssyk: string;
  readonly years: number;
}

/** Degrees, WGS 84. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export type WishStrength = 'must' | 'rather';
export type WishAbout =
  | { readonly about: 'gender'; readonly gender: Gender }
  /** Born at most this many years apart. */
  | { readonly about: 'age'; readonly years: number }
  /** Speaks this language at A2 or better. */
  | { readonly about: 'language'; readonly language: string }
  /** The same line of work: closeness of occupation at least 0.5. */
  | { readonly about: 'occupation' }
  | { readonly about: 'municipality' }
  | { readonly about: 'nearness'; readonly kilometres: number }
  /** Can meet in one of these ways. */
  | { readonly about: 'way'; readonly way: MeetingWay };
/** `most`: the one wish that the person marked as mattering most; at most one per person. */
export type Wish = WishAbout & { readonly strength: WishStrength; readonly most: boolean };

/** One person on one side of one program, as the round sees her. */
export interface Person {
  readonly id: string;
  readonly gender: Gender | null;
  readonly birthYear: number | null;
  /** Four-digit SCB code. */
  readonly municipality: string;
  readonly place: Place | null;
  readonly languages: readonly LanguageSkill[];
  readonly educations: readonly Education[];
  readonly occupations: readonly Occupation[];
  /** Half-hours of the week in which the person can meet: 0 = Monday 00.00–00.30 … 335 = Sunday 23.30–24.00, ascending. */
  readonly availability: readonly number[];
  readonly ways: readonly MeetingWay[];
  /** How far the person will travel; null means any distance. */
  readonly maxKilometres: number | null;
  readonly interests: readonly string[];
  /** How many pairs the person can be in after this round, at least 1. */
  readonly capacity: number;
  /** ISO date or instant; only the date is read. */
  readonly waitingSince: string;
  /** People of one household are never paired with each other. */
  readonly household: string | null;
  readonly wishes: readonly Wish[];
  /** Ids of people this person is never paired with; holds in both directions. */
  readonly neverWith: readonly string[];
}

/* Program rules */

/** One way to be close enough; several are joined by *or*. Closeness 0..1 as the criteria of the same name measure it. */
export type FieldAlternative =
  | { readonly by: 'education-level'; readonly atLeast: number }
  /** `postSecondary`: counts only when both people's highest education is post-secondary (step 5 or more). */
  | { readonly by: 'education-field'; readonly atLeast: number; readonly postSecondary?: boolean }
  | { readonly by: 'occupation'; readonly atLeast: number };

/** A hard rule of the program: a pair that breaks it is never proposed. At most one of each kind (of each kind and side for `gender` and `minimum-age`). */
export type Requirement =
  | { readonly kind: 'gender'; readonly side: Side; readonly allowed: readonly Gender[] }
  | { readonly kind: 'minimum-age'; readonly side: Side; readonly years: number }
  | { readonly kind: 'age-span'; readonly years: number }
  /** Share some language both speak at `common` or better, or both speak Swedish at `swedish` or better. Null switches that way off. */
  | { readonly kind: 'language'; readonly common: Cefr | null; readonly swedish: Cefr | null }
  | { readonly kind: 'common-time'; readonly halfHours: number }
  /** Within `kilometres` and within what both will travel, or, if `orRemote`, both accept video or both accept telephone. */
  | { readonly kind: 'nearness'; readonly kilometres: number; readonly orRemote: boolean }
  | { readonly kind: 'field'; readonly anyOf: readonly FieldAlternative[] }
  /** Both live in one of `among` (empty: anywhere). `across`: may the two live in different municipalities? */
  | {
      readonly kind: 'municipality';
      readonly among: readonly string[];
      readonly across: 'never' | 'if-remote' | 'always';
    };
export type RequirementKind = Requirement['kind'];

/** Rules that hold in every program and come from the people themselves. */
export type PersonalRule = 'wish' | 'never-with' | 'earlier-pair' | 'household';
/** `ban`: the coordinator's own decision about one pair. */
export type RuleName = RequirementKind | PersonalRule | 'ban';

export type PreferenceKind =
  | 'occupation'
  | 'education-field'
  | 'education-level'
  | 'language'
  | 'common-time'
  | 'nearness'
  | 'ways'
  | 'age'
  | 'interests'
  | 'wishes'
  | 'wish-most';
/** `weight`: whole, 0..10; 0 means not counted. At most one of each kind. */
export interface Preference {
  readonly kind: PreferenceKind;
  readonly weight: number;
}

/**
 * What a round is to reach first, when no requirement is broken and the pins are kept. Each is exact.
 * - `most-people`: most people paired, then the longest waiting, then the highest total.
 * - `best-pairs`: the highest total, then most people, then the longest waiting.
 * - `no-weak-pair`: as many people, waiting as long, as with `most-people`; among those rounds the weakest pair's score
 *   as high as it can be, then the highest total.
 * - `stable`: no two people would both rather have each other than what they got; of such rounds the newcomers' best.
 */
export type Aim = 'most-people' | 'best-pairs' | 'no-weak-pair' | 'stable';

export interface Rules {
  readonly requirements: readonly Requirement[];
  readonly preferences: readonly Preference[];
  /** `most-people` when absent. */
  readonly aim?: Aim;
  /** Value mentors whom some of the `expected` could alone be paired with; see `KeptMentor`. Off when absent. */
  readonly keepScarce?: boolean;
}

/* The round */

export interface PersonPair {
  readonly newcomer: string;
  readonly mentor: string;
}
/** The coordinator's own decision. `reason` is needed when the pair breaks a requirement. */
export interface Pin extends PersonPair {
  readonly reason: string | null;
}

/** Two occupations that can stand in for each other; `percent` 75 (high) or 25 (low), as Arbetsförmedlingen publishes it. Directed. */
export interface Substitute {
  readonly occupation: string;
  readonly by: string;
  readonly percent: number;
}

export interface RoundInput {
  readonly program: Rules;
  readonly newcomers: readonly Person[];
  readonly mentors: readonly Person[];
  readonly pins?: readonly Pin[];
  readonly bans?: readonly PersonPair[];
  /** Pairs these people have been in before, in this program or another. */
  readonly history?: readonly PersonPair[];
  readonly substitutes?: readonly Substitute[];
  /**
   * Newcomers like those who will come: the ones who came to the program lately. Read when the rules keep the scarce. Each
   * stands for somebody like her: ids, households, `neverWith` and `waitingSince` are not read, nor is earlier history.
   */
  readonly expected?: readonly Person[];
  /** ISO date or instant; ages and weeks waited are counted from it. */
  readonly now: string;
}

/** A broken requirement, in codes and numbers. `rule` names it; the facts say by how much. */
export type Obstacle =
  | {
      readonly rule: 'gender';
      readonly side: Side;
      readonly allowed: readonly Gender[];
      readonly actual: Gender | null;
    }
  /** `actual`: the age reached during the year of the round, since only the year of birth is known. */
  | {
      readonly rule: 'minimum-age';
      readonly side: Side;
      readonly years: number;
      readonly actual: number | null;
    }
  | { readonly rule: 'age-span'; readonly years: number; readonly actual: number | null }
  | { readonly rule: 'language'; readonly common: Cefr | null; readonly swedish: Cefr | null }
  | { readonly rule: 'common-time'; readonly halfHours: number; readonly actual: number }
  /** `kilometres`: the limit that holds for the two, the least of the rule's and each person's own. */
  | {
      readonly rule: 'nearness';
      readonly kilometres: number;
      readonly actual: number | null;
      readonly orRemote: boolean;
    }
  | { readonly rule: 'field'; readonly anyOf: readonly (FieldAlternative & { readonly actual: number })[] }
  | {
      readonly rule: 'municipality';
      readonly newcomer: string;
      readonly mentor: string;
      readonly outside: boolean;
    }
  /** `side` is the side of the person who made the wish. */
  | { readonly rule: 'wish'; readonly side: Side; readonly wish: Wish }
  | { readonly rule: 'never-with' }
  | { readonly rule: 'earlier-pair' }
  | { readonly rule: 'household' }
  /** The coordinator's own decision about the two. */
  | { readonly rule: 'ban' };

/** What a criterion saw, for the sentence that tells it. */
export type CriterionFacts =
  | {
      readonly criterion: 'occupation';
      readonly closeness: 'same' | 'substitute' | 'ssyk4' | 'ssyk3' | 'ssyk2' | 'ssyk1' | 'none';
      readonly newcomer: string | null;
      readonly mentor: string | null;
      readonly ssyk: string | null;
    }
  | { readonly criterion: 'education-field'; readonly digits: number; readonly field: string | null }
  | {
      readonly criterion: 'education-level';
      readonly newcomer: number | null;
      readonly mentor: number | null;
    }
  | { readonly criterion: 'language'; readonly languages: readonly string[]; readonly level: Cefr | null }
  | { readonly criterion: 'common-time'; readonly halfHours: number; readonly weekdays: readonly number[] }
  | { readonly criterion: 'nearness'; readonly kilometres: number | null }
  | { readonly criterion: 'ways'; readonly ways: readonly MeetingWay[] }
  | { readonly criterion: 'age'; readonly years: number | null }
  | { readonly criterion: 'interests'; readonly interests: readonly string[] }
  | { readonly criterion: 'wishes'; readonly met: number; readonly of: number }
  | { readonly criterion: 'wish-most'; readonly met: number; readonly of: number };

/** One criterion's part of a pair's score: `points` (weight · hundredths) of at most `of` (weight · 100); the points of a pair sum to its score. */
export interface Share {
  readonly criterion: PreferenceKind;
  /** 0..1, in whole hundredths. */
  readonly value: number;
  readonly points: number;
  readonly of: number;
  readonly facts: CriterionFacts;
}

export interface MatchedPair extends PersonPair {
  /** Integer, 0..`fullScore` of the round. */
  readonly score: number;
  readonly reasons: readonly Share[];
  readonly pinned: boolean;
  /** Requirements that a pin overrides, with the coordinator's reason beside them; empty for every other pair. */
  readonly overrides: readonly Obstacle[];
  readonly pinReason: string | null;
}

/**
 * Why a person is left out.
 * - `nobody-there`: no one waits on the other side.
 * - `no-allowed-partner`: every possible partner meets an obstacle. `alone`: how many partners each rule, and it alone,
 *   stands between (what would open if that rule were lifted), most first; `blocked`: how many meet each rule at all.
 * - `partners-better-used`: `allowed` partners exist, all are taken by pairs that serve more people, longer
 *   waiting, or a higher total.
 */
export type LeftOutReason =
  | { readonly code: 'nobody-there' }
  | {
      readonly code: 'no-allowed-partner';
      readonly possible: number;
      readonly blocked: readonly { readonly rule: RuleName; readonly partners: number }[];
      readonly alone: readonly { readonly rule: RuleName; readonly partners: number }[];
    }
  | {
      readonly code: 'partners-better-used';
      readonly allowed: number;
      /** By whom, in general terms: of the allowed partners' pairs, how many are pinned, with someone who waited longer, with someone who waited as long or shorter but without whom fewer were paired or the total were lower. */
      readonly by: {
        readonly pinned: number;
        readonly longerWaiting: number;
        readonly betterTogether: number;
        /** Only in a stable round: with someone whom the partner would rather have. */
        readonly ratherOthers?: number;
        /** Partners who have room still, where the mentor of the two is kept for those who will come (only with `best-pairs`). */
        readonly kept?: number;
      };
    };
export interface LeftOut {
  readonly id: string;
  readonly side: Side;
  readonly weeksWaiting: number;
  readonly reasons: readonly LeftOutReason[];
}

/** A pin that could not be kept, and why. The rest of the round is solved without it. */
export interface PinConflict extends PersonPair {
  readonly code: 'unknown-person' | 'breaks-requirement' | 'over-capacity' | 'also-banned' | 'pinned-twice';
  readonly obstacles: readonly Obstacle[];
}

/**
 * A mentor kept for those who will come: `only` of the `of` expected newcomers could be paired with nobody else in the
 * round. A pair with her counts `points` less in the round's total (only / of of the full score, rounded), and her own
 * weeks of waiting are not counted; the pair's own score stays as it is. `stable` does not know it.
 */
export interface KeptMentor {
  readonly mentor: string;
  readonly only: number;
  readonly of: number;
  readonly points: number;
  /** What those newcomers have in common with her, and thus what she is kept for: languages but Swedish, and occupations by the first two digits of SSYK; sorted, often empty. */
  readonly languages: readonly string[];
  readonly occupations: readonly string[];
}

/** Prices of every person by id. */
export interface Prices {
  readonly newcomers: readonly (readonly [id: string, price: number])[];
  readonly mentors: readonly (readonly [id: string, price: number])[];
}

/**
 * Why the weakest pair of a round cannot score higher: every pair that may be used scores `atLeast` or more (null when no
 * pair is possible). With all allowed pairs, `served` proves that no round serves more people or longer waiting; `above`
 * that with only those that score more than `atLeast` none serves as many. Both leave scores out of account.
 */
export interface WeakestProof {
  readonly atLeast: number | null;
  readonly served: Prices;
  readonly above: Prices;
}

/** Dual prices by id: with them anyone can check that no better assignment exists, without trusting the solver. */
export interface Certificate {
  /** Number of pairs. */
  readonly matched: number;
  /** Number of different people in a pair. */
  readonly people: number;
  /** Sum of the pairs' scores. */
  readonly total: number;
  readonly optimal: boolean;
  /** Empty for `stable`, which is proved by looking at every two. */
  readonly prices: Prices;
  /** Only for `no-weak-pair`. */
  readonly weakest?: WeakestProof;
}

export interface RoundResult {
  /** Ordered by newcomer id, then mentor id. */
  readonly pairs: readonly MatchedPair[];
  /** People with no pair, ordered by side (newcomers first), then id. */
  readonly leftOut: readonly LeftOut[];
  readonly conflicts: readonly PinConflict[];
  readonly certificate: Certificate;
  /** By mentor's id; absent when the rules do not keep the scarce. */
  readonly kept?: readonly KeptMentor[];
  /** The most a pair could score: the sum of weight · 100 over the program's preferences. */
  readonly fullScore: number;
  readonly engine: string;
}

/** Before any round: who can match nobody, by which rule, and what each rule costs. */
export interface Readiness {
  readonly newcomers: number;
  readonly mentors: number;
  readonly possiblePairs: number;
  /** How many different people a round now would pair. */
  readonly peoplePaired: number;
  readonly stuck: readonly LeftOut[];
  /**
   * What each rule costs: pairs it forbids, pairs it alone forbids, and how many different people a round now would pair
   * if that rule were not there (of a rule with two sides, neither).
   */
  readonly rules: readonly {
    readonly rule: RuleName;
    readonly forbids: number;
    readonly aloneForbids: number;
    readonly peopleWithout: number;
  }[];
}

/* Aims side by side */

/** The figures by which rounds of different aims are compared. */
export interface Figures {
  /** Different people in a pair. */
  readonly people: number;
  readonly pairs: number;
  readonly total: number;
  /** Total by pairs; null without pairs. */
  readonly mean: number | null;
  /** The lowest score of a pair; null without pairs. Pinned pairs count: people meet in them as in any. */
  readonly weakest: number | null;
  /** Weeks waited by the one left out who waited longest; null when nobody is. */
  readonly longestWait: number | null;
  /** How many times two people would both rather have each other than what they got. */
  readonly swaps: number;
}

/** What one aim would make of a round, and what it costs. */
export interface AimFigures extends Figures {
  readonly aim: Aim;
  /** How far each figure stands from the best that any of the aims reaches; 0 is the best, null where there is nothing to compare. */
  readonly costs: Figures;
  /** What stands behind the figures: the weakest pair, who waited longest of those left out, the first of those who would rather swap. */
  readonly weakestPair: PersonPair | null;
  readonly longestWaiting: string | null;
  readonly swapPairs: readonly PersonPair[];
  /** Ids of people paired here who would have nobody under the program's own aim, and the other way round. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}
