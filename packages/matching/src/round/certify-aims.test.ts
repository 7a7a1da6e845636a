import { describe, expect, it } from 'vitest';
import { makeWishfulRound } from '../../bench/everything.ts';
import { makeRandom, makeRound } from '../../bench/people.ts';
import {
  AIMS,
  certify,
  matchRound,
  type Aim,
  type MatchedPair,
  type RoundInput,
  type RoundResult,
} from '../index.ts';

function roundBy(aim: Aim, seed: number, keepScarce?: boolean): RoundInput {
  const round = makeRound(seed, 6 + (seed % 17), 5 + (seed % 11));
  const expected = makeRound(seed + 1000, 12, 0).newcomers;
  return {
    ...round,
    expected,
    program: { ...round.program, aim, ...(keepScarce === undefined ? {} : { keepScarce }) },
  };
}

describe.each(AIMS)('the certificate of %s', (aim) => {
  it('holds for every round, and is lost by no writing and reading', () => {
    let kept = 0;
    for (let seed = 0; seed < 60; seed++) {
      const input = roundBy(aim, seed, seed % 2 === 0);
      const result = JSON.parse(JSON.stringify(matchRound(input))) as RoundResult;
      expect(certify(input, result)).toEqual({ feasible: true, optimal: true, problems: [] });
      kept += result.kept?.length ?? 0;
    }
    expect(kept).toBeGreaterThan(0);
  });

  it('is refused to the round of another aim, unless that round is as good by this one', () => {
    let refused = 0;
    for (let seed = 0; seed < 40; seed++) {
      const input = roundBy(aim, seed);
      const own = matchRound(input);
      for (const other of AIMS) {
        if (other === aim) continue;
        const foreign = matchRound(roundBy(other, seed));
        const verdict = certify(input, {
          ...foreign,
          certificate: { ...own.certificate, ...countsOf(foreign) },
        });
        expect(verdict.feasible).toBe(true);
        if (!verdict.optimal) refused++;
        else if (aim !== 'stable') expect(figuresOf(foreign)).toEqual(figuresOf(own));
      }
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('is refused when a pair is taken away', () => {
    const input = roundBy(aim, 3);
    const result = matchRound(input);
    const pairs = result.pairs.slice(1);
    const paired = new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor]));
    const everyone = [...input.newcomers, ...input.mentors];
    const poorer: RoundResult = {
      ...result,
      pairs,
      leftOut: everyone
        .filter(({ id }) => !paired.has(id))
        .map(({ id }) => ({ id, side: 'newcomer', weeksWaiting: 0, reasons: [] })),
    };
    const counted = { ...poorer, certificate: { ...result.certificate, ...countsOf(poorer) } };
    expect(certify(input, counted)).toMatchObject({ feasible: true, optimal: false });
  });
});

describe('the proof of the newcomers’ best', () => {
  it('is refused to the stable round that the mentors would rather have, when it is another', () => {
    const random = makeRandom(11);
    let others = 0;
    for (let n = 0; n < 500; n++) {
      const input = makeWishfulRound(random, 8);
      const own = matchRound(input);
      const turned = matchRound({ ...input, newcomers: input.mentors, mentors: input.newcomers });
      const pairs = turned.pairs
        .map((pair) => ({ ...pair, newcomer: pair.mentor, mentor: pair.newcomer }))
        .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const isSame = pairs.map(nameOf).join() === own.pairs.map(nameOf).join();
      const { problems } = certify(input, {
        ...own,
        pairs,
        certificate: { ...own.certificate, ...countsOf({ ...own, pairs }) },
      });
      expect({ n, codes: problems.map(({ code }) => code) }).toEqual({
        n,
        codes: isSame ? [] : ['newcomers-could-move'],
      });
      if (!isSame) others++;
    }
    expect(others).toBeGreaterThan(30);
  });
});

describe('the proof of the weakest pair', () => {
  const input = roundBy('no-weak-pair', 8);
  const result = matchRound(input);
  const proof = result.certificate.weakest ?? { atLeast: 0, served: noPrices(), above: noPrices() };
  const withProof = (weakest: typeof proof): RoundResult => ({
    ...result,
    certificate: { ...result.certificate, weakest },
  });

  it('is needed', () => {
    const { matched, people, total, optimal, prices } = result.certificate;
    const certificate = { matched, people, total, optimal, prices };
    expect(certify(input, { ...result, certificate }).problems).toEqual([{ code: 'proof-missing' }]);
  });

  it('does not stand with a level that is too high or too low', () => {
    const level = proof.atLeast ?? 0;
    const codes = (atLeast: number) =>
      certify(input, withProof({ ...proof, atLeast })).problems.map(({ code }) => code);
    expect(codes(level)).toEqual([]);
    expect(codes(level + 1)).toContain('below-weakest');
    expect(codes(level - 1)).toContain('not-proved-best');
    /* With prices that show no more than that none serves more, the weakest might still be higher. */
    const idle = withProof({ ...proof, atLeast: level - 1, above: proof.served });
    expect(certify(input, idle).problems.map(({ code }) => code)).toEqual(['not-proved-best']);
  });

  it('does not stand without its prices', () => {
    expect(certify(input, withProof({ ...proof, above: noPrices() })).problems[0]?.code).toBe(
      'price-missing',
    );
    expect(certify(input, withProof({ ...proof, served: noPrices() })).problems[0]?.code).toBe(
      'price-missing',
    );
  });
});

describe('mentors said to be kept', () => {
  const found = Array.from({ length: 60 }, (_, seed) => roundBy('most-people', seed, true))
    .map((input) => ({ input, result: matchRound(input) }))
    .find(({ result }) => (result.kept ?? []).length > 0);

  it('are checked against those who came', () => {
    if (found === undefined) throw new Error('nobody is kept in any of the rounds');
    const { input, result } = found;
    const codes = (kept: RoundResult['kept']) =>
      certify(input, { ...result, ...(kept === undefined ? {} : { kept }) }).problems.map(({ code }) => code);
    expect(codes(result.kept)).toEqual([]);
    expect(codes([])).toContain('wrong-kept');
    expect(codes(result.kept?.map((one) => ({ ...one, only: one.only + 1 })))).toContain('wrong-kept');
    expect(codes(result.kept?.map((one) => ({ ...one, points: 0 })))).toContain('wrong-kept');
  });
});

function nameOf({ newcomer, mentor }: MatchedPair): string {
  return `${newcomer}-${mentor}`;
}

function countsOf({ pairs }: RoundResult) {
  return {
    matched: pairs.length,
    people: new Set(pairs.flatMap(({ newcomer, mentor }) => [newcomer, mentor])).size,
    total: pairs.reduce((sum, { score }) => sum + score, 0),
  };
}

function figuresOf({ pairs, certificate }: RoundResult) {
  const { people, total } = certificate;
  return { people, total, pairs: pairs.length };
}

function noPrices() {
  return { newcomers: [], mentors: [] };
}
