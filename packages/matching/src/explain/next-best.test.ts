import { describe, expect, it } from 'vitest';
import { makePerson, makeRound, NOW } from '../../bench/people.ts';
import { explainNoPair, explainPair, explainPinned, matchRound, nextBest } from '../index.ts';
import type { Aim, Person, RoundInput } from '../index.ts';

function fond(...interests: readonly string[]): Partial<Person> {
  return { interests };
}

const FONDNESS: RoundInput = {
  program: { requirements: [], preferences: [{ kind: 'interests', weight: 1 }] },
  newcomers: [makePerson('n1', fond('film', 'chess', 'walks')), makePerson('n2', fond('film', 'chess'))],
  mentors: [makePerson('m1', fond('film', 'chess', 'walks')), makePerson('m2', fond('walks', 'books'))],
  now: NOW,
};

describe('the next best', () => {
  it('says who would have scored most for each of the two, by which criteria, and who has her', () => {
    const result = matchRound(FONDNESS);
    const [first] = result.pairs;
    expect(first).toMatchObject({ newcomer: 'n1', mentor: 'm1', score: 100 });
    const compared = nextBest(FONDNESS, result, { newcomer: 'n1', mentor: 'm1' });
    const better = { free: 0, pinned: 0, longerWaiting: 0, betterTogether: 1 };
    expect(compared).toMatchObject({
      score: 100,
      newcomerNext: {
        partner: 'm2',
        score: 33,
        difference: [{ criterion: 'interests', points: 67 }],
        use: better,
      },
      mentorNext: {
        partner: 'n2',
        score: 67,
        difference: [{ criterion: 'interests', points: 33 }],
        use: better,
      },
    });
  });

  it('is nobody for one who is allowed no other, and looks past those she has', () => {
    const input = {
      ...FONDNESS,
      newcomers: [makePerson('n1', { capacity: 2 })],
      mentors: [makePerson('m1'), makePerson('m2')],
    };
    const result = matchRound(input);
    expect(result.pairs).toHaveLength(2);
    expect(nextBest(input, result, { newcomer: 'n1', mentor: 'm1' })).toMatchObject({
      newcomerNext: null,
      mentorNext: null,
    });
    expect(() => nextBest(input, result, { newcomer: 'n1', mentor: 'm9' })).toThrow('m9');
  });

  it('is on generated rounds the highest score of all allowed others, and its differences sum to that of the scores', () => {
    for (let seed = 0; seed < 8; seed++) {
      const input = makeRound(seed, 12, 10);
      const result = matchRound(input);
      for (const pair of result.pairs) {
        const { score, newcomerNext } = nextBest(input, result, pair);
        const own = result.pairs.filter(({ newcomer }) => newcomer === pair.newcomer);
        const others = input.mentors
          .filter(({ id }) => !own.some(({ mentor }) => mentor === id))
          .filter(({ id }) => explainNoPair(input, pair.newcomer, id).length === 0)
          .map(({ id }) => explainPair(input, { newcomer: pair.newcomer, mentor: id }).score);
        expect(newcomerNext?.score ?? -1).toBe(Math.max(-1, ...others));
        const sum = newcomerNext?.difference.reduce((all, { points }) => all + points, 0) ?? score;
        expect(sum).toBe(score - (newcomerNext?.score ?? 0));
      }
    }
  });
});

describe('if a pair were pinned', () => {
  it('says what the round would lose: figures, pairs, and who would be left with nobody', () => {
    const input = { ...FONDNESS, bans: [{ newcomer: 'n2', mentor: 'm2' }] };
    const result = matchRound(input);
    expect(explainPinned(input, result, { newcomer: 'n1', mentor: 'm1' })).toMatchObject({
      obstacles: [],
      conflict: null,
      change: {
        before: { people: 4, total: 100 },
        after: { people: 2, total: 100 },
        formed: [{ newcomer: 'n1', mentor: 'm1' }],
        parted: [
          { newcomer: 'n1', mentor: 'm2' },
          { newcomer: 'n2', mentor: 'm1' },
        ],
        gained: [],
        lost: ['n2', 'm2'],
      },
    });
  });

  it('names what the pin would override, and solves as if a reason were written; a ban cannot be overridden', () => {
    const history = [{ newcomer: 'n1', mentor: 'm2' }];
    const input = { ...FONDNESS, history };
    const outcome = explainPinned(input, matchRound(input), { newcomer: 'n1', mentor: 'm2' });
    expect(outcome).toMatchObject({ obstacles: [{ rule: 'earlier-pair' }], conflict: null });
    expect(outcome.change?.after.total).toBe(100);
    const banned = { ...FONDNESS, bans: history };
    expect(explainPinned(banned, matchRound(banned), { newcomer: 'n1', mentor: 'm2' })).toMatchObject({
      obstacles: [{ rule: 'ban' }],
      conflict: 'also-banned',
      change: null,
    });
  });

  it('names the conflict it would bring to another pin', () => {
    const input = { ...FONDNESS, pins: [{ newcomer: 'n2', mentor: 'm1', reason: null }] };
    const outcome = explainPinned(input, matchRound(input), { newcomer: 'n1', mentor: 'm1' });
    expect(outcome).toMatchObject({ conflict: 'over-capacity', change: null });
  });

  it.each<Aim>(['most-people', 'best-pairs', 'no-weak-pair', 'stable'])(
    'agrees with the round under %s',
    (aim) => {
      const round = makeRound(3, 9, 8);
      const input = { ...round, program: { ...round.program, aim } };
      const result = matchRound(input);
      const pair = { newcomer: 'n-0001', mentor: 'm-0002' };
      const { change } = explainPinned(input, result, pair);
      const { certificate } = matchRound({ ...input, pins: [{ ...pair, reason: 'x' }] });
      expect(change?.after).toMatchObject({ people: certificate.people, total: certificate.total });
      expect(change?.before.total).toBe(result.certificate.total);
    },
  );
});
