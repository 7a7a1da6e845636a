import {
  aimOf,
  type Aim,
  type PersonPair,
  type Pin,
  type PreferenceKind,
  type Requirement,
  type Rules,
  type Side,
} from '@parvis/matching';

/** Everything a round is shaped by: what the engine is asked, and what is saved. */
export interface Settings {
  readonly program: Rules;
  readonly pins: readonly Pin[];
  readonly bans: readonly PersonPair[];
  /** Ids of people taken out of this round. */
  readonly away: readonly string[];
}

export function savedSettings({ rules, pins, bans, away }: Shape): Settings {
  return { program: rules, pins, bans, away };
}
type Shape = Omit<Settings, 'program'> & { readonly rules: Rules };

/** Are those kept whom few could stand in for? */
export type Scarce = 'kept' | 'free';

/** How a rule holds: a pair must keep it, it weighs, or it is not asked for. */
export type Stance = 'must' | 'rather' | 'off';
/** A requirement by its kind, and its side where there may be one of each. */
export type RuleKey = Requirement['kind'] | `${'gender' | 'minimum-age'}:${Side}`;

/** What was done, in one step. The sentences are in `sentences.ts`. */
export type Deed =
  | { readonly what: 'weight'; readonly kind: PreferenceKind; readonly from: number; readonly to: number }
  | { readonly what: 'stance'; readonly rule: RuleKey; readonly from: Stance; readonly to: Stance }
  | { readonly what: 'limit'; readonly rule: RuleKey; readonly from: Requirement; readonly to: Requirement }
  | { readonly what: 'aim'; readonly from: Aim; readonly to: Aim }
  | { readonly what: 'scarce'; readonly from: Scarce; readonly to: Scarce }
  | (PersonPair & { readonly what: 'pinned' | 'unpinned' | 'banned' | 'unbanned' })
  | { readonly what: 'swapped'; readonly one: PersonPair; readonly other: PersonPair }
  | { readonly what: 'away' | 'back'; readonly person: string }
  | { readonly what: 'variant'; readonly name: string }
  | { readonly what: 'as-saved' | 'laid' };

/** What a rule weighs when it no longer must hold and nothing weighed it before. */
const RATHER = 5;

export function ruleKeyOf(rule: Requirement): RuleKey {
  return rule.kind === 'gender' || rule.kind === 'minimum-age' ? `${rule.kind}:${rule.side}` : rule.kind;
}

/** The preferences that say *rather* what the requirement says *must*; none for those that cannot be weighed. */
export function criteriaOf(rule: Requirement): readonly PreferenceKind[] {
  switch (rule.kind) {
    case 'nearness':
    case 'language':
    case 'common-time':
      return [rule.kind];
    case 'age-span':
      return ['age'];
    case 'field':
      return rule.anyOf.map(({ by }) => by);
    default:
      return [];
  }
}

export function weightIn({ preferences }: Rules, kind: PreferenceKind): number {
  return preferences.find((one) => one.kind === kind)?.weight ?? 0;
}

export function stanceOf(program: Rules, rule: Requirement): Stance {
  const key = ruleKeyOf(rule);
  if (program.requirements.some((one) => ruleKeyOf(one) === key)) return 'must';
  return criteriaOf(rule).some((kind) => weightIn(program, kind) > 0) ? 'rather' : 'off';
}

/** The rules that can be switched: those that hold, and those the program or the saved round had, as they were. */
export function listRules(now: Rules, ...known: readonly Rules[]): readonly Requirement[] {
  const found = new Map<RuleKey, Requirement>();
  for (const { requirements } of [...known, now]) {
    for (const rule of requirements) found.set(ruleKeyOf(rule), rule);
  }
  return [...found.values()];
}

export function withWeight(settings: Settings, kind: PreferenceKind, weight: number): Settings {
  return withProgram(settings, weigh(settings.program, kind, weight));
}

/** `before`: the weights to come back to when the rule must hold again. */
export function withStance(
  settings: Settings,
  { rule, stance, before }: { readonly rule: Requirement; readonly stance: Stance; readonly before: Rules },
): Settings {
  const key = ruleKeyOf(rule);
  const others = settings.program.requirements.filter((one) => ruleKeyOf(one) !== key);
  const weightFor = (kind: PreferenceKind): number => {
    if (stance === 'off') return 0;
    if (stance === 'must') return weightIn(before, kind);
    return weightIn(settings.program, kind) || weightIn(before, kind) || RATHER;
  };
  const program = criteriaOf(rule).reduce(
    (rules: Rules, kind) => weigh(rules, kind, weightFor(kind)),
    settings.program,
  );
  const requirements = stance === 'must' ? inOrder([...others, rule], before) : others;
  return withProgram(settings, { ...program, requirements });
}

export function withLimit(settings: Settings, rule: Requirement): Settings {
  const requirements = settings.program.requirements.map((one) =>
    ruleKeyOf(one) === ruleKeyOf(rule) ? rule : one,
  );
  return withProgram(settings, { ...settings.program, requirements });
}

export function withAim(settings: Settings, aim: Aim): Settings {
  return withProgram(settings, { ...settings.program, aim });
}

export function scarceIn({ keepScarce }: Rules): Scarce {
  return keepScarce === true ? 'kept' : 'free';
}

export function withScarce(settings: Settings, scarce: Scarce): Settings {
  return withProgram(settings, { ...settings.program, keepScarce: scarce === 'kept' });
}

/** Taken out: her locks go with her, or they could not be kept. */
export function withoutPerson(settings: Settings, person: string): Settings {
  return {
    ...settings,
    away: [...settings.away.filter((id) => id !== person), person],
    pins: settings.pins.filter(({ newcomer, mentor }) => newcomer !== person && mentor !== person),
  };
}

export function withPersonBack(settings: Settings, person: string): Settings {
  return { ...settings, away: settings.away.filter((id) => id !== person) };
}

/** Do both ask the same of the engine, whatever the order in which it was said? */
export function isSameSettings(a: Settings, b: Settings): boolean {
  return keyOfSettings(a) === keyOfSettings(b);
}

export function keyOfSettings({ program, pins, bans, away }: Settings): string {
  const pairs = (all: readonly PersonPair[]): readonly string[] =>
    all
      .map(({ newcomer, mentor, ...more }) =>
        JSON.stringify([newcomer, mentor, 'reason' in more && more.reason]),
      )
      .sort();
  return JSON.stringify([
    [aimOf(program), scarceIn(program)],
    [...program.requirements].sort((a, b) => (ruleKeyOf(a) < ruleKeyOf(b) ? -1 : 1)),
    program.preferences
      .filter(({ weight }) => weight > 0)
      .map(({ kind, weight }) => `${kind} ${weight}`)
      .sort(),
    pairs(pins),
    pairs(bans),
    [...away].sort(),
  ]);
}

function withProgram(settings: Settings, program: Rules): Settings {
  return { ...settings, program };
}

function weigh(rules: Rules, kind: PreferenceKind, weight: number): Rules {
  const isKnown = rules.preferences.some((one) => one.kind === kind);
  const preferences = isKnown
    ? rules.preferences.map((one) => (one.kind === kind ? { kind, weight } : one))
    : [...rules.preferences, { kind, weight }];
  return { ...rules, preferences };
}

/** In the order in which they stood before. */
function inOrder(requirements: readonly Requirement[], before: Rules): readonly Requirement[] {
  const place = new Map(before.requirements.map((rule, at) => [ruleKeyOf(rule), at]));
  const placeOf = (rule: Requirement): number => place.get(ruleKeyOf(rule)) ?? place.size;
  return [...requirements].sort((a, b) => placeOf(a) - placeOf(b));
}
