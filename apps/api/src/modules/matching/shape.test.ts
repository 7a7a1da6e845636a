import {
  changeRules,
  dropVariant,
  keepVariant,
  MOST_VARIANTS,
  runRound,
  showProgram,
  showRound,
  showVariant,
  solveRound,
  type Round,
} from '@parvis/contracts';
import { matchRound } from '@parvis/matching';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestSession } from '../../test-house.ts';
import { addTemplateProgram, addTown, addWaiting } from '../programs/test-people.ts';
import { findRound } from './round.store.ts';
import { solvedFrom } from './shape.decisions.ts';

let house: TestHouse;
let as: TestSession;
let programId: string;
let params: { readonly roundId: string };
let first: Round;
let old: string;
let young: string;
let eva: string;

beforeAll(async () => {
  house = await openTestHouse();
  await addTown(house, '0162', 'Danderyd');
});
afterAll(() => house.close());
beforeEach(async () => {
  programId = await addTemplateProgram(house, 'kvinna');
  as = await house.signInAs({ coordinates: [programId], name: 'Karin Holm' });
  old = await addWaiting(house, programId, { birthYear: 1960, waitingSince: '2026-09-01' });
  young = await addWaiting(house, programId, { birthYear: 1990, waitingSince: '2026-09-01' });
  eva = await addWaiting(house, programId, { side: 'mentor', birthYear: 1990 });
  params = { roundId: (await house.ask(runRound, { as, params: { programId } })).body.roundId };
  first = await show();
});

const show = async () => (await house.ask(showRound, { as, params })).body;
const plain = () => ({ pins: [], bans: [], fresh: false, version: first.version });
const solve = async (body: object) => {
  const answer = await house.ask(solveRound, { as, params, body: { ...plain(), ...body } });
  expect(answer.problem).toBe(null);
  return answer.body;
};
const byAge = (weight: number) => ({ requirements: [], preferences: [{ kind: 'age' as const, weight }] });

describe('a draft with a shape of its own', () => {
  it('is solved by its own rules; the program keeps hers', async () => {
    const round = await solve({ rules: byAge(5) });
    expect(round.rules).toEqual(byAge(5));
    expect(round.pairs).toMatchObject([{ newcomer: young, mentor: eva }]);
    const program = await house.ask(showProgram, { as, params: { programId } });
    expect(program.body.definition.rules).toEqual(first.rules);
    expect((await solve({ version: 2 })).rules).toEqual(byAge(5));
  });

  it('leaves out who was taken out, and takes her back', async () => {
    const without = await solve({ rules: byAge(5), away: [young] });
    expect(without.away).toEqual([young]);
    expect(without.pairs).toMatchObject([{ newcomer: old }]);
    expect(without.leftOut).toEqual([]);
    expect(without.people).toHaveLength(3);
    const back = await solve({ away: [], version: 2 });
    expect(back.pairs).toMatchObject([{ newcomer: young }]);
  });

  it('remembers each deed with what it was and what it is', async () => {
    await solve({ rules: byAge(5) });
    const { steps } = await solve({ rules: byAge(7), away: [old], version: 2 });
    expect(steps.slice(-3)).toMatchObject([
      { what: 'weighed', by: 'Karin Holm', facts: { about: 'weight', criterion: 'age', from: 5, to: 7 } },
      { what: 'taken-out', facts: { about: 'person', id: old } },
      { what: 'solved' },
    ]);
  });

  it('keeps its own rules and who was taken out through a fresh snapshot, until she takes them back', async () => {
    await solve({ rules: byAge(5), away: [old] });
    const fresh = await solve({ fresh: true, version: 2 });
    expect([fresh.rules, fresh.away]).toEqual([byAge(5), [old]]);
    const { rules } = first;
    await solve({ rules, version: 3 });
    const changed = { requirements: [], preferences: [] };
    await house.ask(changeRules, { as, params: { programId }, body: { rules: changed, version: 1 } });
    const followed = await solve({ fresh: true, version: 4 });
    expect(followed.rules).toEqual(changed);
    expect(followed.steps.at(-2)?.what).not.toBe('rule-changed');
  });

  it('is solved from what is kept of it, bit for bit', async () => {
    await solve({ rules: byAge(5), away: [young] });
    const row = await findRound(house.deps.store, params.roundId);
    if (row === null) throw new Error('the round is gone');
    expect(JSON.stringify(matchRound(solvedFrom(row)))).toBe(JSON.stringify(row.result));
  });

  it('refuses rules that contradict each other, and a pin on one who was taken out', async () => {
    const age = { kind: 'age' as const, weight: 1 };
    const rules = { requirements: [], preferences: [age, age] };
    const twice = await house.ask(solveRound, { as, params, body: { ...plain(), rules } });
    expect(twice.problem?.fields).toMatchObject([{ code: 'preference-twice' }]);
    const pins = [{ newcomer: old, mentor: eva, reason: null }];
    const away = await house.ask(solveRound, { as, params, body: { ...plain(), pins, away: [old] } });
    expect(away.problem?.code).toBe('pin-unknown-person');
    expect((await show()).version).toBe(1);
  });
});

describe('a variant of a draft', () => {
  const keep = (body: object) => house.ask(keepVariant, { as, params, body });
  const shape = () => ({ pins: [], bans: [], rules: byAge(5), away: [old] });

  it('is kept with its pairs and figures, and the draft stays as it is', async () => {
    const { status, body } = await keep({ name: 'By age', shape: shape() });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'By age',
      by: 'Karin Holm',
      shape: shape(),
      figures: { pairs: 1, people: 2, fullScore: 500, longestLeftOutWeeks: null },
      pairs: [{ newcomer: young, mentor: eva }],
    });
    const round = await show();
    expect({ ...round, variants: [] }).toEqual({ ...first, variants: [] });
    expect(round.variants).toMatchObject([{ id: body.id, name: 'By age', figures: { people: 2 } }]);
    const variant = { as, params: { ...params, variantId: body.id } };
    expect((await house.ask(showVariant, variant)).body).toEqual(body);
  });

  it('without a shape is the draft as it stands', async () => {
    const { body } = await keep({ name: 'As it was' });
    expect(body.pairs).toEqual(
      first.pairs.map(({ newcomer, mentor, score }) => ({ newcomer, mentor, score })),
    );
    expect(body.shape.rules).toEqual(first.rules);
  });

  it('is forgotten when she drops it', async () => {
    const { body } = await keep({ name: 'By age', shape: shape() });
    const variant = { as, params: { ...params, variantId: body.id } };
    expect((await house.ask(dropVariant, variant)).status).toBe(200);
    expect((await house.ask(dropVariant, variant)).problem?.code).toBe('not-there');
    expect((await show()).variants).toEqual([]);
  });

  it('has a name of its own, and there are not too many', async () => {
    await keep({ name: 'Mine' });
    expect((await keep({ name: 'Mine' })).problem?.code).toBe('variant-name-taken');
    for (let n = 1; n < MOST_VARIANTS; n++) await keep({ name: `Mine ${n}` });
    expect((await keep({ name: 'One more' })).problem).toMatchObject({
      code: 'too-many-variants',
      facts: { most: MOST_VARIANTS },
    });
  });

  it('is not reached through another round', async () => {
    const { body } = await keep({ name: 'Mine' });
    const other = await addTemplateProgram(house, 'kvinna');
    const stranger = await house.signInAs({ coordinates: [other] });
    const theirs = await house.ask(runRound, { as: stranger, params: { programId: other } });
    const variant = { roundId: theirs.body.roundId, variantId: body.id };
    expect((await house.ask(showVariant, { as: stranger, params: variant })).problem?.code).toBe('not-there');
    expect((await house.ask(dropVariant, { as: stranger, params: variant })).problem?.code).toBe('not-there');
  });
});
