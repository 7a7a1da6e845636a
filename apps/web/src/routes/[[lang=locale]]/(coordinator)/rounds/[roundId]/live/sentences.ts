import type { Aim, PreferenceKind } from '@parvis/matching';
import { preferenceWords, ruleWords, type Translate } from '@parvis/messages';
import type { RoundView } from '../view.ts';
import { LEVELS, limitsOf, NEARNESS, type Limit } from './limits.ts';
import type { Deed, RuleKey } from './settings.ts';

/** What a step is called in the list: "Bor nära varandra 4 → 6". */
export function deedSentence(t: Translate, view: Pick<RoundView, 'nameOf'>, deed: Deed): string {
  const name = (id: string): string => view.nameOf(id) || t('round.someone-gone');
  switch (deed.what) {
    case 'weight':
      return t('workspace.deed.weight', {
        what: preferenceWords(t, deed.kind),
        from: deed.from,
        to: deed.to,
      });
    case 'stance':
      return t(`workspace.deed.${deed.to}`, { rule: ruleName(t, deed.rule) });
    case 'limit':
      return limitSentence(t, deed);
    case 'aim':
      return t('workspace.deed.aim', { aim: aimName(t, deed.to) });
    case 'scarce':
      return t(`record.step.scarce-${deed.to}`);
    case 'swapped':
      return t('workspace.deed.swapped', { first: name(deed.one.mentor), second: name(deed.other.mentor) });
    case 'away':
    case 'back':
      return t(`workspace.deed.${deed.what}`, { name: name(deed.person) });
    case 'variant':
      return t('workspace.deed.variant', { name: deed.name });
    case 'as-saved':
    case 'laid':
      return t(`workspace.deed.${deed.what}`);
    default:
      return t(`round.step.${deed.what}`, { first: name(deed.mentor), second: name(deed.newcomer) });
  }
}

/** "avstånd"; where there is one rule for each side, which. */
export function ruleName(t: Translate, key: RuleKey): string {
  switch (key) {
    case 'gender:newcomer':
    case 'minimum-age:newcomer':
    case 'gender:mentor':
    case 'minimum-age:mentor': {
      const [kind, side] = key.split(':');
      const rule = ruleWords(t, kind === 'gender' ? 'gender' : 'minimum-age');
      return t(side === 'mentor' ? 'workspace.rule-side.mentor' : 'workspace.rule-side.newcomer', { rule });
    }
    default:
      return ruleWords(t, key);
  }
}

export function limitLabel(t: Translate, { what, by }: Limit): string {
  if (what !== 'near') return t(`workspace.limit.${what}`);
  const kind: PreferenceKind = by ?? 'occupation';
  return t('workspace.limit.near', { what: preferenceWords(t, kind) });
}

/** A limit's value as people say it: "12 km", "A2". */
export function limitWords(t: Translate, what: Limit['what'], value: number): string {
  switch (what) {
    case 'kilometres':
      return t('workspace.kilometres', { count: value });
    case 'half-hours':
      return t('workspace.hours', { count: value / 2 });
    case 'years':
    case 'age':
      return t('workspace.years', { count: value });
    case 'near':
      return t('workspace.percent', { count: Math.round((NEARNESS[value] ?? 0) * 100) });
    default:
      return LEVELS[value] ?? '';
  }
}

export function aimName(t: Translate, aim: Aim): string {
  return t(`workspace.aim-name.${aim}`);
}

export function aimSentence(t: Translate, aim: Aim): string {
  return t(`workspace.aim-what.${aim}`);
}

function limitSentence(t: Translate, { rule, from, to }: Deed & { readonly what: 'limit' }): string {
  const before = limitsOf(from);
  const moved = limitsOf(to).findIndex((limit, at) => limit.value !== before[at]?.value);
  const limit = limitsOf(to)[moved];
  const old = before[moved];
  const name = ruleName(t, rule);
  if (limit === undefined || old === undefined) return t('workspace.deed.limit', { rule: name });
  return t('workspace.deed.limit-to', {
    rule: name,
    from: limitWords(t, old.what, old.value),
    to: limitWords(t, limit.what, limit.value),
  });
}
