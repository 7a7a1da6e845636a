import type { RoundShape, StepFacts } from '@parvis/contracts';
import {
  PREFERENCE_ORDER,
  type PreferenceKind,
  type Requirement,
  type RoundInput,
  type Rules,
} from '@parvis/matching';
import { byHandOf, listSteps, tidyByHand, type Step } from './pins.decisions.ts';

/** A draft, as far as the coordinator decides about it. */
export interface Shaped {
  readonly snapshot: RoundInput;
  readonly away: readonly string[];
}

export function shapeOf({ snapshot, away }: Shaped): RoundShape {
  return { ...byHandOf(snapshot), rules: snapshot.program, away };
}

/** The snapshot in another shape, in an order that does not hang on the asking. Whoever is not in it cannot be taken out. */
export function inShape(snapshot: RoundInput, { pins, bans, rules, away }: RoundShape): Shaped {
  const known = new Set([...snapshot.newcomers, ...snapshot.mentors].map(({ id }) => id));
  return {
    snapshot: { ...snapshot, program: rules, ...tidyByHand({ pins, bans }) },
    away: [...new Set(away)].filter((id) => known.has(id)).sort(),
  };
}

/** What the engine solves: the snapshot without those who were taken out. */
export function solvedFrom({ snapshot, away }: Shaped): RoundInput {
  if (away.length === 0) return snapshot;
  const gone = new Set(away);
  return {
    ...snapshot,
    newcomers: snapshot.newcomers.filter(({ id }) => !gone.has(id)),
    mentors: snapshot.mentors.filter(({ id }) => !gone.has(id)),
  };
}

/** The deeds that lead from one shape to another, and that it was solved. */
export function listDeeds({
  before,
  after,
  by,
  at,
}: {
  readonly before: RoundShape;
  readonly after: RoundShape;
  readonly by: string | null;
  readonly at: string;
}): readonly Step[] {
  const step = ({ what, facts }: ShapeDeed): Step => ({ at, by, what, newcomer: null, mentor: null, facts });
  const shaping = [...deedsOfRules(before.rules, after.rules), ...deedsOfAway(before.away, after.away)];
  return [...shaping.map(step), ...listSteps({ before, after, by, at })];
}

interface ShapeDeed {
  readonly what: Step['what'];
  readonly facts: StepFacts;
}

function deedsOfRules(before: Rules, after: Rules): readonly ShapeDeed[] {
  const aims = { from: before.aim ?? 'most-people', to: after.aim ?? 'most-people' };
  const scarce = { from: scarceOf(before), to: scarceOf(after) };
  return [
    ...deedsOfWeights(before, after),
    ...deedsOfRequirements(before.requirements, after.requirements),
    ...(aims.from === aims.to ? [] : [{ what: 'aim-chosen', facts: { about: 'aim', ...aims } } as const]),
    ...(scarce.from === scarce.to
      ? []
      : [{ what: 'scarce-switched', facts: { about: 'scarce', ...scarce } } as const]),
  ];
}

function scarceOf({ keepScarce }: Rules): 'kept' | 'free' {
  return keepScarce === true ? 'kept' : 'free';
}

/** A criterion that is not named weighs nothing. */
function deedsOfWeights(before: Rules, after: Rules): readonly ShapeDeed[] {
  const weightIn = ({ preferences }: Rules, criterion: PreferenceKind): number =>
    preferences.find(({ kind }) => kind === criterion)?.weight ?? 0;
  return PREFERENCE_ORDER.map((criterion) => ({
    about: 'weight' as const,
    criterion,
    from: weightIn(before, criterion),
    to: weightIn(after, criterion),
  }))
    .filter(({ from, to }) => from !== to)
    .map((facts) => ({ what: 'weighed', facts }));
}

function deedsOfRequirements(
  before: readonly Requirement[],
  after: readonly Requirement[],
): readonly ShapeDeed[] {
  const was = new Map(before.map((rule) => [nameOf(rule), rule]));
  const is = new Map(after.map((rule) => [nameOf(rule), rule]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ about: 'rule' as const, from: was.get(name) ?? null, to: is.get(name) ?? null }))
    .filter(({ from, to }) => !isSame(from, to))
    .map((facts) => ({ what: 'rule-changed', facts }));
}

function nameOf(rule: Requirement): string {
  return 'side' in rule ? `${rule.kind} ${rule.side}` : rule.kind;
}

function deedsOfAway(before: readonly string[], after: readonly string[]): readonly ShapeDeed[] {
  const gone = after.filter((id) => !before.includes(id));
  const back = before.filter((id) => !after.includes(id));
  return [
    ...gone.map((id): ShapeDeed => ({ what: 'taken-out', facts: { about: 'person', id } })),
    ...back.map((id): ShapeDeed => ({ what: 'put-back', facts: { about: 'person', id } })),
  ];
}

/** Do the deeds of a draft, taken together, leave it with rules other than its program's? */
export function hasOwnRules(steps: readonly Pick<Step, 'facts'>[]): boolean {
  const from = new Map<string, unknown>();
  const to = new Map<string, unknown>();
  for (const { facts } of steps) {
    if (facts === undefined || facts.about === 'person') continue;
    const key = aboutOf(facts);
    if (!from.has(key)) from.set(key, facts.from);
    to.set(key, facts.to);
  }
  return [...from].some(([key, first]) => !isSame(first, to.get(key)));
}

function aboutOf(facts: StepFacts): string {
  if (facts.about === 'weight') return `weight ${facts.criterion}`;
  const rule = facts.about === 'rule' ? (facts.to ?? facts.from) : null;
  return rule === null ? facts.about : `rule ${nameOf(rule)}`;
}

/** Data that JSON can hold, whatever the order of its keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [own, others] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || own.size !== others.size) return false;
  return [...own].every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
}
