import { describe, expect, it } from 'vitest';
import { makePerson, makeRound, NOW } from '../../bench/people.ts';
import { certify, matchRound, type MatchedPair, type RoundInput, type RoundResult } from '../index.ts';

describe('the certificate', () => {
  it('holds for every round', () => {
    for (let seed = 0; seed < 150; seed++) {
      const input = makeRound(seed, 3 + (seed % 17), 3 + (seed % 11));
      const result = matchRound(input);
      expect(certify(input, result)).toEqual({ feasible: true, optimal: true, problems: [] });
      expect(result.certificate.optimal).toBe(true);
    }
  });

  it('survives being written as JSON and read back', () => {
    const input = makeRound(5, 20, 15);
    const copy = JSON.parse(JSON.stringify(matchRound(input))) as RoundResult;
    expect(copy).toEqual(matchRound(input));
    expect(certify(input, copy).optimal).toBe(true);
  });

  it('fails for an assignment made greedily, best pair first', () => {
    let refused = 0;
    for (let seed = 0; seed < 30; seed++) {
      const input = makeRound(seed, 12, 10);
      const result = matchRound(input);
      const greedy = matchGreedily(input, result);
      const verdict = certify(input, greedy);
      expect(verdict.feasible).toBe(true);
      if (verdict.optimal) expect(greedy.pairs.map(nameOf)).toEqual(result.pairs.map(nameOf));
      else refused++;
    }
    expect(refused).toBeGreaterThan(25);
  });

  it('fails when a pair is taken away, and names the price of it', () => {
    const input = makeRound(3, 12, 12);
    const result = matchRound(input);
    const poorer = withPairs(input, result, result.pairs.slice(1));
    expect(certify(input, poorer).problems).toMatchObject([{ code: 'not-proved-best' }]);
  });

  it('fails when a price is changed, since then it proves nothing', () => {
    const input = makeRound(3, 12, 12);
    const result = matchRound(input);
    const [first, ...others] = result.certificate.prices.mentors;
    const prices = {
      ...result.certificate.prices,
      mentors: [[first?.[0] ?? '', (first?.[1] ?? 0) + 1] as const, ...others],
    };
    const tampered = { ...result, certificate: { ...result.certificate, prices } };
    expect(certify(input, tampered)).toMatchObject({ feasible: true, optimal: false });
  });

  it('fails when the prices of a person are missing', () => {
    const input = makeRound(3, 4, 4);
    const result = matchRound(input);
    const prices = { ...result.certificate.prices, newcomers: [] };
    const tampered = { ...result, certificate: { ...result.certificate, prices } };
    expect(certify(input, tampered).problems[0]).toEqual({ code: 'price-missing', id: 'n-0000' });
  });

  it.each<readonly [string, (result: RoundResult) => RoundResult, string]>([
    [
      'a pair of someone unknown',
      (r) => ({ ...r, pairs: [...r.pairs, pairOf('nobody', 'm1')] }),
      'unknown-person',
    ],
    ['a pair twice', (r) => ({ ...r, pairs: [...r.pairs, ...r.pairs.slice(0, 1)] }), 'paired-twice'],
    ['a banned pair', (r) => ({ ...r, pairs: [pairOf('n2', 'm1')] }), 'not-allowed'],
    [
      'more pairs than places',
      (r) => ({ ...r, pairs: [pairOf('n1', 'm1'), pairOf('n1', 'm2')] }),
      'over-capacity',
    ],
    [
      'a pin that nobody set',
      (r) => ({ ...r, pairs: r.pairs.map((pair) => ({ ...pair, pinned: true })) }),
      'not-pinned',
    ],
    [
      'a score out of the air',
      (r) => ({ ...r, pairs: r.pairs.map((pair) => ({ ...pair, score: 999 })) }),
      'wrong-score',
    ],
    [
      'a person both paired and left out',
      (r) => ({ ...r, leftOut: [{ id: 'n1', side: 'newcomer', weeksWaiting: 0, reasons: [] }] }),
      'wrong-left-out',
    ],
    ['a wrong total', (r) => ({ ...r, certificate: { ...r.certificate, total: 17 } }), 'wrong-count'],
  ])('finds %s', (_, tamper, code) => {
    const input: RoundInput = {
      program: { requirements: [], preferences: [] },
      newcomers: [makePerson('n1'), makePerson('n2')],
      mentors: [makePerson('m1'), makePerson('m2')],
      bans: [{ newcomer: 'n2', mentor: 'm1' }],
      now: NOW,
    };
    const verdict = certify(input, tamper(matchRound(input)));
    expect(verdict.feasible).toBe(false);
    expect(verdict.problems.map((problem) => problem.code)).toContain(code);
  });

  it('finds a pin that was lost, and a conflict that is none', () => {
    const input: RoundInput = {
      ...makeRound(3, 4, 4, { requirements: [] }),
      pins: [{ newcomer: 'n-0000', mentor: 'm-0003', reason: 'they asked' }],
    };
    const result = matchRound(input);
    const without = { ...result, pairs: result.pairs.filter(({ pinned }) => !pinned) };
    expect(certify(input, without).problems).toContainEqual({
      code: 'pin-not-kept',
      newcomer: 'n-0000',
      mentor: 'm-0003',
    });
    const excuse = { newcomer: 'n-0000', mentor: 'm-0003', code: 'over-capacity', obstacles: [] } as const;
    const excused = certify(input, { ...without, conflicts: [excuse] });
    expect(excused.problems).toContainEqual({ code: 'pin-not-kept', newcomer: 'n-0000', mentor: 'm-0003' });
  });
});

/* What a coordinator with a spreadsheet does: the best pair, then the best of the rest. */
function matchGreedily(input: RoundInput, result: RoundResult): RoundResult {
  const capacity = new Map(
    [...input.newcomers, ...input.mentors].map(({ id, capacity: places }) => [id, places]),
  );
  const all = input.newcomers
    .flatMap((a) => input.mentors.map((b) => ({ a, b })))
    .flatMap(({ a, b }) => matchRound({ ...input, newcomers: [a], mentors: [b] }).pairs)
    .sort((a, b) => b.score - a.score);
  const pairs = all.filter(({ newcomer, mentor }) => {
    const free = (capacity.get(newcomer) ?? 0) > 0 && (capacity.get(mentor) ?? 0) > 0;
    if (free) for (const id of [newcomer, mentor]) capacity.set(id, (capacity.get(id) ?? 0) - 1);
    return free;
  });
  return withPairs(input, result, pairs);
}

function withPairs(
  { newcomers, mentors }: RoundInput,
  result: RoundResult,
  pairs: readonly MatchedPair[],
): RoundResult {
  const paired = new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
  const out = [...newcomers, ...mentors].filter(({ id }) => !paired.has(id));
  return {
    ...result,
    pairs,
    leftOut: out.map(({ id }) => ({ id, side: 'newcomer', weeksWaiting: 0, reasons: [] })),
    certificate: {
      ...result.certificate,
      matched: pairs.length,
      people: paired.size,
      total: pairs.reduce((sum, { score }) => sum + score, 0),
    },
  };
}

function pairOf(newcomer: string, mentor: string): MatchedPair {
  return { newcomer, mentor, score: 0, reasons: [], pinned: false, overrides: [], pinReason: null };
}

function nameOf({ newcomer, mentor }: MatchedPair): string {
  return `${newcomer}-${mentor}`;
}
