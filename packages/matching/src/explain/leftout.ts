import { aimOf } from '../aims/aim.ts';
import { weeksWaiting } from '../judge/calendar.ts';
import type { Compiled } from '../columns/compiled.ts';
import type {
  Aim,
  LeftOut,
  LeftOutReason,
  MatchedPair,
  Person,
  RoundInput,
  RuleName,
  Side,
} from '../model.ts';
import { personAt } from '../columns/pool.ts';
import { RULE_ORDER } from '../judge/rules.ts';

/** How one person stands to the other side: whom she may be paired with (positions), and what blocks the others. */
interface Standing {
  readonly possible: number;
  readonly allowed: readonly number[];
  readonly blocked: readonly RuleCount[];
  readonly alone: readonly RuleCount[];
}
interface RuleCount {
  readonly rule: RuleName;
  readonly partners: number;
}

/** Holds one person against everyone of the other side, by every rule. */
function standingOf({ pool, broken }: Compiled, side: Side, position: number): Standing {
  const possible = side === 'newcomer' ? pool.mentors.people.length : pool.newcomers.people.length;
  const blocked = RULE_ORDER.map(() => 0);
  const alone = RULE_ORDER.map(() => 0);
  const allowed: number[] = [];
  for (let other = 0; other < possible; other++) {
    const bits = side === 'newcomer' ? broken(position, other) : broken(other, position);
    if (bits === 0) allowed.push(other);
    else tally(bits, { blocked, alone, pairs: 1 });
  }
  return { possible, allowed, blocked: mostFirst(blocked), alone: mostFirst(alone) };
}

/** Counts the rules that so many pairs break alike, given as in `Compiled.broken`, and the rule that blocks them alone. */
export function tally(
  bits: number,
  { blocked, alone, pairs }: { readonly blocked: number[]; readonly alone: number[]; readonly pairs: number },
): void {
  for (let at = 0; at < RULE_ORDER.length; at++) {
    const bit = 1 << at;
    if ((bits & bit) === 0) continue;
    blocked[at] = (blocked[at] ?? 0) + pairs;
    if (bits === bit) alone[at] = (alone[at] ?? 0) + pairs;
  }
}

/** Who is with whom, and whether a hand decided it. */
export type HeldPair = Pick<MatchedPair, 'newcomer' | 'mentor' | 'pinned'>;

/** What has to be known of a round to explain who is left out of it. */
export interface RoundView {
  /** Pairs by the id of each of the two. */
  readonly pairs: ReadonlyMap<string, readonly HeldPair[]>;
  readonly weeksWaiting: ReadonlyMap<string, number>;
  readonly aim: Aim;
}

/** Sorts a round's pairs and waiting times by person. */
export function viewRound(
  { program, newcomers, mentors, now }: RoundInput,
  matched: readonly HeldPair[],
): RoundView {
  const pairs = new Map<string, HeldPair[]>();
  for (const pair of matched) {
    for (const id of [pair.newcomer, pair.mentor]) {
      const own = pairs.get(id) ?? [];
      own.push(pair);
      pairs.set(id, own);
    }
  }
  const everyone = [...newcomers, ...mentors];
  return {
    pairs,
    weeksWaiting: new Map(everyone.map(({ id, waitingSince }) => [id, weeksWaiting(waitingSince, now)])),
    aim: aimOf(program),
  };
}

/** Why the person at a position is in none of the pairs. */
export function leaveOut(compiled: Compiled, side: Side, position: number, round: RoundView): LeftOut {
  const { pool } = compiled;
  const { id } = personAt(side === 'newcomer' ? pool.newcomers : pool.mentors, position);
  const weeks = round.weeksWaiting.get(id) ?? 0;
  return { id, side, weeksWaiting: weeks, reasons: [reasonOf(compiled, side, position, round)] };
}

function reasonOf(compiled: Compiled, side: Side, position: number, round: RoundView): LeftOutReason {
  const { pool } = compiled;
  const { possible, allowed, blocked, alone } = standingOf(compiled, side, position);
  if (possible === 0) return { code: 'nobody-there' };
  if (allowed.length === 0) return { code: 'no-allowed-partner', possible, blocked, alone };
  const [own, others] = side === 'newcomer' ? [pool.newcomers, pool.mentors] : [pool.mentors, pool.newcomers];
  const partners = allowed.map((partner) => personAt(others, partner).id);
  return {
    code: 'partners-better-used',
    allowed: allowed.length,
    by: {
      ...tellByAim(round.aim, countUses(round, side, personAt(own, position).id, partners)),
      ...countKept(
        round,
        allowed.map((partner) => personAt(others, partner)),
      ),
    },
  };
}

/* Under this aim alone two who may meet and both have room can stay apart: where the mentor's place is worth more to others. */
function countKept({ aim, pairs }: RoundView, partners: readonly Person[]): Pick<Uses, 'kept'> {
  if (aim !== 'best-pairs') return {};
  const kept = partners.filter(({ id, capacity }) => (pairs.get(id) ?? []).length < capacity).length;
  return kept === 0 ? {} : { kept };
}

type Uses = Extract<LeftOutReason, { readonly code: 'partners-better-used' }>['by'];

/* Where waiting does not come first it is no reason; in a stable round the partners would rather have whom they got. */
function tellByAim(aim: Aim, uses: Uses): Uses {
  const { pinned, longerWaiting, betterTogether } = uses;
  const others = longerWaiting + betterTogether;
  if (aim === 'best-pairs') return { pinned, longerWaiting: 0, betterTogether: others };
  if (aim === 'stable') return { pinned, longerWaiting: 0, betterTogether: 0, ratherOthers: others };
  return uses;
}

/** By whom partners are used instead of by the person `id` of `side`: each of their pairs with another counts once. */
export function countUses(
  round: RoundView,
  side: Side,
  id: string,
  partners: readonly string[],
): { readonly pinned: number; readonly longerWaiting: number; readonly betterTogether: number } {
  const weeks = round.weeksWaiting.get(id) ?? 0;
  const by = { pinned: 0, longerWaiting: 0, betterTogether: 0 };
  for (const pair of partners.flatMap((partner) => round.pairs.get(partner) ?? [])) {
    if (pair[side] === id) continue;
    if (pair.pinned) by.pinned++;
    else if ((round.weeksWaiting.get(pair[side]) ?? 0) > weeks) by.longerWaiting++;
    else by.betterTogether++;
  }
  return by;
}

function mostFirst(counts: readonly number[]): readonly RuleCount[] {
  return RULE_ORDER.map((rule, at) => ({ rule, partners: counts[at] ?? 0 }))
    .filter(({ partners }) => partners > 0)
    .sort((a, b) => b.partners - a.partners);
}
