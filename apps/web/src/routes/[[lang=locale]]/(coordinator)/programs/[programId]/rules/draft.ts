import {
  AIMS,
  type Aim,
  type Gender,
  type PreferenceKind,
  type Requirement,
  type Rules,
  type Side,
} from '@parvis/matching';
import type { Form } from '#lib/form.ts';

/** Reading rules from a form, and making new ones. What a number cannot be is NaN, which the contract refuses at its field. */

export const PREFERENCES: readonly PreferenceKind[] = [
  'language',
  'common-time',
  'nearness',
  'ways',
  'interests',
  'occupation',
  'education-field',
  'education-level',
  'age',
  'wishes',
  'wish-most',
];
const GENDERS: readonly Gender[] = ['woman', 'man', 'other'];
const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
const ACROSS = ['never', 'if-remote', 'always'] as const;
export const ALTERNATIVES = ['education-field', 'education-level', 'occupation'] as const;

/** A requirement that may be added, by its kind and side. */
export const NEW_RULES = [
  'language',
  'common-time',
  'nearness',
  'municipality',
  'field',
  'age-span',
  'minimum-age:newcomer',
  'minimum-age:mentor',
  'gender:newcomer',
  'gender:mentor',
] as const;
export type NewRule = (typeof NEW_RULES)[number];

export function keyOf(rule: Requirement): NewRule {
  return rule.kind === 'gender' || rule.kind === 'minimum-age' ? `${rule.kind}:${rule.side}` : rule.kind;
}

export function isNewRule(written: string): written is NewRule {
  return NEW_RULES.some((known) => known === written);
}

/** A new requirement with values to start from. */
export function makeRule(key: NewRule, municipalities: readonly string[]): Requirement {
  switch (key) {
    case 'gender:newcomer':
    case 'gender:mentor':
      return { kind: 'gender', side: sideOf(key), allowed: ['woman'] };
    case 'minimum-age:newcomer':
    case 'minimum-age:mentor':
      return { kind: 'minimum-age', side: sideOf(key), years: 18 };
    case 'age-span':
      return { kind: 'age-span', years: 20 };
    case 'language':
      return { kind: 'language', common: 'A2', swedish: 'A2' };
    case 'common-time':
      return { kind: 'common-time', halfHours: 2 };
    case 'nearness':
      return { kind: 'nearness', kilometres: 20, orRemote: true };
    case 'field':
      return { kind: 'field', anyOf: [{ by: 'occupation', atLeast: 0.5 }] };
    case 'municipality':
      return { kind: 'municipality', among: municipalities, across: 'never' };
  }
}

function sideOf(key: string): Side {
  return key.endsWith(':mentor') ? 'mentor' : 'newcomer';
}

export function readRules(form: Form): Rules {
  const count = form.number('_requirements') ?? 0;
  const requirements = Array.from({ length: count }, (_, at) => readRequirement(form, at)).filter(
    (rule) => rule !== null,
  );
  const aim = AIMS.find((known) => known === form.text('aim')) ?? 'most-people';
  return tidy({
    requirements,
    preferences: PREFERENCES.map((kind) => ({ kind, weight: form.number(`weight.${kind}`) ?? 0 })).filter(
      ({ weight }) => weight !== 0,
    ),
    aim,
    keepScarce: form.ticked('keepScarce'),
  });
}

export function withAim(rules: Rules, aim: Aim): Rules {
  return tidy({ ...rules, aim });
}

export function withKeeping(rules: Rules, keep: 'on' | 'off'): Rules {
  return tidy({ ...rules, keepScarce: keep === 'on' });
}

/* What goes without saying is not said. */
function tidy({ requirements, preferences, aim = 'most-people', keepScarce = false }: Rules): Rules {
  return {
    requirements,
    preferences,
    ...(aim === 'most-people' ? {} : { aim }),
    ...(keepScarce ? { keepScarce } : {}),
  };
}

function readRequirement(form: Form, at: number): Requirement | null {
  const path = `rules.requirements.${at}`;
  const number = (field: string): number => form.number(`${path}.${field}`) ?? Number.NaN;
  const side: Side = form.text(`${path}.side`) === 'mentor' ? 'mentor' : 'newcomer';
  const level = (field: string) => LEVELS.find((known) => known === form.text(`${path}.${field}`)) ?? null;
  switch (form.text(`${path}.kind`)) {
    case 'gender': {
      const allowed = form.list(`${path}.allowed`);
      return { kind: 'gender', side, allowed: GENDERS.filter((gender) => allowed.includes(gender)) };
    }
    case 'minimum-age':
      return { kind: 'minimum-age', side, years: number('years') };
    case 'age-span':
      return { kind: 'age-span', years: number('years') };
    case 'language':
      return { kind: 'language', common: level('common'), swedish: level('swedish') };
    case 'common-time':
      return { kind: 'common-time', halfHours: number('halfHours') };
    case 'nearness':
      return {
        kind: 'nearness',
        kilometres: number('kilometres'),
        orRemote: form.ticked(`${path}.orRemote`),
      };
    case 'field':
      return {
        kind: 'field',
        anyOf: ALTERNATIVES.filter((by) => form.ticked(`${path}.${by}`)).map((by) => ({
          by,
          atLeast: number(`${by}.atLeast`),
        })),
      };
    case 'municipality':
      return {
        kind: 'municipality',
        among: form.list(`${path}.among`),
        across: ACROSS.find((known) => known === form.text(`${path}.across`)) ?? 'never',
      };
    default:
      return null;
  }
}

export function weightOf(rules: Rules, kind: PreferenceKind): number {
  return rules.preferences.find((preference) => preference.kind === kind)?.weight ?? 0;
}

export function withWeight(rules: Rules, kind: PreferenceKind, weight: number): Rules {
  const known = rules.preferences.some((preference) => preference.kind === kind);
  const preferences = known
    ? rules.preferences.map((one) => (one.kind === kind ? { kind, weight } : one))
    : [...rules.preferences, { kind, weight }];
  return { ...rules, preferences: preferences.filter((one) => one.weight > 0) };
}

export function withRule(rules: Rules, at: number, rule: Requirement | null): Rules {
  const requirements = rules.requirements.flatMap((one, index) =>
    index === at ? (rule === null ? [] : [rule]) : [one],
  );
  return { ...rules, requirements };
}
