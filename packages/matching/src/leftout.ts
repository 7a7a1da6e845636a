import { weeksWaiting } from './calendar.ts';
import { ruleBit, type Compiled } from './compiled.ts';
import type { LeftOut, LeftOutReason, MatchedPair, RuleName, Side } from './model.ts';
import { personAt } from './pool.ts';
import { RULE_ORDER } from './rules.ts';

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
    else tally(bits, blocked, alone);
  }
  return { possible, allowed, blocked: mostFirst(blocked), alone: mostFirst(alone) };
}

/** Counts the rules of one blocked pair, and the rule that blocks it alone. */
export function tally(bits: number, blocked: number[], alone: number[]): void {
  for (const [at, rule] of RULE_ORDER.entries()) {
    const bit = ruleBit(rule);
    if ((bits & bit) === 0) continue;
    blocked[at] = (blocked[at] ?? 0) + 1;
    if (bits === bit) alone[at] = (alone[at] ?? 0) + 1;
  }
}

/** Why the person at a position is in none of the pairs. */
export function leaveOut(
  compiled: Compiled,
  side: Side,
  position: number,
  round: { readonly now: string; readonly pairs: PairsByPerson },
): LeftOut {
  const { pool } = compiled;
  const person = personAt(side === 'newcomer' ? pool.newcomers : pool.mentors, position);
  const weeks = weeksWaiting(person.waitingSince, round.now);
  const reason = reasonOf(compiled, side, position, { ...round, weeks });
  return { id: person.id, side, weeksWaiting: weeks, reasons: [reason] };
}

type PairsByPerson = ReadonlyMap<string, readonly MatchedPair[]>;

/** Pairs by the id of each of the two. */
export function groupPairs(pairs: readonly MatchedPair[]): PairsByPerson {
  const groups = new Map<string, MatchedPair[]>();
  for (const pair of pairs) {
    for (const id of [pair.newcomer, pair.mentor]) {
      const group = groups.get(id) ?? [];
      group.push(pair);
      groups.set(id, group);
    }
  }
  return groups;
}

interface RoundAround {
  readonly now: string;
  readonly pairs: PairsByPerson;
  readonly weeks: number;
}

function reasonOf(compiled: Compiled, side: Side, position: number, round: RoundAround): LeftOutReason {
  const { possible, allowed, blocked, alone } = standingOf(compiled, side, position);
  if (possible === 0) return { code: 'nobody-there' };
  if (allowed.length === 0) return { code: 'no-allowed-partner', possible, blocked, alone };
  return {
    code: 'partners-better-used',
    allowed: allowed.length,
    by: countUses(compiled, side, allowed, round),
  };
}

/* Each pair of an allowed partner is counted once, by the person who has the place instead. */
function countUses(
  { pool }: Compiled,
  side: Side,
  allowed: readonly number[],
  { now, pairs, weeks }: RoundAround,
): { readonly pinned: number; readonly longerWaiting: number; readonly betterTogether: number } {
  const [own, others] = side === 'newcomer' ? [pool.newcomers, pool.mentors] : [pool.mentors, pool.newcomers];
  const waiting = new Map(own.people.map(({ id, waitingSince }) => [id, waitingSince]));
  const by = { pinned: 0, longerWaiting: 0, betterTogether: 0 };
  for (const partner of allowed) {
    for (const pair of pairs.get(personAt(others, partner).id) ?? []) {
      const rival = side === 'newcomer' ? pair.newcomer : pair.mentor;
      if (pair.pinned) by.pinned++;
      else if (weeksWaiting(waiting.get(rival) ?? now, now) > weeks) by.longerWaiting++;
      else by.betterTogether++;
    }
  }
  return by;
}

function mostFirst(counts: readonly number[]): readonly RuleCount[] {
  return RULE_ORDER.map((rule, at) => ({ rule, partners: counts[at] ?? 0 }))
    .filter(({ partners }) => partners > 0)
    .sort((a, b) => b.partners - a.partners);
}
