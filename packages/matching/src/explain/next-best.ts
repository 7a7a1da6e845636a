import { compileProgram, type Compiled } from '../columns/compiled.ts';
import { personAt, fillPool, positionOf } from '../columns/pool.ts';
import { MatchingError } from '../errors.ts';
import { explainPair } from './explain.ts';
import { countUses, viewRound, type HeldPair, type RoundView } from './leftout.ts';
import type { PersonPair, PreferenceKind, RoundInput, Share, Side } from '../model.ts';

/** Who has a partner's places instead, in general terms: places still free, and pairs counted by why they hold. */
export interface PartnerUse {
  readonly free: number;
  readonly pinned: number;
  /** With someone who has waited longer. */
  readonly longerWaiting: number;
  /** With someone without whom fewer were paired, or the round were worth less by its aim. */
  readonly betterTogether: number;
}

/** The highest-scoring allowed partner a person could have had beside those she has; of equals the first by id. */
export interface NextBest {
  readonly partner: string;
  readonly score: number;
  readonly reasons: readonly Share[];
  /** Each criterion's points in the pair less those with this partner; they sum to the difference of the scores. */
  readonly difference: readonly { readonly criterion: PreferenceKind; readonly points: number }[];
  readonly use: PartnerUse;
}

/** A pair held against what each of the two could have had instead; null for one with no other allowed partner. */
export interface PairComparison extends PersonPair {
  readonly score: number;
  readonly reasons: readonly Share[];
  readonly newcomerNext: NextBest | null;
  readonly mentorNext: NextBest | null;
}

/** What made the difference for each of two people, in the round or only thought of. Throws `unknown-person`. */
export function nextBest(
  input: RoundInput,
  round: { readonly pairs: readonly HeldPair[] },
  pair: PersonPair,
): PairComparison {
  const pool = fillPool(input);
  const compiled = compileProgram(pool, input);
  const newcomer = positionOf(pool.newcomers, pair.newcomer);
  const mentor = positionOf(pool.mentors, pair.mentor);
  if (newcomer === -1) throw new MatchingError('unknown-person', 'pair', pair.newcomer);
  if (mentor === -1) throw new MatchingError('unknown-person', 'pair', pair.mentor);
  const { score, reasons } = explainPair(input, pair);
  const seen = { input, compiled, round: viewRound(input, round.pairs), pair, reasons };
  return {
    newcomer: pair.newcomer,
    mentor: pair.mentor,
    score,
    reasons,
    newcomerNext: findNext(seen, 'newcomer', newcomer),
    mentorNext: findNext(seen, 'mentor', mentor),
  };
}

interface Seen {
  readonly input: RoundInput;
  readonly compiled: Compiled;
  readonly round: RoundView;
  readonly pair: PersonPair;
  readonly reasons: readonly Share[];
}

function findNext(seen: Seen, side: Side, position: number): NextBest | null {
  const { input, compiled, round, pair, reasons } = seen;
  const { newcomers, mentors } = compiled.pool;
  const id = pair[side];
  const others = side === 'newcomer' ? mentors : newcomers;
  const taken = new Set([pair[otherSide(side)], ...partnersOf(round, side, id)]);
  let best = -1;
  let bestScore = -1;
  for (let other = 0; other < others.people.length; other++) {
    const [i, j] = side === 'newcomer' ? [position, other] : [other, position];
    if (taken.has(personAt(others, other).id) || !compiled.isAllowed(i, j)) continue;
    const score = compiled.score(i, j);
    if (score > bestScore) [best, bestScore] = [other, score];
  }
  if (best === -1) return null;
  const partner = personAt(others, best);
  const swapped = explainPair(input, { ...pair, [otherSide(side)]: partner.id });
  const places = Math.min(partner.capacity, (side === 'newcomer' ? newcomers : mentors).people.length);
  return {
    partner: partner.id,
    score: swapped.score,
    reasons: swapped.reasons,
    difference: compareShares(reasons, swapped.reasons),
    use: {
      free: places - (round.pairs.get(partner.id)?.length ?? 0),
      ...countUses(round, side, id, [partner.id]),
    },
  };
}

function partnersOf(round: RoundView, side: Side, id: string): readonly string[] {
  return (round.pairs.get(id) ?? []).map((pair) => pair[otherSide(side)]);
}

/** The side that is not this one. */
export function otherSide(side: Side): Side {
  return side === 'newcomer' ? 'mentor' : 'newcomer';
}

/* Both lists follow the program's criteria in one order. */
function compareShares(own: readonly Share[], other: readonly Share[]): NextBest['difference'] {
  return own.map(({ criterion, points }, at) => ({ criterion, points: points - (other[at]?.points ?? 0) }));
}
