import type { Share } from '../model.ts';

/*
 * The engine adds weight times hundredths, so the full score differs from program to program. People read a
 * score of 100, and parts of it that add up.
 */

/** A score, or a sum of scores, as a whole number where a full score is 100. */
export function ofHundred(score: number, fullScore: number): number {
  return fullScore === 0 ? 0 : Math.round((100 * score) / fullScore);
}

/** A pair's score of 100, from its shares, by whatever engine they were made. */
export function scoreOfHundred(shares: readonly Pick<Share, 'points' | 'of'>[]): number {
  return ofHundred(sum(shares.map(({ points }) => points)), sum(shares.map(({ of }) => of)));
}

/**
 * The same shares in whole numbers of 100: what they can give adds up to 100, and what they give to
 * `scoreOfHundred`. What is left after rounding down goes to the shares that give all they can, then to the
 * largest remainders, of equal ones the first; none gives more than it can.
 */
export function sharesOfHundred<S extends Pick<Share, 'points' | 'of'>>(shares: readonly S[]): readonly S[] {
  const fullScore = sum(shares.map(({ of }) => of));
  if (fullScore === 0) return shares;
  const most = apportion(
    shares.map(({ of }) => ({ exact: (100 * of) / fullScore, most: 100, isFull: false })),
    100,
  );
  const given = apportion(
    shares.map(({ points, of }, at) => ({
      exact: (100 * points) / fullScore,
      most: most[at] ?? 0,
      isFull: points === of,
    })),
    scoreOfHundred(shares),
  );
  return shares.map((share, at) => ({ ...share, points: given[at] ?? 0, of: most[at] ?? 0 }));
}

interface Part {
  readonly exact: number;
  readonly most: number;
  readonly isFull: boolean;
}

/* Whole numbers near the exact ones that add up to `total`. */
function apportion(parts: readonly Part[], total: number): readonly number[] {
  const whole = parts.map(({ exact, most }) => Math.min(Math.floor(exact), most));
  for (let missing = total - sum(whole); missing > 0; missing--) {
    const claim = parts.map(({ exact, most, isFull }, at) => {
      if (whole[at] === most) return -Infinity;
      return isFull ? 1 : exact - (whole[at] ?? 0);
    });
    const at = claim.indexOf(Math.max(...claim));
    whole[at] = (whole[at] ?? 0) + 1;
  }
  return whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
