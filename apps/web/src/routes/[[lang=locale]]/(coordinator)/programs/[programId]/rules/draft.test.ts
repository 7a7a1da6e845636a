import { rules as contract } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { readForm } from '#lib/form.ts';
import {
  keyOf,
  makeRule,
  NEW_RULES,
  readRules,
  withAim,
  withKeeping,
  withRule,
  withWeight,
} from './draft.ts';

async function formOf(values: Record<string, string>) {
  return readForm(new Request('http://parvis.test', { method: 'POST', body: new URLSearchParams(values) }));
}

describe('rules in a form', () => {
  it('makes every kind of rule so that the contract takes it', () => {
    const requirements = NEW_RULES.map((key) => makeRule(key, ['0162']));
    expect(contract.safeParse({ requirements, preferences: [] }).success).toBe(true);
    expect(requirements.map(keyOf)).toEqual(NEW_RULES);
  });

  it('reads requirements in order and leaves out weights of nothing', async () => {
    const rules = readRules(
      await formOf({
        _requirements: '3',
        'rules.requirements.0.kind': 'nearness',
        'rules.requirements.0.kilometres': '12,5',
        'rules.requirements.0.orRemote': 'on',
        'rules.requirements.1.kind': 'language',
        'rules.requirements.1.common': '',
        'rules.requirements.1.swedish': 'B1',
        'rules.requirements.2.kind': 'field',
        'rules.requirements.2.occupation': 'on',
        'rules.requirements.2.occupation.atLeast': '0.5',
        'weight.language': '7',
        'weight.age': '0',
      }),
    );
    expect(rules).toEqual({
      requirements: [
        { kind: 'nearness', kilometres: 12.5, orRemote: true },
        { kind: 'language', common: null, swedish: 'B1' },
        { kind: 'field', anyOf: [{ by: 'occupation', atLeast: 0.5 }] },
      ],
      preferences: [{ kind: 'language', weight: 7 }],
    });
  });

  it('takes a rule away, and a weight with its last step', () => {
    const rules = { requirements: [makeRule('age-span', [])], preferences: [] };
    expect(withRule(rules, 0, null).requirements).toEqual([]);
    expect(withWeight(withWeight(rules, 'age', 3), 'age', 0).preferences).toEqual([]);
  });

  it('reads the aim and whether the scarce are kept, and says nothing of what goes without saying', async () => {
    const read = async (values: Record<string, string>) =>
      readRules(await formOf({ _requirements: '0', ...values }));
    expect(await read({ aim: 'stable', keepScarce: 'on' })).toMatchObject({
      aim: 'stable',
      keepScarce: true,
    });
    for (const values of [{}, { aim: 'most-people' }, { aim: 'whatever' }]) {
      expect(await read(values)).toEqual({ requirements: [], preferences: [] });
    }
    const kept = withKeeping(withAim(await read({}), 'best-pairs'), 'on');
    expect(contract.safeParse(kept).success).toBe(true);
    expect(withKeeping(withAim(kept, 'most-people'), 'off')).toEqual({ requirements: [], preferences: [] });
  });
});
