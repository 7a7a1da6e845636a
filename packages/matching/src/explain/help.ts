import type { Change, OwnChange, RuleChange } from './changes.ts';
import type { Count } from './hidden.ts';
import type { Side } from '../model.ts';

/** Changes after which a person is paired, and what they do to the round. */
export interface Remedy<C extends Change> {
  readonly changes: readonly C[];
  /** Whom she is then paired with. */
  readonly partners: readonly string[];
  /** Different people in a pair, before and then. */
  readonly people: { readonly before: number; readonly after: number };
  /** Ids of others who have a pair now and would have none, and the other way round; sorted. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/**
 * Why no set of changes helps.
 * - `nobody-there`: no one waits on the other side.
 * - `opens-nobody`: no set opens a single partner; what stands between is of another kind.
 * - `places-go-to-others`: partners can be opened, but each set leaves their places with others: more people are needed on the
 *   other side.
 * - `too-many-to-try`: under an aim where each set has to be solved, those tried did not help and more remain.
 */
export type NoHelp = 'nobody-there' | 'opens-nobody' | 'places-go-to-others' | 'too-many-to-try';

/** Help, or why there is none: one of the two is null. */
export interface Help<C extends Change> {
  readonly remedy: Remedy<C> | null;
  readonly none: NoHelp | null;
}

/** The smallest change that would help a person who is left out. */
export interface SmallestChange {
  /** For coordinators: names others, and may say what a rule does to them. */
  readonly forStaff: {
    readonly id: string;
    readonly side: Side;
    /** Among her own answers. */
    readonly own: Help<OwnChange>;
    /** Among the program's rules. */
    readonly rules: Help<RuleChange>;
  };
  /** For herself: her own answers and counts, small ones hidden; nothing of anybody else. */
  readonly forPerson: {
    readonly changes: readonly OwnChange[] | null;
    readonly none: NoHelp | null;
    /** With how many a pair is possible as her answers stand, and when they are changed. */
    readonly partners: { readonly now: Count; readonly then: Count };
  };
}
