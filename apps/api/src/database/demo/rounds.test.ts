import { checkReadiness, matchRound, type LeftOut, type RoundInput } from '@parvis/matching';
import type { Pace } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { decidePace } from '../../modules/pairs/pace.ts';
import { substitutesOf } from '../../modules/recruitment/pool.ts';
import { drawDemo } from './draw.ts';
import { personInRound } from './engine.ts';
import { demoId } from './ids.ts';
import type { ProgramKey } from './plan.ts';
import type { Story } from './stories.ts';

const TODAY = '2026-11-21';
const plan = drawDemo(TODAY);

describe('a round of those who wait', () => {
  it.each([
    ['sprakvan', 32, 26, 0],
    ['jarfallakompis', 27, 19, 0],
    ['praktikmentor', 15, 3, 0],
    ['kvinna', 22, 4, 2],
    ['nema-problema', 21, 3, 3],
    ['nymf', 16, 9, 1],
  ] as const)(
    'of %s pairs %i and leaves out %i newcomers and %i mentors',
    (key, pairs, newcomers, mentors) => {
      const result = matchRound(inputOf(key));
      const left = (side: string) => result.leftOut.filter((one) => one.side === side).length;
      expect([result.pairs.length, left('newcomer'), left('mentor')]).toEqual([pairs, newcomers, mentors]);
      expect(result.certificate.optimal).toBe(true);
      const scores = result.pairs.map(({ score }) => score).sort((a, b) => a - b);
      expect(scores.at(Math.floor(scores.length / 2))).toBeGreaterThan(550);
      expect(new Set(scores).size).toBeGreaterThan(scores.length / 2);
    },
  );

  it('of Kv(in)na leaves each out for a reason of her own', () => {
    const { leftOut } = matchRound(inputOf('kvinna'));
    const first = new Map(leftOut.map((one) => [keyOf(one.id), whyLeftOut(one)]));
    expect(first.get('kvinna/newcomer/first-swedish')).toBe('language');
    expect(first.get('kvinna/newcomer/moved')).toBe('municipality');
    expect(first.get('kvinna/newcomer/night-shift')).toBe('common-time');
    expect(first.get('kvinna/mentor/man')).toBe('gender');
    expect(first.get('kvinna/mentor/wants-spanish')).toBe('wish');
    expect([...first.values()]).toContain('partners-better-used');
  });

  it('of Nema problema has no near field for the pharmacist and the judge', () => {
    const { stuck } = checkReadiness(inputOf('nema-problema'));
    const reasons = new Map(stuck.map((one) => [keyOf(one.id), whyLeftOut(one)]));
    expect(reasons.get('nema-problema/newcomer/pharmacist')).toBe('field');
    expect(reasons.get('nema-problema/newcomer/judge')).toBe('field');
    const paired = matchRound(inputOf('nema-problema')).pairs.map(({ newcomer }) => keyOf(newcomer));
    expect(paired).toContain('nema-problema/newcomer/demo');
  });

  it('of the joint program leaves out her who meets women only, where only men could meet her', () => {
    const { stuck } = checkReadiness(inputOf('nymf'));
    const her = stuck.find(({ id }) => id === demoId('nymf/norsjo/mentor/women-only'));
    expect(her && whyLeftOut(her)).toBe('wish');
    const crossing = matchRound(inputOf('nymf')).pairs.filter(
      ({ newcomer, mentor }) => municipalityOf(newcomer) !== municipalityOf(mentor),
    );
    expect(crossing.length).toBeGreaterThan(2);
  });
});

it.each(['2026-12-31', '2027-02-28', '2027-03-28', '2027-08-31', '2028-02-29'])(
  'planted on %s the pairs are doing as their stories say',
  (today) => {
    for (const { program, pairs } of drawDemo(today).rounds) {
      const definition = plan.programs.find(({ key }) => key === program)?.definition;
      if (definition === undefined) throw new Error(`no program is ${program}`);
      for (const { story, told } of pairs) {
        expect([story, decidePace({ definition, pair: told, meetings: told.meetings, today })]).toEqual([
          story,
          PACE_OF[story],
        ]);
      }
    }
  },
);

const PACE_OF: Readonly<Record<Story, Pace>> = {
  proposed: 'proposed',
  'half-answered': 'proposed',
  begun: 'on-pace',
  'on-pace': 'on-pace',
  disputed: 'on-pace',
  behind: 'behind',
  silent: 'silent',
  'met-all': 'finished',
  completed: 'finished',
  moved: 'ended',
  'no-time': 'ended',
  parted: 'ended',
  declined: 'ended',
};

function inputOf(key: ProgramKey): RoundInput {
  const program = plan.programs.find((one) => one.key === key);
  const people = plan.enrollments
    .filter((one) => one.program === key && one.status === 'waiting')
    .map(({ person, details }) => {
      const known = plan.people.find((one) => one.key === person);
      if (known === undefined) throw new Error(`nobody is ${person}`);
      return { side: details.side, person: personInRound({ ...known, enrollment: details }) };
    });
  if (program === undefined) throw new Error(`no program is ${key}`);
  const of = (side: string) => people.filter((one) => one.side === side).map(({ person }) => person);
  const here = new Set(people.map(({ person }) => person.id));
  return {
    program: program.definition.rules,
    newcomers: of('newcomer'),
    mentors: of('mentor'),
    history: plan.rounds
      .flatMap(({ pairs }) => pairs.map(({ matched: { newcomer, mentor } }) => ({ newcomer, mentor })))
      .filter(({ newcomer, mentor }) => here.has(newcomer) && here.has(mentor)),
    substitutes: substitutesOf(people.map(({ person }) => person)),
    now: TODAY,
  };
}

/** The one rule that stands between her and most partners, or that all partners are better used. */
function whyLeftOut({ reasons: [reason] }: LeftOut): string | undefined {
  return reason?.code === 'no-allowed-partner' ? reason.alone[0]?.rule : reason?.code;
}

function keyOf(id: string): string | undefined {
  return plan.people.find(({ key }) => demoId(key) === id)?.key;
}

function municipalityOf(id: string): string | undefined {
  return plan.people.find(({ key }) => demoId(key) === id)?.details.municipality;
}
